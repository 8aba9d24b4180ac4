package org.zhijian.core.internal.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.intake.Reception;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.privacy.PersonalText;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.ReceiptEntity;

/**
 * Takes messages in. Of two pushes of one key and version at the same moment the database lets one in, and the other, done again, finds it.
 * Thread-safe.
 */
@Component(service = Reception.class)
public final class ReceptionService implements Reception {
    private static final int KEY_LENGTH = 200;

    private final Modules modules;
    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final MessageCheck check;

    @Activate
    public ReceptionService(
            @Reference Modules modules,
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time) {
        this.modules = modules;
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.check = new MessageCheck(modules, time);
    }

    /** A message that has the form of its channel. */
    private record Checked(Intake intake, FormData message) {}

    @Override
    public Acknowledgement push(Caller caller, Once once, String jurisdiction, String channel, FormData message) {
        Admission.require(caller);
        Checked checked = transactions.read(em -> checked(em, caller, jurisdiction, channel, message));
        String bodyHash = Hashes.sha256(Json.write(checked.message()));
        return writes.once(
                caller,
                once,
                "push",
                List.of(jurisdiction, channel, bodyHash),
                new TypeReference<Acknowledgement>() {},
                em -> take(em, caller, jurisdiction, checked, bodyHash, Json.write(message)));
    }

    private Checked checked(EntityManager em, Caller caller, String jurisdiction, String channel, FormData received) {
        Intake intake = Channels.open(em, modules, SearchText.checked(jurisdiction), SearchText.checked(channel))
                .orElseThrow(Refusal::notFound);
        if (!Grants.allows(em, caller, jurisdiction, Grants.Kind.INTAKE, channel)) {
            throw Refusal.forbidden("未获准向该通道报送数据");
        }
        FormData message = FormRules.normalise(intake.form(), received);
        List<Violation> violations = check.violations(em, jurisdiction, intake, message);
        if (!violations.isEmpty()) {
            throw Refusal.malformed(violations);
        }
        return new Checked(intake, message);
    }

    private Acknowledgement take(
            EntityManager em, Caller caller, String jurisdiction, Checked checked, String bodyHash, String body) {
        Intake intake = checked.intake();
        List<String> key = intake.keyOf(checked.message());
        long version = intake.versionOf(checked.message());
        String keyHash = keyHash(jurisdiction, intake.id(), key);
        requireOwn(em, caller, keyHash);
        Optional<Long> highest = highest(em, keyHash);
        boolean stale = highest.filter(known -> known > version).isPresent();
        for (ReceiptEntity known : known(em, caller, keyHash, version)) {
            if (known.bodyHash().equals(bodyHash)) {
                return new Acknowledgement(known.id(), ReceiptState.valueOf(known.state()), stale);
            }
            if (!known.state().equals(ReceiptState.DISCARDED.name())) {
                throw Refusal.conflict(
                        "MESSAGE_CONFLICT", intake.isVersioned() ? "同一编号、同一版本的数据已收到，内容不同" : "同一编号的数据已收到，内容不同");
            }
        }
        ReceiptState state = stale ? ReceiptState.STALE : ReceiptState.RECEIVED;
        ReceiptEntity receipt = new ReceiptEntity(
                Ids.next(),
                jurisdiction,
                intake.id(),
                caller.accountId(),
                caller.loginName(),
                keyHash,
                shown(key),
                version,
                bodyHash,
                body,
                state.name(),
                time.now(),
                Instant.EPOCH);
        em.persist(receipt);
        AuditTrail.note(
                em,
                receipt.id(),
                time.now(),
                caller.displayName(),
                caller.address(),
                "INTAKE_" + state.name(),
                "接收数据",
                Map.of(
                        "jurisdiction",
                        jurisdiction,
                        "channel",
                        intake.id(),
                        "client",
                        caller.loginName(),
                        "body",
                        bodyHash));
        Signal.INTAKE.onCommit(em);
        return new Acknowledgement(receipt.id(), state, stale);
    }

    /** What speaks of one thing has one hash, whatever its key is made of. */
    static String keyHash(String jurisdiction, String channel, List<String> key) {
        List<String> parts = new ArrayList<>(List.of(jurisdiction, channel));
        parts.addAll(key);
        return Hashes.sha256(Json.write(parts));
    }

    private static String shown(List<String> key) {
        String text = PersonalText.hide(String.join(" / ", key));
        return text.length() <= KEY_LENGTH ? text : text.substring(0, KEY_LENGTH - 1) + "…";
    }

    /** What one system has begun to speak of, no other changes. */
    private static void requireOwn(EntityManager em, Caller caller, String keyHash) {
        boolean others = em
                .createQuery(
                        "select r.id from ReceiptEntity r where r.keyHash = :key and r.accountId <> :me"
                                + " and r.state <> 'DISCARDED'",
                        String.class)
                .setParameter("key", keyHash)
                .setParameter("me", caller.accountId())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .isPresent();
        if (others) {
            throw Refusal.conflict("MESSAGE_CONFLICT", "该编号的数据由其他单位报送");
        }
    }

    private static Optional<Long> highest(EntityManager em, String keyHash) {
        return Optional.ofNullable(em.createQuery(
                        "select max(r.messageVersion) from ReceiptEntity r where r.keyHash = :key"
                                + " and r.state <> 'DISCARDED'",
                        Long.class)
                .setParameter("key", keyHash)
                .getSingleResult());
    }

    /** The caller's receipts of this key and version: one that holds them at most, and such as were discarded. */
    private static List<ReceiptEntity> known(EntityManager em, Caller caller, String keyHash, long version) {
        return em.createQuery(
                        "select r from ReceiptEntity r where r.keyHash = :key and r.messageVersion = :version"
                                + " and r.accountId = :me order by r.seq",
                        ReceiptEntity.class)
                .setParameter("me", caller.accountId())
                .setParameter("key", keyHash)
                .setParameter("version", version)
                .getResultList();
    }

    @Override
    public Receipt receipt(Caller caller, String id) {
        Admission.require(caller);
        return transactions.read(em -> Optional.ofNullable(em.find(ReceiptEntity.class, SearchText.checked(id)))
                .filter(receipt -> receipt.accountId().equals(caller.accountId()))
                .map(ReceptionService::receipt)
                .orElseThrow(Refusal::notFound));
    }

    private static Receipt receipt(ReceiptEntity entity) {
        ReceiptState state = ReceiptState.valueOf(entity.state());
        return new Receipt(
                entity.id(),
                entity.jurisdiction(),
                entity.intake(),
                entity.keyText(),
                entity.messageVersion(),
                state,
                reasons(entity),
                state == ReceiptState.DISCARDED ? entity.note() : "",
                entity.receivedAt(),
                entity.decidedAt());
    }

    /** Why it is in quarantine, or was when it left it otherwise than by being done. */
    static List<Reason> reasons(ReceiptEntity entity) {
        return entity.reasons() == null ? List.of() : Json.read(entity.reasons(), new TypeReference<List<Reason>>() {});
    }
}
