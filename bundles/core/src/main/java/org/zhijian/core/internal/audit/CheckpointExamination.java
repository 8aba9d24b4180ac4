package org.zhijian.core.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.audit.Verification.Kind;
import org.zhijian.core.internal.audit.SealedCheckpoint.End;

/** Walks the checkpoints from the first to the last: what each covers, its seal, and that it follows the one before. Not thread-safe. */
final class CheckpointExamination {
    private final Connection connection;
    private final SealKeys keys;
    private final Consumer<Finding> findings;
    private final Set<Anchor> anchors;
    private SealedCheckpoint last;

    /** @param anchors what this node and the operator remember */
    CheckpointExamination(Connection connection, SealKeys keys, Set<Anchor> anchors, Consumer<Finding> findings) {
        this.connection = connection;
        this.keys = keys;
        this.anchors = new HashSet<>(anchors);
        this.findings = findings;
    }

    /** The next checkpoints. @return how many, 0 behind the last */
    int next(int limit) throws SQLException {
        List<SealedCheckpoint> page = page(limit);
        for (SealedCheckpoint checkpoint : page) {
            examine(checkpoint);
            last = checkpoint;
        }
        return page.size();
    }

    private List<SealedCheckpoint> page(int limit) throws SQLException {
        String sql = "select NUMBER_, SEALED_AT, STREAMS, DIGEST, PREVIOUS, KEY_ID, SEAL from ZJ_CHECKPOINT"
                + " where NUMBER_ > ? order by NUMBER_ fetch first ? rows only";
        List<SealedCheckpoint> page = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, last == null ? Integer.MIN_VALUE : last.number());
            statement.setInt(2, limit);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                page.add(new SealedCheckpoint(
                        rows.getInt(1),
                        Instant.ofEpochMilli(rows.getLong(2)),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7)));
            }
        }
        return page;
    }

    private void examine(SealedCheckpoint checkpoint) throws SQLException {
        int number = checkpoint.number();
        int expected = last == null ? 1 : last.number() + 1;
        if (number != expected) {
            say(Kind.CHECKPOINT_REMOVED, expected, "检查点 " + expected + " 缺失，其后是 " + number);
        } else if (!checkpoint.previous().equals(last == null ? "" : last.hash())) {
            say(Kind.CHECKPOINT_EDITED, number, "检查点 " + number + " 与前一检查点不衔接：其中之一被改动");
        }
        if (!keys.trusts(checkpoint.keyId())) {
            say(Kind.CHECKPOINT_UNTRUSTED, number, "检查点 " + number + " 的封存密钥 " + checkpoint.keyId() + " 不在可信之列");
        } else if (!keys.verifies(checkpoint.keyId(), checkpoint.text(), checkpoint.seal())) {
            say(Kind.CHECKPOINT_EDITED, number, "检查点 " + number + " 的封存签名不符：被改动");
        }
        List<End> ends = ends(number);
        if (ends.size() != checkpoint.streams()
                || !SealedCheckpoint.digest(ends).equals(checkpoint.digest())) {
            say(Kind.CHECKPOINT_EDITED, number, "检查点 " + number + " 封存的流与其摘要不符：封存记录被改动、删除或增加");
        }
        anchors.stream()
                .filter(anchor -> anchor.number() == number && !anchor.hash().equals(checkpoint.hash()))
                .forEach(anchor -> say(Kind.CHECKPOINT_EDITED, number, "检查点 " + number + " 与库外留存的锚定行不符"));
        anchors.removeIf(anchor -> anchor.number() == number);
    }

    private List<End> ends(int number) throws SQLException {
        String sql = "select STREAM, SEQ, HASH from ZJ_SEALED where CHECKPOINT_NUMBER = ?";
        List<End> ends = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ends.add(new End(rows.getString(1), rows.getInt(2), rows.getString(3)));
                }
            }
        }
        return ends;
    }

    /** What can be said only after the last one. */
    void end() throws SQLException {
        int count = last == null ? 0 : last.number();
        anchors.forEach(anchor -> say(
                Kind.CHECKPOINT_REMOVED,
                anchor.number(),
                "库外留存的锚定行所指的检查点 " + anchor.number() + " 不在库中：检查点被删除，或数据库被退回到较早的时候"));
        String strays = "select distinct s.CHECKPOINT_NUMBER from ZJ_SEALED s where not exists"
                + " (select 1 from ZJ_CHECKPOINT c where c.NUMBER_ = s.CHECKPOINT_NUMBER)";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(strays)) {
            while (rows.next()) {
                say(
                        Kind.CHECKPOINT_REMOVED,
                        rows.getInt(1),
                        "封存记录所指的检查点 " + rows.getInt(1) + " 不在库中" + (rows.getInt(1) > count ? "：尾部的检查点被删除" : ""));
            }
        }
    }

    private void say(Kind kind, int number, String message) {
        findings.accept(new Finding(kind, "", number, message));
    }
}
