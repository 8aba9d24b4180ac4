package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.check.OrganisationCodes;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.entity.OfficeEntity;
import org.zhijian.core.internal.store.entity.OrganisationEntity;
import org.zhijian.core.internal.store.entity.PersonEntity;

/** The directory as one transaction sees it. An employment counts as present until it is given a last day. Not thread-safe. */
public final class DirectoryView implements Directory {
    private static final String EMPLOYED = "e.organisationId = :organisation and e.toDay is null";

    private final EntityManager em;

    public DirectoryView(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return Optional.ofNullable(em.find(OrganisationEntity.class, id)).map(DirectoryView::organisation);
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(em.find(PersonEntity.class, id)).map(DirectoryView::person);
    }

    @Override
    public Optional<Office> office(String id) {
        return Optional.ofNullable(em.find(OfficeEntity.class, id)).map(DirectoryView::office);
    }

    @Override
    public Optional<Person> personByIdNumber(Person.IdType type, String idNumber) {
        return first(em.createQuery(
                                "select p from PersonEntity p where p.idType = :type and p.idNumber = :number",
                                PersonEntity.class)
                        .setParameter("type", type.name())
                        .setParameter("number", idNumber.strip().toUpperCase(Locale.ROOT)))
                .map(DirectoryView::person);
    }

    @Override
    public Optional<Organisation> organisationByCode(String uscc, String orgCode) {
        String code = OrganisationCodes.orgCode(uscc, orgCode);
        return first(em.createQuery(
                                "select o from OrganisationEntity o where (o.orgCode <> '' and o.orgCode = :code)"
                                        + " or (o.uscc <> '' and o.uscc = :uscc) order by o.id",
                                OrganisationEntity.class)
                        .setParameter("code", code)
                        .setParameter("uscc", Uscc.normalise(uscc)))
                .map(DirectoryView::organisation);
    }

    @Override
    public Optional<Organisation> organisationByName(String name) {
        return first(em.createQuery(
                                "select o from OrganisationEntity o where o.nameKey = :key order by o.id",
                                OrganisationEntity.class)
                        .setParameter("key", OrganisationName.key(name)))
                .map(DirectoryView::organisation);
    }

    @Override
    public List<Organisation> organisations(String type, String nameContains, int limit) {
        return em
                .createQuery(
                        "select o from OrganisationEntity o where o.types like :type escape '!'"
                                + " and lower(o.name) like :name escape '!' order by o.name, o.id",
                        OrganisationEntity.class)
                .setParameter("type", "%," + type.replace("_", "!_") + ",%")
                .setParameter("name", SearchText.contained(nameContains))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(DirectoryView::organisation)
                .toList();
    }

    @Override
    public List<Person> staff(String organisationId, String nameContains, int limit) {
        return em
                .createQuery(
                        "select p from PersonEntity p where lower(p.name) like :name escape '!' and p.id in"
                                + " (select e.personId from EmploymentEntity e where " + EMPLOYED
                                + ") order by p.name, p.id",
                        PersonEntity.class)
                .setParameter("name", SearchText.contained(nameContains))
                .setParameter("organisation", organisationId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(DirectoryView::person)
                .toList();
    }

    @Override
    public List<Organisation> employers(String personId) {
        return em
                .createQuery(
                        "select o from OrganisationEntity o where o.id in (select e.organisationId from EmploymentEntity e"
                                + " where e.personId = :person and e.toDay is null) order by o.name, o.id",
                        OrganisationEntity.class)
                .setParameter("person", personId)
                .getResultList()
                .stream()
                .map(DirectoryView::organisation)
                .toList();
    }

    @Override
    public boolean employs(String organisationId, String personId) {
        return !em.createQuery("select e.fromDay from EmploymentEntity e where e.personId = :person and " + EMPLOYED)
                .setParameter("person", personId)
                .setParameter("organisation", organisationId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultList().stream().findFirst();
    }

    private static Organisation organisation(OrganisationEntity entity) {
        Set<String> types = Stream.of(entity.types().split(","))
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toSet());
        return new Organisation(
                entity.id(),
                entity.name(),
                entity.uscc(),
                entity.orgCode(),
                types,
                entity.regionCode(),
                entity.legalRepresentative(),
                entity.contactName(),
                entity.contactMobile());
    }

    private static Person person(PersonEntity entity) {
        return new Person(
                entity.id(), entity.name(), Person.IdType.valueOf(entity.idType()), entity.idNumber(), entity.mobile());
    }

    private static Office office(OfficeEntity entity) {
        return new Office(
                entity.id(),
                entity.name(),
                Office.Level.valueOf(entity.level()),
                entity.regionCode(),
                entity.oversees());
    }
}
