package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.List;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.audit.Verification;

/** The audit as the operator reads it. */
public final class AuditItems {
    private AuditItems() {}

    /** An entry of the log. */
    public record EntryItem(
            @Told("所属办件或账号的 id") String stream,
            int seq,
            Instant at,
            @Told("操作账号；无账号时为空") String accountId,
            String actor,
            String address,
            String action,
            String title,
            String step,
            int round,
            String opinion,
            @Told("JSON；没有时为空") String detail,
            String hash) {

        public static EntryItem of(Entry entry) {
            return new EntryItem(
                    entry.stream(),
                    entry.seq(),
                    entry.at(),
                    entry.accountId(),
                    entry.actor(),
                    entry.address(),
                    entry.action(),
                    entry.title(),
                    entry.step(),
                    entry.round(),
                    entry.opinion(),
                    entry.detail(),
                    entry.hash());
        }
    }

    /** Something that does not fit. */
    public record FindingItem(
            Verification.Kind kind,
            @Told("所属的流；关于检查点时为空") String stream,
            @Told("条目或检查点编号；0 表示整体") int seq,
            @Told("说明") String message) {}

    /** A verification, under way or done. */
    public record VerificationItem(
            String id,
            Instant startedAt,
            String startedBy,
            Instant updatedAt,
            Verification.State state,
            @Told("已核验的检查点数") long checkpoints,
            @Told("已核验的流数") long streams,
            @Told("已核验的条目数") long entries,
            List<FindingItem> findings) {

        public static VerificationItem of(Verification verification) {
            return new VerificationItem(
                    verification.id(),
                    verification.startedAt(),
                    verification.startedBy(),
                    verification.updatedAt(),
                    verification.state(),
                    verification.checkpoints(),
                    verification.streams(),
                    verification.entries(),
                    verification.findings().stream()
                            .map(finding ->
                                    new FindingItem(finding.kind(), finding.stream(), finding.seq(), finding.message()))
                            .toList());
        }
    }

    /** A sealed checkpoint. */
    public record CheckpointItem(
            int number,
            Instant at,
            @Told("所封存的流数") int streams,
            @Told("锚定行：请留存在系统之外，核验时可供比对") String anchor,
            @Told("封存密钥") String keyId,
            @Told("本节点封存密钥的公钥，PEM") String publicKey) {

        public static CheckpointItem of(Audit.Checkpoint checkpoint, String publicKey) {
            return new CheckpointItem(
                    checkpoint.number(),
                    checkpoint.at(),
                    checkpoint.streams(),
                    checkpoint.anchor(),
                    checkpoint.keyId(),
                    publicKey);
        }
    }
}
