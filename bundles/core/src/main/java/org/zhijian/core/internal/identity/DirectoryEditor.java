package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.core.internal.store.entity.EmploymentEntity;
import org.zhijian.core.internal.store.entity.OfficeEntity;
import org.zhijian.core.internal.store.entity.OrganisationEntity;
import org.zhijian.core.internal.store.entity.PersonEntity;

/** Writes the directory, inside one transaction. Not thread-safe. */
public final class DirectoryEditor {
    private final EntityManager em;

    public DirectoryEditor(EntityManager em) {
        this.em = em;
    }

    /** Keeps a new or changed organisation, by its id. */
    public void save(Organisation organisation) {
        OrganisationEntity entity = findOrMake(OrganisationEntity.class, organisation.id(), OrganisationEntity::new);
        entity.name(organisation.name());
        entity.nameKey(OrganisationName.key(organisation.name()));
        entity.uscc(organisation.uscc());
        entity.orgCode(organisation.orgCode());
        entity.types("," + String.join(",", new TreeSet<>(organisation.types())) + ",");
        entity.regionCode(organisation.regionCode());
        entity.legalRepresentative(organisation.legalRepresentative());
        entity.contactName(organisation.contactName());
        entity.contactMobile(organisation.contactMobile());
    }

    /** Keeps a new or changed person, by its id. */
    public void save(Person person) {
        PersonEntity entity = findOrMake(PersonEntity.class, person.id(), PersonEntity::new);
        entity.name(person.name());
        entity.idType(person.idType().name());
        entity.idNumber(person.idNumber().strip().toUpperCase(Locale.ROOT));
        entity.mobile(person.mobile());
    }

    /** A person begins to work for an organisation; if it already does, the post is updated. */
    public void employ(Employment employment) {
        EmploymentEntity.Key key =
                new EmploymentEntity.Key(employment.personId(), employment.organisationId(), employment.from());
        EmploymentEntity entity = present(employment.personId(), employment.organisationId())
                .or(() -> Optional.ofNullable(em.find(EmploymentEntity.class, key)))
                .orElseGet(() -> {
                    EmploymentEntity fresh = new EmploymentEntity(key.personId, key.organisationId, key.fromDay);
                    em.persist(fresh);
                    return fresh;
                });
        entity.post(employment.post());
        entity.toDay(employment.to().orElse(null));
    }

    /** A person's work for an organisation ends; nothing happens if there is none. */
    public void endEmployment(String personId, String organisationId, LocalDate lastDay) {
        present(personId, organisationId).ifPresent(entity -> entity.toDay(lastDay));
    }

    private Optional<EmploymentEntity> present(String personId, String organisationId) {
        return em
                .createQuery(
                        "select e from EmploymentEntity e where e.personId = :person"
                                + " and e.organisationId = :organisation and e.toDay is null",
                        EmploymentEntity.class)
                .setParameter("person", personId)
                .setParameter("organisation", organisationId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Keeps the offices of a jurisdiction as it declares them now. One that it no longer declares stays, for old cases name it.
     *
     * @throws IllegalStateException if an id belongs to another jurisdiction: its accounts would sit in the wrong office
     */
    public void saveOffices(String jurisdiction, List<Office> offices) {
        for (Office office : offices) {
            OfficeEntity entity = findOrMake(OfficeEntity.class, office.id(), OfficeEntity::new);
            if (entity.jurisdiction() != null && !entity.jurisdiction().equals(jurisdiction)) {
                throw new IllegalStateException("机构标识“" + office.id() + "”属于辖区“" + entity.jurisdiction() + "”");
            }
            entity.jurisdiction(jurisdiction);
            entity.name(office.name());
            entity.level(office.level().name());
            entity.regionCode(office.regionCode());
            entity.oversees(office.oversees());
        }
    }

    private <E> E findOrMake(Class<E> type, String id, Function<String, E> make) {
        E found = em.find(type, id);
        if (found != null) {
            return found;
        }
        E fresh = make.apply(id);
        em.persist(fresh);
        return fresh;
    }
}
