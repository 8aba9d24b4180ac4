package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskView;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.form.FormEditor;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/**
 * The decision of a task. A long form and attachments stand above; findings, ticks, opinion and buttons stay in sight at the foot. After a
 * decision the next item of the inbox opens.
 */
final class DecisionBar extends Div {
    private static final int OPINION_LENGTH = 500;
    private static final int FEW_TICKS = 2;
    private static final String OPINION = "opinion";

    private final transient Visit visit;
    private final transient CaseView view;
    private final transient TaskView task;
    private final transient Runnable refresh;
    private final ErrorSummary errors = new ErrorSummary(this::goTo);
    private final TextArea opinion = new TextArea();
    private final FormEditor form;
    private final Slots slots;

    /**
     * @param refresh shows the case anew
     */
    DecisionBar(Visit visit, CaseView view, TaskView task, Runnable refresh) {
        this.visit = visit;
        this.view = view;
        this.task = task;
        this.refresh = refresh;
        Step step = task.step();
        form = new FormEditor(
                step.form(),
                new CoreChoices(visit, view.line(), view.labels(), step.id() + "."),
                before(view, step),
                step.decisions().stream()
                        .map(option -> option.decision().name())
                        .toList());
        Files files =
                Files.ofTask(visit.platform(), view.line().id(), task.line().id());
        slots = new Slots(visit, files, step.slots(), () -> usual(step));
        form.whenChanged(field -> slots.show());

        Div bar = new Div(errors, new Findings(task.findings()));
        bar.setId("decision-bar");
        bar.addClassName("zj-bar");
        if (isShort(step)) {
            bar.add(form);
        } else {
            add(new Panel(step.title() + " · 填写", form, slots).test("step-form"));
        }
        bar.add(opinion(), buttons(step));
        if (visit.caller().kind() == Caller.Kind.OFFICE) {
            bar.add(new HandlingRow(visit, task, refresh));
        }
        add(bar);
    }

    /**
     * What a party filled in when it took the step before; to correct is not to begin anew. What an office attests it attests each time
     * by itself: nothing is ticked for it that somebody else has ticked.
     */
    private static FormData before(CaseView view, Step step) {
        if (!step.isTakenByParty() || step.actors().size() > 1) {
            return FormData.EMPTY;
        }
        FormData before = view.stepForms().getOrDefault(step.id(), FormData.EMPTY);
        for (Field field : step.form().fields()) {
            if (field.type() instanceof FieldType.Flag flag && flag.mustBeTrue()) {
                before = before.with(field.id(), null);
            }
        }
        return before;
    }

    /** The form as it stands if the first decision is made, by which slots are wanted. */
    private FormData usual(Step step) {
        String first = step.decisions().get(0).decision().name();
        return form.data(first).with(Condition.DECISION, first);
    }

    /** True if there is no more to fill in than a few ticks. */
    private static boolean isShort(Step step) {
        return step.slots().isEmpty()
                && step.form().fields().size() <= FEW_TICKS
                && step.form().fields().stream().allMatch(field -> field.type() instanceof FieldType.Flag);
    }

    private Div opinion() {
        opinion.setId(OPINION);
        opinion.setLabel("意见");
        opinion.setMaxLength(OPINION_LENGTH);
        opinion.setManualValidation(true);
        opinion.setWidthFull();
        opinion.setMaxHeight("7em");
        Div row = new Div(opinion, new Phrases(task.step(), opinion));
        row.addClassName("zj-opinion");
        return row;
    }

    private Div buttons(Step step) {
        Div buttons = new Div();
        buttons.addClassName("zj-buttons");
        boolean first = true;
        for (DecisionOption option : task.decisions()) {
            ActButton button = new ActButton(
                    option.title(), "decision-" + option.decision().name(), once -> press(option, once));
            if (first) {
                button.primary();
                first = false;
            } else if (option.decision().outcome() == Outcome.END) {
                button.danger();
            }
            buttons.add(button);
        }
        Span who = new Span("办理人：" + task.line().assignee());
        who.addClassName("zj-hint");
        buttons.add(who);
        return buttons;
    }

    /** What cannot be told from the press alone, or cannot be undone, is asked for first. */
    private void press(DecisionOption option, Once once) {
        boolean chooses = option.decision().outcome() == Outcome.CORRECT
                && task.step().correctors().size() > 1;
        if (option.decision() == Decision.SUPPLEMENT) {
            new SupplementDialog(
                            option,
                            Corrections.of(view.definition()),
                            visit.platform().installation().today(),
                            supplement -> decide(option, "", Optional.of(supplement), once))
                    .open();
        } else if (chooses) {
            new ReturnDialog(option, task.step().correctors(), to -> decide(option, to, once)).open();
        } else if (option.decision().outcome() == Outcome.END) {
            ReturnDialog.confirm(option, () -> decide(option, "", once)).open();
        } else {
            decide(option, "", once);
        }
    }

    private void decide(DecisionOption option, String returnTo, Once once) {
        decide(option, returnTo, Optional.empty(), once);
    }

    private void decide(DecisionOption option, String returnTo, Optional<Supplement> supplement, Once once) {
        FormData filled = slots.with(form.data(option.decision().name()));
        Verdict verdict = new Verdict(option.decision(), opinion.getValue().strip(), filled, returnTo, supplement);
        try {
            visit.platform().tasks().decide(visit.caller(), once, task.line().id(), verdict);
        } catch (Refusal refusal) {
            refuse(refusal);
            return;
        }
        Phrases.remember(opinion.getValue().strip());
        Notices.done("已" + verb(option) + "：" + task.line().caseNumber());
        following();
    }

    /** {@code 已同意}; a title that says 已 by itself says it once. */
    private static String verb(DecisionOption option) {
        return option.title().startsWith("已") ? option.title().substring(1) : option.title();
    }

    private void refuse(Refusal refusal) {
        opinion.setInvalid(false);
        if (refusal.kind() == Refusal.Kind.CONFLICT) {
            Notices.problem(refusal.getMessage() + whoWasFaster(refusal));
            refresh.run();
            return;
        }
        if (refusal.kind() != Refusal.Kind.INVALID) {
            throw refusal;
        }
        errors.show(refusal.violations());
        form.refuse(refusal.violations());
        slots.refuse(refusal.violations());
        refusal.violations().stream()
                .filter(violation -> violation.field().equals(OPINION))
                .findFirst()
                .ifPresent(violation -> {
                    opinion.setErrorMessage(violation.message());
                    opinion.setInvalid(true);
                });
    }

    /** Who decided it meanwhile, and when. */
    private String whoWasFaster(Refusal refusal) {
        if (!refusal.code().equals("ALREADY_DECIDED")) {
            return "";
        }
        TaskLine.Handling handling = visit.platform()
                .tasks()
                .view(visit.caller(), task.line().id())
                .line()
                .handling();
        return handling.decidedAt() == null
                ? ""
                : "（" + handling.decidedBy() + " " + Formats.minute(handling.decidedAt()) + " " + handling.decision()
                        + "）";
    }

    private void goTo(String name) {
        if (name.equals(OPINION)) {
            opinion.focus();
            return;
        }
        if (form.has(name)) {
            form.focus(name);
        } else if (slots.has(name)) {
            slots.focus(name);
        }
    }

    /** Opens the next item that waits, or the empty inbox. */
    private void following() {
        TaskQuery query = new TaskQuery(visit.regionId(), "", TaskQuery.Box.WAITING, "", "", 1);
        List<TaskLine> waiting =
                visit.platform().tasks().list(visit.caller(), query).items();
        Way.to(
                waiting.isEmpty()
                        ? visit.to("inbox")
                        : visit.to("cases/" + waiting.get(0).caseId() + "?task="
                                + waiting.get(0).id()));
    }
}
