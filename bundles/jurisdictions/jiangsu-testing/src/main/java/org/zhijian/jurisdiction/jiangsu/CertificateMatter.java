package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.MatterStatus.ANNOUNCED;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.AT_CITY;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.AT_PROVINCE;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.DONE;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.ENDED;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.RETURNED;
import static org.zhijian.jurisdiction.jiangsu.MatterStatus.TO_RECEIVE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 变更补证注销台账 (§5): the applications about certificates with where they stand, what was said of them, and when. The case of the same number has
 * the whole of it.
 *
 * @param from the organisation that applied; blank where 省质监总站 did
 * @param to the organisation that receives the person; blank where nobody moves
 * @param opinions what the last reviewer of each step said, oldest first
 * @param receivedOn when the organisation named in {@code to} took the person in; it is not asked again when the application comes back corrected
 */
record CertificateMatter(
        @Column(value = "业务编号", key = true) String caseNumber,
        @Column(value = "业务类型", index = true) NoticeKind kind,
        @Column(value = "人员", index = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "证书编号", index = true) List<String> certificates,
        @Column(value = "申请（调出）机构", index = true, refers = Refers.ORGANISATION, owner = true) String from,
        @Column(value = "调入机构", index = true, refers = Refers.ORGANISATION, owner = true) String to,
        @Column(value = "状态", index = true, status = true) MatterStatus status,
        @Column("审核意见") List<String> opinions,
        @Column(value = "申报日期", index = true) LocalDate submittedOn,
        @Column("接收日期") Optional<LocalDate> receivedOn,
        @Column("公告日期") Optional<LocalDate> announcedOn,
        @Column("办结日期") Optional<LocalDate> closedOn) {

    static final Register<CertificateMatter> MATTERS = Register.register(
                    "certificate-matters", "变更补证注销台账", CertificateMatter.class)
            .statuses(StatusMachine.beginningWith(TO_RECEIVE, AT_CITY)
                    .allow(EnumSet.of(TO_RECEIVE, RETURNED), AT_CITY)
                    .allow(AT_CITY, AT_PROVINCE)
                    .allow(RETURNED, TO_RECEIVE)
                    .allow(EnumSet.of(TO_RECEIVE, AT_CITY, AT_PROVINCE), RETURNED)
                    .allow(AT_PROVINCE, ANNOUNCED)
                    .allow(EnumSet.of(AT_PROVINCE, ANNOUNCED), DONE)
                    .allow(EnumSet.of(TO_RECEIVE, AT_CITY, AT_PROVINCE, RETURNED), ENDED));

    CertificateMatter {
        certificates = List.copyOf(certificates);
        opinions = List.copyOf(opinions);
    }

    /** An application has been handed in, or again; it waits for what comes first. */
    static Effect submitted(NoticeKind kind, MatterStatus first, Function<CaseFacts, List<Certificate>> certificates) {
        return (facts, changes) -> {
            Optional<CertificateMatter> before = find(facts, changes);
            String to = facts.form().text("receivingOrgId");
            Optional<LocalDate> received =
                    before.filter(matter -> matter.to().equals(to)).flatMap(CertificateMatter::receivedOn);
            changes.of(MATTERS)
                    .save(new CertificateMatter(
                            facts.number(),
                            kind,
                            facts.form().text("personId"),
                            certificates.apply(facts).stream()
                                    .map(Certificate::certNo)
                                    .toList(),
                            facts.applicant().map(Organisation::id).orElse(""),
                            to,
                            received.isPresent() ? AT_CITY : first,
                            before.map(CertificateMatter::opinions).orElse(List.of()),
                            before.map(CertificateMatter::submittedOn).orElse(facts.today()),
                            received,
                            Optional.empty(),
                            Optional.empty()));
        };
    }

    /** A step is done, and what follows is this. */
    static Effect reaches(MatterStatus next) {
        return (facts, changes) ->
                find(facts, changes).ifPresent(matter -> changes.of(MATTERS).save(matter.at(next, facts)));
    }

    /** It is announced; where no paper is to be printed, that was all. */
    static void announced(CaseFacts facts, Changes changes) {
        boolean paper = !PrintJob.ofCase(facts).isEmpty();
        reaches(ANNOUNCED).apply(facts, changes);
        if (!paper) {
            reaches(DONE).apply(facts, changes);
        }
    }

    private static Optional<CertificateMatter> find(CaseFacts facts, Changes changes) {
        return changes.of(MATTERS).find(facts.number());
    }

    private CertificateMatter at(MatterStatus next, CaseFacts facts) {
        List<String> said = new ArrayList<>(opinions);
        facts.judgement()
                .map(Judgement::opinion)
                .filter(opinion -> !opinion.isBlank() && !said.contains(opinion))
                .ifPresent(said::add);
        return new CertificateMatter(
                caseNumber,
                kind,
                person,
                certificates,
                from,
                to,
                next,
                said,
                submittedOn,
                status == TO_RECEIVE && next == AT_CITY ? Optional.of(facts.today()) : receivedOn,
                next == ANNOUNCED ? Optional.of(facts.today()) : announcedOn,
                next == DONE || next == ENDED ? Optional.of(facts.today()) : closedOn);
    }
}
