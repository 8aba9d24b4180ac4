package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.api.notice.Mask;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.words.Formats;

/** What printing means for a case. */
public final class CasePrints {
    private CasePrints() {}

    /** The case, locked until the transaction ends. */
    public static CaseEntity locked(EntityManager em, String caseId) {
        CaseEntity entity = em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw Refusal.notFound();
        }
        return entity;
    }

    /** Notes that a locked case was printed under this code. */
    public static void issued(EntityManager em, CaseEntity entity, String code, Caller caller, Instant now) {
        new CaseLog(em, entity, caller, now).read("READ_PRINT", "打印", Map.of("code", code));
        entity.verificationCode(code);
    }

    /** Changes whenever the case does. */
    public static long mark(CaseEntity entity) {
        return entity.changedAt().toEpochMilli();
    }

    /** What everybody may know who holds a print of the case. */
    public static List<Line> publicly(CaseEntity entity, String procedure) {
        boolean person = Caller.Kind.valueOf(entity.applicantKind()) == Caller.Kind.PERSON;
        return List.of(
                new Line("业务编号", entity.number()),
                new Line("业务类型", procedure),
                new Line("申请人", person ? Mask.NAME.apply(entity.applicantName()) : entity.applicantName()),
                new Line("提交时间", Formats.minute(entity.submittedAt())),
                new Line("当前状态", entity.stateLabel()));
    }
}
