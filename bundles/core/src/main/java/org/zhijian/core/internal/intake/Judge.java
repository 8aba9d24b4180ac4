package org.zhijian.core.internal.intake;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.cases.CaseChanges;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.notices.DeskMessage;
import org.zhijian.core.internal.notices.Desks;
import org.zhijian.core.internal.notices.Seats;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.entity.ReceiptEntity;

/**
 * Judges one message, all in one transaction: what follows from it, the state of its receipt, the audit and whatever goes out commit together.
 * Locks are taken in one order: the key of the message, its receipt, its subjects. Thread-safe.
 */
final class Judge {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final String ACTOR = "系统";

    private final Modules modules;
    private final Time time;
    private final MessageCheck check;

    Judge(Modules modules, Time time) {
        this.modules = modules;
        this.time = time;
        this.check = new MessageCheck(modules, time);
    }

    /** Judges a message, if it still waits for that and its module runs. */
    void judge(EntityManager em, String id) {
        Optional<ReceiptEntity> waiting = locked(em, id);
        if (waiting.isEmpty()) {
            return;
        }
        ReceiptEntity receipt = waiting.get();
        Optional<Intake> intake =
                modules.descriptor(receipt.jurisdiction()).flatMap(running -> running.intake(receipt.intake()));
        if (intake.isEmpty()) {
            return;
        }
        if (isSuperseded(em, receipt)) {
            end(em, receipt, ReceiptState.STALE, Map.of());
            return;
        }
        supersede(em, receipt);
        receipt.attempt(receipt.attempt() + 1);
        receipt.faults(0);
        judge(em, receipt, intake.get());
    }

    /** The receipt behind the locks of its key and its row, if it still waits. */
    private static Optional<ReceiptEntity> locked(EntityManager em, String id) {
        List<String> key = em.createQuery("select r.keyHash from ReceiptEntity r where r.id = :id", String.class)
                .setParameter("id", id)
                .getResultList();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Locks.take(em, Set.of(new Subject("intake", key.get(0))));
        return Optional.of(em.find(ReceiptEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(receipt -> receipt.state().equals(ReceiptState.RECEIVED.name()));
    }

    /** True if a newer version has been judged already. */
    private static boolean isSuperseded(EntityManager em, ReceiptEntity receipt) {
        return em.createQuery(
                                "select count(r) from ReceiptEntity r where r.keyHash = :key"
                                        + " and r.messageVersion > :version and r.state in ('DONE', 'QUARANTINED')",
                                Long.class)
                        .setParameter("key", receipt.keyHash())
                        .setParameter("version", receipt.messageVersion())
                        .getSingleResult()
                > 0;
    }

    /** Older versions in quarantine need nobody's attention any more. */
    private void supersede(EntityManager em, ReceiptEntity receipt) {
        em
                .createQuery(
                        "select r.id from ReceiptEntity r where r.keyHash = :key"
                                + " and r.messageVersion < :version and r.state = 'QUARANTINED'",
                        String.class)
                .setParameter("key", receipt.keyHash())
                .setParameter("version", receipt.messageVersion())
                .getResultList()
                .stream()
                .map(id -> em.find(ReceiptEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(older -> older.state().equals(ReceiptState.QUARANTINED.name()))
                .forEach(older -> end(em, older, ReceiptState.STALE, Map.of()));
    }

    private void judge(EntityManager em, ReceiptEntity receipt, Intake intake) {
        String jurisdiction = receipt.jurisdiction();
        FormData message = FormRules.normalise(intake.form(), said(receipt));
        List<Violation> violations = check.violations(em, jurisdiction, intake, message);
        if (!violations.isEmpty()) {
            // The module has changed what it wants since the message came.
            quarantine(em, receipt, intake, violations.stream().map(Reason::of).toList());
            return;
        }
        MessageFacts facts = new MessageFacts(
                check.world(em, jurisdiction, message), message, receipt.id(), receipt.client(), receipt.attempt());
        String place = "channel " + intake.id();
        Locks.take(
                em, ModuleCode.call(jurisdiction, place, () -> intake.subjects().apply(facts)));
        List<Finding> errors = ModuleCode.call(jurisdiction, place, () -> intake.rules().stream()
                .flatMap(rule -> rule.check(facts).stream())
                .filter(Finding::isError)
                .toList());
        CaseChanges changes = new CaseChanges(em, jurisdiction, null, "", time.now());
        if (errors.isEmpty()) {
            ModuleCode.run(
                    jurisdiction, place, () -> intake.accepted().forEach(effect -> effect.apply(facts, changes)));
            receipt.reasons(null);
            end(em, receipt, ReceiptState.DONE, changes.told());
        } else {
            ModuleCode.run(jurisdiction, place, () -> intake.refused()
                    .forEach(effect -> effect.apply(facts, errors, changes)));
            quarantine(
                    em,
                    receipt,
                    intake,
                    errors.stream()
                            .map(error -> new Reason(error.field(), error.rule(), error.message()))
                            .toList());
        }
    }

    /** What a message says: as it came, or as people have mended it. */
    static FormData said(ReceiptEntity receipt) {
        return Json.form(receipt.mended() == null ? receipt.body() : receipt.mended());
    }

    private void quarantine(EntityManager em, ReceiptEntity receipt, Intake intake, List<Reason> reasons) {
        if (isQuarantineEmpty(em, receipt)) {
            DeskMessage alarm = new DeskMessage(
                    receipt.jurisdiction(),
                    "QUARANTINED",
                    "接收的数据进入隔离区：" + intake.title(),
                    receipt.keyText() + "：" + reasons.get(0).message());
            Desks.lay(em, time.now(), Seats.ofWardens(modules.descriptor(receipt.jurisdiction())), null, alarm);
        }
        receipt.reasons(Json.write(reasons));
        end(
                em,
                receipt,
                ReceiptState.QUARANTINED,
                Map.of("reasons", reasons.stream().map(Reason::code).toList()));
    }

    /** The first message in the quarantine of a channel is told; who comes to look sees the others. */
    private static boolean isQuarantineEmpty(EntityManager em, ReceiptEntity receipt) {
        return em.createQuery(
                        "select r.id from ReceiptEntity r where r.state = 'QUARANTINED'"
                                + " and r.jurisdiction = :jurisdiction and r.intake = :intake",
                        String.class)
                .setParameter("jurisdiction", receipt.jurisdiction())
                .setParameter("intake", receipt.intake())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void end(EntityManager em, ReceiptEntity receipt, ReceiptState state, Map<String, ?> what) {
        Instant now = time.now();
        receipt.state(state.name());
        receipt.decidedAt(now);
        Map<String, Object> detail = new LinkedHashMap<>(what);
        detail.put("jurisdiction", receipt.jurisdiction());
        detail.put("channel", receipt.intake());
        detail.put("attempt", receipt.attempt());
        AuditTrail.note(em, receipt.id(), now, ACTOR, "", "INTAKE_" + state.name(), "处理接收的数据：" + state.title(), detail);
    }

    /** The module has failed on a message, which waits for another try, and at last for people. */
    void failed(EntityManager em, String id, String reason, Instant wallClock) {
        Optional<ReceiptEntity> waiting = locked(em, id);
        if (waiting.isEmpty()) {
            return;
        }
        ReceiptEntity receipt = waiting.get();
        int faults = receipt.faults();
        receipt.faults(faults + 1);
        if (faults < PAUSES.size()) {
            receipt.dueAt(wallClock.plus(PAUSES.get(faults)));
            return;
        }
        Channels.known(em, modules, receipt.jurisdiction(), receipt.intake())
                .ifPresent(intake -> quarantine(em, receipt, intake, List.of(new Reason("", "MODULE_FAULT", reason))));
    }
}
