package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.register.DayRule;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.RecordEntity;

/**
 * Does to records what their days bring (see {@link DayRule}), every minute for what has come due since, also while the system stood still. A
 * record whose rule fails is left as it is until the next day and keeps nobody else waiting. Any number of nodes may watch: each record is
 * looked at again under its lock. Thread-safe.
 */
@Component(service = DayWatch.class, immediate = true)
public final class DayWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DayWatch.class);
    private static final int EVERY_SECONDS = 60;
    private static final int FIRST_SECONDS = 5;
    private static final int BATCH = 200;
    private static final String STREAM = "days";

    /** Nobody acts. */
    private static final Caller DAY =
            new Caller(Caller.Kind.NOBODY, "", "", "系统（到期自动办理）", "", "", "", Set.of(), false, "");

    private final Transactions transactions;
    private final Time time;
    private final Modules modules;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, STREAM));

    @Activate
    public DayWatch(@Reference Transactions transactions, @Reference Time time, @Reference Modules modules) {
        this.transactions = transactions;
        this.time = time;
        this.modules = modules;
        watch.scheduleWithFixedDelay(this::pass, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdown();
    }

    /** Does all that is due in the modules that run; what is cut off waits. */
    void pass() {
        try {
            modules.running().stream()
                    .filter(module -> !ModuleCode.isCutOff(module.id()))
                    .forEach(this::pass);
        } catch (RuntimeException failure) {
            LOG.error("what is due could not be looked for", failure);
        }
    }

    private void pass(Descriptor module) {
        try {
            watch(module);
        } catch (Refusal cutOff) {
            LOG.info("what is due in module {} waits: {}", module.id(), cutOff.code());
        }
    }

    private void watch(Descriptor module) {
        for (Register<?> register : module.registers()) {
            if (!register.dayRules().isEmpty()) {
                List<String> due = due(module.id(), register.id());
                while (!due.isEmpty()) {
                    due.forEach(key -> look(module.id(), register, key));
                    due = due.size() < BATCH ? List.of() : due(module.id(), register.id());
                }
            }
        }
    }

    private List<String> due(String jurisdiction, String register) {
        return transactions.read(em -> em.createQuery(
                        "select r.recordKey from RecordEntity r where r.jurisdiction = :jurisdiction"
                                + " and r.register = :register and r.dueOn <= :today order by r.dueOn, r.recordKey",
                        String.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", register)
                .setParameter("today", time.today())
                .setMaxResults(BATCH)
                .getResultList());
    }

    private <R extends Record> void look(String jurisdiction, Register<R> register, String key) {
        try {
            ModuleCode.limited(() -> {
                transactions.run(em -> carryOut(em, jurisdiction, register, key));
                return null;
            });
        } catch (Refusal refused) {
            if (ModuleCode.isNotLetIn(refused)) {
                throw refused;
            }
            postpone(jurisdiction, register.id(), key);
        } catch (RuntimeException failure) {
            LOG.error("record {} of register {}/{} is left until tomorrow", key, jurisdiction, register.id(), failure);
            postpone(jurisdiction, register.id(), key);
        }
    }

    private <R extends Record> void carryOut(EntityManager em, String jurisdiction, Register<R> register, String key) {
        LocalDate today = time.today();
        RecordEntity entity = em.find(
                RecordEntity.class,
                new RecordEntity.Key(jurisdiction, register.id(), key),
                LockModeType.PESSIMISTIC_WRITE);
        if (entity.dueOn() == null || entity.dueOn().isAfter(today)) {
            return;
        }
        CaseChanges changes = new CaseChanges(em, jurisdiction, null, "", time.now());
        CaseFacts facts =
                new FactsFinder(em, time, modules).ofCaller(DAY, jurisdiction, FormData.EMPTY, Moment.DECIDING);
        List<String> done = new ArrayList<>();
        for (DayRule<R> rule : register.dayRules()) {
            String place = "day rule " + register.id() + "." + rule.id();
            ModuleCode.run(jurisdiction, place, () -> read(em, jurisdiction, register, key)
                    .filter(item -> rule.isDue(item, today))
                    .ifPresent(item -> {
                        rule.effect().apply(item, facts, changes);
                        done.add(rule.title());
                        refuseEndless(read(em, jurisdiction, register, key), rule, today);
                    }));
        }
        if (done.isEmpty()) {
            // The module tells another day than the one that was stored with the record.
            entity.dueOn(ModuleCode.call(jurisdiction, "a day rule", () -> read(em, jurisdiction, register, key)
                            .flatMap(register::nextDay))
                    .orElse(null));
            return;
        }
        AuditTrail.note(
                em,
                STREAM,
                time.now(),
                DAY.displayName(),
                "",
                "DAY_RULE",
                String.join("、", done),
                told(jurisdiction, register.id(), key, changes));
    }

    private static <R extends Record> Optional<R> read(
            EntityManager em, String jurisdiction, Register<R> register, String key) {
        return new RegistersView(em, jurisdiction).of(register).find(key);
    }

    private static <R extends Record> void refuseEndless(Optional<R> after, DayRule<R> rule, LocalDate today) {
        if (after.filter(item -> rule.isDue(item, today)).isPresent()) {
            throw new IllegalStateException("the record is due again on the same day: it does not bear what was done");
        }
    }

    private static Map<String, Object> told(String jurisdiction, String register, String key, CaseChanges changes) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("jurisdiction", jurisdiction);
        told.put("register", register);
        told.put("key", key);
        told.putAll(changes.told());
        return told;
    }

    private void postpone(String jurisdiction, String register, String key) {
        transactions.run(em -> {
            RecordEntity entity = em.find(
                    RecordEntity.class,
                    new RecordEntity.Key(jurisdiction, register, key),
                    LockModeType.PESSIMISTIC_WRITE);
            entity.dueOn(time.today().plusDays(1));
        });
    }
}
