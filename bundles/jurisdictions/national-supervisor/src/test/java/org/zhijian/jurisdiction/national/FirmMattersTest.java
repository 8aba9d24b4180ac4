package org.zhijian.jurisdiction.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FieldType.Reference;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.MemoryChanges;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** NS-P01, NS-P03 to NS-P05 with NS-R02, NS-R03 and NS-R10: what firms do for themselves. */
class FirmMattersTest {
    private final National national = new National();
    private final Procedure forced = national.procedure(ForcedCancellation.ID);
    private final Procedure important = national.procedure(ImportantInformation.ID);

    private TestFacts forcedOut(String firm, String person) {
        return national.world
                .facts()
                .applicant(idOf(firm))
                .form("registrationId", national.registrationOf(person).registrationNo())
                .form("reason", "已解除劳动合同")
                .form("proofKind", "AGREEMENT")
                .attachments("attachments", "协议书.pdf")
                .submitting();
    }

    @Test
    void a_forced_cancellation_is_told_to_the_person_and_ends_the_registration() {
        TestFacts facts = forcedOut("N1", "p33");
        assertThat(Rehearsal.errors(forced, facts)).isEmpty();

        Rehearsal.submit(forced, facts, national.world.changes());
        assertThat(national.world.changes().messages())
                .extracting(MemoryChanges.SentSms::mobile)
                .containsExactly("13900000033");
        Rehearsal.finish(forced, "accept", facts.deciding("accept", Decision.ACCEPT), national.world.changes());
        Rehearsal.finish(forced, "review", facts.deciding("review", Decision.APPROVE), national.world.changes());
        Rehearsal.finish(forced, "decide", facts.deciding("decide", Decision.APPROVE), national.world.changes());

        assertThat(national.registrationOf("p33").status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(national.certificateOf("p33").status()).isEqualTo(CertificateStatus.VOID);
        assertThat(forcedCase(facts).status()).isEqualTo(ForcedStatus.GRANTED);
        assertThat(national.world.changes().announcements().get(0).title()).isEqualTo("强制注销公告（魏*监）");
        assertThat(national.errors(BusinessType.INITIAL, national.initial("p33", "N2", "HOUSING")))
                .as("free to register elsewhere")
                .isEmpty();
    }

    private ForcedCase forcedCase(TestFacts facts) {
        return national.world.register(ForcedCase.CASES).find(facts.number()).orElseThrow();
    }

    @Test
    void a_firm_chooses_its_people_by_name() {
        Reference people =
                (Reference) forced.form().field("registrationId").orElseThrow().type();
        TestFacts n1 = national.world.facts().applicant(idOf("N1"));

        assertThat(people.options().search(n1, "", 10))
                .extracting(Option::label)
                .containsExactly("金国监　注册号32900032", "魏国监　注册号32900033");
        assertThat(people.options().search(n1, "魏国监", 10))
                .extracting(Option::value)
                .containsExactly("32900033");
        assertThat(people.options().find(n1, "11900034")).isEmpty();
    }

    /** NS-R10. */
    @Test
    void only_a_firms_own_people_are_chosen_and_each_once() {
        assertThat(Rehearsal.errors(forced, forcedOut("N2", "p33"))).containsExactly("该人员不是本单位的已注册人员");
        TestFacts second = forcedOut("N1", "p33")
                .otherOpenCase(Subject.person(idOf("p33")), ForcedCancellation.ID, CaseState.PENDING);
        assertThat(Rehearsal.errors(forced, second)).containsExactly("该人员已有待审核的强制注销申请");
        TestFacts changing = forcedOut("N1", "p33")
                .otherOpenCase(Subject.person(idOf("p33")), BusinessType.CHANGE.procedure(), CaseState.PENDING);
        assertThat(Rehearsal.errors(forced, changing)).containsExactly("该人员有正在办理的业务");
    }

    @Test
    void a_withdrawn_cancellation_leaves_the_registration_untouched() {
        TestFacts facts = forcedOut("N1", "p33");
        Rehearsal.submit(forced, facts, national.world.changes());

        Rehearsal.end(forced, facts, national.world.changes());

        assertThat(forcedCase(facts).status()).isEqualTo(ForcedStatus.WITHDRAWN);
        assertThat(national.registrationOf("p33").isValid()).isTrue();
    }

    @Test
    void reviewers_read_what_the_person_objects() {
        TestFacts facts = forcedOut("N1", "p33");
        Rehearsal.submit(forced, facts, national.world.changes());
        TestFacts objection = national.world
                .facts()
                .number("TEST-2026-000002")
                .applicantPerson(idOf("p33"))
                .form("forcedCase", facts.number())
                .form("objection", "劳动合同仍然有效")
                .submitting();

        Rehearsal.submit(national.procedure(CancellationObjection.ID), objection, national.world.changes());

        assertThat(Rehearsal.warnings(forced, facts.deciding("decide", Decision.APPROVE)))
                .containsExactly("本人异议（2026-11-23）：劳动合同仍然有效");
    }

    @Test
    void nobody_objects_to_nothing() {
        TestFacts offering = national.world.facts().applicantPerson(idOf("p34")).offering();

        assertThat(Rehearsal.errors(national.procedure(CancellationObjection.ID), offering))
                .containsExactly("没有针对本人的强制注销申请");
    }

    /** NS-R02. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "enterprise-registration, ,              false",
        "enterprise-registration, SUPERVISION_A, true",
        "important-information,   ,              false",
        "important-information,   SUPERVISION_A, true"
    })
    void a_qualification_wants_its_proof(String matter, String chosen, boolean wanted) {
        Procedure procedure = national.module.descriptor().definitions().stream()
                .filter(definition -> definition.id().equals(matter))
                .findFirst()
                .orElseThrow();
        FormData form = FormData.EMPTY.with("qualificationKinds", chosen == null ? null : List.of(chosen));
        Slot proof = Slot.find(procedure.slots(), "qualificationProof").orElseThrow();

        assertThat(proof.requirement().test(form)).isEqualTo(wanted);
        assertThat(proof.missing()).isEqualTo("已选择企业资质，请上传企业资质证明");
    }

    private TestFacts renamed(String firm, String name) {
        TestFacts facts = national.world.facts().applicant(idOf(firm));
        FormData known = important.prefilled().apply(facts);
        known.values().forEach(facts::form);
        return facts.form("changeReason", "企业更名").form("orgName", name).submitting();
    }

    @Test
    void a_new_name_takes_effect_with_the_provinces_consent_and_stands_in_the_history_of_its_people() {
        TestFacts facts = renamed("N1", "江苏示例监理集团有限公司");
        assertThat(Rehearsal.errors(important, facts)).isEmpty();
        assertThat(Rehearsal.assignees(important, "important", facts)).containsExactly(Assignee.office("ns-prov-32"));

        Rehearsal.finish(
                important, "important", facts.deciding("important", Decision.APPROVE), national.world.changes());

        assertThat(national.world.directory().organisation(idOf("N1")).map(Organisation::name))
                .contains("江苏示例监理集团有限公司");
        assertThat(national.entriesOf("p32"))
                .extracting(RegistrationEntry::what)
                .contains("企业名称变更：江苏示例监理有限公司→江苏示例监理集团有限公司");
        assertThat(national.registrationOf("p32").organisation()).isEqualTo(idOf("N1"));
    }

    @Test
    void a_name_that_another_firm_bears_is_not_taken_and_one_application_is_open_at_a_time() {
        assertThat(Rehearsal.errors(important, renamed("N1", "北京示例项目管理有限公司"))).containsExactly("该企业名称已被其他企业使用");
        TestFacts second = renamed("N1", "新名有限公司")
                .otherOpenCase(Subject.organisation(idOf("N1")), ImportantInformation.ID, CaseState.PENDING);
        assertThat(Rehearsal.errors(important, second)).containsExactly("已有待审核的企业重要信息修改申请");
    }

    @Test
    void basic_information_is_so_when_it_is_submitted() {
        TestFacts facts = national.world
                .facts()
                .applicant(idOf("N1"))
                .form("address", "新示例路9号")
                .form("contact", "新联系")
                .submitting();

        Rehearsal.submit(national.procedure(BasicInformation.ID), facts, national.world.changes());

        assertThat(national.world.register(Enterprise.ENTERPRISES).where("organisation", idOf("N1")))
                .extracting(Enterprise::address)
                .containsExactly("新示例路9号");
    }

    /** NS-R03. */
    @ParameterizedTest(name = "uploaded {0}, carried {1}: {2}")
    @CsvSource({
        "ORIGINAL,  ,          ",
        "ORIGINAL,  ORIGINAL,  ",
        "ORIGINAL,  DUPLICATE, 携带版本需与上传的一致",
        "DUPLICATE, ORIGINAL,  携带版本需与上传的一致"
    })
    void the_licence_that_is_carried_is_the_one_that_was_uploaded(String uploaded, String carried, String expected) {
        Procedure registration = EnterpriseRegistration.registration().procedure();
        TestFacts facts = national.world
                .facts()
                .form("regionCode", "320500")
                .form("licenceVersion", uploaded)
                .stepForm("authentication", "carriedVersion", carried)
                .deciding("authentication", Decision.APPROVE);

        assertThat(Rehearsal.assignees(registration, "authentication", facts))
                .containsExactly(Assignee.office("ns-prov-32"));
        assertThat(Rehearsal.errors(registration, facts)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /** NS-P07. */
    @Test
    void a_province_resets_the_password_of_its_own_firms_alone() {
        Procedure reset = national.procedure(PasswordReset.ID);
        Reference firms = (Reference) reset.form().field("orgId").orElseThrow().type();
        TestFacts jiangsu = national.world.facts().applicantOffice("ns-prov-32").form("orgId", idOf("N1"));

        assertThat(firms.options().find(jiangsu, idOf("N1"))).isPresent();
        assertThat(firms.options().find(jiangsu, idOf("N2"))).isEmpty();
        Rehearsal.submit(reset, jiangsu.submitting(), national.world.changes());
        assertThat(national.world.changes().resets()).containsExactly(idOf("N1"));
    }

    @Test
    void a_penalty_is_made_public_until_its_last_day() {
        Penalty penalty = new Penalty(
                "CF1",
                idOf("p34"),
                idOf("N2"),
                "示罚字〔2026〕1号",
                "示例主管部门",
                PenaltyKind.WARNING,
                "警告",
                LocalDate.of(2026, 10, 10),
                Optional.of(LocalDate.of(2026, 12, 31)),
                PenaltyStatus.PUBLIC);

        national.world.register(Penalty.PENALTIES).put(penalty);
        assertThat(Penalty.PENALTIES.nextDay(penalty)).contains(LocalDate.of(2027, 1, 1));
        Penalty.PENALTIES.dayRules().forEach(rule -> rule.effect()
                .apply(penalty, national.world.facts(), national.world.changes()));
        assertThat(national.world
                        .register(Penalty.PENALTIES)
                        .find("CF1")
                        .orElseThrow()
                        .status())
                .isEqualTo(PenaltyStatus.OVER);
    }
}
