package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** What the manual forbids is refused in its words, and leaves nothing behind. One case goes on from refusal to refusal. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalsTest {
    private Server server;
    private Transfer transfer;

    private interface Attempt {
        Answer make();
    }

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
        transfer = Transfer.draft(server, Member.J1, "韩示双", Member.J3, "MATERIAL");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The attempt is refused with 422 and this text, and the case is what it was before. */
    private void refused(String caseId, Api reader, String text, Attempt attempt) {
        Footprint before = Footprint.of(reader, caseId);
        Answer answer = attempt.make().expect(422);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.messages()).anyMatch(message -> message.contains(text));
        assertThat(Footprint.of(reader, caseId)).isEqualTo(before);
    }

    private void refused(String text, Attempt attempt) {
        refused(transfer.caseId(), transfer.applicant(), text, attempt);
    }

    @Test
    @Order(1)
    void the_proof_of_release_without_its_seal_is_not_submitted() {
        Api applicant = transfer.applicant();
        Map<String, Object> form = Transfer.form(applicant, "韩示双", Member.J3, "MATERIAL");
        form.put("releaseProofSealed", false);
        applicant
                .put("/api/v1/cases/" + transfer.caseId() + "/form", Map.of("form", form))
                .ok();
        refused("解除劳动关系证明须加盖公章", () -> applicant.submit(transfer.caseId()));

        form.put("releaseProofSealed", true);
        applicant
                .put("/api/v1/cases/" + transfer.caseId() + "/form", Map.of("form", form))
                .ok();
        applicant.submit(transfer.caseId()).ok();
    }

    @Test
    @Order(2)
    void a_person_is_transferred_by_one_application_at_a_time() {
        Transfer second = Transfer.draft(server, Member.J1, "韩示双", Member.J2, "FOUNDATION");
        refused(second.caseId(), second.applicant(), "该人员已在办理变更，无需重复申报", () -> second.applicant()
                .submit(second.caseId()));
        second.applicant().delete("/api/v1/cases/" + second.caseId()).expect(204);
    }

    @Test
    @Order(3)
    void a_holder_of_one_certificate_is_not_transferred_from_the_other_menu() {
        Transfer wrongMenu = Transfer.draft(server, Member.J2, "杨样单", Member.J6, "FOUNDATION");
        refused(wrongMenu.caseId(), wrongMenu.applicant(), "该人员无地基岗位合格证书", () -> wrongMenu
                .applicant()
                .submit(wrongMenu.caseId()));
    }

    @Test
    @Order(4)
    void pages_that_are_not_named_by_number_are_not_taken() {
        refused("请按页码号命名并按顺序上传", () -> receiverAttaches("contract", "合同.jpg"));
    }

    @Test
    @Order(5)
    void a_pdf_is_not_taken_for_pages() {
        Footprint before = Footprint.of(transfer.applicant(), transfer.caseId());
        Answer answer = receiverAttaches("contract", "1.pdf");
        assertThat(answer.status()).as(answer.text()).isIn(415, 422);
        assertThat(answer.isProblem()).isTrue();
        assertThat(Footprint.of(transfer.applicant(), transfer.caseId())).isEqualTo(before);
    }

    @Test
    @Order(6)
    void a_missing_page_is_named() {
        receiverAttaches("contract", "1.jpg").expect(201);
        refused("缺少第2页", () -> receiverAttaches("contract", "3.jpg"));
    }

    @Test
    @Order(7)
    void the_insurance_list_without_its_seal_is_not_received() {
        Api receiver = transfer.receiver();
        String task = receiver.taskOf(transfer.caseId());
        receiver.attachToTask(task, "insurance", Scan.named("清单.jpg")).expect(201);
        receiver.attachToTask(task, "certificateScan", Scan.named("一.jpg")).expect(201);
        receiver.attachToTask(task, "certificateScan", Scan.named("二.jpg")).expect(201);
        Map<String, Object> form = new HashMap<>(Transfer.receivingForm());
        form.put("insuranceSealed", false);
        refused("社保缴费清单须加盖社保单位公章", () -> receiver.decide(task, "APPROVE", "", form));
        receiver.decide(task, "APPROVE", "", Transfer.receivingForm()).ok();
    }

    @Test
    @Order(8)
    void a_city_that_has_not_seen_the_originals_does_not_agree() {
        refused("请先核对书面资料原件", () -> transfer.decide(Member.J1.city(), "APPROVE", "同意", Map.of("sealsSeen", true)));
        refused(
                "请核对社保缴费清单及其他材料上的公章",
                () -> transfer.decide(Member.J1.city(), "APPROVE", "同意", Map.of("originalsSeen", true)));
    }

    @Test
    @Order(9)
    void nothing_is_returned_without_a_word() {
        refused("请填写意见", () -> transfer.decide(Member.J1.city(), "RETURN", " ", Map.of()));
    }

    @Test
    @Order(10)
    void a_decision_that_the_step_does_not_offer_is_refused() {
        refused("不通过", () -> transfer.decide(Member.J1.city(), "REJECT", "不同意", Map.of()));
    }

    @Test
    @Order(11)
    void after_all_refusals_the_case_goes_its_way() {
        transfer.citiesAgree().provinceAgrees();
        assertThat(transfer.stateTitle()).isEqualTo("已公告（待打印）");
    }

    /** JS-R08. */
    @Test
    @Order(12)
    void a_sixth_copy_of_the_qualification_is_not_taken() {
        Api applicant = server.as("j1");
        String draft = applicant
                .start("organisation-filing", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        IntStream.rangeClosed(1, 5).forEach(n -> applicant
                .attach(draft, "qualificationCopy", Scan.named("副本" + n + ".jpg"))
                .expect(201));
        refused(
                draft,
                applicant,
                "资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里",
                () -> applicant.attach(draft, "qualificationCopy", Scan.named("副本6.jpg")));
    }

    private Answer receiverAttaches(String slot, String name) {
        Api receiver = transfer.receiver();
        return receiver.attachToTask(receiver.taskOf(transfer.caseId()), slot, Scan.named(name));
    }
}
