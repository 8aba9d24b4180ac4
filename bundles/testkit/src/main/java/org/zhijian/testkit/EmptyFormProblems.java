package org.zhijian.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** Which rules, subjects and choices do not bear an empty form: forms are looked at from their first letter on. */
final class EmptyFormProblems {
    private final Jurisdiction jurisdiction;
    private final List<String> problems = new ArrayList<>();

    private EmptyFormProblems(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    static List<String> of(Jurisdiction jurisdiction) {
        EmptyFormProblems found = new EmptyFormProblems(jurisdiction);
        jurisdiction.descriptor().definitions().forEach(found::check);
        return List.copyOf(found.problems);
    }

    private void check(Procedure procedure) {
        String place = "事项 " + procedure.id();
        applicants(procedure.startedBy()).forEach(facts -> check(place, procedure, facts));
    }

    private void check(String place, Procedure procedure, TestFacts facts) {
        bears(place + " 发起前的规则", procedure.offered(), facts.offering());
        bears(place + " 的规则", procedure.guards(), facts.submitting());
        attempt(
                place + " 的相关对象",
                () -> Objects.requireNonNull(procedure.subjects().apply(facts)));
        fields(procedure)
                .filter(field -> field.type() instanceof FieldType.Reference)
                .forEach(field -> {
                    FieldType.Reference reference = (FieldType.Reference) field.type();
                    String at = place + " 字段 " + field.id();
                    attempt(at + " 的可选内容", () -> reference.options().search(facts, "", 10));
                    attempt(at + " 的可选内容", () -> reference.options().find(facts, "unknown"));
                });
        for (Step step : procedure.chain().steps().toList()) {
            for (DecisionOption option : step.decisions()) {
                facts.deciding(step.id(), option.decision());
                bears(place + " 的规则（环节 " + step.id() + "）", procedure.guards(), facts);
                bears(place + " 环节 " + step.id() + " 的规则", step.guards(), facts);
            }
        }
    }

    private static Stream<Field> fields(Procedure procedure) {
        return Stream.concat(
                procedure.applicantForm().fields().stream(),
                procedure.chain().steps().flatMap(step -> Procedure.formOf(step).fields().stream()));
    }

    /** A newcomer of whom no register knows anything, and everybody of the cast who may start the matter. */
    private List<TestFacts> applicants(Starter starter) {
        TestWorld world = TestWorld.of(jurisdiction);
        List<TestFacts> all = new ArrayList<>();
        switch (starter.kind()) {
            case ORGANISATION -> {
                Descriptor descriptor = jurisdiction.descriptor();
                world.directory()
                        .put(new Organisation(
                                "new", "新单位", "", "", starter.ids(), descriptor.regionCode(), "", "", ""));
                world.directory().organisations().stream()
                        .filter(organisation -> starter.ids().stream().anyMatch(organisation::is))
                        .forEach(organisation -> all.add(world.facts().applicant(organisation.id())));
            }
            case PERSON -> {
                world.directory().put(new Person("new", "新人", Person.IdType.PASSPORT, "E00000000", ""));
                world.directory()
                        .people()
                        .forEach(person -> all.add(world.facts().applicantPerson(person.id())));
            }
            case ANYONE -> all.add(world.facts());
            case OFFICE -> starter.ids().forEach(id -> all.add(world.facts().applicantOffice(id)));
        }
        return all;
    }

    private void bears(String place, List<Guard> guards, CaseFacts facts) {
        guards.forEach(guard -> attempt(place, () -> Objects.requireNonNull(guard.check(facts))));
    }

    private void attempt(String place, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException fault) {
            String problem = place + "不能承受空白表单：" + fault;
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }
}
