package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 补证 (JS-P02). */
class CertificateReplacementTest {
    private final Procedure procedure = CertificateReplacement.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts replacement(String number, String... certificates) {
        return jiangsu.world
                .facts()
                .number(number)
                .applicant(idOf("J1"))
                .form("personId", Jiangsu.P11)
                .form("certificates", List.of(certificates))
                .form("reason", "遗失")
                .submitting();
    }

    private void replace(String number, String certNo) {
        TestFacts facts = replacement(number, certNo);
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        Rehearsal.submit(procedure, facts, jiangsu.world.changes());
        Rehearsal.finish(procedure, "city", facts.deciding("city", Decision.APPROVE, "材料齐全"), jiangsu.world.changes());
        Rehearsal.finish(procedure, "prov", facts.deciding("prov", Decision.APPROVE), jiangsu.world.changes());
        facts.stepForm("print", "waybillNo", "EX1").deciding("print", Decision.CONFIRM);
        Rehearsal.finish(procedure, "print", facts, jiangsu.world.changes());
        facts.stepForm("handOut", "handedOutOn", "2026-11-30")
                .stepForm("handOut", "receiver", "韩示双")
                .deciding("handOut", Decision.CONFIRM_HANDED_OUT);
        Rehearsal.finish(procedure, "handOut", facts, jiangsu.world.changes());
    }

    @Test
    @DisplayName("JS-R12: number and status stay, the issue counts up, also a second time")
    void number_and_status_stay() {
        replace("JS-2026-000001", "JC-M-0011");
        assertThat(jiangsu.certificate("JC-M-0011").issueCount()).isEqualTo(2);
        replace("JS-2026-000002", "JC-M-0011");

        Certificate certificate = jiangsu.certificate("JC-M-0011");
        assertThat(certificate.issueCount()).isEqualTo(3);
        assertThat(certificate.status()).isEqualTo(CertificateStatus.NORMAL);
        assertThat(certificate.replacementCase()).isEmpty();
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::issueCount, PrintJob::status)
                .containsExactly(tuple(2, PrintStatus.VOID), tuple(3, PrintStatus.HANDED_OUT));
    }

    @Test
    @DisplayName("JS-R12: a certificate that is 注销 or 调离 is not replaced")
    void what_has_ended_is_not_replaced() {
        var register = jiangsu.world.register(Certificate.CERTIFICATES);
        register.put(jiangsu.certificate("JC-M-0011").cancelled());
        register.put(jiangsu.certificate("JC-F-0011").departed());

        assertThat(Rehearsal.errors(procedure, replacement("JS-2026-000001", "JC-M-0011", "JC-F-0011")))
                .containsExactly("建材岗位合格证书JC-M-0011状态为注销，不能补证", "地基岗位合格证书JC-F-0011状态为调离，不能补证");
    }

    @Test
    @DisplayName("JS-R12: a person whose transfer is open gets no replacement")
    void not_beside_a_transfer() {
        TestFacts facts = replacement("JS-2026-000001", "JC-M-0011")
                .otherOpenCase(Subject.person(Jiangsu.P11), PersonnelTransfer.ID, CaseState.PENDING);

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("该人员正在办理人员变更，办结后方可申报");
    }

    @Test
    @DisplayName("JS-R13: 补证中 while it is open, no longer for what a correction takes out, nor after a withdrawal")
    void being_replaced_is_shown() {
        Rehearsal.submit(procedure, replacement("JS-2026-000001", "JC-M-0011"), jiangsu.world.changes());
        assertThat(jiangsu.certificate("JC-M-0011").replacementCase()).isEqualTo("JS-2026-000001");

        TestFacts corrected = replacement("JS-2026-000001", "JC-F-0011");
        Rehearsal.submit(procedure, corrected, jiangsu.world.changes());
        assertThat(jiangsu.certificate("JC-M-0011").replacementCase()).isEmpty();
        assertThat(jiangsu.certificate("JC-F-0011").replacementCase()).isEqualTo("JS-2026-000001");

        Rehearsal.end(procedure, corrected, jiangsu.world.changes());
        assertThat(jiangsu.certificate("JC-F-0011").replacementCase()).isEmpty();
    }

    @Test
    @DisplayName("the announcement voids the lost paper")
    void the_lost_paper_is_void() {
        replace("JS-2026-000001", "JC-M-0011");

        assertThat(jiangsu.world.changes().announcements())
                .containsExactly(new Announcement("补证", "补证公告（韩*双）", "南京示例检测中心有限公司韩*双的建材岗位合格证书JC-M-0011遗失补办，原证书遗失作废。"));
    }

    @Test
    @DisplayName("the statement in the newspaper bears a seal, the contract is scanned page by page")
    void the_scans() {
        assertThat(procedure.slots())
                .extracting(Slot::id)
                .containsExactly("newspaperStatement", "contract", "insurance");
        assertThat(procedure.slots()).extracting(Slot::isSealed).containsExactly(true, false, true);
    }
}
