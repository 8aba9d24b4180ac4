package org.zhijian.jurisdiction.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Source;
import org.zhijian.api.query.Unfinished;
import org.zhijian.testkit.MemoryChanges;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** NS-P02 with NS-R04 to NS-R09: the five matters of registration. */
class RegistrationMattersTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 30);

    private final National national = new National();

    @Test
    void a_granted_application_registers_for_three_years_with_certificate_and_history() {
        national.grant(BusinessType.INITIAL, national.initial("p31", "N1", "HOUSING", "MUNICIPAL"), DECIDED);

        Registration registration = national.registrationOf("p31");
        assertThat(registration.registrationNo()).matches("32[0-9]{6}");
        assertThat(registration.certNo()).matches("JL2026[0-9]{7}");
        assertThat(registration.validFrom()).isEqualTo("2026-11-30");
        assertThat(registration.validTo()).isEqualTo("2029-11-29");
        assertThat(registration.organisation()).isEqualTo(idOf("N1"));
        assertThat(national.certificateOf("p31").issueCount()).isEqualTo(1);
        assertThat(national.entriesOf("p31"))
                .extracting(RegistrationEntry::type)
                .containsExactly(BusinessType.INITIAL);
        assertThat(national.world.changes().pushes())
                .extracting(MemoryChanges.Pushed::key)
                .containsExactly(registration.registrationNo() + "/1");
    }

    @Test
    void the_ledger_of_reports_follows_the_case() {
        TestFacts facts = national.initial("p31", "N1", "HOUSING");
        Procedure procedure = national.procedure(BusinessType.INITIAL);

        Rehearsal.submit(procedure, facts, national.world.changes());
        assertThat(report(facts).status()).isEqualTo(ReportStatus.AWAITING_REPORT);
        Report.sentBack(facts.deciding("report", Decision.RETURN, "材料不清晰"), national.world.changes());
        assertThat(report(facts).status()).isEqualTo(ReportStatus.RETURNED);
        Rehearsal.submit(procedure, facts.submitting(), national.world.changes());
        Rehearsal.finish(procedure, "report", facts.deciding("report", Decision.APPROVE), national.world.changes());
        Report.sentBack(facts.deciding("accept", Decision.SUPPLEMENT, "补正照片"), national.world.changes());
        assertThat(report(facts).status()).isEqualTo(ReportStatus.SUPPLEMENT);
        Rehearsal.submit(procedure, facts.submitting(), national.world.changes());
        assertThat(report(facts).status())
                .as("the firm has reported it and need not again")
                .isEqualTo(ReportStatus.REPORTED);
        Rehearsal.end(procedure, facts.deciding("accept", Decision.REJECT, "不符合条件"), national.world.changes());
        assertThat(report(facts).status()).isEqualTo(ReportStatus.REFUSED);
    }

    private Report report(TestFacts facts) {
        return national.world.register(Report.REPORTS).find(facts.number()).orElseThrow();
    }

    @Test
    void a_renewal_adds_three_years_and_keeps_certificate_and_count() {
        TestFacts renewal = national.registered("p34").form("continuingEducationHours", 96);

        national.grant(BusinessType.RENEWAL, renewal, LocalDate.of(2026, 11, 20));

        assertThat(national.registrationOf("p34").validTo()).isEqualTo("2029-12-31");
        assertThat(national.certificateOf("p34").validTo()).isEqualTo("2029-12-31");
        assertThat(national.certificateOf("p34").issueCount()).isEqualTo(1);
    }

    @Test
    void a_change_of_employer_moves_registration_and_employment_and_leaves_the_validity() {
        TestFacts change = national.registered("p32")
                .form("changeKind", "EMPLOYER")
                .form("newEmployer", idOf("N2"))
                .form("contractFrom", "2026-12-01")
                .form("contractTo", "2029-12-01");

        assertThat(Rehearsal.assignees(national.procedure(BusinessType.CHANGE), "report", change))
                .as("the new firm reports")
                .containsExactly(Assignee.organisation(idOf("N2")));
        national.grant(BusinessType.CHANGE, change, DECIDED);

        assertThat(national.registrationOf("p32").organisation()).isEqualTo(idOf("N2"));
        assertThat(national.registrationOf("p32").validTo()).isEqualTo("2027-05-01");
        assertThat(national.world.directory().employs(idOf("N1"), idOf("p32"))).isFalse();
        assertThat(national.world.directory().employs(idOf("N2"), idOf("p32"))).isTrue();
        assertThat(national.entriesOf("p32"))
                .extracting(RegistrationEntry::what)
                .contains("执业单位变更：江苏示例监理有限公司→北京示例项目管理有限公司");
    }

    @Test
    void other_changes_are_reported_by_the_firm_that_there_is() {
        TestFacts change =
                national.registered("p32").form("changeKind", "SPECIALTY").form("newSpecialties", List.of("ROAD"));

        assertThat(Rehearsal.assignees(national.procedure(BusinessType.CHANGE), "report", change))
                .containsExactly(Assignee.organisation(idOf("N1")));
        national.grant(BusinessType.CHANGE, change, DECIDED);

        assertThat(national.registrationOf("p32").specialties()).containsExactly("ROAD");
        assertThat(national.certificateOf("p32").specialties()).containsExactly("ROAD");
    }

    @Test
    void a_person_who_has_changed_their_name_is_known_by_the_new_one() {
        TestFacts change =
                national.registered("p32").form("changeKind", "PERSONAL").form("newName", "金新名");

        national.grant(BusinessType.CHANGE, change, DECIDED);

        assertThat(national.world.directory().person(idOf("p32")).map(Person::name))
                .contains("金新名");
    }

    @Test
    void a_replacement_is_issued_once_more_with_the_same_validity() {
        TestFacts replacement =
                national.registered("p32").form("lossKind", "LOST").form("lostOn", "2026-11-01");

        national.grant(BusinessType.REPLACEMENT, replacement, DECIDED);

        assertThat(national.certificateOf("p32").issueCount()).isEqualTo(2);
        assertThat(national.certificateOf("p32").validTo()).isEqualTo("2027-05-01");
    }

    @Test
    void a_cancellation_ends_registration_and_certificate_and_frees_the_person() {
        TestFacts cancellation = national.registered("p32").form("reason", "OWN_WISH");

        national.grant(BusinessType.CANCELLATION, cancellation, DECIDED);

        assertThat(national.registrationOf("p32").status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(national.certificateOf("p32").status()).isEqualTo(CertificateStatus.VOID);
        assertThat(national.errors(BusinessType.INITIAL, national.initial("p32", "N2", "HOUSING")))
                .isEmpty();
    }

    /** NS-R07. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HOUSING,                 ",
        "HOUSING MUNICIPAL,       ",
        "HOUSING MUNICIPAL ROAD,  注册专业不能超过2个",
        "HOUSING HOUSING,         专业类别不能重复"
    })
    void somebody_is_registered_for_two_specialties_at_most(String specialties, String expected) {
        TestFacts facts = national.initial("p31", "N1", specialties.split(" "));

        assertThat(national.errors(BusinessType.INITIAL, facts))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_change_to_a_third_specialty_drops_one() {
        TestFacts three = national.registered("p32")
                .form("changeKind", "SPECIALTY")
                .form("newSpecialties", List.of("HOUSING", "MUNICIPAL", "ROAD"));
        TestFacts two = national.registered("p32")
                .form("changeKind", "SPECIALTY")
                .form("newSpecialties", List.of("HOUSING", "ROAD"));

        assertThat(national.errors(BusinessType.CHANGE, three)).containsExactly("注册专业不能超过2个");
        assertThat(national.errors(BusinessType.CHANGE, two)).isEmpty();
    }

    /** NS-R08. */
    @Test
    void whoever_is_registered_is_not_registered_again_and_may_change() {
        TestFacts again = national.initial("p32", "N2", "HOUSING");
        TestFacts change = national.registered("p32")
                .form("changeKind", "EMPLOYER")
                .form("newEmployer", idOf("N2"))
                .form("contractFrom", "2026-12-01")
                .form("contractTo", "2029-12-01");

        assertThat(national.errors(BusinessType.INITIAL, again)).containsExactly("该人员已注册，请申请变更注册");
        assertThat(national.errors(BusinessType.CHANGE, change)).isEmpty();
    }

    @Test
    void whoever_runs_out_is_registered_anew_with_proof_of_education() {
        LocalDate later = LocalDate.of(2028, 1, 1);
        TestFacts late = national.initial("p32", "N2", "HOUSING").form("examIssuedOn", "2024-06-30");

        assertThat(national.errors(BusinessType.INITIAL, late.today(later)))
                .containsExactly("资格证书签发已满3年，请填写继续教育学时", "资格证书签发已满3年，请上传继续教育证明");
        assertThat(national.errors(
                        BusinessType.INITIAL,
                        late.form("continuingEducationHours", 60).attachments("continuingEducation", "证明.pdf")))
                .isEmpty();
    }

    @Test
    void while_one_application_is_open_there_is_no_other() {
        TestFacts facts = national.initial("p31", "N1", "HOUSING")
                .otherOpenCase(Subject.person(idOf("p31")), BusinessType.INITIAL.procedure(), CaseState.PENDING);

        assertThat(national.errors(BusinessType.INITIAL, facts)).containsExactly("该人员有正在办理的业务");
    }

    @Test
    void while_a_forced_cancellation_is_open_nothing_is_changed() {
        TestFacts change = national.registered("p33")
                .form("changeKind", "EMPLOYER")
                .form("newEmployer", idOf("N2"))
                .otherOpenCase(Subject.person(idOf("p33")), ForcedCancellation.ID, CaseState.PENDING);

        assertThat(national.errors(BusinessType.CHANGE, change)).containsExactly("该人员有正在办理的业务");
    }

    @Test
    void what_is_granted_and_only_waits_to_be_announced_stops_nothing() {
        TestFacts change = national.registered("p32")
                .form("changeKind", "EMPLOYER_NAME")
                .otherOpenCase(Subject.person(idOf("p32")), BusinessType.REPLACEMENT.procedure(), CaseState.APPROVED);

        assertThat(national.errors(BusinessType.CHANGE, change)).isEmpty();
    }

    /** NS-I6. */
    @Test
    void whoever_is_bound_to_works_is_warned_of_and_where_nobody_knows_of_works_nobody_is() {
        TestFacts change =
                national.registered("p32").form("changeKind", "EMPLOYER").form("newEmployer", idOf("N2"));
        Procedure procedure = national.procedure(BusinessType.CHANGE);
        assertThat(Rehearsal.warnings(procedure, change)).isEmpty();

        change.answering(
                Unfinished.PROJECTS,
                idOf("p32"),
                List.of(new Unfinished(idOf("p32"), idOf("N1"), "示例大厦", "项目总监", LocalDate.of(2026, 1, 1))));

        assertThat(Rehearsal.warnings(procedure, change)).containsExactly("该人员在建工程“示例大厦”担任项目总监（2026-01-01起）");
    }

    /** What other jurisdictions learn: only who is registered and not halted today. */
    @Test
    void others_learn_of_valid_registrations_alone() {
        assertThat(told("p32", LocalDate.of(2026, 11, 23)))
                .extracting(Credential::employerId)
                .containsExactly(idOf("N1"));
        assertThat(told("p32", LocalDate.of(2027, 5, 2))).isEmpty();
        national.put(national.registrationOf("p33").suspendedByPenalty());
        assertThat(told("p33", LocalDate.of(2026, 11, 23))).isEmpty();
    }

    private List<Credential> told(String person, LocalDate day) {
        return Registration.VALID_TODAY
                .answer()
                .of(new Source.Asked(idOf(person), day, national.world.directory(), national.world.registers()));
    }

    /** NS-R06, as a person reads it. */
    @ParameterizedTest(name = "on {0}: {1} {2}")
    @CsvSource({
        "2026-09-01, ERROR,   距注册有效期届满超过90日，自2026-10-02起可以申请延续注册",
        "2026-10-15, ,        ",
        "2026-12-01, ,        ",
        "2026-12-02, WARNING, 逾期申请：应在注册有效期满30日前提出",
        "2026-12-31, WARNING, 逾期申请：应在注册有效期满30日前提出",
        "2027-01-01, ERROR,   注册已失效，请申请初始注册"
    })
    void a_renewal_comes_in_time(LocalDate today, Finding.Severity severity, String message) {
        TestFacts renewal =
                national.registered("p34").form("continuingEducationHours", 96).today(today);

        List<Finding> findings = Rehearsal.findings(national.procedure(BusinessType.RENEWAL), renewal);

        assertThat(findings)
                .extracting(finding -> finding.severity() + " " + finding.message())
                .isEqualTo(message == null ? List.of() : List.of(severity + " " + message));
    }

    @Test
    void what_was_applied_for_in_time_is_renewed_also_after_the_last_day() {
        TestFacts renewal = national.registered("p34").form("continuingEducationHours", 96);
        Rehearsal.submit(national.procedure(BusinessType.RENEWAL), renewal, national.world.changes());

        TestFacts deciding = renewal.today(LocalDate.of(2027, 1, 5)).deciding("decide", Decision.APPROVE);

        assertThat(national.errors(BusinessType.RENEWAL, deciding)).isEmpty();
    }

    /** NS-R09: the holder of a passport says the birth date, all others bear it in their number. */
    @ParameterizedTest(name = "passport, born on {0}: {1}")
    @CsvSource({"1970-01-01, ", "1950-01-01, '超过65周岁，不予注册'"})
    void the_age_of_somebody_with_a_passport_is_the_one_they_give(String born, String expected) {
        national.world.directory().put(new Person("foreign", "示例外籍", Person.IdType.PASSPORT, "E12345678", ""));
        TestFacts facts = national.initial("p31", "N1", "HOUSING")
                .applicantPerson("foreign")
                .form("name", "示例外籍")
                .form("idType", "PASSPORT")
                .form("idNo", null)
                .form("otherIdNo", "E12345678")
                .form("birthDate", born);

        assertThat(national.errors(BusinessType.INITIAL, facts))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void nobody_applies_under_another_name() {
        TestFacts facts = national.initial("p31", "N1", "HOUSING").form("name", "别人");

        assertThat(national.errors(BusinessType.INITIAL, facts)).containsExactly("姓名、证件号码与账号登记的本人信息不一致");
    }

    @Test
    void a_registration_says_that_it_has_run_out_the_day_after_its_last() {
        Registration registration = national.registrationOf("p34");

        assertThat(Registration.REGISTRATIONS.nextDay(registration)).contains(LocalDate.of(2027, 1, 1));
        TestFacts newYear = national.world.facts().today(LocalDate.of(2027, 1, 1));
        Registration.REGISTRATIONS.dayRules().forEach(rule -> rule.effect()
                .apply(registration, newYear, national.world.changes()));

        assertThat(national.registrationOf("p34").status()).isEqualTo(RegistrationStatus.EXPIRED);
        assertThat(national.certificateOf("p34").status()).isEqualTo(CertificateStatus.VOID);
    }

    @Test
    void an_installation_may_let_the_province_look_first() {
        NationalSupervisor module = new NationalSupervisor(new Settings(65, true));
        Procedure procedure =
                module.descriptor().procedure(BusinessType.INITIAL.procedure()).orElseThrow();

        assertThat(procedure.chain().steps().map(step -> step.id()))
                .containsExactly("report", "province", "accept", "review", "decide", "announce");
        assertThat(Rehearsal.assignees(procedure, "province", national.initial("p31", "N1", "HOUSING")))
                .containsExactly(Assignee.office("ns-prov-32"));
    }
}
