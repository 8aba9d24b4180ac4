package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.core.intake.IncomingMessages.Content;
import org.zhijian.core.intake.IncomingMessages.Incoming;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.intake.Reception.Acknowledgement;
import org.zhijian.core.intake.Reception.Receipt;

/** What other systems tell this one. */
public final class Received {
    private Received() {}

    /** What a sender is told at once. */
    public record Accepted(@Told("回执编号；同一数据重复报送时不变") String receiptId, ReceiptState state) {
        public static Accepted of(Acknowledgement told) {
            return new Accepted(told.receiptId(), told.stale() ? ReceiptState.STALE : told.state());
        }
    }

    /** Why a message is in quarantine. */
    public record ReasonItem(
            @Told("字段，明细中的如 people[0].idNo；与整条数据有关的为空") String field, @Told("规则代码") String code, String message) {
        static List<ReasonItem> of(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new ReasonItem(reason.field(), reason.code(), reason.message()))
                    .toList();
        }
    }

    /** What has become of a message. */
    public record ReceiptDetail(
            String receiptId,
            String jurisdiction,
            String channel,
            @Told("数据的编号，个人号码已脱敏") String key,
            @Told("版本；不分版本的通道为 0") long version,
            ReceiptState state,
            @Told("未能处理的原因") List<ReasonItem> reasons,
            @Maybe @Told("作废的原因") String note,
            Instant receivedAt,
            @Maybe @Told("处理时间") Instant decidedAt) {
        public static ReceiptDetail of(Receipt receipt) {
            return new ReceiptDetail(
                    receipt.id(),
                    receipt.jurisdiction(),
                    receipt.channel(),
                    receipt.key(),
                    receipt.version(),
                    receipt.state(),
                    ReasonItem.of(receipt.reasons()),
                    blankToNull(receipt.note()),
                    receipt.receivedAt(),
                    receipt.decidedAt());
        }
    }

    /** A message from outside, for those who answer for it. */
    public record IncomingItem(
            String id,
            String jurisdiction,
            String channel,
            String channelTitle,
            @Told("报送单位的 clientId") String clientId,
            String key,
            long version,
            ReceiptState state,
            List<ReasonItem> reasons,
            @Maybe @Told("最近一次人工处理的原因") String note,
            @Told("处理过的次数") int attempt,
            @Told("内容是否经人工修改") boolean mended,
            Instant receivedAt,
            @Maybe Instant decidedAt) {
        public static IncomingItem of(Incoming line) {
            return new IncomingItem(
                    line.id(),
                    line.jurisdiction(),
                    line.channel(),
                    line.channelTitle(),
                    line.client(),
                    line.key(),
                    line.version(),
                    line.state(),
                    ReasonItem.of(line.reasons()),
                    blankToNull(line.note()),
                    line.attempt(),
                    line.mended(),
                    line.receivedAt(),
                    line.decidedAt());
        }
    }

    /** A message from outside with what it says. */
    public record IncomingDetail(
            IncomingItem receipt,
            @Told("内容；经人工修改的为修改后的") Map<String, Object> message,
            @Told("代码的中文名称，按字段") Map<String, String> labels,
            @Told("不能修改的字段") List<String> fixed) {
        public static IncomingDetail of(Content content) {
            return new IncomingDetail(
                    IncomingItem.of(content.line()), content.message().values(), content.labels(), content.fixed());
        }
    }

    /** Changes what a message says. */
    public record MendCommand(@Told("完整的内容") Map<String, Object> message, @Told("原因") String reason) {}

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
