package org.zhijian.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Procedure;

/** Runs the code of a procedure at the moments at which the core would, without a core. It checks no form and keeps no state. */
public final class Rehearsal {
    private Rehearsal() {}

    /** What the rules say that are asked at the moment of these facts. */
    public static List<Finding> findings(Procedure procedure, CaseFacts facts) {
        return guards(procedure, facts)
                .flatMap(guard -> guard.check(facts).stream())
                .toList();
    }

    /** The messages of the findings that forbid. */
    public static List<String> errors(Procedure procedure, CaseFacts facts) {
        return messages(procedure, facts, Finding.Severity.ERROR);
    }

    /** The messages of the findings that warn. */
    public static List<String> warnings(Procedure procedure, CaseFacts facts) {
        return messages(procedure, facts, Finding.Severity.WARNING);
    }

    private static List<String> messages(Procedure procedure, CaseFacts facts, Finding.Severity severity) {
        return findings(procedure, facts).stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::message)
                .toList();
    }

    private static Stream<Guard> guards(Procedure procedure, CaseFacts facts) {
        return switch (facts.moment()) {
            case OFFERING -> procedure.offered().stream();
            case FILLING, SUBMITTING -> procedure.guards().stream();
            case DECIDING -> facts.judgement().stream().flatMap(judgement -> guards(procedure, judgement));
        };
    }

    private static Stream<Guard> guards(Procedure procedure, Judgement judgement) {
        Stream<Guard> general = judgement.decision().isJudgement() ? procedure.guards().stream() : Stream.empty();
        boolean advances = judgement.decision().outcome() == Decision.Outcome.ADVANCE;
        Stream<Guard> own = advances ? step(procedure, judgement.stepId()).guards().stream() : Stream.empty();
        return Stream.concat(general, own);
    }

    /** What submission does. */
    public static void submit(Procedure procedure, CaseFacts facts, Changes changes) {
        procedure.submitted().forEach(effect -> effect.apply(facts, changes));
    }

    /** What it does that a step is done. */
    public static void finish(Procedure procedure, String stepId, CaseFacts facts, Changes changes) {
        step(procedure, stepId).effects().forEach(effect -> effect.apply(facts, changes));
    }

    /** What withdrawal or refusal does. */
    public static void end(Procedure procedure, CaseFacts facts, Changes changes) {
        procedure.ended().forEach(effect -> effect.apply(facts, changes));
    }

    /** Who has to take a step; actors that turn out to be the same come once. */
    public static List<Assignee> assignees(Procedure procedure, String stepId, CaseFacts facts) {
        return step(procedure, stepId).actors().stream()
                .map(actor -> actor.routing().route(facts))
                .distinct()
                .toList();
    }

    private static Step step(Procedure procedure, String stepId) {
        return procedure
                .step(stepId)
                .orElseThrow(() -> new IllegalArgumentException(procedure.id() + " 没有环节 " + stepId));
    }
}
