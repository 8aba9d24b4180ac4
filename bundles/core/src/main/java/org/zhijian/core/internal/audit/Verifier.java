package org.zhijian.core.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.internal.store.EventLog.Head;

/**
 * Reads all streams and checkpoints, page by page, and finds whatever does not fit. A first reading only suspects: while it runs, others write.
 * What it suspects is then examined alone. Memory is bounded by a page and the findings. One for each run; not thread-safe.
 */
final class Verifier {
    private static final int PAGE = 1000;

    /** Findings and suspects beyond this many are not kept: the audit is broken, and more of them say nothing new. */
    static final int MOST = 1000;

    /** Examines a stream while nobody adds to it. */
    @FunctionalInterface
    interface Examiner {
        List<Finding> examine(String stream) throws SQLException;
    }

    /** Is told how far the verification is, after each page. */
    @FunctionalInterface
    interface Listener {
        void progress(long checkpoints, long streams, long entries, List<Finding> findings) throws SQLException;
    }

    /** What the reading remembers of the stream that it is in. */
    private static final class Walk {
        private final String stream;
        private Head last = Head.START;
        private String lastAction = "";
        private boolean fits = true;
        private boolean marked = true;

        private Walk(String stream) {
            this.stream = stream;
        }

        private void step(StoredEvent event) {
            fits &= event.seq() == last.seq() + 1 && event.follows(last.hash()) && event.agrees();
            marked = event.sealed() != null || marked && event.marked() != null;
            last = event.head();
            lastAction = event.entry().action();
        }

        private boolean isIntact(Owners.Owner owner) {
            return fits
                    && marked
                    && (owner == null
                            ? lastAction.equals("DELETE")
                            : owner.head().equals(last));
        }
    }

    private final Connection connection;
    private final Examiner examiner;
    private final CheckpointExamination checkpoints;
    private final Listener listener;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> suspects = new LinkedHashSet<>();
    private long checkpointsSeen;
    private long streamsSeen;
    private long entriesSeen;

    Verifier(Connection connection, Examiner examiner, SealKeys keys, Set<Anchor> anchors, Listener listener) {
        this.connection = connection;
        this.examiner = examiner;
        this.checkpoints = new CheckpointExamination(connection, keys, anchors, this::add);
        this.listener = listener;
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    private void suspect(String stream) {
        if (suspects.size() < MOST) {
            suspects.add(stream);
        }
    }

    private void tell() throws SQLException {
        listener.progress(checkpointsSeen, streamsSeen, entriesSeen, findings);
    }

    /** Verifies everything. @return what does not fit; empty if all is well */
    List<Finding> run() throws SQLException {
        for (int read = checkpoints.next(PAGE); read > 0; read = checkpoints.next(PAGE)) {
            checkpointsSeen += read;
            tell();
        }
        checkpoints.end();
        streams();
        suspectByQuery("select s.STREAM from ZJ_SEALED s where not exists"
                + " (select 1 from ZJ_EVENT e where e.STREAM = s.STREAM and e.SEQ = s.SEQ)");
        suspectByQuery("select u.STREAM from ZJ_UNSEALED u where not exists"
                + " (select 1 from ZJ_EVENT e where e.STREAM = u.STREAM and e.SEQ = u.SEQ)");
        for (String query : Owners.queriesForBereft()) {
            suspectByQuery(query);
        }
        for (String stream : suspects) {
            examiner.examine(stream).forEach(this::add);
        }
        tell();
        return List.copyOf(findings);
    }

    private void suspectByQuery(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql + " fetch first " + MOST + " rows only")) {
            while (rows.next()) {
                suspect(rows.getString(1));
            }
        }
    }

    private void streams() throws SQLException {
        Walk walk = null;
        List<StoredEvent> page = page(null);
        while (!page.isEmpty()) {
            Map<String, Walk> ended = new LinkedHashMap<>();
            for (StoredEvent event : page) {
                if (walk == null || !walk.stream.equals(event.stream())) {
                    if (walk != null) {
                        ended.put(walk.stream, walk);
                    }
                    walk = new Walk(event.stream());
                    streamsSeen++;
                }
                walk.step(event);
            }
            entriesSeen += page.size();
            judge(ended);
            tell();
            page = page(page.get(page.size() - 1));
        }
        if (walk != null) {
            judge(Map.of(walk.stream, walk));
        }
    }

    private void judge(Map<String, Walk> ended) throws SQLException {
        Map<String, Owners.Owner> owners = Owners.of(connection, ended.keySet());
        ended.forEach((stream, walk) -> {
            if (!walk.isIntact(owners.get(stream))) {
                suspect(stream);
            }
        });
    }

    /** The entries behind one: first those of its own stream, so that both readings go straight along the key. */
    private List<StoredEvent> page(StoredEvent last) throws SQLException {
        List<StoredEvent> page = new ArrayList<>(PAGE);
        if (last != null) {
            read(page, "where e.STREAM = ? and e.SEQ > ?", last.stream(), last.seq());
        }
        if (last == null) {
            read(page, "");
        } else if (page.size() < PAGE) {
            read(page, "where e.STREAM > ?", last.stream());
        }
        return page;
    }

    private void read(List<StoredEvent> page, String condition, Object... arguments) throws SQLException {
        String sql = StoredEvent.SELECT + condition + " order by e.STREAM, e.SEQ fetch first ? rows only";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int n = 1;
            for (Object argument : arguments) {
                statement.setObject(n++, argument);
            }
            statement.setInt(n, PAGE - page.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(StoredEvent.of(rows));
                }
            }
        }
    }
}
