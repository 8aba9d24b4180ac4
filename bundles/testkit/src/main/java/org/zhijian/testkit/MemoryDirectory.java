package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.check.OrganisationCodes;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;

/** Organisations, people, offices and employments in memory. Not thread-safe. */
public final class MemoryDirectory implements Directory {
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final List<Employment> employments = new ArrayList<>();

    public void put(Organisation organisation) {
        organisations.put(organisation.id(), organisation);
    }

    public void put(Person person) {
        people.put(person.id(), person);
    }

    public void put(Office office) {
        offices.put(office.id(), office);
    }

    /** Begins an employment; one that lasts already takes the new post. */
    public void employ(Employment employment) {
        employments.removeIf(known -> isCurrent(known, employment.organisationId(), employment.personId()));
        employments.add(employment);
    }

    /** Ends an employment, if there is one. */
    public void endEmployment(String personId, String organisationId, LocalDate lastDay) {
        employments.replaceAll(known -> isCurrent(known, organisationId, personId)
                ? new Employment(personId, organisationId, known.post(), known.from(), Optional.of(lastDay))
                : known);
    }

    /** All employments, past and present, in the order of their entry. */
    public List<Employment> employments() {
        return List.copyOf(employments);
    }

    public Collection<Organisation> organisations() {
        return List.copyOf(organisations.values());
    }

    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    private static boolean isCurrent(Employment employment, String organisationId, String personId) {
        return employment.to().isEmpty()
                && employment.organisationId().equals(organisationId)
                && employment.personId().equals(personId);
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return Optional.ofNullable(organisations.get(id));
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Office> office(String id) {
        return Optional.ofNullable(offices.get(id));
    }

    @Override
    public Optional<Person> personByIdNumber(Person.IdType type, String idNumber) {
        return people.values().stream()
                .filter(person -> person.idType() == type && person.idNumber().equals(idNumber))
                .findFirst();
    }

    @Override
    public Optional<Organisation> organisationByCode(String uscc, String orgCode) {
        String code = OrganisationCodes.orgCode(uscc, orgCode);
        return organisations.values().stream()
                .filter(organisation -> !code.isEmpty()
                        && OrganisationCodes.orgCode(organisation.uscc(), organisation.orgCode())
                                .equals(code))
                .findFirst();
    }

    @Override
    public Optional<Organisation> organisationByName(String name) {
        return organisations.values().stream()
                .filter(organisation ->
                        OrganisationName.key(organisation.name()).equals(OrganisationName.key(name)))
                .findFirst();
    }

    @Override
    public List<Organisation> organisations(String type, String nameContains, int limit) {
        return organisations.values().stream()
                .filter(organisation -> organisation.is(type))
                .filter(organisation -> organisation.name().contains(nameContains))
                .sorted(Comparator.comparing(Organisation::name))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Person> staff(String organisationId, String nameContains, int limit) {
        return people.values().stream()
                .filter(person -> employs(organisationId, person.id()))
                .filter(person -> person.name().contains(nameContains))
                .sorted(Comparator.comparing(Person::name))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Organisation> employers(String personId) {
        return organisations.values().stream()
                .filter(organisation -> employs(organisation.id(), personId))
                .toList();
    }

    @Override
    public boolean employs(String organisationId, String personId) {
        return employments.stream().anyMatch(employment -> isCurrent(employment, organisationId, personId));
    }
}
