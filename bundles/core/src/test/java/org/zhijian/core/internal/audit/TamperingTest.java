package org.zhijian.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.EventLog;

/**
 * Somebody with the run of the database, who knows how the chain is made but has not the key, changes it in a thousand random ways: every one
 * is found. The seed is printed; {@code -Dzhijian.seed} sets it.
 */
class TamperingTest {
    private static final int TAMPERINGS = 1000;

    private static final List<String> TEXTS =
            List.of("ACCOUNT_ID", "ACTOR", "ADDRESS", "ACTION", "TITLE", "STEP", "OPINION", "DETAIL", "HASH", "STREAM");

    private Random random;
    private Connection connection;

    /** A way to tamper. @return what was done, null if it could not be done here */
    @FunctionalInterface
    private interface Way {
        String tamper(Event event) throws SQLException;
    }

    private record Event(String stream, int seq, int last, int sealed) {}

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void everyTamperingIsFound(Database database) throws SQLException {
        long seed = Long.getLong("zhijian.seed", System.nanoTime());
        random = new Random(seed);
        AuditScene scene = story(database);
        assertThat(scene.verify()).isEmpty();

        Map<String, Integer> found = new TreeMap<>();
        try (Connection opened = database.dataSource().getConnection()) {
            connection = opened;
            connection.setAutoCommit(false);
            List<Event> events = events();
            List<Way> ways = ways();
            int done = 0;
            while (done < TAMPERINGS) {
                Way way = ways.get(random.nextInt(ways.size()));
                String what = attempt(way, events.get(random.nextInt(events.size())));
                if (what != null) {
                    assertThat(scene.verify(connection))
                            .as("tampering %d of seed %d: %s", done, seed, what)
                            .isNotEmpty()
                            .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
                    found.merge(what.replaceAll(":.*", ""), 1, Integer::sum);
                    done++;
                }
                connection.rollback();
            }
        }
        assertThat(scene.verify()).isEmpty();
        assertThat(found.keySet())
                .as("kinds of tampering under seed %d: %s", seed, found)
                .hasSizeGreaterThan(15);
        System.out.println("1000 tamperings found, seed " + seed + ": " + found);
    }

    /** Ten streams, four checkpoints, and what has happened since. */
    private AuditScene story(Database database) {
        AuditScene scene = new AuditScene(database);
        List<Caller> operators = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            operators.add(scene.operator());
        }
        for (int round = 0; round < 5; round++) {
            for (Caller operator : operators) {
                for (int n = random.nextInt(4); n >= 0; n--) {
                    scene.act(operator, "第 " + round + " 轮 " + n);
                }
            }
            scene.actOfSystem("outbox", "送达 " + round);
            scene.actOfSystem("sign-in", "失败 " + round);
            if (round < 4) {
                scene.seal();
            }
        }
        return scene;
    }

    private String attempt(Way way, Event event) throws SQLException {
        try {
            return way.tamper(event);
        } catch (SQLException keyTaken) {
            return null;
        }
    }

    private List<Way> ways() {
        return List.of(
                this::editText,
                this::editNumber,
                this::delete,
                this::append,
                this::insertBefore,
                this::swap,
                this::swapContents,
                this::cutTail,
                this::cutTailAndMarks,
                this::removeStream,
                this::removeStreamAndOwner,
                this::removeEverythingOfStream,
                this::rewriteFromHere,
                this::rewriteWithSeals,
                this::editHead,
                this::removeOwner,
                this::editMark,
                this::removeMark,
                this::editSeal,
                this::removeSeal,
                this::editCheckpoint,
                this::removeCheckpoint,
                this::removeLastCheckpoints);
    }

    private String editText(Event event) throws SQLException {
        String column = TEXTS.get(random.nextInt(TEXTS.size()));
        String before = text("select " + column + " from ZJ_EVENT where STREAM = ? and SEQ = ?", event);
        String after = before == null || before.isEmpty() || random.nextInt(4) == 0
                ? "改动" + random.nextInt(1000)
                : changed(before);
        update("update ZJ_EVENT set " + column + " = ? where STREAM = ? and SEQ = ?", after, event.stream, event.seq);
        return "edit " + column + ": " + event + " to " + after;
    }

    /** Another text of the same length. */
    private String changed(String before) {
        int at = random.nextInt(before.length());
        char sign = before.charAt(at) == '7' ? '8' : '7';
        return before.substring(0, at) + sign + before.substring(at + 1);
    }

    private String editNumber(Event event) throws SQLException {
        String column = List.of("SEQ", "HAPPENED_AT", "ROUND_NO").get(random.nextInt(3));
        int by = 1 + random.nextInt(5);
        update(
                "update ZJ_EVENT set " + column + " = " + column + " + ? where STREAM = ? and SEQ = ?",
                by,
                event.stream,
                event.seq);
        return "edit " + column + ": " + event + " by " + by;
    }

    private String delete(Event event) throws SQLException {
        update("delete from ZJ_EVENT where STREAM = ? and SEQ = ?", event.stream, event.seq);
        return "delete: " + event;
    }

    /** A forged entry behind the last one, well hashed, with the head and perhaps even the mark that belong to it. */
    private String append(Event event) throws SQLException {
        String previous = text("select HASH from ZJ_EVENT where STREAM = ? and SEQ = ?", at(event, event.last));
        EventLog.Entry entry = entry(event);
        String hash = EventLog.hash(previous, event.stream, event.last + 1, entry);
        insert(event.stream, event.last + 1, entry, hash);
        if (random.nextBoolean()) {
            head(event.stream, event.last + 1, hash);
        }
        return "append: " + event;
    }

    /** An entry in the middle, all behind it moved on and well hashed again up to the head. */
    private String insertBefore(Event event) throws SQLException {
        if (event.seq > event.sealed) {
            return null;
        }
        for (int seq = event.last; seq >= event.seq; seq--) {
            update("update ZJ_EVENT set SEQ = SEQ + 1 where STREAM = ? and SEQ = ?", event.stream, seq);
        }
        insert(event.stream, event.seq, entry(event), "");
        rehash(event.stream, event.seq);
        return "insert: " + event;
    }

    private String swap(Event event) throws SQLException {
        int other = 1 + random.nextInt(event.last);
        if (other == event.seq) {
            return null;
        }
        move(event.stream, event.seq, 0);
        move(event.stream, other, event.seq);
        move(event.stream, 0, other);
        return "swap: " + event + " with " + other;
    }

    private void move(String stream, int from, int to) throws SQLException {
        update("update ZJ_EVENT set SEQ = ? where STREAM = ? and SEQ = ?", to, stream, from);
    }

    private String swapContents(Event event) throws SQLException {
        int other = 1 + random.nextInt(event.last);
        String one = text("select TITLE from ZJ_EVENT where STREAM = ? and SEQ = ?", event);
        String two = text("select TITLE from ZJ_EVENT where STREAM = ? and SEQ = ?", at(event, other));
        if (one.equals(two)) {
            return null;
        }
        update("update ZJ_EVENT set TITLE = ? where STREAM = ? and SEQ = ?", two, event.stream, event.seq);
        update("update ZJ_EVENT set TITLE = ? where STREAM = ? and SEQ = ?", one, event.stream, other);
        return "swap titles: " + event + " with " + other;
    }

    private String cutTail(Event event) throws SQLException {
        cut(event);
        return "cut tail: " + event;
    }

    /** With the marks that would tell: only what is sealed is sure to be missed. */
    private String cutTailAndMarks(Event event) throws SQLException {
        if (event.seq > event.sealed) {
            return null;
        }
        cut(event);
        update("delete from ZJ_UNSEALED where STREAM = ? and SEQ >= ?", event.stream, event.seq);
        return "cut tail and marks: " + event;
    }

    private void cut(Event event) throws SQLException {
        update("delete from ZJ_EVENT where STREAM = ? and SEQ >= ?", event.stream, event.seq);
        String hash = event.seq == 1
                ? ""
                : text("select HASH from ZJ_EVENT where STREAM = ? and SEQ = ?", at(event, event.seq - 1));
        head(event.stream, event.seq - 1, hash);
    }

    private String removeStream(Event event) throws SQLException {
        update("delete from ZJ_EVENT where STREAM = ?", event.stream);
        if (random.nextBoolean()) {
            head(event.stream, 0, "");
        }
        return "remove stream: " + event;
    }

    private String removeStreamAndOwner(Event event) throws SQLException {
        update("delete from ZJ_EVENT where STREAM = ?", event.stream);
        update("delete from ZJ_UNSEALED where STREAM = ?", event.stream);
        owner(event.stream);
        return "remove stream and owner: " + event;
    }

    private String removeEverythingOfStream(Event event) throws SQLException {
        removeStreamAndOwner(event);
        update("delete from ZJ_SEALED where STREAM = ?", event.stream);
        return "remove stream, owner and seals: " + event;
    }

    private void owner(String stream) throws SQLException {
        update("delete from ZJ_ACCOUNT where ID = ?", stream);
        update("delete from ZJ_AUDIT_STREAM where ID = ?", stream);
    }

    private String removeOwner(Event event) throws SQLException {
        owner(event.stream);
        return "remove owner: " + event;
    }

    /** An edit with all hashes behind it, the head and the marks made to fit. */
    private String rewriteFromHere(Event event) throws SQLException {
        if (event.seq > event.sealed) {
            return null;
        }
        update("update ZJ_EVENT set TITLE = ? where STREAM = ? and SEQ = ?", "改写", event.stream, event.seq);
        rehash(event.stream, event.seq);
        return "rewrite: " + event;
    }

    /** And what the checkpoints hold of it, but for the signature. */
    private String rewriteWithSeals(Event event) throws SQLException {
        if (rewriteFromHere(event) == null) {
            return null;
        }
        update(
                "update ZJ_SEALED set HASH = (select e.HASH from ZJ_EVENT e where e.STREAM = ZJ_SEALED.STREAM"
                        + " and e.SEQ = ZJ_SEALED.SEQ) where STREAM = ?",
                event.stream);
        return "rewrite with seals: " + event;
    }

    private String editHead(Event event) throws SQLException {
        if (random.nextBoolean()) {
            head(
                    event.stream,
                    event.last + 1 - 2 * random.nextInt(2),
                    text("select HASH from ZJ_EVENT where STREAM = ? and SEQ = ?", event));
        } else {
            head(event.stream, event.last, "0".repeat(64));
        }
        return "edit head: " + event;
    }

    private String editMark(Event event) throws SQLException {
        boolean hash = random.nextBoolean();
        int changed = hash
                ? update("update ZJ_UNSEALED set HASH = ? where STREAM = ?", "1".repeat(64), event.stream)
                : update("update ZJ_UNSEALED set SEQ = SEQ + 100 where STREAM = ?", event.stream);
        return changed == 0 ? null : "edit mark: " + event + (hash ? " hash" : " seq");
    }

    private String removeMark(Event event) throws SQLException {
        int changed = update("delete from ZJ_UNSEALED where STREAM = ? and SEQ = ?", event.stream, event.seq);
        return changed == 0 ? null : "remove mark: " + event;
    }

    private String editSeal(Event event) throws SQLException {
        String set = List.of(
                        "HASH = 'f'",
                        "SEQ = SEQ + 1000",
                        "CHECKPOINT_NUMBER = CHECKPOINT_NUMBER + 1",
                        "STREAM = 'nobody'")
                .get(random.nextInt(4));
        int changed = update("update ZJ_SEALED set " + set + " where STREAM = ? and SEQ = ?", event.stream, event.seq);
        return changed == 0 ? null : "edit seal: " + event + " " + set;
    }

    private String removeSeal(Event event) throws SQLException {
        int changed = update("delete from ZJ_SEALED where STREAM = ? and SEQ = ?", event.stream, event.seq);
        return changed == 0 ? null : "remove seal: " + event;
    }

    private String editCheckpoint(Event ignored) throws SQLException {
        String set = List.of(
                        "SEALED_AT = SEALED_AT + 1",
                        "STREAMS = STREAMS + 1",
                        "DIGEST = 'd'",
                        "PREVIOUS = 'p'",
                        "KEY_ID = 'k'",
                        "SEAL = 's'",
                        "NUMBER_ = NUMBER_ + 10")
                .get(random.nextInt(7));
        int number = 1 + random.nextInt(4);
        update("update ZJ_CHECKPOINT set " + set + " where NUMBER_ = ?", number);
        return "edit checkpoint: " + number + " " + set;
    }

    private String removeCheckpoint(Event ignored) throws SQLException {
        int number = 1 + random.nextInt(4);
        update("delete from ZJ_CHECKPOINT where NUMBER_ = ?", number);
        return "remove checkpoint: " + number;
    }

    private String removeLastCheckpoints(Event ignored) throws SQLException {
        int number = 1 + random.nextInt(4);
        update("delete from ZJ_CHECKPOINT where NUMBER_ >= ?", number);
        update("delete from ZJ_SEALED where CHECKPOINT_NUMBER >= ?", number);
        return "remove last checkpoints: from " + number;
    }

    private void rehash(String stream, int from) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(StoredEvent.SELECT + " where e.STREAM = ? order by e.SEQ")) {
            statement.setString(1, stream);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(StoredEvent.of(rows));
                }
            }
        }
        String previous = "";
        for (StoredEvent event : events) {
            String hash =
                    event.seq() < from ? event.hash() : EventLog.hash(previous, stream, event.seq(), event.entry());
            update("update ZJ_EVENT set HASH = ? where STREAM = ? and SEQ = ?", hash, stream, event.seq());
            update("update ZJ_UNSEALED set HASH = ? where STREAM = ? and SEQ = ?", hash, stream, event.seq());
            previous = hash;
        }
        head(stream, events.size(), previous);
    }

    private EventLog.Entry entry(Event event) {
        return new EventLog.Entry(
                java.time.Instant.ofEpochMilli(1_700_000_000_000L),
                event.stream,
                "伪造",
                "127.0.0.1",
                "FORGED",
                "伪造",
                null,
                0,
                "",
                null);
    }

    private void insert(String stream, int seq, EventLog.Entry entry, String hash) throws SQLException {
        update(
                "insert into ZJ_EVENT (STREAM, SEQ, HAPPENED_AT, ACCOUNT_ID, ACTOR, ADDRESS, ACTION, TITLE, ROUND_NO, OPINION, HASH)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                stream,
                seq,
                entry.at().toEpochMilli(),
                entry.accountId(),
                entry.actor(),
                entry.address(),
                entry.action(),
                entry.title(),
                entry.round(),
                entry.opinion(),
                hash);
    }

    private void head(String stream, int seq, String hash) throws SQLException {
        update("update ZJ_ACCOUNT set EVENT_SEQ = ?, EVENT_HASH = ? where ID = ?", seq, hash, stream);
        update("update ZJ_AUDIT_STREAM set EVENT_SEQ = ?, EVENT_HASH = ? where ID = ?", seq, hash, stream);
    }

    private static Event at(Event event, int seq) {
        return new Event(event.stream, seq, event.last, event.sealed);
    }

    private List<Event> events() throws SQLException {
        String sql = "select e.STREAM, e.SEQ, (select max(l.SEQ) from ZJ_EVENT l where l.STREAM = e.STREAM),"
                + " (select max(s.SEQ) from ZJ_SEALED s where s.STREAM = e.STREAM) from ZJ_EVENT e order by e.STREAM, e.SEQ";
        List<Event> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(new Event(rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)));
            }
        }
        return events;
    }

    private String text(String sql, Event event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, event.stream);
            statement.setInt(2, event.seq);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }
}
