package org.zhijian.portal.casework;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CaseView.Act;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.PrintLink;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.form.FormAnswers;
import org.zhijian.portal.page.DeskPage;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** A case, the same for both sides; whoever has a task on it finds the decision at the foot of the page. */
public final class CasePage extends DeskPage {
    public CasePage(Platform platform) {
        super(platform);
        addClassName("zj-case-page");
        Shortcuts.addShortcutListener(this, this::back, Key.ESCAPE).listenOn(this);
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        Caller caller = visit.caller();
        show(visit, platform().cases().view(caller, visit.parameter("case")));
    }

    private void show(Visit visit, CaseView view) {
        Caller caller = visit.caller();
        add(head(view));
        if (visit.region().isEmpty()) {
            add(Sentence.notice(Texts.REGION_GONE));
        }
        Corrections.notice(view).ifPresent(this::add);
        add(acts(view), new StepBar(view.steps()), columns(view), new Panel("办理记录", log(view.log())));
        if (!view.coReviews().isEmpty()) {
            add(new CoReviewPanel(visit, view.coReviews(), this::open));
        }
        task(view, visit)
                .ifPresent(task ->
                        add(new DecisionBar(visit, view, platform().tasks().view(caller, task.id()), this::open)));
    }

    /** Esc leads back to the list. */
    private void back() {
        Way.to(visit().to(visit().query("task").isBlank() ? "cases" : "inbox"));
    }

    private Div head(CaseView view) {
        Span number = new Span(view.line().number());
        number.setId("case-number");
        number.addClassName("zj-number");
        Div head = new Div(
                heading(view.line().procedureTitle()),
                number,
                Chip.of(view.line().stage()));
        head.addClassName("zj-head");
        view.tasks().stream()
                .map(TaskLine::daysLeft)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(days -> head.add(Chip.ofDaysLeft(days)));
        Span applicant = new Span(view.line().applicant());
        applicant.addClassName("zj-hint");
        head.add(applicant);
        if (view.line().submittedAt() != null) {
            Span submitted = new Span("提交于 " + Formats.minute(view.line().submittedAt()));
            submitted.addClassName("zj-hint");
            head.add(submitted);
        }
        return head;
    }

    private Div acts(CaseView view) {
        Div acts = new Div();
        acts.addClassName("zj-buttons");
        String id = view.line().id();
        Set<Act> allowed = view.acts();
        if (allowed.contains(Act.EDIT)) {
            acts.add(new Link(visit().to("cases/" + id + "/edit"), "修改")
                    .test("edit")
                    .style("zj-button"));
        }
        if (allowed.contains(Act.WITHDRAW)) {
            acts.add(confirmed("撤回", "withdraw", "撤回后本次申请即告结束。确定撤回吗？", once -> {
                platform().cases().withdraw(visit().caller(), once, id);
                Notices.done("已撤回 " + view.line().number());
                open();
            }));
        }
        if (allowed.contains(Act.DELETE)) {
            acts.add(confirmed("删除", "delete", "草稿删除后不能恢复。确定删除吗？", once -> {
                platform().cases().delete(visit().caller(), once, id);
                Notices.done("已删除 " + view.line().number());
                Way.to(visit().to("cases"));
            }));
        }
        if (allowed.contains(Act.REVEAL)) {
            acts.add(new ActButton("显示完整号码", "reveal", once -> {
                        CaseView clear = platform().cases().reveal(visit().caller(), id);
                        removeAll();
                        show(visit(), clear);
                    })
                    .quiet());
        }
        acts.add(new PrintLink(
                        platform(), "打印", printer -> platform().documents().ofCase(printer, id))
                .test("print"));
        return acts;
    }

    private static ActButton confirmed(String title, String id, String question, Consumer<Once> act) {
        return new ActButton(title, id, once -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(title);
            dialog.setText(question);
            dialog.setCancelable(true);
            dialog.setCancelText(Texts.CANCEL);
            Button confirm = new Button(title);
            confirm.setId(id + "-confirm");
            confirm.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
            dialog.setConfirmButton(confirm);
            dialog.addConfirmListener(event -> act.accept(once));
            dialog.open();
        });
    }

    private Div columns(CaseView view) {
        Panel answers = new Panel(
                "申请内容",
                new FormAnswers(view.definition().form(), view.form(), view.labels(), "", view.changedFields()));
        view.definition().chain().steps().forEach(step -> {
            FormData form = view.stepForms().getOrDefault(step.id(), FormData.EMPTY);
            if (!form.values().isEmpty()) {
                answers.add(new H3(step.title()));
                answers.add(new FormAnswers(step.form(), form, view.labels(), step.id() + ".", Set.of()));
            }
        });
        List<Slot> slots = Stream.concat(
                        view.definition().slots().stream(),
                        view.definition().chain().steps().map(Step::slots).flatMap(List::stream))
                .toList();
        Files files = Files.ofCase(platform(), view.line().id());
        Div columns = new Div(
                answers.test("answers"),
                Materials.of(platform(), files, slots, view.attachments(), view.round())
                        .test("materials"));
        columns.addClassName("zj-columns");
        return columns;
    }

    private static Table log(List<LogEntry> entries) {
        Table table = new Table("序号", "操作时间", "操作人", "操作", "意见").test("log");
        // Numbered as they stand here: the core's own numbers also count what is not shown.
        int line = 1;
        for (LogEntry entry : entries) {
            table.row(line++, Formats.minute(entry.at()), entry.actor(), entry.action(), entry.opinion());
        }
        return table.orElse(Texts.NOTHING);
    }

    /** The task that the caller is to decide: the one that the address names, else the first. */
    private static Optional<TaskLine> task(CaseView view, Visit visit) {
        List<TaskLine> mine = view.tasks().stream()
                .filter(task -> view.myTasks().contains(task.id()))
                .toList();
        return mine.stream()
                .filter(task -> task.id().equals(visit.query("task")))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }
}
