package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.FOUNDATION;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 人员变更 (JS-P01). */
class PersonnelTransferTest {
    private final Procedure procedure = PersonnelTransfer.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts approve(TestFacts transfer) {
        TestFacts facts = jiangsu.atProvince(transfer);
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        Rehearsal.finish(procedure, "prov", facts, jiangsu.world.changes());
        return facts;
    }

    @DisplayName("JS-R01: a certificate follows its holder where its division is held, and is 调离 otherwise")
    @ParameterizedTest(name = "{0}: {1} → {2}, {3}")
    @CsvSource({
        // row, from, to, person, started from, 建材 after, 地基 after, print jobs
        "a, J2, J6, p12, MATERIAL, 无信用档案@J6, –, 1",
        "b, J2, J1, p12, MATERIAL, 无信用档案@J1, –, 1",
        "c, J1, J3, p11, MATERIAL, 无信用档案@J3, 无信用档案@J3, 2",
        "d, J1, J2, p11, MATERIAL, 无信用档案@J2, 调离, 1",
        "e, J1, J4, p11, MATERIAL, 调离, 无信用档案@J4, 1",
        "f, J2, J4, p12, MATERIAL, 调离, –, 0",
        "g, J1, J3, p16, FOUNDATION, –, 无信用档案@J3, 1",
        "h, J4, J1, p14, FOUNDATION, –, 无信用档案@J1, 1",
        // JS-R02: from whichever menu it is started
        "c from 地基, J1, J3, p11, FOUNDATION, 无信用档案@J3, 无信用档案@J3, 2",
    })
    void certificates_follow_their_holder(
            String row,
            String from,
            String to,
            String person,
            Division entry,
            String material,
            String foundation,
            int printJobs) {
        approve(jiangsu.transfer(from, person, to, entry));

        assertThat(jiangsu.outcome(person, MATERIAL)).isEqualTo(material);
        assertThat(jiangsu.outcome(person, FOUNDATION)).isEqualTo(foundation);
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .hasSize(printJobs)
                .allMatch(job -> job.status() == PrintStatus.TO_PRINT
                        && job.organisation().equals(idOf(to)));
    }

    @Test
    @DisplayName("JS-R01 f: before it is submitted, the releasing organisation is warned that the division is not held")
    void a_missing_division_is_warned_of_before_submission() {
        TestFacts facts = jiangsu.transfer("J2", "p12", "J4", MATERIAL);

        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        assertThat(Rehearsal.warnings(procedure, facts)).containsExactly("调入单位无该类资质");
        assertThat(Rehearsal.warnings(procedure, jiangsu.transfer("J2", "p12", "J6", MATERIAL)))
                .isEmpty();
    }

    @Test
    @DisplayName("JS-R01: a cancelled certificate stays as it is")
    void a_cancelled_certificate_is_not_touched() {
        jiangsu.world
                .register(Certificate.CERTIFICATES)
                .put(jiangsu.certificate("JC-F-0011").cancelled());

        approve(jiangsu.transfer("J1", "p11", "J3", MATERIAL));

        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("无信用档案@J3");
        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("注销");
    }

    @Test
    @DisplayName("JS-R01: the last organisation of a 调离 certificate may claim it for another, and nothing else moves")
    void a_certificate_left_behind_is_claimed_by_its_last_organisation() {
        approve(jiangsu.transfer("J1", "p11", "J2", MATERIAL));
        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("调离");

        TestFacts claim = jiangsu.transfer("J1", "p11", "J4", FOUNDATION);
        FieldType.Reference people = (FieldType.Reference)
                procedure.form().field("personId").orElseThrow().type();
        assertThat(people.options().find(claim, Jiangsu.P11)).isPresent();
        approve(claim);

        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("无信用档案@J4");
        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("无信用档案@J2");
        assertThat(jiangsu.world.directory().employs(idOf("J2"), Jiangsu.P11)).isTrue();
    }

    @Test
    @DisplayName("JS-R01: nobody but the last organisation may claim it")
    void a_certificate_left_behind_is_claimed_by_nobody_else() {
        approve(jiangsu.transfer("J1", "p11", "J2", MATERIAL));

        assertThat(Rehearsal.errors(procedure, jiangsu.transfer("J6", "p11", "J4", FOUNDATION)))
                .containsExactly("该人员在本单位没有可变更的岗位合格证书");
    }

    @Test
    @DisplayName(
            "JS-R03: a receiver whose qualification has run out receives nobody, whether or not the register says so yet")
    void a_qualification_that_has_run_out_receives_nobody() {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL).today(LocalDate.of(2029, 3, 1));
        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("调入机构资质已过期，不能办理调入");
        assertThat(Rehearsal.errors(procedure, facts.today(LocalDate.of(2029, 2, 28))))
                .isEmpty();
    }

    @ParameterizedTest
    @DisplayName("JS-R02: while one transfer is open, a second one from the other menu is refused")
    @CsvSource({"MATERIAL", "FOUNDATION"})
    void once_is_enough(Division entry) {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", entry)
                .otherOpenCase(Subject.person(Jiangsu.P11), PersonnelTransfer.ID, CaseState.IN_REVIEW);

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("该人员已在办理变更，无需重复申报");
    }

    @ParameterizedTest
    @DisplayName("JS-P01: a person whose replacement or cancellation is open is not transferred")
    @CsvSource({"certificate-replacement, 该人员正在办理补证，办结后方可申报", "certificate-cancellation, 该人员正在办理注销，办结后方可申报"})
    void other_matters_of_the_person_come_first(String open, String message) {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL)
                .otherOpenCase(Subject.person(Jiangsu.P11), open, CaseState.TO_MODIFY);

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly(message);
    }

    @Test
    @DisplayName("JS-P01: a transfer whose papers are still on their way does not stop the next one")
    void announced_matters_stop_nothing() {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL)
                .otherOpenCase(Subject.person(Jiangsu.P11), PersonnelTransfer.ID, CaseState.APPROVED);

        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("JS-R02: a person without a certificate of the menu's division is refused")
    @CsvSource({"J2, p12, J6, FOUNDATION, 该人员无地基岗位合格证书", "J1, p16, J3, MATERIAL, 该人员无建材岗位合格证书"})
    void the_menu_must_fit(String from, String person, String to, Division entry, String message) {
        assertThat(Rehearsal.errors(procedure, jiangsu.transfer(from, person, to, entry)))
                .containsExactly(message);
    }

    @Test
    @DisplayName("JS-R02: after the approval the person is found in both divisions of the new organisation")
    void both_divisions_show_the_certificates() {
        approve(jiangsu.transfer("J1", "p11", "J3", FOUNDATION));

        assertThat(jiangsu.world.register(Certificate.CERTIFICATES).where("employer", idOf("J3")))
                .filteredOn(certificate -> certificate.person().equals(Jiangsu.P11))
                .extracting(Certificate::division)
                .containsExactlyInAnyOrder(MATERIAL, FOUNDATION);
    }

    @Test
    @DisplayName("JS-R03: a division that the receiver gains before the provincial approval counts")
    void a_gained_division_counts() {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J2", MATERIAL);
        jiangsu.register("J2", MATERIAL, FOUNDATION);

        approve(facts);

        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("无信用档案@J2");
        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("无信用档案@J2");
    }

    @Test
    @DisplayName("JS-R03: a division that the receiver loses makes the certificate 调离, and the reviewer is warned")
    void a_lost_division_is_warned_of() {
        TestFacts facts = jiangsu.transfer("J2", "p12", "J6", MATERIAL);
        jiangsu.register("J6", FOUNDATION);

        assertThat(Rehearsal.warnings(procedure, jiangsu.atProvince(facts)))
                .containsExactly("调入单位无建材资质，建材岗位合格证书JC-M-0012将转为调离");
        approve(facts);
        assertThat(jiangsu.outcome("p12", MATERIAL)).isEqualTo("调离");
    }

    @Test
    @DisplayName("JS-R03: a receiver struck off the register leaves nothing but a return")
    void a_receiver_struck_off_receives_nobody() {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL);
        jiangsu.strikeOff("J3");

        assertThat(Rehearsal.errors(procedure, facts.deciding("prov", Decision.APPROVE)))
                .containsExactly("调入机构未在册，不能办理调入");
        assertThat(Rehearsal.findings(procedure, facts.deciding("prov", Decision.RETURN, "调入机构已注销")))
                .isEmpty();
    }

    @Test
    @DisplayName("JS-P01: a receiver that is not on file yet, or is the releasing organisation itself, is refused")
    void the_receiver_is_another_registered_organisation() {
        assertThat(Rehearsal.errors(procedure, jiangsu.transfer("J1", "p11", "J5", MATERIAL)))
                .containsExactly("调入机构未在册，不能办理调入");
        assertThat(Rehearsal.errors(procedure, jiangsu.transfer("J1", "p11", "J1", MATERIAL)))
                .containsExactly("调入机构不能与调出机构相同");
    }

    @ParameterizedTest
    @DisplayName("JS-R04: the cities of both organisations review it, and one city reviews it once")
    @CsvSource({"J1, p11, J3, js-city-3201 js-city-3205", "J2, p12, J4, js-city-3202", "J1, p11, J6, js-city-3201"})
    void both_cities_review(String from, String person, String to, String offices) {
        List<Assignee> assignees = Rehearsal.assignees(procedure, "city", jiangsu.transfer(from, person, to, MATERIAL));

        assertThat(assignees).extracting(Assignee::id).containsExactly(offices.split(" "));
        assertThat(step("city").mode()).isEqualTo(Step.Mode.ALL_OF);
    }

    @Test
    @DisplayName("the receiving organisation receives, and its city hands out")
    void the_receiving_side_acts() {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL);

        assertThat(Rehearsal.assignees(procedure, "receive", facts)).containsExactly(Assignee.organisation(idOf("J3")));
        assertThat(Rehearsal.assignees(procedure, "handOut", facts)).containsExactly(Assignee.office("js-city-3205"));
    }

    @Test
    @DisplayName("JS-R05, JS-R06: the receiving organisation uploads contract pages and a list under its seal")
    void contract_pages_and_the_seal_of_the_social_insurance_office() {
        Step receive = step("receive");
        Slot contract = Slot.find(receive.slots(), "contract").orElseThrow();

        assertThat(contract.naming()).isEqualTo(Slot.Naming.PAGE_NUMBER);
        assertThat(contract.formats()).containsExactlyInAnyOrder(Slot.Format.JPG, Slot.Format.PNG);
        assertThat(contract.max()).isEqualTo(60);
        assertThat(refusalOf(Procedure.formOf(receive).field("insuranceSealed").orElseThrow()))
                .isEqualTo("社保缴费清单须加盖社保单位公章");
    }

    @ParameterizedTest
    @DisplayName("JS-R06, JS-R07: a city ticks originals and seals before it agrees, and neither before it returns")
    @CsvSource({"city, originalsSeen, true", "city, sealsSeen, true", "prov, originalsSeen, false"})
    void cities_see_the_originals(String step, String tick, boolean asked) {
        var field = step(step).form().field(tick);

        assertThat(field.isPresent()).isEqualTo(asked);
        field.ifPresent(found -> {
            assertThat(refusalOf(found)).isNotBlank();
            assertThat(found.requirement().test(decision(Decision.APPROVE))).isTrue();
            assertThat(found.requirement().test(decision(Decision.RETURN))).isFalse();
        });
    }

    private static FormData decision(Decision decision) {
        return FormData.EMPTY.with(Condition.DECISION, decision.name());
    }

    private static String refusalOf(Field field) {
        return ((FieldType.Flag) field.type()).refusal();
    }

    private Step step(String id) {
        return procedure.step(id).orElseThrow();
    }

    @Test
    @DisplayName("a return goes to the side whose papers are wrong")
    void either_side_corrects() {
        assertThat(step("prov").correctors()).isEqualTo(step("city").correctors());
        assertThat(step("city").correctors())
                .extracting(Corrector::to, Corrector::title, Corrector::label)
                .containsExactly(tuple("applicant", "调出材料", "退回（调出方）"), tuple("receive", "调入材料", "退回（调入方）"));
    }

    @Test
    @DisplayName("every certificate that moves is scanned, one that stays behind is not asked for")
    void moving_certificates_are_scanned() {
        TestFacts both = jiangsu.transfer("J1", "p11", "J3", MATERIAL).attachments("certificateScan", "1.jpg");
        TestFacts one = jiangsu.transfer("J1", "p11", "J2", MATERIAL).attachments("certificateScan", "1.jpg");

        assertThat(Rehearsal.errors(procedure, both.deciding("receive", Decision.APPROVE)))
                .containsExactly("请为每本随调的证书上传扫描件");
        assertThat(Rehearsal.errors(procedure, one.deciding("receive", Decision.APPROVE)))
                .isEmpty();
    }

    @Test
    @DisplayName("a labour contract does not end before it begins")
    void a_contract_ends_after_it_begins() {
        TestFacts facts = jiangsu.transfer("J2", "p12", "J6", MATERIAL)
                .attachments("certificateScan", "1.jpg")
                .stepForm("receive", "contractFrom", "2026-11-21")
                .stepForm("receive", "contractTo", "2026-11-20");

        assertThat(Rehearsal.errors(procedure, facts.deciding("receive", Decision.APPROVE)))
                .containsExactly("劳动合同的终止日期不得早于起始日期");
    }

    @Test
    @DisplayName("the approval moves the employment and closes the file at the releasing organisation")
    void the_employment_moves() {
        approve(jiangsu.transfer("J1", "p11", "J3", MATERIAL));

        assertThat(jiangsu.world.directory().employs(idOf("J3"), Jiangsu.P11)).isTrue();
        assertThat(jiangsu.world.directory().employments())
                .filteredOn(employment -> employment.personId().equals(Jiangsu.P11))
                .extracting(Employment::organisationId, Employment::to, Employment::post)
                .containsExactly(
                        tuple(idOf("J1"), Optional.of(LocalDate.of(2026, 11, 20)), "检测员"),
                        tuple(idOf("J3"), Optional.empty(), "检测员"));
        assertThat(jiangsu.world.register(StaffMember.STAFF).where("person", Jiangsu.P11))
                .hasSize(2)
                .allMatch(file -> file.status() == StaffStatus.TRANSFERRED);
    }

    @Test
    @DisplayName(
            "JS-31: a credit file goes with its certificate, and counts as absent until the new organisation files the person")
    void the_credit_file_goes_along() {
        approve(jiangsu.transfer("J1", "p11", "J2", MATERIAL));

        assertThat(jiangsu.world.register(CreditFile.CREDIT_FILES).where("person", Jiangsu.P11))
                .extracting(CreditFile::division, CreditFile::organisation, CreditFile::status)
                .containsExactlyInAnyOrder(
                        tuple(MATERIAL, idOf("J2"), CreditStatus.ABSENT), tuple(FOUNDATION, "", CreditStatus.ABSENT));
    }

    @Test
    @DisplayName("the announcement names the person in masked form, the certificates and what becomes of them")
    void the_announcement_is_masked() {
        approve(jiangsu.transfer("J1", "p11", "J2", MATERIAL));

        assertThat(jiangsu.world.changes().announcements())
                .containsExactly(
                        new Announcement(
                                "变更",
                                "人员变更公告（韩*双）",
                                """
                        韩*双由南京示例检测中心有限公司变更至无锡示例建材检测有限公司。
                        地基岗位合格证书JC-F-0011：调离
                        建材岗位合格证书JC-M-0011：无信用档案"""));
    }

    @Test
    @DisplayName("papers are mailed under a waybill number and handed out to somebody")
    void papers_are_mailed_and_handed_out() {
        TestFacts facts = approve(jiangsu.transfer("J2", "p12", "J6", MATERIAL));
        assertThat(PrintJob.hasPaper(facts)).isTrue();

        facts.stepForm("print", "waybillNo", "EX0001").deciding("print", Decision.CONFIRM);
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        Rehearsal.finish(procedure, "print", facts, jiangsu.world.changes());
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::status, PrintJob::waybillNo, PrintJob::city)
                .containsExactly(tuple(PrintStatus.MAILED, "EX0001", "js-city-3201"));

        assertThat(Stream.of("print", "handOut").flatMap(id -> step(id).form().fields().stream()))
                .allMatch(field -> field.requirement().test(FormData.EMPTY));
        facts.stepForm("handOut", "handedOutOn", "2026-11-30").stepForm("handOut", "receiver", "杨样单");
        assertThat(Rehearsal.errors(procedure, facts.deciding("handOut", Decision.CONFIRM_HANDED_OUT)))
                .isEmpty();
        Rehearsal.finish(procedure, "handOut", facts, jiangsu.world.changes());
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::status, PrintJob::receiver)
                .containsExactly(tuple(PrintStatus.HANDED_OUT, "杨样单"));
    }

    @Test
    @DisplayName("where every certificate is 调离 nothing is printed, and with the announcement the case is closed")
    void nothing_printed_nothing_mailed() {
        TestFacts facts = approve(jiangsu.transfer("J2", "p12", "J4", MATERIAL));

        assertThat(PrintJob.hasPaper(facts)).isFalse();
    }

    @Test
    @DisplayName("the states are called as in the manual")
    void states_are_called_as_in_the_manual() {
        assertThat(procedure.chain().steps().map(step -> step.waiting().label()))
                .containsExactly("待接收", "待市审核", "待省复核", "已公告（待打印）", "已寄发");
        assertThat(procedure.closing().label()).isEqualTo("已发放（办结）");
    }
}
