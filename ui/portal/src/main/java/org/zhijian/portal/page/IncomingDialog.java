package org.zhijian.portal.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zhijian.api.form.Form;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.IncomingMessages.Content;
import org.zhijian.core.intake.IncomingMessages.Incoming;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.form.FormAnswers;
import org.zhijian.portal.form.FormEditor;
import org.zhijian.portal.form.RegionChoices;

/** What a message from outside says, why it is in quarantine, and what may be done about that. */
final class IncomingDialog extends Dialog {
    private final transient IncomingMessages incoming;
    private final transient Supplier<Caller> caller;
    private final String id;
    private final transient Consumer<Incoming> acted;

    IncomingDialog(IncomingMessages incoming, Supplier<Caller> caller, String id, Consumer<Incoming> acted) {
        this.incoming = incoming;
        this.caller = caller;
        this.id = id;
        this.acted = acted;
        setId("incoming-message");
        setWidth("min(94vw, 860px)");
        read(incoming.find(caller.get(), id), true);
    }

    private void clear(String title) {
        removeAll();
        getFooter().removeAll();
        setHeaderTitle(title);
    }

    private void read(Content content, boolean masked) {
        Incoming line = content.line();
        clear(line.channelTitle() + "　" + line.key());
        Descriptions facts = new Descriptions()
                .item("状态", IncomingTable.state(line))
                .item("报送单位", line.client())
                .item("接收时间", Formats.minute(line.receivedAt()))
                .item("处理次数", line.attempt() + (line.mended() ? "（内容经人工修改）" : ""));
        if (!line.note().isBlank()) {
            facts.item("处理说明", line.note());
        }
        add(facts);
        if (!line.reasons().isEmpty()) {
            add(new H3("未能处理的原因"), reasons(content));
        }
        add(new H3("数据内容"), new FormAnswers(content.form(), content.message(), content.labels(), "", Set.of()));
        if (masked) {
            add(new ActButton("查看完整号码", "incoming-reveal", once -> read(incoming.reveal(caller.get(), id), false))
                    .quiet());
        }
        getFooter().add(button("incoming-close", Texts.CLOSE, this::close));
        if (line.state() == ReceiptState.QUARANTINED) {
            getFooter()
                    .add(
                            button("incoming-discard", "作废", () -> ask(content, "作废", incoming::discard)),
                            button("incoming-mend", "修改后处理", this::mend),
                            button("incoming-replay", "重新处理", () -> ask(content, "重新处理", incoming::replay)));
        }
    }

    private static Button button(String id, String title, Runnable act) {
        Button button = new Button(title, event -> act.run());
        button.setId(id);
        return button;
    }

    private static UnorderedList reasons(Content content) {
        UnorderedList list = new UnorderedList();
        list.setId("incoming-reasons");
        content.line()
                .reasons()
                .forEach(reason -> list.add(new ListItem(place(content.form(), reason) + reason.message())));
        return list;
    }

    /** The field that a reason speaks of, in words. */
    private static String place(Form form, Reason reason) {
        String field = reason.field().replaceAll("[\\[.].*", "");
        return form.field(field).map(found -> found.label() + "：").orElse("");
    }

    private static TextArea reason() {
        TextArea reason = new TextArea("原因");
        reason.setId("incoming-reason");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        return reason;
    }

    /** What an act of the core needs. */
    @FunctionalInterface
    private interface Act {
        Incoming apply(Caller caller, Once once, String id, String reason);
    }

    private void ask(Content content, String title, Act act) {
        clear(title + "：" + content.line().key());
        TextArea reason = reason();
        add(Sentence.hint(title.equals("作废") ? "作废后不再处理，原因将告知报送单位，并记入审计日志。" : "按现有内容再处理一次，原因会记入审计日志。"), reason);
        confirm("确定" + title, once -> finish(act.apply(caller.get(), once, id, reason.getValue())), violations -> {
            reason.setErrorMessage(violations.get(0).message());
            reason.setInvalid(true);
        });
    }

    private void mend() {
        Content content = incoming.reveal(caller.get(), id);
        clear("修改：" + content.line().channelTitle() + "　" + content.line().key());
        FormEditor editor = new FormEditor(
                unchangeable(content.form(), content.fixed()),
                new RegionChoices(content.form(), content.labels()),
                content.message());
        TextArea reason = reason();
        ErrorSummary errors = new ErrorSummary(place -> {
            if (editor.has(place)) {
                editor.focus(place);
            } else {
                reason.focus();
            }
        });
        Div body = new Div(reasons(content), errors, editor, reason);
        add(body);
        confirm(
                "保存并处理",
                once -> finish(incoming.mend(caller.get(), once, id, editor.data(), reason.getValue())),
                violations -> {
                    editor.refuse(violations);
                    errors.show(violations);
                });
    }

    /** Key and version are shown and stay. */
    private static Form unchangeable(Form form, List<String> fixed) {
        return new Form(form.sections().stream()
                .map(section -> new Form.Section(
                        section.title(),
                        section.fields().stream()
                                .map(field -> fixed.contains(field.id()) ? field.readOnlyField() : field)
                                .toList()))
                .toList());
    }

    private void confirm(String title, Consumer<Once> act, Consumer<List<Violation>> refused) {
        ActButton confirm = new ActButton(title, "incoming-confirm", once -> {
            try {
                act.accept(once);
            } catch (Refusal refusal) {
                List<Violation> violations = refusal.violations();
                if (violations.isEmpty()) {
                    Notices.problem(refusal.getMessage());
                } else {
                    refused.accept(violations);
                }
            }
        });
        getFooter()
                .add(
                        button("incoming-back", "返回", () -> read(incoming.find(caller.get(), id), true)),
                        confirm.primary());
    }

    private void finish(Incoming line) {
        close();
        acted.accept(line);
    }
}
