package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Migration;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.form.FormRules.Completeness;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.CoReviewEntity;
import org.zhijian.core.internal.store.entity.DefinitionEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.modules.Migrations;

/** Brings open cases over to the version that runs. Thread-safe. */
@Component(service = Migrations.class)
public final class CaseMigrations implements Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(CaseMigrations.class);
    private static final int BATCH = 200;
    private static final int SHOWN = 200;

    private final Transactions transactions;
    private final Time time;
    private final Modules modules;
    private final DefinitionStore definitions;
    private final Attachments attachments;

    @Activate
    public CaseMigrations(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Modules modules,
            @Reference DefinitionStore definitions,
            @Reference Attachments attachments) {
        this.transactions = transactions;
        this.time = time;
        this.modules = modules;
        this.definitions = definitions;
        this.attachments = attachments;
    }

    /** Counts what is found on the way. */
    private static final class Tally {
        private final Map<String, Move> moves = new TreeMap<>();
        private final List<Stay> stays = new ArrayList<>();
        private long staying;

        void moves(Procedure procedure, String from) {
            moves.merge(procedure.id() + " " + from, new Move(procedure.id(), procedure.title(), from, 1), Tally::sum);
        }

        private static Move sum(Move one, Move other) {
            return new Move(one.procedure(), one.title(), one.from(), one.cases() + other.cases());
        }

        void add(Tally more) {
            more.moves.forEach((key, move) -> moves.merge(key, move, Tally::sum));
            staying += more.staying;
            more.stays.stream().limit(Math.max(0, SHOWN - stays.size())).forEach(stays::add);
        }

        void stays(CaseEntity entity, Procedure procedure, String reason) {
            staying++;
            if (stays.size() < SHOWN) {
                stays.add(new Stay(entity.id(), entity.number(), procedure.title(), reason));
            }
        }
    }

    @Override
    public Outcome preview(Caller caller, String id) {
        return each(
                caller,
                id,
                caseId -> transactions.read(em -> {
                    Tally found = new Tally();
                    CaseEntity entity = em.find(CaseEntity.class, caseId);
                    if (entity != null) {
                        look(em, entity, found);
                    }
                    return found;
                }));
    }

    @Override
    public Outcome run(Caller caller, String id) {
        return each(
                caller,
                id,
                caseId -> transactions.write(em -> {
                    Tally found = new Tally();
                    CaseEntity entity = em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
                    if (entity != null && isLeftBehind(entity)) {
                        look(em, entity, found).ifPresent(move -> go(em, move, caller));
                    }
                    return found;
                }));
    }

    private Outcome each(Caller caller, String id, Function<String, Tally> visit) {
        if (caller.kind() != Caller.Kind.OPERATOR || caller.mustChangePassword()) {
            throw Refusal.forbidden("仅系统管理员可以管理模块");
        }
        modules.descriptor(id).orElseThrow(Refusal::notFound);
        Descriptor running = modules.live(id).orElseThrow(Refusal::moduleNotRunning);
        List<String> current = running.definitions().stream()
                .flatMap(procedure -> modules.currentHash(id, procedure.id()).stream())
                .toList();
        Tally tally = new Tally();
        String after = "";
        while (true) {
            String last = after;
            List<String> page = transactions.read(em -> leftBehind(em, id, current, last));
            page.forEach(caseId -> tally.add(visited(caseId, visit)));
            if (page.size() < BATCH) {
                return new Outcome(
                        id, modules.version(id), List.copyOf(tally.moves.values()), tally.staying, tally.stays);
            }
            after = page.get(page.size() - 1);
        }
    }

    /** A case that the code of the module fails on stays; the others go on. */
    private Tally visited(String caseId, Function<String, Tally> visit) {
        try {
            return ModuleCode.limited(() -> visit.apply(caseId));
        } catch (Refusal refusal) {
            return staying(caseId, refusal.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("case {} could not come over", caseId, failure);
            return staying(caseId, "迁移时出现故障，详见运行日志");
        }
    }

    private Tally staying(String caseId, String reason) {
        return transactions.read(em -> {
            Tally found = new Tally();
            CaseEntity entity = em.find(CaseEntity.class, caseId);
            if (entity != null) {
                found.stays(entity, definitions.definition(em, entity.definition()), reason);
            }
            return found;
        });
    }

    /** Open cases, drafts among them, that are pinned to a definition which is not the current one. */
    private static List<String> leftBehind(EntityManager em, String jurisdiction, List<String> current, String after) {
        // A list without anything in it is no SQL.
        List<String> known = current.isEmpty() ? List.of("") : current;
        return em.createQuery(
                        "select c.id from CaseEntity c where c.jurisdiction = :jurisdiction and c.id > :after"
                                + " and c.definition not in :current and (c.step is not null or c.state in :written)"
                                + " order by c.id",
                        String.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("after", after)
                .setParameter("current", known)
                .setParameter("written", List.of(CaseState.DRAFT, CaseState.TO_MODIFY))
                .setMaxResults(BATCH)
                .getResultList();
    }

    private boolean isLeftBehind(CaseEntity entity) {
        boolean open =
                entity.step() != null || entity.state() == CaseState.DRAFT || entity.state() == CaseState.TO_MODIFY;
        return open
                && modules.currentHash(entity.jurisdiction(), entity.procedure())
                        .filter(entity.definition()::equals)
                        .isEmpty();
    }

    /** Notes whether a case comes over, and why not. */
    private Optional<CaseMove> look(EntityManager em, CaseEntity entity, Tally tally) {
        Procedure old = definitions.definition(em, entity.definition());
        String from = em.find(DefinitionEntity.class, entity.definition()).moduleVersion();
        Optional<String> hash = modules.currentHash(entity.jurisdiction(), entity.procedure());
        if (hash.isEmpty()) {
            tally.stays(entity, old, "新版本没有这一事项");
            return Optional.empty();
        }
        Behaviour behaviour = modules.required(entity.jurisdiction(), entity.procedure(), hash.orElseThrow());
        Procedure next = behaviour.procedure();
        Optional<Migration> migration = next.migrations().stream()
                .filter(declared -> declared.takes(from))
                // The one that names the version most exactly.
                .max(Comparator.comparingInt(declared -> declared.from().length()));
        if (migration.isEmpty()) {
            tally.stays(entity, old, "新版本没有声明由版本 " + from + " 迁移的办法");
            return Optional.empty();
        }
        CaseMove move = new CaseMove(
                entity, tasks(em, entity.id()), attachments(em, entity.id()), old, next, migration.orElseThrow());
        Optional<String> obstacle = move.obstacle().or(() -> obstacleOfForm(em, move));
        obstacle.ifPresentOrElse(reason -> tally.stays(entity, old, reason), () -> tally.moves(next, from));
        return obstacle.isPresent() ? Optional.empty() : Optional.of(move);
    }

    /** The one validation: what reviewers have before them must be in order under the later definition too. */
    private Optional<String> obstacleOfForm(EntityManager em, CaseMove move) {
        CaseEntity entity = move.entity();
        boolean handedIn = entity.submittedAt() != null && entity.state() != CaseState.TO_MODIFY;
        Facts facts = new FactsFinder(em, time, modules).ofCase(entity, move.form(), Moment.FILLING, Optional.empty());
        List<Violation> violations = handedIn
                ? CaseChecks.ofApplicant(em, attachments, move.next(), facts, entity)
                : CaseChecks.ofForm(
                        entity.jurisdiction(), move.next().applicantForm(), move.form(), facts, Completeness.DRAFT);
        return violations.stream().map(Violation::message).findFirst();
    }

    private void go(EntityManager em, CaseMove move, Caller caller) {
        CaseEntity entity = move.entity();
        String before = entity.definition();
        String from = em.find(DefinitionEntity.class, before).moduleVersion();
        String definition =
                modules.currentHash(entity.jurisdiction(), entity.procedure()).orElseThrow();
        String to = modules.version(entity.jurisdiction());
        String lost = move.lost();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", from);
        detail.put("to", to);
        detail.put("definitionBefore", before);
        detail.put("definition", definition);
        if (!move.migration().dropped().isEmpty()) {
            detail.put("formBefore", Json.form(entity.form()).values());
        }
        move.go(definition);
        move.migration().steps().forEach((was, is) -> em.createQuery(
                        "select r from CoReviewEntity r where r.caseId = :case and r.step = :was", CoReviewEntity.class)
                .setParameter("case", entity.id())
                .setParameter("was", was)
                .getResultList()
                .forEach(review -> review.step(is)));
        FactsFinder finder = new FactsFinder(em, time, modules);
        if (entity.submittedAt() != null) {
            Facts facts = finder.ofCase(entity, Moment.SUBMITTING, Optional.empty());
            Set<Subject> subjects = Subjects.of(entity.jurisdiction(), move.next(), facts);
            Locks.take(em, subjects);
            Subjects.keep(em, entity, subjects);
        }
        CaseText.renew(em, entity, move.next(), finder.ofCase(entity, Moment.FILLING, Optional.empty()));
        new CaseLog(em, entity, caller, time.now())
                .add(
                        "MIGRATE",
                        "由版本 " + from + " 改按版本 " + to + " 办理",
                        "",
                        lost.isEmpty() ? "" : "不再使用的内容：" + lost,
                        detail);
    }

    private static List<TaskEntity> tasks(EntityManager em, String caseId) {
        return em.createQuery("select t from TaskEntity t where t.caseId = :case", TaskEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    private static List<AttachmentEntity> attachments(EntityManager em, String caseId) {
        return em.createQuery("select a from AttachmentEntity a where a.caseId = :case", AttachmentEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }
}
