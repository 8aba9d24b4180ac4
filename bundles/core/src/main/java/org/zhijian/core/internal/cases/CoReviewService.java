package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.chain.Assignee;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.CoReview;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.OfficeAccounts;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.CoReviewEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Asks for opinions and takes them. Each act locks the case, so it never crosses a decision. Thread-safe. */
@Component(service = CoReviews.class)
public final class CoReviewService implements CoReviews {
    /** Code of the log entry by which the reader of a case knows that there are opinions to be read. */
    static final String ASKED = "ASK_OPINION";

    private static final int LENGTH = 500;
    private static final int MOST = 100;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Deputies deputies;
    private final Readers readers;

    @Activate
    public CoReviewService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Deputies deputies,
            @Reference Readers readers) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.deputies = deputies;
        this.readers = readers;
    }

    @Override
    public CoReview ask(Caller caller, Once once, String taskId, Request request) {
        Admission.require(caller);
        List<?> identity = List.of(taskId, request.reviewer(), request.question(), request.blocking());
        String id = writes.once(caller, once, "askOpinion", identity, em -> {
            OpenTask open = OpenTask.lock(em, readers, deputies, caller, taskId, time.now());
            if (!open.task().assigneeKind().equals(Assignee.Kind.OFFICE.name())) {
                throw Refusal.forbidden("当事人的环节不能征求意见");
            }
            Caller reviewer = new OfficeAccounts(em)
                    .find(open.task().jurisdiction(), request.reviewer().strip())
                    .filter(officer -> !officer.accountId().equals(caller.accountId()))
                    .orElseThrow(() -> Refusal.invalid(Violation.of("reviewer", "CO_REVIEW", "请选择征求意见的人员")));
            CoReviewEntity entity = new CoReviewEntity(
                    Ids.next(),
                    open.task(),
                    open.acting().caller().displayName(),
                    time.now(),
                    text("question", request.question(), false),
                    request.blocking(),
                    reviewer.accountId(),
                    reviewer.displayName());
            em.persist(entity);
            if (request.blocking()) {
                open.task().opinionsAwaited(open.task().opinionsAwaited() + 1);
            }
            new CaseLog(em, open.entity(), open.acting().caller(), time.now())
                    .add(
                            ASKED,
                            "征求" + reviewer.displayName() + "意见",
                            open.task().step(),
                            entity.question(),
                            Map.of("coReview", entity.id(), "blocking", entity.blocking()));
            return entity.id();
        });
        return one(caller, id);
    }

    @Override
    public CoReview give(Caller caller, Once once, String coReviewId, String opinion) {
        Admission.require(caller);
        writes.once(caller, once, "giveOpinion", List.of(coReviewId, opinion), em -> {
            CoReviewEntity asked = em.find(CoReviewEntity.class, coReviewId);
            if (asked == null || !asked.accountId().equals(caller.accountId())) {
                throw Refusal.notFound();
            }
            CaseEntity entity = em.find(CaseEntity.class, asked.caseId(), LockModeType.PESSIMISTIC_WRITE);
            em.refresh(asked);
            if (asked.givenAt() != null) {
                throw Refusal.conflict("ALREADY_GIVEN", "您已提交意见");
            }
            asked.give(text("opinion", opinion, true), time.now());
            TaskEntity task = em.find(TaskEntity.class, asked.taskId());
            if (asked.blocking() && task.state() == TaskState.OPEN) {
                task.opinionsAwaited(task.opinionsAwaited() - 1);
            }
            new CaseLog(em, entity, caller, time.now())
                    .add("GIVE_OPINION", "提交意见", asked.step(), asked.opinion(), Map.of("coReview", asked.id()));
            return asked.id();
        });
        return one(caller, coReviewId);
    }

    private static String text(String field, String value, boolean needed) {
        String text = value.strip();
        if (needed && text.isEmpty()) {
            throw Refusal.invalid(Violation.of(field, "CO_REVIEW", "请填写意见"));
        }
        if (text.length() > LENGTH) {
            throw Refusal.invalid(Violation.of(field, "CO_REVIEW", "不能超过" + LENGTH + "个字"));
        }
        return text;
    }

    @Override
    public List<CoReview> awaited(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> em
                .createQuery(
                        "select r from CoReviewEntity r where r.accountId = :account and r.givenAt is null"
                                + " order by r.askedAt, r.id",
                        CoReviewEntity.class)
                .setParameter("account", caller.accountId())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(review -> view(em, caller, review))
                .toList());
    }

    private CoReview one(Caller caller, String id) {
        return transactions.read(em -> view(em, caller, em.find(CoReviewEntity.class, id)));
    }

    private CoReview view(EntityManager em, Caller caller, CoReviewEntity review) {
        CaseEntity entity = em.find(CaseEntity.class, review.caseId());
        return view(review, entity, readers.of(em).definition(entity).title(), caller);
    }

    static CoReview view(CoReviewEntity review, CaseEntity entity, String procedureTitle, Caller caller) {
        return new CoReview(
                review.id(),
                entity.id(),
                entity.number(),
                procedureTitle,
                entity.applicantName(),
                review.taskId(),
                review.askedBy(),
                review.askedAt(),
                review.question(),
                review.blocking(),
                review.reviewer(),
                review.opinion(),
                review.givenAt(),
                review.accountId().equals(caller.accountId()));
    }

    static List<CoReviewEntity> ofCase(EntityManager em, String caseId) {
        return em.createQuery(
                        "select r from CoReviewEntity r where r.caseId = :case order by r.askedAt, r.id",
                        CoReviewEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }
}
