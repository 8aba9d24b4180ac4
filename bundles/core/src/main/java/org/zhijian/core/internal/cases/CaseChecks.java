package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.form.FormRules.Completeness;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** The one validation of a case: form, attachments and rules together. Whoever asks gets the same findings with the same texts. */
final class CaseChecks {
    private CaseChecks() {}

    /** What is wrong with a form; looking up its choices runs code of the module. */
    static List<Violation> ofForm(
            String jurisdiction, Form form, FormData data, CaseFacts facts, Completeness completeness) {
        return ModuleCode.call(jurisdiction, "choices", () -> FormRules.check(form, data, facts, completeness));
    }

    /** What is wrong with the applicant's form and attachments. */
    static List<Violation> ofApplicant(
            EntityManager em, Attachments attachments, Procedure procedure, CaseFacts facts, CaseEntity entity) {
        List<Violation> violations = new ArrayList<>(
                ofForm(entity.jurisdiction(), procedure.applicantForm(), facts.form(), facts, Completeness.COMPLETE));
        if (!procedure.slots().isEmpty()) {
            violations.addAll(
                    attachments.missing(procedure.slots(), facts.form(), attachments.current(em, entity.id())));
        }
        return violations;
    }

    /** What is wrong with what the actor of a step filled in; only an advancing decision needs all of it. */
    static List<Violation> ofStep(
            EntityManager em,
            Attachments attachments,
            Step step,
            Decision decision,
            FormData form,
            CaseFacts facts,
            CaseEntity entity) {
        boolean advances = decision.outcome() == Decision.Outcome.ADVANCE;
        FormData asked = form.with(Condition.DECISION, decision.name());
        Completeness completeness = advances ? Completeness.COMPLETE : Completeness.DRAFT;
        List<Violation> violations = new ArrayList<>(
                ofForm(entity.jurisdiction(), Procedure.formOf(step), asked, facts, completeness).stream()
                        .filter(violation -> !violation.field().equals(Condition.DECISION))
                        .toList());
        if (advances && !step.slots().isEmpty()) {
            violations.addAll(attachments.missing(step.slots(), asked, attachments.current(em, entity.id())));
        }
        return violations;
    }

    static List<Finding> findings(String jurisdiction, List<Guard> guards, CaseFacts facts) {
        return ModuleCode.call(jurisdiction, "a guard", () -> guards.stream()
                .flatMap(guard -> guard.check(facts).stream())
                .toList());
    }

    static List<Violation> errors(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isError)
                .map(Violation::of)
                .distinct()
                .toList();
    }

    static Finding asFinding(Violation violation) {
        return new Finding(
                Finding.Severity.ERROR, violation.rule(), violation.field(), violation.message(), violation.source());
    }
}
