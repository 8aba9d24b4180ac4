package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 变更补证注销台账 (§5): every application stands in it with its state, opinions and dates. */
class CertificateMatterTest {
    private final Jiangsu jiangsu = new Jiangsu();

    private CertificateMatter matter() {
        List<CertificateMatter> all =
                jiangsu.world.register(CertificateMatter.MATTERS).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void finish(Procedure procedure, String step, TestFacts facts, Decision decision, String opinion) {
        Rehearsal.finish(procedure, step, facts.deciding(step, decision, opinion), jiangsu.world.changes());
    }

    @Test
    @DisplayName("a transfer goes from 待接收 to 办结, with what was said on the way")
    void a_transfer_is_followed() {
        Procedure procedure = PersonnelTransfer.procedure();
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", Division.MATERIAL);
        Rehearsal.submit(procedure, facts, jiangsu.world.changes());
        assertThat(matter().status()).isEqualTo(MatterStatus.TO_RECEIVE);
        assertThat(matter().certificates()).containsExactlyInAnyOrder("JC-M-0011", "JC-F-0011");
        assertThat(matter().to()).isEqualTo(idOf("J3"));

        finish(procedure, "receive", jiangsu.atProvince(facts), Decision.APPROVE, "");
        assertThat(matter().status()).isEqualTo(MatterStatus.AT_CITY);
        finish(procedure, "city", facts, Decision.APPROVE, "原件相符");
        assertThat(matter().status()).isEqualTo(MatterStatus.AT_PROVINCE);
        finish(procedure, "prov", facts, Decision.APPROVE, "同意变更");
        assertThat(matter().status()).isEqualTo(MatterStatus.ANNOUNCED);
        assertThat(matter().announcedOn()).contains(TestFacts.TODAY);

        facts.stepForm("handOut", "receiver", "韩示双").stepForm("handOut", "handedOutOn", "2026-11-23");
        Rehearsal.finish(
                procedure,
                "print",
                facts.stepForm("print", "waybillNo", "EX1").deciding("print", Decision.CONFIRM),
                jiangsu.world.changes());
        finish(procedure, "handOut", facts, Decision.CONFIRM_HANDED_OUT, "");
        assertThat(matter().status()).isEqualTo(MatterStatus.DONE);
        assertThat(matter().opinions()).containsExactly("原件相符", "同意变更");
        assertThat(matter().closedOn()).contains(TestFacts.TODAY);
    }

    @Test
    @DisplayName("where every certificate is 调离 there is no paper, and the announcement is the end")
    void without_paper_the_announcement_is_the_end() {
        Procedure procedure = PersonnelTransfer.procedure();
        TestFacts facts = jiangsu.transfer("J2", "p12", "J4", Division.MATERIAL);
        Rehearsal.submit(procedure, facts, jiangsu.world.changes());
        finish(procedure, "receive", jiangsu.atProvince(facts), Decision.APPROVE, "");
        finish(procedure, "city", facts, Decision.APPROVE, "");
        finish(procedure, "prov", facts, Decision.APPROVE, "");

        assertThat(matter().status()).isEqualTo(MatterStatus.DONE);
        assertThat(matter().announcedOn()).contains(TestFacts.TODAY);
    }

    @Test
    @DisplayName("the menu's division takes its certificate beforehand in a cancellation, and no other (JS-P03)")
    void the_menu_takes_certificates_beforehand() {
        FieldType type = CertificateCancellation.procedure()
                .form()
                .field("certificates")
                .orElseThrow()
                .type();
        TestFacts facts = jiangsu.world.facts().applicant(idOf("J1")).form("personId", Jiangsu.P11);
        assertThat(type).isInstanceOfSatisfying(FieldType.Reference.class, reference -> {
            assertThat(reference.options().preselected(facts)).isEmpty();
            assertThat(reference.options().preselected(facts.form("entryDivision", Division.FOUNDATION.name())))
                    .extracting(Option::value)
                    .containsExactly("JC-F-0011");
        });
    }
}
