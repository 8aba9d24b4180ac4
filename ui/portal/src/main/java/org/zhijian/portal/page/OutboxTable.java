package org.zhijian.portal.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.notices.OutgoingMessages.Outgoing;
import org.zhijian.core.notices.OutgoingMessages.Query;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.components.Tone;

/** What was sent and what was not, with the acts of whoever answers for it. */
final class OutboxTable extends Div {
    private static final int ROWS = 50;

    private final transient OutgoingMessages outgoing;
    private final transient Supplier<Caller> caller;
    private final String jurisdiction;
    private final Select<Option> medium = Filters.select("outbox-medium", "途径", options(Medium.values()), "");
    private final Select<Option> state = Filters.select("outbox-state", "状态", options(Delivery.values()), "");
    private final TextField text = Filters.text("outbox-text", "接收方或内容", "");
    private final PagedGrid<Outgoing> grid;
    private final Div counts = new Div();

    /** @param jurisdiction blank for all that the caller may see */
    OutboxTable(OutgoingMessages outgoing, Supplier<Caller> caller, String jurisdiction) {
        this.outgoing = outgoing;
        this.caller = caller;
        this.jurisdiction = jurisdiction;
        grid = new PagedGrid<Outgoing>("outbox", "没有发送记录。短信和对外推送会列在这里。", this::find)
                .narrow("时间", message -> Formats.minute(message.createdAt()))
                .narrow("途径", message -> message.medium().title())
                .text("接收方", OutboxTable::receiver)
                .text("内容", Outgoing::title)
                .cell("状态", OutboxTable::state)
                .narrow("次数", message -> Integer.toString(message.tries()))
                .text("说明", OutboxTable::note)
                .cell("操作", this::acts);
        for (var control : List.of(medium, state)) {
            control.addValueChangeListener(event -> grid.load());
        }
        text.addValueChangeListener(event -> grid.load());
        counts.setId("outbox-counts");
        counts.addClassName("zj-hint");
        add(counts, Filters.row(medium, state, text), grid);
        load();
    }

    private void load() {
        Map<Delivery, Long> found = outgoing.counts(caller.get(), jurisdiction);
        counts.setText("待发送 " + found.get(Delivery.NEW) + "　待重发 " + found.get(Delivery.FAILED) + "　发送失败 "
                + found.get(Delivery.DEAD));
        grid.load();
    }

    private static <E extends Enum<E> & org.zhijian.api.Titled> List<Option> options(E[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), value.title()))
                .toList();
    }

    private Page<Outgoing> find(String cursor) {
        String wantedMedium = Filters.value(medium);
        String wantedState = Filters.value(state);
        return outgoing.list(
                caller.get(),
                new Query(
                        jurisdiction,
                        wantedMedium.isBlank() ? null : Medium.valueOf(wantedMedium),
                        wantedState.isBlank() ? null : Delivery.valueOf(wantedState),
                        text.getValue(),
                        cursor,
                        ROWS));
    }

    private static String receiver(Outgoing message) {
        return switch (message.medium()) {
            case SMS -> message.target();
            case AGENCY -> message.jurisdiction() + " " + message.target();
        };
    }

    private static Chip state(Outgoing message) {
        if (message.abandoned()) {
            return new Chip("已放弃", Tone.GREY);
        }
        Tone tone =
                switch (message.state()) {
                    case NEW -> Tone.BLUE;
                    case SENT -> Tone.GREEN;
                    case FAILED -> Tone.ORANGE;
                    case DEAD -> Tone.RED;
                };
        return new Chip(message.state().title(), tone);
    }

    private static String note(Outgoing message) {
        String next = message.dueAt() == null ? "" : "　下次 " + Formats.minute(message.dueAt());
        return message.reason() + next;
    }

    private Div acts(Outgoing message) {
        Div acts = new Div();
        if (message.state() != Delivery.SENT) {
            acts.add(act(
                    "重发",
                    "replay-" + message.id(),
                    reason -> once -> outgoing.replay(caller.get(), once, message.id(), reason)));
            if (!message.abandoned()) {
                acts.add(
                        new Span("　"),
                        act(
                                "放弃",
                                "abandon-" + message.id(),
                                reason -> once -> outgoing.abandon(caller.get(), once, message.id(), reason)));
            }
        }
        return acts;
    }

    private Button act(String title, String id, Function<String, Function<Once, Outgoing>> act) {
        return new ActButton(title, id, ignored -> ask(title, act)).quiet();
    }

    private void ask(String title, Function<String, Function<Once, Outgoing>> act) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        TextArea reason = new TextArea("原因");
        reason.setId("outbox-reason");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.add(Sentence.hint("原因会记入审计日志。"), reason);
        ActButton confirm = new ActButton("确定" + title, "outbox-confirm", once -> {
            try {
                act.apply(reason.getValue()).apply(once);
                dialog.close();
                Notices.done("已" + title);
                load();
            } catch (Refusal refusal) {
                reason.setErrorMessage(refusal.getMessage());
                reason.setInvalid(true);
            }
        });
        dialog.getFooter().add(new Button(Texts.CANCEL, event -> dialog.close()), confirm.primary());
        dialog.open();
    }
}
