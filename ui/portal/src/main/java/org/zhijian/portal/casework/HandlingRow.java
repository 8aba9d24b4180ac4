package org.zhijian.portal.casework;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.Assignments.Targets;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Colleague;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskView;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** How officers pass a task among themselves: take it up, give it away, ask for an opinion. */
final class HandlingRow extends Div {
    private static final int LENGTH = 500;

    private final transient Visit visit;
    private final transient TaskView task;
    private final transient Runnable refresh;

    /**
     * @param refresh shows the case anew
     */
    HandlingRow(Visit visit, TaskView task, Runnable refresh) {
        this.visit = visit;
        this.task = task;
        this.refresh = refresh;
        addClassNames("zj-buttons", "zj-handling");
        TaskLine.Handling handling = task.line().handling();
        Span state = new Span(words(handling));
        state.setId("handling");
        state.addClassName("zj-hint");
        state.setVisible(!state.getText().isBlank());
        add(state);
        if (handling.claimedBy().isBlank() && task.step().claimable()) {
            add(button("签收", "claim", once -> assignments().claim(visit.caller(), once, id())));
        } else if (handling.mine()) {
            add(button("取消签收", "release", once -> assignments().release(visit.caller(), once, id())));
        }
        add(opening("转交…", "reassign", this::reassign), opening("征求意见…", "ask", this::ask));
    }

    private static String words(TaskLine.Handling handling) {
        if (!handling.actingFor().isBlank()) {
            return "代" + handling.actingFor() + "办理";
        }
        if (handling.claimedBy().isBlank()) {
            return "";
        }
        String until = handling.claimedUntil().isAfter(Instant.now().plus(Assignments.CLAIM.multipliedBy(2)))
                ? ""
                : "，" + Formats.time(handling.claimedUntil()) + " 前其他人员看不到";
        return handling.mine() ? "已由您签收" + until : "正由" + handling.claimedBy() + "办理";
    }

    private Assignments assignments() {
        return visit.platform().assignments();
    }

    private String id() {
        return task.line().id();
    }

    private ActButton button(String title, String id, Consumer<Once> act) {
        return new ActButton(title, id, once -> {
                    if (accepted(() -> act.accept(once))) {
                        refresh.run();
                    }
                })
                .quiet();
    }

    private static ActButton opening(String title, String id, Runnable open) {
        return new ActButton(title, id, once -> open.run()).quiet();
    }

    /** What the core refuses is said; true if it did not. */
    private static boolean accepted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            Notices.problem(refusal.getMessage());
            return false;
        }
    }

    /** Where a task may go: a colleague, or an office. */
    private record Target(String loginName, String officeId, String name) {}

    private void reassign() {
        Targets targets = assignments().targets(visit.caller(), id());
        List<Target> possible = Stream.concat(
                        targets.colleagues().stream()
                                .map(colleague -> new Target(colleague.loginName(), "", colleague.name())),
                        targets.offices().stream().map(office -> new Target("", office.id(), office.name() + "（移交）")))
                .toList();
        if (possible.isEmpty()) {
            Notices.problem("本机构没有其他办理人员，该环节也不能移交其他机构");
            return;
        }
        ComboBox<Target> target = new ComboBox<>("转交给", possible);
        target.setId("reassign-to");
        target.setItemLabelGenerator(Target::name);
        target.setWidthFull();
        TextArea reason = area("原因", "reassign-reason");
        dialog(
                "转交",
                "reassign-confirm",
                dialog -> {
                    Once once = ActButton.press();
                    return target.getValue() != null
                            && accepted(() -> move(target.getValue(), once, reason.getValue()));
                },
                target,
                reason);
    }

    private void move(Target target, Once once, String reason) {
        if (target.officeId().isBlank()) {
            assignments().reassign(visit.caller(), once, id(), target.loginName(), reason);
        } else {
            assignments().handOver(visit.caller(), once, id(), target.officeId(), reason);
        }
        Notices.done("已转交" + target.name());
        Way.to(visit.to("inbox"));
    }

    private void ask() {
        Targets targets = assignments().targets(visit.caller(), id());
        ComboBox<Colleague> reviewer = new ComboBox<>("征求谁的意见", targets.advisers());
        reviewer.setId("ask-reviewer");
        reviewer.setItemLabelGenerator(Colleague::name);
        reviewer.setWidthFull();
        TextArea question = area("需要说明的问题", "ask-question");
        Checkbox blocking = new Checkbox("意见提交前不作出决定");
        blocking.setId("ask-blocking");
        dialog(
                "征求意见",
                "ask-confirm",
                dialog -> {
                    Once once = ActButton.press();
                    return reviewer.getValue() != null
                            && accepted(() -> {
                                CoReviews.Request request = new CoReviews.Request(
                                        reviewer.getValue().loginName(), question.getValue(), blocking.getValue());
                                visit.platform().coReviews().ask(visit.caller(), once, id(), request);
                                Notices.done("已征求" + reviewer.getValue().name() + "的意见");
                                refresh.run();
                            });
                },
                reviewer,
                question,
                blocking);
    }

    private static TextArea area(String label, String id) {
        TextArea area = new TextArea(label);
        area.setId(id);
        area.setMaxLength(LENGTH);
        area.setWidthFull();
        return area;
    }

    private static void dialog(
            String title,
            String id,
            java.util.function.Predicate<Dialog> act,
            com.vaadin.flow.component.Component... content) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("420px");
        dialog.add(content);
        ActButton confirm = new ActButton("确定", id, once -> {
            if (act.test(dialog)) {
                dialog.close();
            }
        });
        dialog.getFooter().add(new Button(Texts.CANCEL, event -> dialog.close()), confirm.primary());
        dialog.open();
    }
}
