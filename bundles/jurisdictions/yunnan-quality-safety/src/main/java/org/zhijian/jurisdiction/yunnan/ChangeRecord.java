package org.zhijian.jurisdiction.yunnan;

import java.time.LocalDate;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/** 人员变更台账, with the columns of the manual's list. */
record ChangeRecord(
        @Column(value = "申请编号", key = true) String caseNo,
        @Column("工程名称") String worksName,
        @Column(value = "变更类型", index = true) Post changeKind,
        @Column(value = "变更前人员", index = true, refers = Refers.PERSON, mask = Mask.NAME) String before,
        @Column(value = "变更后人员", index = true, refers = Refers.PERSON, mask = Mask.NAME) String after,
        @Column("变更原因") String reason,
        @Column(value = "申请单位", index = true, refers = Refers.ORGANISATION, owner = true) String applicant,
        @Column("上报时间") LocalDate submittedOn,
        @Column(value = "状态", index = true, status = true) MatterStatus status) {

    static final Register<ChangeRecord> CHANGES = Register.register("personnel-changes", "人员变更台账", ChangeRecord.class);

    /** Enters how far the application has come. */
    static void keep(CaseFacts facts, Changes changes, MatterStatus status) {
        changes.of(CHANGES)
                .save(new ChangeRecord(
                        facts.number(),
                        facts.form().text("worksName"),
                        Substitution.post(facts).orElseThrow(),
                        facts.form().text("beforePersonId"),
                        facts.form().text("afterPersonId"),
                        facts.form().text("reason"),
                        Parties.applicantId(facts),
                        changes.of(CHANGES)
                                .find(facts.number())
                                .map(ChangeRecord::submittedOn)
                                .orElse(facts.today()),
                        status));
    }
}
