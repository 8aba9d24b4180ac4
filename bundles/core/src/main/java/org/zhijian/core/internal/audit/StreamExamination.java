package org.zhijian.core.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.audit.Verification.Kind;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.EventLog.Head;

/**
 * Says what exactly happened to one stream that looked wrong. The caller keeps others from adding to it meanwhile, so that nobody who is just
 * at work is mistaken for a forger. One for each stream; not thread-safe.
 */
final class StreamExamination {
    /** Entries that do not fit are compared with each other only as long as there are this many. */
    private static final int COMPARED = 60;

    /** A draft's log ends with its deletion, and with it its owner. */
    private static final String END = "DELETE";

    /** An entry that does not follow the one before it. */
    private record Broken(StoredEvent event, String previous) {}

    private final Connection connection;
    private final String stream;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private Owners.Owner owner;
    private Head last = Head.START;
    private String lastAction = "";
    private int unmarkedFrom;

    private StreamExamination(Connection connection, String stream) {
        this.connection = connection;
        this.stream = stream;
    }

    static List<Finding> of(Connection connection, String stream) throws SQLException {
        StreamExamination examination = new StreamExamination(connection, stream);
        examination.run();
        return examination.findings;
    }

    private void run() throws SQLException {
        owner = Owners.of(connection, Set.of(stream)).get(stream);
        entries();
        explain();
        if (last.equals(Head.START)) {
            nothingLeft();
            return;
        }
        checkpoints();
        head();
        if (unmarkedFrom > 0) {
            say(Kind.MARK_REMOVED, unmarkedFrom, "第 " + unmarkedFrom + " 条起既未封存，也不在待封存之列：标记被删除，或这些条目是插入的");
        }
    }

    private void say(Kind kind, int seq, String message) {
        String name = owner == null ? "流 " + stream : owner.title();
        findings.add(new Finding(kind, stream, seq, name + "：" + message));
    }

    private void entries() throws SQLException {
        String sql = StoredEvent.SELECT + " where e.STREAM = ? order by e.SEQ";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(500);
            statement.setString(1, stream);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entry(StoredEvent.of(rows));
                }
            }
        }
    }

    private void entry(StoredEvent event) {
        int expected = last.seq() + 1;
        if (event.seq() < expected) {
            say(Kind.INSERTED, event.seq(), "第 " + event.seq() + " 条是插入的：编号从 1 起");
            return;
        }
        if (event.seq() > expected) {
            say(
                    Kind.DELETED,
                    expected,
                    event.seq() == expected + 1
                            ? "第 " + expected + " 条被删除"
                            : "第 " + expected + " 至 " + (event.seq() - 1) + " 条被删除");
        } else if (!event.follows(last.hash())) {
            broken.add(new Broken(event, last.hash()));
        } else if (!event.agrees()) {
            say(Kind.EDITED, event.seq(), "第 " + event.seq() + " 条与封存时不符：该条或其封存记录被改动");
        }
        if (event.sealed() != null) {
            unmarkedFrom = 0;
        } else if (event.marked() == null && unmarkedFrom == 0) {
            unmarkedFrom = event.seq();
        }
        last = event.head();
        lastAction = event.entry().action();
    }

    private void explain() {
        for (Broken one : broken) {
            int seq = one.event().seq();
            int original = broken.size() > COMPARED ? 0 : originalPlace(one);
            if (original > 0) {
                say(Kind.REORDERED, seq, "第 " + seq + " 条原是第 " + original + " 条：次序被调换");
            } else if (one.event().agrees()) {
                say(Kind.EDITED, seq, "第 " + seq + " 条与其散列不符：该条或其前一条被改动、替换或插入");
            } else {
                say(Kind.EDITED, seq, "第 " + seq + " 条与封存时不符：该条被改动、替换或插入");
            }
        }
    }

    /** The place for which the hash of this entry was computed, 0 if it is none of the other broken ones'. */
    private int originalPlace(Broken moved) {
        Set<String> hashes = broken.stream()
                .flatMap(other -> Stream.of(other.previous(), other.event().hash()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StoredEvent event = moved.event();
        return broken.stream()
                .map(other -> other.event().seq())
                .filter(seq -> seq != event.seq())
                .filter(seq -> hashes.stream()
                        .anyMatch(previous -> event.hash().equals(EventLog.hash(previous, stream, seq, event.entry()))))
                .findFirst()
                .orElse(0);
    }

    private void nothingLeft() throws SQLException {
        int known = Math.max(greatest("ZJ_SEALED"), greatest("ZJ_UNSEALED"));
        if (owner != null) {
            known = Math.max(known, owner.head().seq());
        }
        if (known > 0) {
            say(Kind.STREAM_REMOVED, 0, "整个流被删除，原有 " + known + " 条" + (owner == null ? "，所属对象也被删除" : ""));
        }
    }

    private void checkpoints() throws SQLException {
        int known = Math.max(greatest("ZJ_SEALED"), greatest("ZJ_UNSEALED"));
        if (known > last.seq()) {
            say(Kind.TAIL_CUT, last.seq() + 1, "尾部被截去：应至少有 " + known + " 条，只有 " + last.seq() + " 条");
        }
        String sql = "select s.SEQ from %s s where s.STREAM = ? and s.SEQ < 1";
        for (String table : List.of("ZJ_SEALED", "ZJ_UNSEALED")) {
            try (PreparedStatement statement = connection.prepareStatement(sql.formatted(table))) {
                statement.setString(1, stream);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        say(Kind.INSERTED, rows.getInt(1), "封存记录中有不存在的条目 " + rows.getInt(1));
                    }
                }
            }
        }
    }

    private int greatest(String table) throws SQLException {
        String sql = "select max(SEQ) from " + table + " where STREAM = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, stream);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void head() {
        if (owner == null) {
            if (!lastAction.equals(END)) {
                say(Kind.OWNER_REMOVED, 0, "所属的办件、账号或系统流被删除，日志仍有 " + last.seq() + " 条");
            }
            return;
        }
        Head head = owner.head();
        if (head.seq() > last.seq()) {
            say(Kind.TAIL_CUT, last.seq() + 1, "尾部被截去：流头为第 " + head.seq() + " 条，只有 " + last.seq() + " 条");
        } else if (head.seq() < last.seq()) {
            say(Kind.INSERTED, head.seq() + 1, "流头止于第 " + head.seq() + " 条，其后的条目是插入的，或流头被改动");
        } else if (!head.hash().equals(last.hash())) {
            say(Kind.HEAD_CHANGED, head.seq(), "流头的散列与第 " + head.seq() + " 条不符");
        }
    }
}
