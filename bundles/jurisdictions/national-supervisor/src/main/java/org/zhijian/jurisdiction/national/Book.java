package org.zhijian.jurisdiction.national;

import java.time.LocalDate;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;

/**
 * Writes down what happens to registrations: the registration, an entry of its history, and the news of it (NS-I2).
 *
 * @param caseNumber number of the case by which it happens; blank for none
 */
record Book(Directory directory, Changes changes, LocalDate today, String caseNumber) {

    static Book of(CaseFacts facts, Changes changes) {
        return new Book(facts.directory(), changes, facts.today(), facts.number());
    }

    /** @param what in words what has happened */
    void enter(Registration registration, BusinessType type, String what) {
        changes.of(Registration.REGISTRATIONS).save(registration);
        changes.of(RegistrationEntry.ENTRIES)
                .save(new RegistrationEntry(
                        registration.registrationNo() + "-" + registration.version(),
                        registration.registrationNo(),
                        registration.person(),
                        registration.organisation(),
                        type,
                        today,
                        what,
                        caseNumber));
        changes.push(RegistrationEvent.EVENTS, event(registration, type));
    }

    private RegistrationEvent event(Registration registration, BusinessType type) {
        return new RegistrationEvent(
                registration.registrationNo(),
                registration.version(),
                type.title(),
                maskedName(registration.person()),
                directory
                        .organisation(registration.organisation())
                        .map(Organisation::uscc)
                        .orElse(""),
                Specialties.names(changes.of(Specialties.ENTRIES), registration.specialties()),
                registration.status().title(),
                registration.validFrom().toString(),
                registration.validTo().toString(),
                today.toString());
    }

    /** A person's name as the public reads it. */
    String maskedName(String person) {
        return directory.person(person).map(Person::name).map(Mask.NAME::apply).orElse("");
    }

    /** A firm's name; blank if there is none. */
    String firmName(String organisation) {
        return directory.organisation(organisation).map(Organisation::name).orElse("");
    }
}
