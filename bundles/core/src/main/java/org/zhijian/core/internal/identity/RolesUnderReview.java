package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.Descriptor;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Person;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.identity.QrSignIn.Role;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** Accounts that will be a person's once their registration has been reviewed: shown, and not to be chosen (AUTH-03). Not thread-safe. */
final class RolesUnderReview {
    private static final String NOTE = "待审核";

    private final EntityManager em;
    private final Modules modules;

    RolesUnderReview(EntityManager em, Modules modules) {
        this.em = em;
        this.modules = modules;
    }

    /** The id of such a role is that of its registration. Empty while the jurisdiction's module does not run. */
    List<Role> of(String portal, String personId) {
        Optional<Person> person = new DirectoryView(em).person(personId);
        return modules.live(portal).stream()
                .flatMap(region -> person.stream().flatMap(holder -> of(region, holder)))
                .toList();
    }

    private Stream<Role> of(Descriptor region, Person holder) {
        return registrations(region.id(), holder.idNumber()).stream()
                .flatMap(entity -> region.registration(entity.procedure()).stream()
                        .flatMap(registration -> roles(region.id(), registration, entity, holder)));
    }

    /** Registrations keep something beside their case only until they have ended; of these few the number tells most apart. */
    private List<CaseEntity> registrations(String portal, String idNumber) {
        return em.createQuery(
                        "select c from CaseEntity c, RegistrationEntity r where r.caseId = c.id and c.jurisdiction = :portal"
                                + " and c.form like :number order by c.id",
                        CaseEntity.class)
                .setParameter("portal", portal)
                .setParameter("number", "%" + idNumber + "%")
                .getResultList();
    }

    private static Stream<Role> roles(String portal, Registration registration, CaseEntity entity, Person holder) {
        Newcomer newcomer = ModuleCode.call(
                portal, "a registration", () -> registration.newcomer().apply(Json.form(entity.form())));
        return newcomer.logins().stream()
                .filter(login -> login.holder()
                        .filter(named -> named.idNumber().equals(IdNumber.normalise(holder.idNumber())))
                        .isPresent())
                .map(login -> new Role(entity.id(), login.name(), newcomer.name(), false, NOTE, false));
    }
}
