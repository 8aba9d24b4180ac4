package org.zhijian.jurisdiction.yunnan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.query.Credential;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** YN-R05 to R10: who is replaced by whom, and what follows. */
class SubstitutionTest {
    private final Yunnan yunnan = new Yunnan();

    private void managedBy(String key) {
        yunnan.serving("G-001", key, Post.PROJECT_MANAGER, Yunnan.HZ1);
    }

    private void supervisedBy(String key, int works) {
        IntStream.rangeClosed(1, works)
                .forEach(n -> yunnan.serving("S-00" + n + key, key, Post.CHIEF_SUPERVISOR, "AAAA-" + key + n));
    }

    /** Who may be replaced: own people on works that go on (YN-R05). */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "p21, Y2, ''",
        "p21, Y3, 该人员在本单位的在建工程中没有担任所选岗位",
        "p22, Y2, 该人员在本单位的在建工程中没有担任所选岗位",
    })
    void only_own_people_on_ongoing_works_are_replaced(String before, String firm, String refusal) {
        managedBy("p21");
        yunnan.hire("p41", "示候选", "530199198403030368", "Y3", CertKind.CONSTRUCTOR, CertKind.SAFETY_B);

        TestFacts facts = yunnan.substitution(firm, Post.PROJECT_MANAGER, before, firm.equals("Y3") ? "p41" : "p24");
        facts.form("afterPersonId", firm.equals("Y3") ? idOf("p41") : null);

        assertThat(yunnan.errors(facts)).isEqualTo(refusal.isEmpty() ? java.util.Set.of() : java.util.Set.of(refusal));
    }

    @Test
    void a_chief_supervisor_with_one_works_is_replaceable_though_not_locked() {
        supervisedBy("p25", 1);

        assertThat(yunnan.errors(yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", "p26")))
                .isEmpty();
    }

    @Test
    void of_several_works_the_one_must_be_named() {
        supervisedBy("p25", 2);
        TestFacts facts = yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", "p26");
        assertThat(yunnan.errors(facts)).containsExactly("请选择工程名称");

        facts.form("worksId", yunnan.works("S-002p25").worksNo());
        assertThat(yunnan.errors(facts)).isEmpty();
    }

    @Test
    void whose_works_are_filed_complete_is_not_replaced() {
        managedBy("p21");
        yunnan.complete("G-001");

        assertThat(yunnan.errors(yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22")))
                .containsExactly("该人员在本单位的在建工程中没有担任所选岗位");
    }

    /** Substitutes of a project manager (YN-R06). */
    @ParameterizedTest(name = "with {0}, serving under “{1}”: {2}")
    @CsvSource({
        "CONSTRUCTOR SAFETY_B, '', ''",
        "CONSTRUCTOR SAFETY_B, AAAA-9, 该项目经理已有项目管理工作，请重新选择",
        "CONSTRUCTOR SAFETY_B, 5301022607010101-HZ-001, 该项目经理已有项目管理工作，请重新选择",
        "CONSTRUCTOR, '', 该人员不具备B证，请重新选择",
        "SAFETY_B, '', 该人员不具备注册建造师资格，请重新选择",
    })
    void a_project_manager_is_free_and_has_both_certificates(String certificates, String serving, String refusal) {
        managedBy("p21");
        candidate(certificates, serving);

        List<String> errors = Rehearsal.errors(
                Substitution.procedure(Settings.USUAL), yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p41"));

        assertThat(errors).isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    /** The exemption that an installation may allow (YN-R06). */
    @ParameterizedTest(name = "serving under “{0}”: {1}")
    @CsvSource({
        "5301022607010101-HZ-001, ''",
        "AAAA-9, 该项目经理已有项目管理工作，请重新选择",
    })
    void works_of_the_same_contract_do_not_count_where_it_is_so_decided(String serving, String refusal) {
        managedBy("p21");
        candidate("CONSTRUCTOR SAFETY_B", serving);

        List<String> errors = Rehearsal.errors(
                Substitution.procedure(new Settings(true)),
                yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p41"));

        assertThat(errors).isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    /** p41 of Y2 with these certificates, on the post of works under this contract if there is one. */
    private void candidate(String certificates, String serving) {
        yunnan.hire("p41", "示候选", "530199198403030368", "Y2");
        for (String kind : certificates.split(" ")) {
            yunnan.give("p41", CertKind.valueOf(kind), "Y2", Optional.empty());
        }
        if (!serving.isEmpty()) {
            yunnan.accept(yunnan.push(
                    "G-009",
                    serving,
                    "",
                    java.util.Map.of(
                            "role",
                            "项目经理",
                            "name",
                            "示候选",
                            "idNo",
                            "530199198403030368",
                            "orgUscc",
                            Yunnan.uscc("Y2"))));
        }
    }

    @Test
    void a_certificate_that_expired_yesterday_is_none() {
        managedBy("p21");
        yunnan.expire("p22", CertKind.SAFETY_B);

        assertThat(yunnan.errors(yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22")))
                .containsExactly("该人员不具备B证，请重新选择");
    }

    @Test
    void nobody_replaces_himself() {
        managedBy("p21");

        assertThat(yunnan.errors(yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p21")))
                .containsExactly("变更后人员不能与变更前人员相同");
    }

    /** Substitutes of a safety officer (YN-R07). */
    @ParameterizedTest(name = "{0}, serving {1}, locked {2}: {3}")
    @CsvSource({
        "p24, false, false, ''",
        "p24, true, false, 该安全员已有项目管理工作，请重新选择",
        "p28, false, false, 该人员不具备C证，请重新选择",
        "p24, false, true, 该人员已被锁定，请重新选择",
    })
    void a_safety_officer_is_free_and_has_the_certificate(
            String after, boolean serving, boolean locked, String refusal) {
        yunnan.serving("G-001", "p23", Post.SAFETY_OFFICER, Yunnan.HZ1);
        if (serving) {
            yunnan.serving("G-002", after, Post.SAFETY_OFFICER, Yunnan.HZ2);
        }
        if (locked) {
            lockByHand(after);
        }

        assertThat(Rehearsal.errors(
                        Substitution.procedure(Settings.USUAL),
                        yunnan.substitution("Y2", Post.SAFETY_OFFICER, "p23", after)))
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    private void lockByHand(String key) {
        Works works = yunnan.works("G-001");
        yunnan.world
                .register(PersonLock.LOCKS)
                .put(new PersonLock(
                        "SD-1",
                        idOf(key),
                        "",
                        List.of(),
                        Post.SAFETY_OFFICER,
                        idOf("Y2"),
                        works.worksNo(),
                        works.worksName(),
                        Yunnan.TODAY,
                        LockStatus.LOCKED,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_certificate_at_another_employer_does_not_count() {
        yunnan.serving("G-001", "p23", Post.SAFETY_OFFICER, Yunnan.HZ1);
        yunnan.give("p28", CertKind.SAFETY_C, "Y3", Optional.empty());

        assertThat(yunnan.errors(yunnan.substitution("Y2", Post.SAFETY_OFFICER, "p23", "p28")))
                .containsExactly("该人员不具备C证，请重新选择");
    }

    /** Substitutes of a chief supervisor (YN-R08); the seed's text has no comma. */
    @ParameterizedTest(name = "{0} with {1} works under {2} contracts: {3}")
    @CsvSource({
        "p26, 0, 0, ''",
        "p26, 2, 2, ''",
        "p26, 3, 3, 该项目总监已有3个及以上项目请重新选择",
        "p26, 4, 2, ''",
        "p27, 0, 0, ''",
    })
    void a_chief_supervisor_has_fewer_than_three(String after, int works, int contracts, String refusal) {
        supervisedBy("p25", 1);
        for (int n = 0; n < works; n++) {
            yunnan.serving("T-" + n, after, Post.CHIEF_SUPERVISOR, "BBBB-" + n % Math.max(1, contracts));
        }

        List<String> errors = Rehearsal.errors(
                Substitution.procedure(Settings.USUAL), yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", after));

        assertThat(errors.stream().map(text -> text.replace(" ", "")).toList())
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void without_either_certificate_nobody_is_a_chief_supervisor() {
        supervisedBy("p25", 1);
        yunnan.hire("p42", "示无证", "530199198403030368", "Y4");

        assertThat(yunnan.errors(yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", "p42")))
                .containsExactly("该人员不具备注册监理工程师或监理员资格，请重新选择");
    }

    @Test
    void a_registration_that_its_issuer_no_longer_knows_is_none() {
        supervisedBy("p25", 1);
        TestFacts facts = yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", "p26");
        assertThat(Rehearsal.warnings(Substitution.procedure(Settings.USUAL), facts))
                .containsExactly("证书未核验");

        facts.answering(Credential.REGISTERED_SUPERVISOR, idOf("p26"), List.of());
        assertThat(yunnan.errors(facts)).containsExactly("该人员不具备注册监理工程师或监理员资格，请重新选择");
        assertThat(offered(facts)).doesNotContain(idOf("p26"));

        facts.answering(
                Credential.REGISTERED_SUPERVISOR,
                idOf("p26"),
                List.of(new Credential("5300001", idOf("p26"), idOf("Y4"), List.of(), Optional.of(LocalDate.MAX))));
        assertThat(Rehearsal.findings(Substitution.procedure(Settings.USUAL), facts))
                .isEmpty();
        assertThat(offered(facts)).contains(idOf("p26"));
    }

    private static List<String> offered(TestFacts facts) {
        var field = Substitution.procedure(Settings.USUAL)
                .form()
                .field("afterPersonId")
                .orElseThrow();
        return ((org.zhijian.api.form.FieldType.Reference) field.type())
                .options().search(facts, "", 50).stream()
                        .map(option -> option.value())
                        .toList();
    }

    /** What follows an approval (YN-R09). */
    @ParameterizedTest(name = "{0}: {1} to {2}: {3} and {4}")
    @CsvSource({
        "PROJECT_MANAGER, p21, p22, 已解锁(变更)@G-001, 锁定@G-001",
        "SAFETY_OFFICER, p23, p24, 已解锁(变更)@G-001, 锁定@G-001",
    })
    void the_one_is_unlocked_and_the_other_locked(
            Post post, String before, String after, String lockBefore, String lockAfter) {
        yunnan.serving("G-001", before, post, Yunnan.HZ1);

        yunnan.approveSubstitution(yunnan.substitution("Y2", post, before, after));

        assertThat(yunnan.locks(before)).isEqualTo(lockBefore);
        assertThat(yunnan.locks(after)).isEqualTo(lockAfter);
        assertThat(yunnan.posts(after)).isEqualTo("在岗@G-001");
        assertThat(yunnan.posts(before)).isEmpty();
    }

    @ParameterizedTest(name = "a successor with {0} works has {1} afterwards, locked {2}")
    @CsvSource({"0, 1, false", "2, 3, true"})
    void a_chief_supervisor_of_three_is_freed_and_the_successor_counted_anew(int works, long count, boolean locked) {
        supervisedBy("p25", 3);
        supervisedBy("p26", works);
        TestFacts facts = yunnan.substitution("Y4", Post.CHIEF_SUPERVISOR, "p25", "p26")
                .form("worksId", yunnan.works("S-003p25").worksNo());

        yunnan.approveSubstitution(facts);

        assertThat(yunnan.count("p25", Post.CHIEF_SUPERVISOR)).isEqualTo(2);
        assertThat(yunnan.lock("p25", Post.CHIEF_SUPERVISOR)).isEmpty();
        assertThat(yunnan.count("p26", Post.CHIEF_SUPERVISOR)).isEqualTo(count);
        assertThat(yunnan.lock("p26", Post.CHIEF_SUPERVISOR).isPresent()).isEqualTo(locked);
    }

    @Test
    void a_candidate_who_got_works_meanwhile_cannot_be_approved() {
        managedBy("p21");
        TestFacts facts = yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22");
        assertThat(yunnan.errors(facts)).isEmpty();

        yunnan.serving("G-002", "p22", Post.PROJECT_MANAGER, Yunnan.HZ2);

        assertThat(yunnan.errors(facts.deciding(Parties.REVIEW, Decision.APPROVE)))
                .containsExactly("该项目经理已有项目管理工作，请重新选择");
        assertThat(yunnan.errors(facts.deciding(Parties.REVIEW, Decision.RETURN)))
                .isEmpty();
    }

    @Test
    void a_position_that_was_not_admitted_gets_somebody_else() {
        managedBy("p21");
        yunnan.serving("G-002", "p21", Post.PROJECT_MANAGER, Yunnan.HZ2);
        TestFacts facts = yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22")
                .form("worksId", yunnan.works("G-002").worksNo());
        assertThat(yunnan.errors(facts)).isEmpty();

        yunnan.approveSubstitution(facts);

        assertThat(yunnan.posts("p22")).isEqualTo("在岗@G-002");
        assertThat(yunnan.posts("p21")).isEqualTo("在岗@G-001");
        assertThat(yunnan.lock("p21", Post.PROJECT_MANAGER)).isPresent();
    }

    @Test
    void a_second_change_of_the_same_person_waits_for_the_first() {
        managedBy("p21");
        TestFacts facts = yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22");
        facts.form("worksName", yunnan.works("G-001").worksName());
        facts.otherOpenCase(Subject.person(idOf("p21")), Substitution.ID, CaseState.PENDING, facts.form());

        assertThat(yunnan.errors(facts)).containsExactly("该人员已有待审核的变更申请");
    }

    /** Both offices of the works have it; one office in both functions has it once (YN-R10, R13). */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "'', '', yn-auth-530102 yn-body-530102",
        "yn-auth-530100, yn-body-530100, yn-auth-530100 yn-body-530100",
        "530100, 530100, yn-auth-530100 yn-body-530100",
        "yn-auth-530102, yn-auth-530102, yn-auth-530102",
    })
    void either_office_of_the_works_decides(String authority, String body, String reviewers) {
        yunnan.accept(yunnan.push("G-001", Yunnan.HZ1, "", Yunnan.person("p21", Post.PROJECT_MANAGER, "Y2"))
                .with("authorityCode", authority)
                .with("supervisionBodyCode", body));
        Procedure procedure = Substitution.procedure(Settings.USUAL);

        assertThat(Rehearsal.assignees(
                        procedure, Parties.REVIEW, yunnan.substitution("Y2", Post.PROJECT_MANAGER, "p21", "p22")))
                .extracting(Assignee::id)
                .containsExactly(reviewers.split(" "));
        assertThat(procedure.step(Parties.REVIEW).orElseThrow().mode())
                .isEqualTo(org.zhijian.api.chain.Step.Mode.ANY_OF);
    }
}
