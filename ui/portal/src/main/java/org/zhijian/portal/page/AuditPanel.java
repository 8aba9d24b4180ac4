package org.zhijian.portal.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.function.Supplier;
import org.zhijian.core.access.Caller;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Verification;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Tone;

/** The audit on the operator's desk: the last checkpoint, and a verification that shows how far it is. */
final class AuditPanel extends Panel {
    private static final int POLL_MILLIS = 1000;

    private final transient Audit audit;
    private final transient Supplier<Caller> caller;
    private final Div content = new Div();
    private Registration polling;

    AuditPanel(Audit audit, Supplier<Caller> caller) {
        super("审计");
        this.audit = audit;
        this.caller = caller;
        test("audit");
        add(content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private void show() {
        content.removeAll();
        content.add(audit.lastCheckpoint(caller.get())
                .<com.vaadin.flow.component.Component>map(AuditPanel::checkpoint)
                .orElseGet(() -> Sentence.hint("尚无检查点")));
        audit.verification(caller.get()).ifPresent(this::verification);
        ActButton verify = new ActButton("核验审计日志", "verify-audit", once -> {
            audit.verify(caller.get(), "");
            show();
        });
        ActButton seal = new ActButton("立即封存", "seal-audit", once -> {
            audit.seal(caller.get());
            show();
        });
        Div buttons = new Div(verify, seal.quiet());
        buttons.addClassName("zj-buttons");
        content.add(buttons);
    }

    private static Div checkpoint(Audit.Checkpoint last) {
        Div div = new Div(
                new Span("检查点 " + last.number() + "　" + Formats.minute(last.at()) + "　封存 " + last.streams() + " 个流"),
                Sentence.hint("锚定行（请抄存在系统之外）：" + last.anchor()));
        div.setId("checkpoint");
        return div;
    }

    private void verification(Verification verification) {
        Tone tone =
                switch (verification.state()) {
                    case INTACT -> Tone.GREEN;
                    case BROKEN -> Tone.RED;
                    case RUNNING, INTERRUPTED -> Tone.ORANGE;
                };
        Div line = new Div(
                new Chip(verification.state().title(), tone),
                new Span(" " + Formats.minute(verification.startedAt()) + "　已核验 " + verification.checkpoints()
                        + " 个检查点、" + verification.streams() + " 个流、" + verification.entries() + " 条日志"));
        line.setId("verification");
        UnorderedList findings = new UnorderedList();
        verification.findings().stream()
                .limit(100)
                .forEach(finding -> findings.add(new ListItem(finding.kind().title() + "：" + finding.message())));
        content.add(line);
        if (!verification.findings().isEmpty()) {
            content.add(findings);
        }
        getUI().ifPresent(ui -> follow(ui, verification.isRunning()));
    }

    /** Looks again as long as a verification runs. */
    private void follow(UI ui, boolean running) {
        stopPolling(ui);
        if (running) {
            ui.setPollInterval(POLL_MILLIS);
            polling = ui.addPollListener(event -> show());
        }
    }

    private void stopPolling(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
