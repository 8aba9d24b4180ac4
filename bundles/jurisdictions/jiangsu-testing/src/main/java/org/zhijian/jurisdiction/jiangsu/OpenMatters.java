package org.zhijian.jurisdiction.jiangsu;

import java.util.List;
import java.util.Map;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.procedure.CaseFacts.OpenCase;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Subject;

/** JS-R02, JS-R11: a person's certificates are the matter of one application at a time. */
final class OpenMatters {
    private static final Map<String, String> MATTERS = Map.of(
            PersonnelTransfer.ID, PersonnelTransfer.TITLE,
            CertificateClaim.ID, CertificateClaim.TITLE,
            CertificateReplacement.ID, CertificateReplacement.TITLE,
            CertificateCancellation.ID, CertificateCancellation.TITLE);

    private OpenMatters() {}

    /** No other transfer, replacement or cancellation of this person is waiting for its approval. */
    static Guard noneOfThePerson(String procedureId, String source) {
        return facts -> Parties.person(facts).stream()
                .flatMap(person -> facts.otherOpenCases(Subject.person(person.id())).stream())
                .filter(OpenMatters::isUndecided)
                .map(other -> finding(procedureId, other).restingOn(source))
                .findFirst()
                .map(List::of)
                .orElse(Finding.none());
    }

    /** Once it is announced, only paper is on its way: that stops nothing. */
    private static boolean isUndecided(OpenCase other) {
        return MATTERS.containsKey(other.procedureId()) && other.state() != CaseState.APPROVED;
    }

    private static Finding finding(String procedureId, OpenCase other) {
        boolean twice =
                procedureId.equals(PersonnelTransfer.ID) && other.procedureId().equals(PersonnelTransfer.ID);
        return twice
                ? Finding.error("JS-R02", "personId", "该人员已在办理变更，无需重复申报")
                : Finding.error("JS-R11", "personId", "该人员正在办理" + MATTERS.get(other.procedureId()) + "，办结后方可申报");
    }
}
