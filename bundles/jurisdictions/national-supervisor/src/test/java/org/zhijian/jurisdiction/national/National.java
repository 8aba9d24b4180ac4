package org.zhijian.jurisdiction.national;

import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestWorld;

/** The demonstration's world and the usual forms in it, for the tests of the rules. */
final class National {
    final NationalSupervisor module = new NationalSupervisor(Settings.USUAL);
    final TestWorld world = TestWorld.of(module);

    Procedure procedure(BusinessType type) {
        return procedure(type.procedure());
    }

    Procedure procedure(String id) {
        return module.descriptor().procedure(id).orElseThrow();
    }

    /** A complete application for a first registration, about to be submitted. */
    TestFacts initial(String person, String firm, String... specialties) {
        return of(person)
                .form("employerOrg", idOf(firm))
                .form("specialties", List.of(specialties))
                .form("examCertNo", "00012345")
                .form("examIssuedOn", "2025-06-30")
                .form("contractFrom", "2026-01-01")
                .form("contractTo", "2029-12-31")
                .form("education", "BACHELOR")
                .attachments("photo", "照片.jpg");
    }

    /** An application about the registration that the person has. */
    TestFacts registered(String person) {
        Registration registration = registrationOf(person);
        return of(person).form("registrationNo", registration.registrationNo());
    }

    private TestFacts of(String person) {
        String id = idOf(person);
        var known = world.directory().person(id).orElseThrow();
        return world.facts()
                .applicantPerson(id)
                .form("name", known.name())
                .form("idType", known.idType().name())
                .form("idNo", known.idNumber())
                .form("mobile", known.mobile())
                .submitting();
    }

    /** The ministry grants it on this day. */
    void grant(BusinessType type, TestFacts facts, LocalDate day) {
        Procedure procedure = procedure(type);
        Rehearsal.submit(procedure, facts, world.changes());
        Rehearsal.finish(procedure, "report", facts.deciding("report", Decision.APPROVE), world.changes());
        Rehearsal.finish(procedure, "accept", facts.deciding("accept", Decision.ACCEPT), world.changes());
        Rehearsal.finish(procedure, "review", facts.deciding("review", Decision.APPROVE), world.changes());
        facts.today(day).deciding("decide", Decision.APPROVE);
        Rehearsal.finish(procedure, "decide", facts, world.changes());
    }

    List<String> errors(BusinessType type, TestFacts facts) {
        return Rehearsal.errors(procedure(type), facts);
    }

    /** The newest registration of a person. */
    Registration registrationOf(String person) {
        List<Registration> all = world.register(Registration.REGISTRATIONS).where("person", idOf(person));
        return all.get(all.size() - 1);
    }

    PracticeCertificate certificateOf(String person) {
        return world.register(PracticeCertificate.CERTIFICATES)
                .find(registrationOf(person).certNo())
                .orElseThrow();
    }

    /** Somebody's registration stands so from now on. */
    void put(Registration registration) {
        world.register(Registration.REGISTRATIONS).put(registration);
    }

    List<RegistrationEntry> entriesOf(String person) {
        return world.register(RegistrationEntry.ENTRIES).where("person", idOf(person));
    }
}
