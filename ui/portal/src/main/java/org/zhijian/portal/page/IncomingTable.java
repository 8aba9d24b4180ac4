package org.zhijian.portal.page;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.IncomingMessages.Incoming;
import org.zhijian.core.intake.IncomingMessages.Query;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Tone;

/** What other systems have pushed in; a row opens what it says. */
final class IncomingTable extends Div {
    private static final int ROWS = 50;
    private static final int POLL_MILLIS = 500;
    private static final int MOST_POLLS = 40;

    private final transient IncomingMessages incoming;
    private final transient Supplier<Caller> caller;
    private final String jurisdiction;
    private final Select<Option> channel;
    private final Select<Option> state;
    private final TextField text = Filters.text("incoming-text", "编号或报送单位", "");
    private final PagedGrid<Incoming> grid;
    private final Div counts = new Div();
    private transient Runnable changed = () -> {};
    private Registration polling;
    private int polls;

    /** @param jurisdiction blank for all that the caller may see */
    IncomingTable(IncomingMessages incoming, Supplier<Caller> caller, String jurisdiction) {
        this.incoming = incoming;
        this.caller = caller;
        this.jurisdiction = jurisdiction;
        channel = Filters.select("incoming-channel", "通道", channels(), "");
        state = Filters.select("incoming-state", "状态", states(), usualState());
        grid = new PagedGrid<Incoming>("incoming", "没有接收的数据。其他系统报送的数据会列在这里。", this::find)
                .narrow("接收时间", line -> Formats.minute(line.receivedAt()))
                .narrow("通道", Incoming::channelTitle)
                .text("编号", Incoming::key)
                .narrow("版本", line -> line.version() == 0 ? "" : Long.toString(line.version()))
                .narrow("报送单位", Incoming::client)
                .cell("状态", IncomingTable::state)
                .text("原因", IncomingTable::reason)
                .onOpen(this::open);
        for (Select<Option> control : List.of(channel, state)) {
            control.addValueChangeListener(event -> grid.load());
        }
        text.addValueChangeListener(event -> grid.load());
        counts.setId("incoming-counts");
        counts.addClassName("zj-hint");
        add(counts, Filters.row(channel, state, text), grid);
        load();
    }

    /** Tells whenever somebody has acted here, or what was acted on has been judged. */
    void whenChanged(Runnable listener) {
        changed = listener;
    }

    private List<Option> channels() {
        return incoming.channels(caller.get(), jurisdiction).stream()
                .map(line -> new Option(line.id(), line.title()))
                .distinct()
                .toList();
    }

    private static List<Option> states() {
        return Arrays.stream(ReceiptState.values())
                .map(value -> new Option(value.name(), value.title()))
                .toList();
    }

    /** Who comes here while something is in quarantine comes for that. */
    private String usualState() {
        return incoming.counts(caller.get(), jurisdiction).get(ReceiptState.QUARANTINED) > 0
                ? ReceiptState.QUARANTINED.name()
                : "";
    }

    private void load() {
        Map<ReceiptState, Long> found = incoming.counts(caller.get(), jurisdiction);
        counts.setText("待处理 " + found.get(ReceiptState.RECEIVED) + "　隔离区 " + found.get(ReceiptState.QUARANTINED));
        grid.load();
    }

    private Page<Incoming> find(String cursor) {
        String wanted = Filters.value(state);
        return incoming.list(
                caller.get(),
                new Query(
                        jurisdiction,
                        Filters.value(channel),
                        wanted.isBlank() ? null : ReceiptState.valueOf(wanted),
                        text.getValue(),
                        cursor,
                        ROWS));
    }

    static Chip state(Incoming line) {
        Tone tone =
                switch (line.state()) {
                    case RECEIVED -> Tone.BLUE;
                    case DONE -> Tone.GREEN;
                    case QUARANTINED -> Tone.RED;
                    case STALE, DISCARDED -> Tone.GREY;
                };
        return new Chip(line.state().title(), tone);
    }

    private static String reason(Incoming line) {
        return line.state() == ReceiptState.DISCARDED
                ? line.note()
                : line.reasons().stream().map(Reason::message).findFirst().orElse("");
    }

    private void open(Incoming line) {
        new IncomingDialog(incoming, caller, line.id(), this::acted).open();
    }

    /** Somebody has acted; what is to be judged again is watched until it is. */
    private void acted(Incoming line) {
        load();
        changed.run();
        getUI().filter(ui -> line.state() == ReceiptState.RECEIVED).ifPresent(ui -> follow(ui, line.id()));
    }

    private void follow(UI ui, String id) {
        stopPolling(ui);
        polls = 0;
        ui.setPollInterval(POLL_MILLIS);
        polling = ui.addPollListener(event -> look(ui, id));
    }

    private void look(UI ui, String id) {
        Incoming line = incoming.find(caller.get(), id).line();
        polls++;
        if (line.state() == ReceiptState.RECEIVED && polls < MOST_POLLS) {
            return;
        }
        stopPolling(ui);
        load();
        changed.run();
        if (line.state() == ReceiptState.QUARANTINED) {
            Notices.problem(line.key() + " 仍在隔离区：" + reason(line));
        } else if (line.state() != ReceiptState.RECEIVED) {
            Notices.done(line.key() + " " + line.state().title());
        }
    }

    private void stopPolling(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }
}
