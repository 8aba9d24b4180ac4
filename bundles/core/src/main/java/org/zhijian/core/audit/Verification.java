package org.zhijian.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * A verification of the audit.
 *
 * @param updatedAt when it last told of itself
 * @param checkpoints how many checkpoints it has seen
 * @param streams how many streams it has seen
 * @param entries how many entries it has seen
 * @param findings what does not fit, the first thousand of it
 */
public record Verification(
        String id,
        Instant startedAt,
        String startedBy,
        Instant updatedAt,
        State state,
        long checkpoints,
        long streams,
        long entries,
        List<Finding> findings) {

    /** How far it is. */
    public enum State {
        RUNNING("核验中"),
        INTACT("完整"),
        BROKEN("发现异常"),
        /** The node that carried it out stopped, or could not read on. */
        INTERRUPTED("已中断");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** Chinese title. */
        public String title() {
            return title;
        }
    }

    /** What happened to an entry, a stream or a checkpoint. */
    public enum Kind {
        EDITED("被改动"),
        DELETED("被删除"),
        INSERTED("被插入"),
        REORDERED("次序被调换"),
        TAIL_CUT("尾部被截去"),
        HEAD_CHANGED("流头被改动"),
        STREAM_REMOVED("整个流被删除"),
        OWNER_REMOVED("所属对象被删除"),
        MARK_REMOVED("待封存标记被删除"),
        CHECKPOINT_EDITED("检查点被改动"),
        CHECKPOINT_REMOVED("检查点缺失"),
        CHECKPOINT_UNTRUSTED("检查点的封存密钥不可信");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Chinese title. */
        public String title() {
            return title;
        }
    }

    /**
     * Something that does not fit.
     *
     * @param stream id of the stream, blank if it concerns a checkpoint
     * @param seq number of the entry or checkpoint, 0 for the whole
     * @param message Chinese sentence
     */
    public record Finding(Kind kind, String stream, int seq, String message) {}

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
