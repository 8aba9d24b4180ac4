package org.zhijian.jurisdiction.yunnan;

import java.util.List;
import java.util.Set;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;

/** What may not be under way at the same time. */
final class OpenMatters {
    private OpenMatters() {}

    /** True if another case of one of these matters is under way about the subject. */
    static boolean are(CaseFacts facts, Subject subject, Set<String> procedures) {
        return facts.otherOpenCases(subject).stream().anyMatch(other -> procedures.contains(other.procedureId()));
    }

    /** An error where another case of these matters is under way about the works. */
    static List<Finding> noneOfTheWorks(
            CaseFacts facts, String worksNo, Set<String> procedures, String rule, String message) {
        return !worksNo.isEmpty() && are(facts, subject(worksNo), procedures)
                ? List.of(Finding.error(rule, "worksId", message))
                : Finding.none();
    }

    static Subject subject(String worksNo) {
        return Subject.record(Works.WORKS.id(), worksNo);
    }
}
