package org.zhijian.jurisdiction.national;

import static org.zhijian.jurisdiction.national.ForcedStatus.ACCEPTED;
import static org.zhijian.jurisdiction.national.ForcedStatus.AWAITING_DECISION;
import static org.zhijian.jurisdiction.national.ForcedStatus.GRANTED;
import static org.zhijian.jurisdiction.national.ForcedStatus.PENDING;
import static org.zhijian.jurisdiction.national.ForcedStatus.REFUSED;
import static org.zhijian.jurisdiction.national.ForcedStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 强制注销台账: the cancellations that firms have applied for.
 *
 * @param objection what the person says against it; blank if nothing
 */
record ForcedCase(
        @Column(value = "申请编号", key = true) String number,
        @Column(value = "姓名", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "注册号", index = true) String registrationNo,
        @Column(value = "申请单位", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column("注销原因") String reason,
        @Column(value = "附件类型", index = true) ProofKind proofKind,
        @Column(value = "申请时间", index = true) LocalDate appliedOn,
        @Column(value = "状态", index = true, status = true) ForcedStatus status,
        @Column("本人异议") String objection,
        @Column("异议时间") Optional<LocalDate> objectedOn) {

    static final Register<ForcedCase> CASES = Register.register("forced-cancellations", "强制注销台账", ForcedCase.class)
            .statuses(StatusMachine.beginningWith(PENDING)
                    .allow(PENDING, WITHDRAWN)
                    .allow(PENDING, ACCEPTED)
                    .allow(ACCEPTED, AWAITING_DECISION)
                    .allow(AWAITING_DECISION, GRANTED)
                    .allow(EnumSet.of(PENDING, ACCEPTED, AWAITING_DECISION), REFUSED))
            .named(ForcedCase::name)
            .act("object", "提出异议", CancellationObjection.ID, ForcedCase::isOpen, CancellationObjection::to);

    static Effect now(ForcedStatus status) {
        return (facts, changes) -> move(facts, changes, status);
    }

    static void ended(CaseFacts facts, Changes changes) {
        move(facts, changes, facts.judgement().isPresent() ? REFUSED : WITHDRAWN);
    }

    private static void move(CaseFacts facts, Changes changes, ForcedStatus status) {
        changes.of(CASES).find(facts.number()).ifPresent(known -> changes.of(CASES)
                .save(known.in(status)));
    }

    /** Those that a person may still object to. */
    static List<ForcedCase> openAgainst(CaseFacts facts, String person) {
        return facts.registers().of(CASES).where("person", person).stream()
                .filter(ForcedCase::isOpen)
                .toList();
    }

    private String name() {
        return number + "　注册号" + registrationNo;
    }

    boolean isOpen() {
        return status == PENDING || status == ACCEPTED || status == AWAITING_DECISION;
    }

    ForcedCase objectedTo(String text, LocalDate day) {
        return new ForcedCase(
                number,
                person,
                registrationNo,
                organisation,
                reason,
                proofKind,
                appliedOn,
                status,
                text,
                Optional.of(day));
    }

    private ForcedCase in(ForcedStatus changed) {
        return new ForcedCase(
                number,
                person,
                registrationNo,
                organisation,
                reason,
                proofKind,
                appliedOn,
                changed,
                objection,
                objectedOn);
    }
}
