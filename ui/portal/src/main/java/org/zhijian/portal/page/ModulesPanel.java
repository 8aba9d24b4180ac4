package org.zhijian.portal.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.Problem;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Impact.Count;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations.Outcome;
import org.zhijian.core.modules.ModuleState;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chinese;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.components.Trace;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** The modules in all their versions: how far each has come and why, what a removal would touch, and the way to install another. */
final class ModulesPanel extends Panel {
    private static final Set<ModuleState> IN_USE =
            EnumSet.of(ModuleState.RUNNING, ModuleState.CUT_OFF, ModuleState.DRAINING, ModuleState.GONE);

    private static final int SHOWN = 20;

    private final transient Platform platform;
    private final Div cards = new Div();
    private final Div outcome = new Div();

    ModulesPanel(Platform platform) {
        super("业务模块");
        this.platform = platform;
        test("modules");
        cards.addClassName("zj-cards");
        outcome.setId("install-outcome");
        add(cards, Sentence.hint("安装模块或新版本：上传 jar 文件。新版本启用后，新申请按新版本办理，在办事项仍按原版本办结。"), upload(), outcome);
        show();
    }

    void show() {
        cards.removeAll();
        List<Installation.Module> found = platform.installation().modules(Visitor.caller(platform.signIn()));
        found.forEach(module -> cards.add(card(module)));
        if (found.isEmpty()) {
            cards.add(Sentence.empty("尚未安装业务模块"));
        }
    }

    private Div card(Installation.Module module) {
        Div card = new Div(
                new H3(module.title()),
                new Chip(module.state().title(), tone(module.state())),
                Sentence.hint(module.id() + "　版本 " + module.version()));
        if (module.faults() > 0) {
            card.add(Sentence.problem("最近一天处理失败 " + module.faults() + " 次（全部节点），详见运行日志"));
        }
        UnorderedList reasons = new UnorderedList();
        module.reasons().forEach(reason -> reasons.add(told(reason)));
        reasons.setVisible(!module.reasons().isEmpty());
        card.add(reasons);
        card.add(acts(module));
        card.addClassName("zj-card");
        card.setId("module-" + module.id());
        card.getElement().setAttribute("data-test", "module-" + module.id() + "-" + module.version());
        return card;
    }

    private static ListItem told(Problem problem) {
        ListItem item = new ListItem(new Span(problem.place()), new Div(problem.problem()));
        if (!problem.mend().isBlank()) {
            item.add(Sentence.hint("处理：" + problem.mend()));
        }
        return item;
    }

    private Div acts(Installation.Module module) {
        Div acts = new Div();
        acts.addClassName("zj-links");
        if (module.state() == ModuleState.RUNNING) {
            acts.add(new Link(module.id() + "/administration/accounts", "账号管理").test("accounts-" + module.id()));
        }
        if (module.state() == ModuleState.DRAINING) {
            acts.add(new ActButton(
                            "迁移在办件…", "migrate-" + module.id() + "-" + module.version(), once -> askMigration(module))
                    .quiet());
        }
        if (module.state() == ModuleState.GONE) {
            acts.add(new ActButton("清除数据…", "purge-" + module.id(), once -> askPurge(module)).quiet());
        }
        if (module.state() == ModuleState.CUT_OFF) {
            acts.add(new ActButton("恢复", "resume-" + module.id(), once -> resume(module)).quiet());
        }
        if (module.state() != ModuleState.GONE && !module.version().isEmpty()) {
            acts.add(new ActButton("移除…", "remove-" + module.id() + "-" + module.version(), once -> askRemoval(module))
                    .quiet());
        }
        return acts;
    }

    private void resume(Installation.Module module) {
        platform.installation().resume(Visitor.caller(platform.signIn()), module.id());
        Notices.done("已恢复 " + module.title());
        show();
    }

    private static Tone tone(ModuleState state) {
        return switch (state) {
            case RUNNING -> Tone.GREEN;
            case DRAINING, FOUND -> Tone.BLUE;
            case WAITING -> Tone.ORANGE;
            case REJECTED, CUT_OFF -> Tone.RED;
            case GONE -> Tone.GREY;
        };
    }

    /** Shows what depends on the module before it goes. */
    private void askRemoval(Installation.Module module) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("移除“" + module.title() + "”" + module.version());
        dialog.setText(new Div(impact(module), Sentence.notice("移除后办件和台账仍可查看，但不能办理；重新安装后继续办理。数据不会删除。")));
        dialog.setCancelable(true);
        dialog.setCancelText(Texts.CANCEL);
        Button confirm = new Button("移除");
        confirm.setId("remove-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        dialog.setConfirmButton(confirm);
        dialog.addConfirmListener(event -> {
            platform.installation().remove(Visitor.caller(platform.signIn()), module.id(), module.version());
            Notices.done("已移除 " + module.title() + " " + module.version());
            show();
        });
        dialog.open();
    }

    /** Shows which cases come over to the running version before they do. */
    private void askMigration(Installation.Module module) {
        Caller caller = Visitor.caller(platform.signIn());
        Outcome preview = platform.migrations().preview(caller, module.id());
        Div told = new Div();
        told.setId("migration");
        told.add(new Div("迁移到版本 " + preview.version() + " 的办件：" + preview.moving()));
        preview.moves().forEach(move -> told.add(new Div(move.title() + "（由版本 " + move.from() + "）：" + move.cases())));
        told.add(new Div("保持原版本的办件：" + preview.staying()));
        UnorderedList stays = new UnorderedList();
        preview.stays().stream()
                .limit(SHOWN)
                .forEach(stay -> stays.add(new ListItem(stay.number() + " " + stay.title() + "：" + stay.reason())));
        told.add(stays, Sentence.hint("迁移后按新版本办理，记入每件的办理记录，不能撤回。"));
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("迁移“" + module.title() + "”的在办件");
        dialog.setWidth("min(92vw, 560px)");
        dialog.add(told);
        ActButton confirm = new ActButton("迁移", "migrate-confirm", once -> {
            Outcome outcome = platform.migrations().run(caller, module.id());
            dialog.close();
            Notices.done("已迁移 " + outcome.moving() + " 件");
            show();
        });
        confirm.setEnabled(preview.moving() > 0);
        dialog.getFooter().add(new Button(Texts.CANCEL, event -> dialog.close()), confirm.primary());
        dialog.open();
    }

    /** What is purged does not come back: the id is typed, so that nobody does it by a slip. */
    private void askPurge(Installation.Module module) {
        TextField confirmation = new TextField("请输入模块标识 " + module.id() + " 以确认");
        confirmation.setId("purge-confirmation");
        confirmation.setWidthFull();
        confirmation.setManualValidation(true);
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("清除“" + module.title() + "”的数据");
        dialog.setWidth("min(92vw, 460px)");
        dialog.add(new Div(impact(module), Sentence.notice("办件、台账记录和该业务平台的账号将永久删除，不能恢复。审计记录保留。"), confirmation));
        ActButton confirm = new ActButton("永久清除", "purge-confirm", once -> {
            try {
                platform.installation().purge(Visitor.caller(platform.signIn()), module.id(), confirmation.getValue());
            } catch (Refusal refusal) {
                confirmation.setErrorMessage(refusal.getMessage());
                confirmation.setInvalid(true);
                return;
            }
            dialog.close();
            Notices.done("已清除 " + module.title() + " 的数据");
            show();
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Texts.CANCEL, event -> dialog.close()), confirm);
        dialog.open();
    }

    private Div impact(Installation.Module module) {
        if (!IN_USE.contains(module.state())) {
            return new Div("该模块没有在用的办件和台账。");
        }
        Impact impact = platform.installation().impact(Visitor.caller(platform.signIn()), module.id());
        Div told = new Div(
                new Div("办件：" + counted(impact.cases())),
                new Div("待办：" + impact.tasks()),
                new Div("台账记录：" + counted(impact.records())));
        told.setId("impact");
        return told;
    }

    private static String counted(List<Count> counts) {
        return counts.isEmpty()
                ? "无"
                : counts.stream()
                        .map(count -> count.title() + " " + count.number())
                        .collect(Collectors.joining("，"));
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setId("install-module");
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".jar");
        upload.setI18n(Chinese.upload());
        return upload;
    }

    /** Runs on a thread of the web server without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        Caller caller = Visitor.caller(platform.signIn(), event.getSession(), event.getRequest());
        List<String> said;
        try (InputStream content = event.getInputStream()) {
            Installation.Module module = platform.installation().install(caller, content);
            said = List.of(module.title() + " " + module.version() + "："
                    + module.state().title());
        } catch (Refusal refusal) {
            said = refusal.violations().isEmpty()
                    ? List.of(refusal.getMessage())
                    : refusal.violations().stream().map(Violation::message).toList();
        } catch (RuntimeException fault) {
            said = List.of(Trace.sentence(Trace.record(fault)));
        }
        List<String> lines = said;
        UI ui = event.getUI();
        ui.access(() -> {
            outcome.removeAll();
            outcome.add(new Span(event.getFileName()));
            lines.forEach(line -> outcome.add(new Div(line)));
            show();
        });
    }
}
