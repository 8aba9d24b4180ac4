package org.zhijian.jurisdiction.jiangsu;

import java.util.Optional;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.CaseFacts;

/** Whom a submitted case speaks of. */
final class Parties {
    /** Code of the one kind of organisation that this jurisdiction knows. */
    static final String TESTING_ORG = "TESTING_ORG";

    private Parties() {}

    /** The organisation that applies; every matter that asks for it is started by one. */
    static Organisation applicant(CaseFacts facts) {
        return facts.applicant().orElseThrow(() -> new IllegalStateException(facts.number() + " has no applicant"));
    }

    /** The id of the organisation that applies; blank if it is an office. */
    static String applicantId(CaseFacts facts) {
        return facts.applicant().map(Organisation::id).orElse("");
    }

    /** The person whom the form names in {@code personId}. */
    static Optional<Person> person(CaseFacts facts) {
        return facts.directory().person(facts.form().text("personId"));
    }
}
