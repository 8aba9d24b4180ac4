package org.zhijian.portal.casework;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CaseView.Act;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.form.FieldPlace;
import org.zhijian.portal.page.DeskPage;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** A form to be filled in, in three steps: ① 填写, ② 上传材料, ③ 核对并提交. What is entered is saved at once. */
public final class FormPage extends DeskPage {
    private transient Draft draft;
    private Stage stage = Stage.FILL;
    private final Span saved = new Span();
    private final Div bar = new Div();
    private final Div content = new Div();
    private final ErrorSummary errors = new ErrorSummary(this::goTo);
    private final Sentence standstill = Sentence.notice("该业务模块已停用。已自动保存的内容不会丢失，请留在本页，模块恢复后可以继续填写和提交。");
    private FillStage fill;
    private AttachStage attach;

    private enum Stage {
        FILL("① 填写"),
        ATTACH("② 上传材料"),
        CHECK("③ 核对并");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        String title(Procedure.Words words) {
            return this == CHECK ? title + words.submit() : title;
        }
    }

    public FormPage(Platform platform) {
        super(platform);
        addClassName("zj-form-page");
        saved.setId("saved");
        saved.addClassName("zj-hint");
        saved.getElement().setAttribute("role", "status");
        bar.addClassName("zj-stages");
        standstill.setId("standstill");
    }

    @Override
    protected void show(Visit visit) {
        CaseView view = platform().cases().view(visit.caller(), visit.parameter("case"));
        if (!view.acts().contains(Act.EDIT)) {
            Way.to(visit.to("cases/" + view.line().id()));
            return;
        }
        draft = new Draft(visit, view);
        Div head = new Div(
                heading(view.line().procedureTitle()),
                new Span(view.line().number()),
                Chip.of(view.line().stage()),
                saved);
        head.addClassName("zj-head");
        saved.setText("");
        add(head, bar);
        view.log().stream()
                .filter(entry -> !entry.opinion().isBlank())
                .reduce((earlier, later) -> later)
                .filter(entry -> view.line().submittedAt() != null)
                .ifPresent(entry -> add(Sentence.notice(
                        entry.actor() + " " + Formats.day(entry.at()) + " " + entry.action() + "：" + entry.opinion())));
        Corrections.notice(view).ifPresent(this::add);
        add(errors, content);
        turnTo(Stage.FILL);
    }

    /** What is being filled in stays on the screen. */
    @Override
    protected boolean keeps(boolean running) {
        if (draft == null) {
            return false;
        }
        if (running) {
            remove(standstill);
        } else {
            addComponentAsFirst(standstill);
        }
        return true;
    }

    private void turnTo(Stage wanted) {
        stage = wanted;
        errors.clear();
        bar.removeAll();
        for (Stage each : Stage.values()) {
            Button step = new Button(each.title(words()), event -> turnTo(each));
            step.setId("stage-" + each.name().toLowerCase(java.util.Locale.ROOT));
            step.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            if (each == stage) {
                step.addClassName("zj-current");
                step.getElement().setAttribute("aria-current", "step");
            }
            bar.add(step);
        }
        content.removeAll();
        content.add(
                switch (stage) {
                    case FILL -> fill = new FillStage(draft, this::saved);
                    case ATTACH -> attach = new AttachStage(draft, this::saved);
                    case CHECK -> new CheckStage(draft);
                });
        content.add(buttons());
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassName("zj-buttons");
        if (stage != Stage.FILL) {
            Button back = new Button("上一步", event -> turnTo(Stage.values()[stage.ordinal() - 1]));
            back.setId("back");
            buttons.add(back);
        }
        buttons.add(
                stage == Stage.CHECK
                        ? new ActButton(words().submit(), "submit", this::submit).primary()
                        : new ActButton("下一步", "next", this::next).primary());
        buttons.add(new ActButton(words().save(), "save", this::keep).quiet());
        return buttons;
    }

    private Procedure.Words words() {
        return draft.procedure().words();
    }

    /** Keeps what is filled in for another day. */
    private void keep(Once once) {
        if (stage == Stage.FILL && !fill.save()) {
            return;
        }
        if (stage == Stage.ATTACH) {
            attach.save();
        }
        Notices.done("已" + words().save() + "，可在“我的事项”中继续办理");
        Way.to(visit().to("cases"));
    }

    /** Goes on if the core finds nothing wrong with this step. */
    private void next(Once once) {
        if (stage == Stage.FILL) {
            if (!fill.save()) {
                return;
            }
            List<Violation> problems = draft.problemsOfForm();
            fill.refuse(problems);
            goOn(problems, Stage.ATTACH);
        } else {
            attach.save();
            List<Violation> problems = draft.problemsOfAttachments();
            attach.refuse(problems);
            goOn(problems, Stage.CHECK);
        }
    }

    private void goOn(List<Violation> problems, Stage following) {
        if (problems.isEmpty()) {
            turnTo(following);
        } else {
            errors.show(problems);
        }
    }

    private void submit(Once once) {
        String id = draft.view().line().id();
        try {
            CaseView submitted = platform().cases().submit(visit().caller(), once, id);
            Notices.done(words().handedIn() + "，申请编号 " + submitted.line().number());
            Way.to(visit().to("cases/" + id));
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                throw refusal;
            }
            errors.show(refusal.violations());
        }
    }

    /** After each saving: when, or what could not be kept. */
    private void saved(List<Violation> refused) {
        if (refused.isEmpty()) {
            saved.setText("已自动保存 " + Formats.time(Instant.now()));
            errors.retain(draft.problems());
        } else {
            errors.show(refused);
        }
    }

    /** Leads to the place of a violation, also from another step. */
    private void goTo(String name) {
        List<Violation> shown = draft.problems();
        if (draft.procedure().form().field(FieldPlace.of(name).field()).isPresent()) {
            if (stage != Stage.FILL) {
                turnTo(Stage.FILL);
                fill.refuse(shown);
            }
            fill.focus(name);
        } else {
            if (stage != Stage.ATTACH) {
                turnTo(Stage.ATTACH);
                attach.refuse(shown);
            }
            attach.focus(name);
        }
    }
}
