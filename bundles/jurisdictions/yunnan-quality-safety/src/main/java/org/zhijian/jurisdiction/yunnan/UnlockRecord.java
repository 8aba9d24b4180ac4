package org.zhijian.jurisdiction.yunnan;

import java.time.LocalDate;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/** 解锁申请台账: a record for each person of an application. */
record UnlockRecord(
        @Column(value = "记录编号", key = true) String recordNo,
        @Column(value = "申请编号", index = true) String caseNo,
        @Column("工程名称") String worksName,
        @Column(value = "锁定人员", index = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "岗位", index = true) Post post,
        @Column(value = "解锁情形", index = true, refers = Refers.ENTRY, of = UnlockApplication.REASONS_ID)
                String reasonKind,
        @Column("解锁理由") String reason,
        @Column(value = "申请单位", index = true, refers = Refers.ORGANISATION, owner = true) String applicant,
        @Column("上报时间") LocalDate submittedOn,
        @Column(value = "状态", index = true, status = true) MatterStatus status) {

    static final Register<UnlockRecord> UNLOCKS =
            Register.register("unlock-applications", "解锁申请台账", UnlockRecord.class);

    /** Enters how far the application has come; what a corrected one no longer names is withdrawn. */
    static void keep(CaseFacts facts, Changes changes, MatterStatus status) {
        var locks = UnlockApplication.locks(facts);
        changes.of(UNLOCKS).where("caseNo", facts.number()).stream()
                .filter(known -> locks.stream().noneMatch(lock -> known.recordNo.equals(no(facts, lock))))
                .forEach(known -> changes.of(UNLOCKS).save(known.in(MatterStatus.WITHDRAWN)));
        locks.forEach(lock -> changes.of(UNLOCKS)
                .save(new UnlockRecord(
                        no(facts, lock),
                        facts.number(),
                        lock.worksName(),
                        lock.person(),
                        lock.role(),
                        facts.form().text("reasonKind"),
                        facts.form().text("reason"),
                        Parties.applicantId(facts),
                        changes.of(UNLOCKS)
                                .find(no(facts, lock))
                                .map(UnlockRecord::submittedOn)
                                .orElse(facts.today()),
                        status)));
    }

    private static String no(CaseFacts facts, PersonLock lock) {
        return facts.number() + "/" + lock.lockNo();
    }

    private UnlockRecord in(MatterStatus changed) {
        return new UnlockRecord(
                recordNo, caseNo, worksName, person, post, reasonKind, reason, applicant, submittedOn, changed);
    }
}
