package org.zhijian.jurisdiction.national;

import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.CaseFacts;

/** Whom a case speaks of. */
final class Parties {
    /** Code of the one kind of organisation here: firms that employ supervising engineers (聘用单位). */
    static final String EMPLOYER = "EMPLOYER";

    private Parties() {}

    /** The firm that applies; every matter that asks for it is started by one. */
    static Organisation applicant(CaseFacts facts) {
        return facts.applicant().orElseThrow(() -> new IllegalStateException(facts.number() + " has no applicant"));
    }

    /** The id of the firm that applies; blank if somebody else does. */
    static String applicantId(CaseFacts facts) {
        return facts.applicant().map(Organisation::id).orElse("");
    }

    /** The person who applies; every matter that asks for it is started by one. */
    static Person person(CaseFacts facts) {
        return facts.applicantPerson()
                .orElseThrow(() -> new IllegalStateException(facts.number() + " has no applicant"));
    }

    /** The id of the person who applies; blank if somebody else does. */
    static String personId(CaseFacts facts) {
        return facts.applicantPerson().map(Person::id).orElse("");
    }
}
