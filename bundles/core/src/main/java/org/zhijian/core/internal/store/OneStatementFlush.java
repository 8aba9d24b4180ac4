package org.zhijian.core.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.openjpa.jdbc.kernel.ConstraintUpdateManager;
import org.apache.openjpa.jdbc.kernel.JDBCStore;
import org.apache.openjpa.jdbc.kernel.PreparedStatementManager;
import org.apache.openjpa.jdbc.kernel.PreparedStatementManagerImpl;
import org.apache.openjpa.jdbc.sql.Row;
import org.apache.openjpa.jdbc.sql.RowImpl;
import org.apache.openjpa.jdbc.sql.SQLExceptions;
import org.apache.openjpa.util.OptimisticException;

/**
 * Writes all that a transaction has changed with one statement of PostgreSQL: each table's rows in a {@code with} clause of its own, so that a
 * decision with its log, its tasks and its messages costs one round trip. Versions are checked as ever: a row that another has changed is not
 * found, and its count tells. (Docs: decision 0055.)
 */
final class OneStatementFlush extends ConstraintUpdateManager {
    @Override
    protected PreparedStatementManager newPreparedStatementManager(JDBCStore store, Connection connection) {
        return new Statements(store, connection);
    }

    /** Collects rows and writes them together. One for each flush. */
    private static final class Statements extends PreparedStatementManagerImpl {
        /** Longer statements are not planned any faster than two of half the length. */
        private static final int MOST_ROWS = 64;

        private static final String VALUES = ") VALUES ";

        private final List<RowImpl> waiting = new ArrayList<>();
        /** For each table whose rows wait, whether they are to be removed. */
        private final Map<String, Boolean> removals = new HashMap<>();

        Statements(JDBCStore store, Connection connection) {
            super(store, connection);
        }

        @Override
        protected void flushInternal(RowImpl row) throws SQLException {
            if (hasFailed()) {
                return;
            }
            if (getAutoAssignColNames(getAutoAssignColumns(row), row) != null) {
                write();
                flushAndUpdate(row);
                return;
            }
            // Within one statement nobody sees what the others do: a row that takes a removed one's place comes later.
            // What is changed stays
            // where it is: no transaction changes one row's unique value to give it to a new one.
            String table = row.getTable().getFullIdentifier().getName();
            boolean removed = row.getAction() == Row.ACTION_DELETE;
            Boolean before = removals.put(table, removed);
            if (waiting.size() == MOST_ROWS || before != null && before != removed) {
                write();
                removals.put(table, removed);
            }
            waiting.add(row);
        }

        @Override
        public void flush() {
            try {
                if (!hasFailed()) {
                    write();
                }
            } catch (SQLException failed) {
                _exceptions.add(SQLExceptions.getStore(failed, _dict));
            }
        }

        /** After a statement that failed PostgreSQL refuses every other, which would hide why the first one did. */
        private boolean hasFailed() {
            return !_exceptions.isEmpty();
        }

        private void write() throws SQLException {
            List<List<RowImpl>> groups = groups();
            waiting.clear();
            removals.clear();
            if (groups.size() == 1 && groups.get(0).size() == 1) {
                flushAndUpdate(groups.get(0).get(0));
            } else if (!groups.isEmpty()) {
                write(groups);
            }
        }

        /** Rows that go into the same table in the same way belong to one clause; each change of a row is a clause of its own. */
        private List<List<RowImpl>> groups() {
            List<List<RowImpl>> groups = new ArrayList<>();
            Map<String, List<RowImpl>> inserts = new HashMap<>();
            for (RowImpl row : waiting) {
                if (row.getAction() != Row.ACTION_INSERT) {
                    groups.add(List.of(row));
                    continue;
                }
                inserts.computeIfAbsent(row.getSQL(_dict), sql -> {
                            List<RowImpl> group = new ArrayList<>();
                            groups.add(group);
                            return group;
                        })
                        .add(row);
            }
            return groups;
        }

        private void write(List<List<RowImpl>> groups) throws SQLException {
            try (PreparedStatement statement = prepareStatement(text(groups))) {
                int at = 1;
                for (List<RowImpl> group : groups) {
                    for (RowImpl row : group) {
                        row.flush(statement, at, _dict, _store);
                        at += parameters(row.getSQL(_dict));
                    }
                }
                try (ResultSet counts = statement.executeQuery()) {
                    counts.next();
                    check(groups, counts);
                }
            }
        }

        private String text(List<List<RowImpl>> groups) {
            StringBuilder text = new StringBuilder("WITH ");
            StringBuilder counts = new StringBuilder("SELECT 1");
            for (int n = 0; n < groups.size(); n++) {
                List<RowImpl> group = groups.get(n);
                String sql = group.get(0).getSQL(_dict);
                text.append(n == 0 ? "w" : ", w").append(n).append(" AS (").append(sql);
                if (group.get(0).getAction() == Row.ACTION_INSERT) {
                    String row = sql.substring(sql.indexOf(VALUES) + VALUES.length());
                    text.append((", " + row).repeat(group.size() - 1));
                } else {
                    text.append(" RETURNING 1");
                    counts.append(", (SELECT count(*) FROM w").append(n).append(')');
                }
                text.append(')');
            }
            return text.append(' ').append(counts).toString();
        }

        private static int parameters(String sql) {
            return (int) sql.chars().filter(character -> character == '?').count();
        }

        private void check(List<List<RowImpl>> groups, ResultSet counts) throws SQLException {
            int column = 1;
            for (List<RowImpl> group : groups) {
                RowImpl row = group.get(0);
                if (row.getAction() != Row.ACTION_INSERT
                        && counts.getInt(++column) != 1
                        && row.getFailedObject() != null) {
                    _exceptions.add(new OptimisticException(row.getFailedObject()));
                }
            }
        }
    }
}
