package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 注销 (JS-P03). */
class CertificateCancellationTest {
    private final Procedure procedure = CertificateCancellation.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts cancellation(Answer agrees, String... certificates) {
        return jiangsu.world
                .facts()
                .applicant(idOf("J1"))
                .form("personId", Jiangsu.P11)
                .form("certificates", List.of(certificates))
                .form("reason", "退休")
                .form("personAgrees", agrees.name())
                .attachments("certificateScan", "1.jpg", "2.jpg")
                .submitting();
    }

    @ParameterizedTest
    @DisplayName("JS-R11: a disagreement is permitted and seen by all, and both reviewers comment on it")
    @CsvSource({
        "YES, city, '', ",
        "YES, prov, '', ",
        "NO, city, 本人已书面说明, ",
        "NO, prov, 已核实, ",
        "NO, city, '', 本人不同意注销，请在意见中说明",
        "NO, prov, ' ', 本人不同意注销，请在意见中说明",
    })
    void a_disagreement_is_commented_on(Answer agrees, String step, String opinion, String message) {
        TestFacts facts = cancellation(agrees, "JC-M-0011");
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        assertThat(Rehearsal.warnings(procedure, facts)).hasSize(agrees == Answer.NO ? 1 : 0);

        assertThat(Rehearsal.errors(procedure, facts.deciding(step, Decision.APPROVE, opinion)))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    @DisplayName("JS-R11: a certificate whose transfer is open is not cancelled")
    void not_beside_a_transfer() {
        TestFacts facts = cancellation(Answer.YES, "JC-M-0011")
                .otherOpenCase(Subject.person(Jiangsu.P11), PersonnelTransfer.ID, CaseState.IN_REVIEW);

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("该人员正在办理人员变更，办结后方可申报");
    }

    @Test
    @DisplayName("JS-R11, JS-R13: it is 注销 with the announcement, before the paper is back")
    void it_ends_with_the_announcement() {
        TestFacts facts = cancellation(Answer.YES, "JC-M-0011");
        Rehearsal.finish(procedure, "prov", facts, jiangsu.world.changes());

        assertThat(jiangsu.outcome("p11", Division.MATERIAL)).isEqualTo("注销");
        assertThat(jiangsu.outcome("p11", Division.FOUNDATION)).isEqualTo("正常@J1");
        assertThat(jiangsu.world.directory().employs(idOf("J1"), Jiangsu.P11)).isTrue();
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::status)
                .containsExactly(PrintStatus.TO_RECLAIM);
        assertThat(jiangsu.world.changes().announcements())
                .containsExactly(
                        new Announcement(
                                "注销",
                                "注销公告（韩*双）",
                                """
                        南京示例检测中心有限公司韩*双的建材岗位合格证书JC-M-0011予以注销。
                        请立即将注销人员的岗位合格证书寄给省质监总站。"""));

        Rehearsal.finish(procedure, "reclaim", facts, jiangsu.world.changes());
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::status)
                .containsExactly(PrintStatus.RECLAIMED);
    }

    @Test
    @DisplayName("JS-P03: with the last certificate the post ends")
    void with_the_last_certificate_the_post_ends() {
        Rehearsal.finish(
                procedure, "prov", cancellation(Answer.YES, "JC-M-0011", "JC-F-0011"), jiangsu.world.changes());

        assertThat(jiangsu.world.directory().employs(idOf("J1"), Jiangsu.P11)).isFalse();
        assertThat(jiangsu.world.register(StaffMember.STAFF).where("person", Jiangsu.P11))
                .hasSize(2)
                .allMatch(file -> file.status() == StaffStatus.WITHOUT_POST);
    }

    @Test
    @DisplayName(
            "JS-R13: what is 注销 already, or stands elsewhere, is not cancelled here; what is 调离 is, by its last organisation")
    void only_what_stands_here() {
        var register = jiangsu.world.register(Certificate.CERTIFICATES);
        register.put(jiangsu.certificate("JC-M-0011").cancelled());
        register.put(jiangsu.certificate("JC-F-0011").departed());

        assertThat(Rehearsal.errors(procedure, cancellation(Answer.YES, "JC-M-0011", "JC-F-0011")))
                .containsExactly("建材岗位合格证书JC-M-0011不能由本单位申请注销");
    }

    @Test
    @DisplayName("JS-P03: every certificate is scanned")
    void every_certificate_is_scanned() {
        TestFacts facts = cancellation(Answer.YES, "JC-M-0011", "JC-F-0011").attachments("certificateScan", "1.jpg");

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("请为每本注销的证书上传扫描件");
    }
}
