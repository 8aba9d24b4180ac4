package org.zhijian.core.internal.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.audit.Verification;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.audit.Verification.State;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.VerificationEntity;

/** The audit, for operators. Thread-safe. */
@Component(service = Audit.class)
public final class AuditService implements Audit {
    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    /** A verification that has been silent for so long has stopped. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration TOLD_EVERY = Duration.ofMillis(500);

    private final Transactions transactions;
    private final Database database;
    private final Time time;
    private final Sealer sealer;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "zhijian-audit-verification");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    @Activate
    public AuditService(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Time time,
            @Reference Sealer sealer) {
        this.transactions = transactions;
        this.database = database;
        this.time = time;
        this.sealer = sealer;
    }

    @Deactivate
    public void close() {
        closed = true;
        worker.shutdown();
    }

    private static void require(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw Refusal.forbidden("仅系统管理员可以查看审计");
        }
    }

    @Override
    public Verification verify(Caller caller, String anchor) {
        require(caller);
        Optional<Anchor> kept = Anchor.parse(anchor);
        Optional<Verification> running = transactions.read(this::latest).filter(Verification::isRunning);
        if (running.isPresent()) {
            return running.get();
        }
        Verification begun = transactions.write(em -> {
            AuditTrail.note(em, caller, time.now(), "VERIFY_AUDIT", "核验审计", Map.of());
            return view(begin(em, caller.displayName()));
        });
        worker.execute(() -> run(begun.id(), kept));
        return begun;
    }

    @Override
    public Optional<Verification> verification(Caller caller) {
        require(caller);
        return transactions.read(this::latest);
    }

    @Override
    public Verification verifyNow() {
        String id = transactions.write(em -> begin(em, "控制台")).id();
        run(id, Optional.empty());
        return transactions.read(em -> view(em.find(VerificationEntity.class, id)));
    }

    private VerificationEntity begin(EntityManager em, String by) {
        VerificationEntity entity = new VerificationEntity(Ids.next(), time.now(), by, State.RUNNING.name());
        em.persist(entity);
        return entity;
    }

    private Optional<Verification> latest(EntityManager em) {
        return em
                .createQuery(
                        "select v from VerificationEntity v order by v.startedAt desc, v.id desc",
                        VerificationEntity.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::view);
    }

    private Verification view(VerificationEntity entity) {
        State state = State.valueOf(entity.state());
        boolean silent = entity.updatedAt().plus(SILENCE).isBefore(time.now());
        return new Verification(
                entity.id(),
                entity.startedAt(),
                entity.startedBy(),
                entity.updatedAt(),
                state == State.RUNNING && silent ? State.INTERRUPTED : state,
                entity.checkpoints(),
                entity.streams(),
                entity.events(),
                Json.read(entity.findings(), FINDINGS));
    }

    /** Carries a verification out; whatever happens, it is told how it ended. */
    private void run(String id, Optional<Anchor> kept) {
        Progress progress = new Progress(id);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Set<Anchor> anchors = new HashSet<>();
            kept.ifPresent(anchors::add);
            sealer.remembered().ifPresent(anchors::add);
            Verifier.Listener listener = (checkpoints, streams, entries, findings) -> {
                connection.commit();
                if (closed) {
                    throw new SQLException("this node stops");
                }
                progress.tell(State.RUNNING, checkpoints, streams, entries, findings);
            };
            List<Finding> findings = new Verifier(connection, this::examine, sealer.keys(), anchors, listener).run();
            connection.rollback();
            progress.end(findings.isEmpty() ? State.INTACT : State.BROKEN, findings);
            if (!findings.isEmpty()) {
                LOG.error("the audit is not intact: {} findings, the first: {}", findings.size(), findings.get(0));
            }
        } catch (SQLException | RuntimeException failed) {
            if (closed) {
                LOG.info("verification {} ends with this node", id);
                return;
            }
            LOG.error("verification {} could not go on", id, failed);
            progress.end(State.INTERRUPTED, List.of());
        }
    }

    /** Examines a stream while nobody can add to it or seal it. */
    private List<Finding> examine(String stream) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                try {
                    Sealer.hold(connection);
                    Owners.hold(connection, stream);
                    return StreamExamination.of(connection, stream);
                } finally {
                    connection.rollback();
                }
            } catch (SQLException collided) {
                if (attempt == 5) {
                    throw collided;
                }
            }
        }
    }

    /** Tells of a run now and then. Used by the thread that verifies alone. */
    private final class Progress {
        private final String id;
        private long told = System.nanoTime();
        private long checkpoints;
        private long streams;
        private long entries;

        private Progress(String id) {
            this.id = id;
        }

        private void tell(State state, long checkpoints, long streams, long entries, List<Finding> findings) {
            this.checkpoints = checkpoints;
            this.streams = streams;
            this.entries = entries;
            if (System.nanoTime() - told > TOLD_EVERY.toNanos()) {
                end(state, findings);
                told = System.nanoTime();
            }
        }

        private void end(State state, List<Finding> findings) {
            transactions.run(em -> em.find(VerificationEntity.class, id)
                    .progress(time.now(), state.name(), checkpoints, streams, entries, Json.write(findings)));
        }
    }

    @Override
    public Optional<Checkpoint> seal(Caller caller) {
        require(caller);
        transactions.run(em -> AuditTrail.note(em, caller, time.now(), "SEAL_AUDIT", "封存审计", Map.of()));
        try {
            return sealer.sealAll().map(AuditService::view);
        } catch (BrokenChainException broken) {
            LOG.error("nothing is sealed: {}", broken.getMessage());
            throw Refusal.conflict("AUDIT_BROKEN", "检查点与本节点留存的不符，不能继续封存；请先核验审计");
        }
    }

    @Override
    public Optional<Checkpoint> lastCheckpoint(Caller caller) {
        require(caller);
        return transactions.read(Sealer::last).map(AuditService::view);
    }

    private static Checkpoint view(SealedCheckpoint checkpoint) {
        return new Checkpoint(
                checkpoint.number(),
                checkpoint.at(),
                checkpoint.streams(),
                checkpoint.anchor().line(),
                checkpoint.keyId());
    }

    @Override
    public String publicKey(Caller caller) {
        require(caller);
        return sealer.keys().ownPublicKey();
    }

    @Override
    public Page<Entry> entries(Caller caller, Span span, String cursor, int limit) {
        require(caller);
        return transactions.read(em -> Entries.page(em, span, cursor, Page.limit(limit)));
    }

    @Override
    public Export export(Caller caller, Span span, Format format) {
        require(caller);
        Instant now = time.now();
        transactions.run(em -> AuditTrail.note(em, caller, now, "EXPORT_AUDIT", "导出审计日志", told(span, format)));
        // Not what is written while the export goes on: it would never end.
        Span known = span.until() == null || span.until().isAfter(now)
                ? new Span(span.stream(), span.from(), now.plusMillis(1))
                : span;
        return out -> write(known, format, out);
    }

    private void write(Span span, Format format, OutputStream out) throws IOException {
        try (EntryWriter lines = EntryWriter.of(format, out)) {
            String cursor = "";
            do {
                String from = cursor;
                Page<Entry> page = transactions.read(em -> Entries.page(em, span, from, Page.MAX));
                for (Entry entry : page.items()) {
                    lines.write(entry);
                }
                cursor = page.next();
            } while (!cursor.isBlank());
        }
    }

    private static Map<String, Object> told(Span span, Format format) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("format", format.name());
        detail.put("stream", span.stream());
        if (span.from() != null) {
            detail.put("from", span.from());
        }
        if (span.until() != null) {
            detail.put("until", span.until());
        }
        return detail;
    }
}
