package org.zhijian.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * What the job costs at least: three tables, one index, prepared statements, nothing that could be left out but the lock, the check of the
 * office and of the version, and the chain of hashes.
 */
final class Floor implements Contender {
    static final String DATABASE = "floor";
    static final String NAME = "floor";

    private static final String TABLES =
            """
            create table cases(id bigint generated always as identity primary key, state int not null, offices text not null,
                applicant text not null, form text not null, version int not null, changed timestamptz not null default now());
            create table events(case_id bigint not null, seq int not null, actor text not null, action text not null,
                opinion text not null, at timestamptz not null default now(), hash bytea not null, primary key (case_id, seq));
            create table records(number text primary key, case_id bigint not null, body text not null);
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final HikariDataSource pool;

    Floor(Server server) throws SQLException {
        server.renew(DATABASE);
        pool = server.pool(DATABASE, 10);
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(TABLES);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void oneCase(int worker, Map<String, Object> form) throws Exception {
        long id = submit(form);
        approve(id, 1, "s1", "first-" + worker);
        approve(id, 2, worker % 2 == 0 ? "s2a" : "s2b", "second-" + worker);
    }

    private long submit(Map<String, Object> form) throws Exception {
        String json = JSON.writeValueAsString(form);
        try (Connection connection = begin()) {
            long id;
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into cases(state, offices, applicant, form, version) values (1, ',s1,', ?, ?, 0) returning id")) {
                insert.setString(1, (String) form.get("applicantName"));
                insert.setString(2, json);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    id = row.getLong(1);
                }
            }
            log(connection, id, 1, "applicant", "SUBMIT", "", hash(new byte[0], json));
            connection.commit();
            return id;
        }
    }

    private void approve(long id, int step, String office, String actor) throws Exception {
        try (Connection connection = begin()) {
            int version;
            String form;
            byte[] before;
            try (PreparedStatement select = connection.prepareStatement(
                    "select c.version, c.form, e.hash from cases c join events e on e.case_id = c.id and e.seq = ?"
                            + " where c.id = ? and c.state = ? and c.offices like ? for update of c")) {
                select.setInt(1, step);
                select.setLong(2, id);
                select.setInt(3, step);
                select.setString(4, "%," + office + ",%");
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("not for this office");
                    }
                    version = row.getInt(1);
                    form = row.getString(2);
                    before = row.getBytes(3);
                }
            }
            try (PreparedStatement update = connection.prepareStatement(
                    "update cases set state = ?, offices = ?, version = version + 1, changed = now() where id = ? and version = ?")) {
                update.setInt(1, step + 1);
                update.setString(2, step == 1 ? ",s2a,s2b," : "");
                update.setLong(3, id);
                update.setInt(4, version);
                if (update.executeUpdate() != 1) {
                    throw new IllegalStateException("somebody was faster");
                }
            }
            log(connection, id, step + 1, actor, "APPROVE", "材料齐全，同意", hash(before, actor));
            if (step == 2) {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into records(number, case_id, body) values (?, ?, ?)")) {
                    insert.setString(1, "R" + id);
                    insert.setLong(2, id);
                    insert.setString(3, form);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void log(
            Connection connection, long id, int seq, String actor, String action, String opinion, byte[] hash)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into events(case_id, seq, actor, action, opinion, hash) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, seq);
            insert.setString(3, actor);
            insert.setString(4, action);
            insert.setString(5, opinion);
            insert.setBytes(6, hash);
            insert.executeUpdate();
        }
    }

    private static byte[] hash(byte[] before, String text) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        pool.close();
    }
}
