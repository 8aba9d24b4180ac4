package org.zhijian.core.internal.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijian.core.access.Caller;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;

/** Operators who do things, on a database of their own, with a node that seals and verifies them. */
final class AuditScene {
    final Database database;
    final Transactions transactions;
    final TestClock clock = new TestClock();
    final Settings settings = TestSettings.of(Path.of("target", "test-audit", Ids.next()), Map.of());
    final Sealer sealer;
    final AuditService service;
    final List<Caller> operators = new ArrayList<>();

    AuditScene(Database database) {
        this.database = database;
        this.transactions = new Transactions(database);
        Time time = clock.time();
        this.sealer = new Sealer(transactions, time, settings);
        this.service = new AuditService(transactions, database, time, sealer);
    }

    /** Another node of the same database, with a data folder of its own. */
    Sealer anotherNode() {
        Settings other = TestSettings.of(Path.of("target", "test-audit", Ids.next()), Map.of());
        return new Sealer(transactions, clock.time(), other);
    }

    Caller operator() {
        String login = "op-" + Ids.next().substring(24);
        String id = transactions.write(
                em -> new Accounts(em).create(Accounts.NewAccount.operator(login, "no password"), clock.instant()));
        Caller operator = new Caller(
                Caller.Kind.OPERATOR, id, login, "系统管理员（" + login + "）", "", "", "", Set.of(), false, "127.0.0.1");
        operators.add(operator);
        return operator;
    }

    void act(Caller caller, String what) {
        transactions.run(em -> AuditTrail.note(em, caller, clock.instant(), "TRY", what, Map.of("what", what)));
    }

    void actOfSystem(String stream, String what) {
        transactions.run(
                em -> AuditTrail.note(em, stream, clock.instant(), "系统", "", "DELIVER", what, Map.of("what", what)));
    }

    /** Verifies what a connection sees, with nothing between suspicion and examination. */
    List<Finding> verify(Connection connection) throws SQLException {
        return new Verifier(
                        connection,
                        stream -> StreamExamination.of(connection, stream),
                        sealer.keys(),
                        sealer.remembered().map(Set::of).orElse(Set.of()),
                        (checkpoints, streams, entries, findings) -> {})
                .run();
    }

    List<Finding> verify() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return verify(connection);
        }
    }

    Optional<SealedCheckpoint> seal() {
        return sealer.sealAll();
    }
}
