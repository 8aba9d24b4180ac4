package org.zhijian.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.intake.Reception;

/** Messages from outside, as little as the interface needs. */
final class FakeIntake implements Reception, IncomingMessages {
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");
    private static final List<Reason> REASONS = List.of(new Reason("people[0].idNo", "T-R01", "查无此人"));

    private final Map<String, Object> seen;
    private final Incoming line = new Incoming(
            "in-1",
            "sample",
            "works",
            "工程报送",
            "agency",
            "G1",
            2,
            ReceiptState.QUARANTINED,
            REASONS,
            "",
            1,
            false,
            MORNING,
            MORNING);

    FakeIntake(Map<String, Object> seen) {
        this.seen = seen;
    }

    @Override
    public Acknowledgement push(Caller caller, Once once, String jurisdiction, String channel, FormData message) {
        seen.put("pushed", jurisdiction + "/" + channel + " " + message.values());
        return switch (message.text("worksId")) {
            case "" -> throw Refusal.malformed(List.of(Violation.of("worksId", "REQUIRED", "请填写工程编号")));
            case "old" -> new Acknowledgement("in-0", ReceiptState.DONE, true);
            default -> new Acknowledgement("in-1", ReceiptState.RECEIVED, false);
        };
    }

    @Override
    public Receipt receipt(Caller caller, String id) {
        if (!id.equals("in-1")) {
            throw Refusal.notFound();
        }
        return new Receipt(id, "sample", "works", "G1", 2, ReceiptState.QUARANTINED, REASONS, "", MORNING, MORNING);
    }

    @Override
    public boolean maySee(Caller caller) {
        return true;
    }

    @Override
    public List<ChannelLine> channels(Caller caller, String jurisdiction) {
        return List.of(new ChannelLine("sample", "works", "工程报送"));
    }

    @Override
    public Page<Incoming> list(Caller caller, Query query) {
        seen.put("incoming", query);
        return new Page<>(List.of(line), "");
    }

    @Override
    public List<Incoming> quarantined(int limit) {
        return List.of(line);
    }

    @Override
    public Map<ReceiptState, Long> counts(Caller caller, String jurisdiction) {
        return Map.of();
    }

    @Override
    public Content find(Caller caller, String id) {
        return new Content(
                line,
                SampleJurisdiction.WORKS.form(),
                List.of("worksId"),
                new FormData(Map.of("worksId", "G1")),
                Map.of());
    }

    @Override
    public Content reveal(Caller caller, String id) {
        seen.put("revealed", id);
        return find(caller, id);
    }

    @Override
    public Incoming replay(Caller caller, Once once, String id, String reason) {
        seen.put("replayed", id + " " + reason);
        return line;
    }

    @Override
    public Incoming mend(Caller caller, Once once, String id, FormData message, String reason) {
        seen.put("mended", id + " " + message.values() + " " + reason);
        return line;
    }

    @Override
    public Incoming discard(Caller caller, Once once, String id, String reason) {
        seen.put("discarded", id + " " + reason);
        return line;
    }
}
