package org.zhijian.portal.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Impact.Count;
import org.zhijian.core.modules.Installation;
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
        module.reasons().forEach(reason -> reasons.add(new ListItem(reason)));
        reasons.setVisible(!module.reasons().isEmpty());
        card.add(reasons);
        card.add(acts(module));
        card.addClassName("zj-card");
        card.setId("module-" + module.id());
        card.getElement().setAttribute("data-test", "module-" + module.id() + "-" + module.version());
        return card;
    }

    private Div acts(Installation.Module module) {
        Div acts = new Div();
        acts.addClassName("zj-links");
        if (module.state() == ModuleState.RUNNING) {
            acts.add(new Link(module.id() + "/administration/accounts", "账号管理").test("accounts-" + module.id()));
        }
        if (module.state() != ModuleState.GONE && !module.version().isEmpty()) {
            acts.add(new ActButton("移除…", "remove-" + module.id() + "-" + module.version(), once -> askRemoval(module))
                    .quiet());
        }
        return acts;
    }

    private static Tone tone(ModuleState state) {
        return switch (state) {
            case RUNNING -> Tone.GREEN;
            case DRAINING, FOUND -> Tone.BLUE;
            case WAITING -> Tone.ORANGE;
            case REJECTED -> Tone.RED;
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

    private Div impact(Installation.Module module) {
        if (module.state() != ModuleState.RUNNING && module.state() != ModuleState.DRAINING) {
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
