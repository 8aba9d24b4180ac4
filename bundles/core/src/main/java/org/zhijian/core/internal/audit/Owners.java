package org.zhijian.core.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.core.internal.store.EventLog.Head;

/** The rows that keep the heads of streams: cases, accounts, and the streams of the system. */
final class Owners {
    private static final int PLACES = 50;

    /** A kind of owner. */
    private record Table(String name, String title, String called) {}

    private static final List<Table> TABLES = List.of(
            new Table("ZJ_CASE", "办件", "CASE_NUMBER"),
            new Table("ZJ_ACCOUNT", "账号", "LOGIN_NAME"),
            new Table("ZJ_AUDIT_STREAM", "系统日志", "ID"));

    /**
     * An owner.
     *
     * @param title how people call it
     */
    record Owner(String title, Head head) {}

    private Owners() {}

    /** The owners of these streams, as far as there are any. */
    static Map<String, Owner> of(Connection connection, Collection<String> streams) throws SQLException {
        Map<String, Owner> owners = new HashMap<>();
        List<String> asked = List.copyOf(streams);
        for (int from = 0; from < asked.size(); from += PLACES) {
            read(connection, asked.subList(from, Math.min(asked.size(), from + PLACES)), owners);
        }
        return owners;
    }

    /** Always asks for as many, the last one again and again: a database has to understand one question only. */
    private static void read(Connection connection, List<String> streams, Map<String, Owner> owners)
            throws SQLException {
        String places = String.join(",", Collections.nCopies(PLACES, "?"));
        for (Table table : TABLES) {
            String sql = "select ID, " + table.called() + ", EVENT_SEQ, EVENT_HASH from " + table.name()
                    + " where ID in (" + places + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int n = 0; n < PLACES; n++) {
                    statement.setString(n + 1, streams.get(Math.min(n, streams.size() - 1)));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Head head = new Head(rows.getInt(3), rows.getString(4));
                        owners.put(rows.getString(1), new Owner(table.title() + " " + rows.getString(2), head));
                    }
                }
            }
        }
    }

    /** Keeps everybody from adding to a stream until the transaction ends: an update that changes nothing. */
    static void hold(Connection connection, String stream) throws SQLException {
        for (Table table : TABLES) {
            String sql = "update " + table.name() + " set EVENT_SEQ = EVENT_SEQ where ID = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, stream);
                statement.executeUpdate();
            }
        }
    }

    /** Queries for the streams that have an owner who knows of entries, but no entry. */
    static List<String> queriesForBereft() {
        return TABLES.stream()
                .map(table -> "select o.ID from " + table.name()
                        + " o where o.EVENT_SEQ > 0 and not exists (select 1 from ZJ_EVENT e where e.STREAM = o.ID)")
                .toList();
    }
}
