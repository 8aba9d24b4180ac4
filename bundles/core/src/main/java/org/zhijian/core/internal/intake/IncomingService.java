package org.zhijian.core.internal.intake;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.form.Labels;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.privacy.PersonalFields;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Signal;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.IntakeEntity;
import org.zhijian.core.internal.store.entity.ReceiptEntity;

/** Messages from outside as those see them who answer for them. Thread-safe. */
@Component(service = IncomingMessages.class)
public final class IncomingService implements IncomingMessages {
    private static final int REASON_LENGTH = 300;

    private final Transactions transactions;
    private final Writes writes;
    private final Modules modules;
    private final Time time;
    private final MessageCheck check;

    @Activate
    public IncomingService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Modules modules,
            @Reference Time time) {
        this.transactions = transactions;
        this.writes = writes;
        this.modules = modules;
        this.time = time;
        this.check = new MessageCheck(modules, time);
    }

    @Override
    public boolean maySee(Caller caller) {
        return caller.kind() == Caller.Kind.OPERATOR
                || CasePolicy.oversees(modules.descriptor(caller.jurisdiction()), caller);
    }

    /** The jurisdiction that the caller is held to, blank for all. */
    private String scope(Caller caller, String asked) {
        Admission.require(caller);
        if (!maySee(caller)) {
            throw Refusal.forbidden("您的账号不能查看接收数据");
        }
        if (caller.kind() == Caller.Kind.OPERATOR) {
            return SearchText.checked(asked);
        }
        if (!asked.isBlank() && !asked.equals(caller.jurisdiction())) {
            throw Refusal.notFound();
        }
        return caller.jurisdiction();
    }

    @Override
    public List<ChannelLine> channels(Caller caller, String jurisdiction) {
        String scope = scope(caller, jurisdiction);
        return transactions.read(em -> {
            Stream<IntakeEntity> all = scope.isBlank()
                    ? em
                            .createQuery(
                                    "select i from IntakeEntity i order by i.jurisdiction, i.id", IntakeEntity.class)
                            .getResultList()
                            .stream()
                    : Channels.of(em, scope).stream();
            return all.map(channel -> new ChannelLine(channel.jurisdiction(), channel.id(), channel.title()))
                    .toList();
        });
    }

    @Override
    public Page<Incoming> list(Caller caller, Query asked) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        BiConsumer<String, Object> only = (column, value) -> {
            where.append(" and r.").append(column).append(" = :").append(column);
            values.put(column, value);
        };
        String jurisdiction = scope(caller, asked.jurisdiction());
        if (!jurisdiction.isBlank()) {
            only.accept("jurisdiction", jurisdiction);
        }
        if (!asked.channel().isBlank()) {
            only.accept("intake", SearchText.checked(asked.channel()));
        }
        if (asked.state() != null) {
            only.accept("state", asked.state().name());
        }
        if (!asked.q().isBlank()) {
            where.append(" and (lower(r.keyText) like :q escape '!' or lower(r.client) like :q escape '!')");
            values.put("q", SearchText.contained(asked.q()));
        }
        if (!asked.cursor().isBlank()) {
            where.append(" and r.seq < :before");
            values.put("before", Cursor.number(Cursor.parts(asked.cursor(), 1)[0]));
        }
        int size = Page.limit(asked.limit());
        return transactions.read(em -> {
            TypedQuery<ReceiptEntity> query = em.createQuery(
                            "select r from ReceiptEntity r" + where + " order by r.seq desc", ReceiptEntity.class)
                    .setMaxResults(size + 1);
            values.forEach(query::setParameter);
            List<ReceiptEntity> found = query.getResultList();
            List<Incoming> items =
                    found.stream().limit(size).map(receipt -> line(em, receipt)).toList();
            return new Page<>(
                    items,
                    found.size() > size
                            ? Cursor.of(Long.toString(found.get(size - 1).seq()))
                            : "");
        });
    }

    @Override
    public List<Incoming> quarantined(int limit) {
        return transactions.read(em -> em
                .createQuery(
                        "select r from ReceiptEntity r where r.state = 'QUARANTINED' order by r.seq",
                        ReceiptEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(receipt -> line(em, receipt))
                .toList());
    }

    @Override
    public Map<ReceiptState, Long> counts(Caller caller, String jurisdiction) {
        String scope = scope(caller, jurisdiction);
        return transactions.read(em -> {
            TypedQuery<Object[]> query = em.createQuery(
                    "select r.state, count(r) from ReceiptEntity r"
                            + (scope.isBlank() ? "" : " where r.jurisdiction = :jurisdiction") + " group by r.state",
                    Object[].class);
            if (!scope.isBlank()) {
                query.setParameter("jurisdiction", scope);
            }
            Map<ReceiptState, Long> counts = new EnumMap<>(ReceiptState.class);
            Stream.of(ReceiptState.values()).forEach(state -> counts.put(state, 0L));
            query.getResultList().forEach(row -> counts.put(ReceiptState.valueOf((String) row[0]), (Long) row[1]));
            return counts;
        });
    }

    @Override
    public Content find(Caller caller, String id) {
        String scope = scope(caller, "");
        return transactions.read(em -> {
            Content clear = content(em, seen(em, scope, id));
            return new Content(
                    clear.line(),
                    clear.form(),
                    clear.fixed(),
                    PersonalFields.hide(clear.form(), clear.message()),
                    clear.labels());
        });
    }

    @Override
    public Content reveal(Caller caller, String id) {
        String scope = scope(caller, "");
        return transactions.write(em -> {
            ReceiptEntity receipt = seen(em, scope, id);
            Map<String, String> what = Map.of(
                    "receipt", receipt.id(), "jurisdiction", receipt.jurisdiction(), "channel", receipt.intake());
            AuditTrail.note(em, caller, time.now(), "READ_CLEAR", "查看完整个人信息", what);
            return content(em, receipt);
        });
    }

    private static ReceiptEntity seen(EntityManager em, String scope, String id) {
        return visible(em.find(ReceiptEntity.class, SearchText.checked(id)), scope);
    }

    private static ReceiptEntity visible(ReceiptEntity receipt, String scope) {
        if (receipt == null || !scope.isBlank() && !receipt.jurisdiction().equals(scope)) {
            throw Refusal.notFound();
        }
        return receipt;
    }

    private Content content(EntityManager em, ReceiptEntity receipt) {
        Intake intake = intake(em, receipt);
        FormData message = FormRules.normalise(intake.form(), Judge.said(receipt));
        Map<String, String> labels =
                Labels.of(intake.form(), message, new DirectoryView(em), (register, key) -> Optional.empty());
        return new Content(line(em, receipt), intake.form(), fixed(intake), message, labels);
    }

    private Intake intake(EntityManager em, ReceiptEntity receipt) {
        return Channels.known(em, modules, receipt.jurisdiction(), receipt.intake())
                .orElseThrow(Refusal::notFound);
    }

    private static List<String> fixed(Intake intake) {
        return intake.isVersioned()
                ? Stream.concat(intake.key().stream(), Stream.of(intake.version()))
                        .toList()
                : intake.key();
    }

    @Override
    public Incoming replay(Caller caller, Once once, String id, String reason) {
        return act(caller, once, "INTAKE_REPLAY", "重新处理接收的数据", id, List.of(), reason, (em, receipt) -> {
            again(em, receipt);
            return Map.of();
        });
    }

    @Override
    public Incoming mend(Caller caller, Once once, String id, FormData message, String reason) {
        String hash = Hashes.sha256(Json.write(message));
        return act(caller, once, "INTAKE_MEND", "修改接收的数据", id, List.of(hash), reason, (em, receipt) -> {
            Intake intake = intake(em, receipt);
            FormData before = FormRules.normalise(intake.form(), Judge.said(receipt));
            FormData after = FormRules.normalise(intake.form(), message);
            List<Violation> violations = check.violations(em, receipt.jurisdiction(), intake, after);
            if (!violations.isEmpty()) {
                throw Refusal.invalid(violations);
            }
            fixed(intake).stream()
                    .filter(field -> !before.text(field).equals(after.text(field)))
                    .findFirst()
                    .ifPresent(field -> {
                        throw Refusal.invalid(Violation.of(field, "KEY", "编号和版本不能修改"));
                    });
            receipt.mended(Json.write(after));
            again(em, receipt);
            return Map.of(
                    "before", Hashes.sha256(Json.write(before)),
                    "after", Hashes.sha256(Json.write(after)),
                    "fields", changed(before, after));
        });
    }

    private static List<String> changed(FormData before, FormData after) {
        return Stream.concat(before.values().keySet().stream(), after.values().keySet().stream())
                .distinct()
                .filter(field -> !before.value(field).equals(after.value(field)))
                .sorted()
                .toList();
    }

    private static void again(EntityManager em, ReceiptEntity receipt) {
        receipt.state(ReceiptState.RECEIVED.name());
        receipt.dueAt(Instant.EPOCH);
        receipt.faults(0);
        Signal.INTAKE.onCommit(em);
    }

    @Override
    public Incoming discard(Caller caller, Once once, String id, String reason) {
        return act(caller, once, "INTAKE_DISCARD", "作废接收的数据", id, List.of(), reason, (em, receipt) -> {
            receipt.state(ReceiptState.DISCARDED.name());
            receipt.freeKey();
            receipt.decidedAt(time.now());
            return Map.of();
        });
    }

    /** What is done with a message in quarantine; it answers what the audit is told besides. */
    @FunctionalInterface
    private interface Act {
        Map<String, ?> apply(EntityManager em, ReceiptEntity receipt);
    }

    private Incoming act(
            Caller caller,
            Once once,
            String action,
            String title,
            String id,
            List<String> arguments,
            String reason,
            Act act) {
        String scope = scope(caller, "");
        String why = reason.strip();
        if (why.isBlank()) {
            throw Refusal.invalid(Violation.of("reason", "REQUIRED", "请填写原因"));
        }
        if (why.length() > REASON_LENGTH) {
            throw Refusal.invalid(Violation.of("reason", "LENGTH", "原因不能超过" + REASON_LENGTH + "个字"));
        }
        writes.once(caller, once, action, List.of(id, why, arguments), em -> {
            ReceiptEntity receipt = visible(
                    em.find(ReceiptEntity.class, SearchText.checked(id), LockModeType.PESSIMISTIC_WRITE), scope);
            if (!receipt.state().equals(ReceiptState.QUARANTINED.name())) {
                throw Refusal.conflict(
                        "NOT_QUARANTINED", "该数据不在隔离区，当前状态为“" + state(receipt).title() + "”");
            }
            Map<String, Object> detail = new LinkedHashMap<>(act.apply(em, receipt));
            receipt.note(why);
            detail.put("receipt", receipt.id());
            detail.put("jurisdiction", receipt.jurisdiction());
            detail.put("channel", receipt.intake());
            detail.put("reason", why);
            AuditTrail.note(em, caller, time.now(), action, title, detail);
            return id;
        });
        return transactions.read(em -> line(em, em.find(ReceiptEntity.class, id)));
    }

    private static ReceiptState state(ReceiptEntity receipt) {
        return ReceiptState.valueOf(receipt.state());
    }

    private Incoming line(EntityManager em, ReceiptEntity receipt) {
        String title = Channels.title(em, receipt.jurisdiction(), receipt.intake());
        return new Incoming(
                receipt.id(),
                receipt.jurisdiction(),
                receipt.intake(),
                title,
                receipt.client(),
                receipt.keyText(),
                receipt.messageVersion(),
                state(receipt),
                ReceptionService.reasons(receipt),
                receipt.note(),
                receipt.attempt(),
                receipt.mended() != null,
                receipt.receivedAt(),
                receipt.decidedAt());
    }
}
