package org.zhijian.jurisdiction.yunnan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.MemoryChanges.Pushed;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** YN-R11, R12, P05 and P06: how people come free, and what developers do with their works. */
class UnlockAndCompletionTest {
    private final Yunnan yunnan = new Yunnan();

    private PersonLock lockOfP21() {
        return yunnan.lock("p21", Post.PROJECT_MANAGER).orElseThrow();
    }

    private List<String> errors(TestFacts unlock) {
        return Rehearsal.errors(UnlockApplication.procedure(), unlock);
    }

    @Test
    void who_is_unlocked_may_take_on_other_works_and_is_locked_by_those() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);

        yunnan.approveUnlock(yunnan.unlock("Y2", lockOfP21()));
        assertThat(yunnan.locks("p21")).isEqualTo("已解锁(解锁申请)@G-001");
        assertThat(yunnan.posts("p21")).as("the post itself goes on").isEqualTo("在岗@G-001");

        yunnan.serving("G-004", "p21", Post.PROJECT_MANAGER, Yunnan.HZ2);
        assertThat(yunnan.count("p21", Post.PROJECT_MANAGER)).isEqualTo(1);
        assertThat(yunnan.locks("p21")).isEqualTo("已解锁(解锁申请)@G-001 锁定@G-004");
    }

    @Test
    void an_application_speaks_of_one_works_and_is_entered_for_each_person() {
        yunnan.accept(yunnan.push(
                "G-001",
                Yunnan.HZ1,
                "",
                Yunnan.person("p21", Post.PROJECT_MANAGER, "Y2"),
                Yunnan.person("p23", Post.SAFETY_OFFICER, "Y2")));
        yunnan.serving("G-002", "p22", Post.PROJECT_MANAGER, Yunnan.HZ2);
        PersonLock safety = yunnan.lock("p23", Post.SAFETY_OFFICER).orElseThrow();
        PersonLock elsewhere = yunnan.lock("p22", Post.PROJECT_MANAGER).orElseThrow();

        assertThat(errors(yunnan.unlock("Y2", lockOfP21(), elsewhere))).containsExactly("请选择同一工程的锁定人员");

        yunnan.approveUnlock(yunnan.unlock("Y2", lockOfP21(), safety));
        assertThat(yunnan.world.register(UnlockRecord.UNLOCKS).all())
                .extracting(UnlockRecord::person, UnlockRecord::status)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(idOf("p21"), MatterStatus.CLOSED),
                        org.assertj.core.groups.Tuple.tuple(idOf("p23"), MatterStatus.CLOSED));
        assertThat(yunnan.lock("p23", Post.SAFETY_OFFICER)).isEmpty();
    }

    @Test
    void a_lock_is_asked_for_once_and_only_while_it_stands() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        PersonLock lock = lockOfP21();
        TestFacts second = yunnan.unlock("Y2", lock)
                .otherOpenCase(Subject.record("person-locks", lock.lockNo()), UnlockApplication.ID, CaseState.PENDING);
        assertThat(errors(second)).containsExactly("该人员已有待审核的解锁申请");

        yunnan.complete("G-001");
        assertThat(errors(yunnan.unlock("Y2", lock))).containsExactly("许滇经未被锁定，无需申请解锁");
    }

    @Test
    void the_offices_of_the_works_that_added_the_lock_review_it() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);

        assertThat(Rehearsal.assignees(UnlockApplication.procedure(), Parties.REVIEW, yunnan.unlock("Y2", lockOfP21())))
                .extracting(assignee -> assignee.id())
                .containsExactly("yn-auth-530102", "yn-body-530102");
    }

    @Test
    void another_firm_does_not_find_the_lock() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        var field = UnlockApplication.procedure().form().field("lockIds").orElseThrow();
        var options = ((org.zhijian.api.form.FieldType.Reference) field.type()).options();

        assertThat(options.find(yunnan.unlock("Y3", lockOfP21()), lockOfP21().lockNo()))
                .isEmpty();
        assertThat(options.search(yunnan.unlock("Y2"), "", 10))
                .extracting(option -> option.label())
                .containsExactly("许滇经　项目经理　昆明示例小区G-001");
    }

    private List<String> completionErrors(TestFacts completion) {
        return Rehearsal.errors(CompletionFiling.procedure(), completion);
    }

    private Works permitted(String sourceId) {
        yunnan.world.register(Works.WORKS).put(yunnan.works(sourceId).permitted("530102202607010101"));
        return yunnan.works(sourceId);
    }

    /** YN-R12. */
    @Test
    void completion_is_filed_with_a_permit_and_while_nothing_changes() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        assertThat(completionErrors(yunnan.completion(yunnan.works("G-001")))).containsExactly("请先补录施工许可证");

        Works works = permitted("G-001");
        assertThat(completionErrors(yunnan.completion(works))).isEmpty();
        assertThat(completionErrors(yunnan.completion(works)
                        .otherOpenCase(Subject.record("works", works.worksNo()), Substitution.ID, CaseState.PENDING)))
                .containsExactly("该工程有待审核的人员变更");

        yunnan.approveCompletion(yunnan.completion(works));
        assertThat(yunnan.works("G-001").status()).isEqualTo(WorksStatus.COMPLETED);
        assertThat(completionErrors(yunnan.completion(yunnan.works("G-001")))).containsExactly("该工程已竣工验收备案");
        assertThat(yunnan.world.register(CompletionRecord.COMPLETIONS).all())
                .extracting(CompletionRecord::filingNo)
                .containsExactly("5301022607010101-JX-001");
    }

    @Test
    void completion_releases_everybody() {
        yunnan.accept(yunnan.push(
                "G-001",
                Yunnan.HZ1,
                Yunnan.HJ1,
                Yunnan.person("p21", Post.PROJECT_MANAGER, "Y2"),
                Yunnan.person("p23", Post.SAFETY_OFFICER, "Y2"),
                Yunnan.person("p25", Post.CHIEF_SUPERVISOR, "Y4")));
        yunnan.serving("G-002", "p25", Post.CHIEF_SUPERVISOR, "AAAA-2");
        yunnan.serving("G-003", "p25", Post.CHIEF_SUPERVISOR, "AAAA-3");
        assertThat(yunnan.lock("p25", Post.CHIEF_SUPERVISOR)).isPresent();

        yunnan.approveCompletion(yunnan.completion(permitted("G-001")));

        assertThat(yunnan.locks("p21")).isEqualTo("已解锁(竣工备案)@G-001");
        assertThat(yunnan.locks("p23")).isEqualTo("已解锁(竣工备案)@G-001");
        assertThat(yunnan.count("p25", Post.CHIEF_SUPERVISOR)).isEqualTo(2);
        assertThat(yunnan.lock("p25", Post.CHIEF_SUPERVISOR)).isEmpty();
        assertThat(yunnan.posts("p21")).isEmpty();
        assertThat(yunnan.world.changes().pushes())
                .extracting(Pushed::channelId)
                .contains("completion-filings");
    }

    @ParameterizedTest(name = "accepted on {0}: {1}")
    @CsvSource({"2026-11-08, ''", "2026-11-07, '距竣工验收已超过15日，逾期1日，备案将标记为逾期'"})
    void after_fifteen_days_the_filing_is_flagged(String accepted, String warning) {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        TestFacts completion = yunnan.completion(permitted("G-001")).form("acceptanceDate", accepted);

        assertThat(Rehearsal.warnings(CompletionFiling.procedure(), completion))
                .isEqualTo(warning.isEmpty() ? List.of() : List.of(warning));
        assertThat(completionErrors(completion)).isEmpty();

        yunnan.approveCompletion(completion);
        assertThat(yunnan.world.register(CompletionRecord.COMPLETIONS).all())
                .extracting(CompletionRecord::overdue)
                .containsExactly(!warning.isEmpty());
    }

    @Test
    void every_unit_is_filed() {
        yunnan.accept(yunnan.push("G-001", Yunnan.HZ1, "").with("unitWorks", List.of(Map.of("name", "2号楼"))));

        assertThat(completionErrors(yunnan.completion(permitted("G-001")))).containsExactly("单位工程“2号楼”未列入本次备案");
    }

    private TestFacts permit(String sourceId, String number) {
        return yunnan.world
                .facts()
                .applicant(idOf("Y1"))
                .form("worksId", yunnan.works(sourceId).worksNo())
                .form("permitNo", number)
                .form("issuedOn", "2026-07-01")
                .form("issuer", "五华区住房和城乡建设局")
                .submitting();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "530102202607010101, ''",
        "[2010]施建字0009号, 施工许可证编号格式不正确；旧式或地方编号请填写说明",
        "530102202607010109, 该施工许可证编号已被其他工程使用",
    })
    void a_permit_is_well_formed_and_belongs_to_one_works(String number, String refusal) {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        yunnan.serving("G-002", "p22", Post.PROJECT_MANAGER, Yunnan.HZ2);
        yunnan.world.register(Works.WORKS).put(yunnan.works("G-002").permitted("530102202607010109"));

        assertThat(Rehearsal.errors(PermitEntry.procedure(), permit("G-001", number)))
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void a_permit_stands_with_its_works_at_once_and_is_told_to_the_approval_system() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);

        Rehearsal.submit(PermitEntry.procedure(), permit("G-001", "530102202607010101"), yunnan.world.changes());

        assertThat(yunnan.works("G-001").permitNo()).isEqualTo("530102202607010101");
        assertThat(Rehearsal.errors(PermitEntry.procedure(), permit("G-001", "530102202607010102")))
                .containsExactly("该工程已补录施工许可证");
        assertThat(yunnan.world.changes().pushes())
                .extracting(Pushed::channelId)
                .contains("works-changes");
    }

    @Test
    void the_three_kinds_come_and_go_by_substitution_alone() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        TestFacts adding = yunnan.world
                .facts()
                .applicant(idOf("Y1"))
                .form("worksId", yunnan.works("G-001").worksNo())
                .form("act", PeopleChange.Act.ADD.name())
                .form("post", Post.PROJECT_MANAGER.name())
                .form("orgId", idOf("Y2"))
                .form("personName", "何滇经")
                .form("idNo", "530199197906020132")
                .submitting();
        assertThat(Rehearsal.errors(PeopleChange.procedure(), adding))
                .containsExactly("项目经理、安全员、项目总监请通过“项目主要管理人员变更”办理");

        adding.form("post", Post.QUALITY_OFFICER.name());
        assertThat(Rehearsal.errors(PeopleChange.procedure(), adding)).isEmpty();
        Rehearsal.submit(PeopleChange.procedure(), adding, yunnan.world.changes());
        assertThat(yunnan.posts("p22")).isEqualTo("在岗@G-001");
    }

    @Test
    void a_new_contractor_brings_its_people_and_those_of_the_old_one_leave() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        yunnan.hire("p41", "示新经", "530199198403030368", "Y3", CertKind.CONSTRUCTOR, CertKind.SAFETY_B);
        yunnan.hire("p42", "示新安", "530499198805050421", "Y3", CertKind.SAFETY_C);
        TestFacts change = yunnan.world
                .facts()
                .applicant(idOf("Y1"))
                .form("worksId", yunnan.works("G-001").worksNo())
                .form("role", PartyRole.CONTRACTOR.name())
                .form("beforeOrgId", idOf("Y2"))
                .form("afterOrgId", idOf("Y3"))
                .form("contractRegNo", Yunnan.HZ2)
                .form("reason", "合同解除")
                .submitting();
        assertThat(Rehearsal.errors(PartyChange.procedure(Settings.USUAL), change))
                .containsExactly("请指定变更后单位的项目经理");

        change.form(
                "people",
                List.of(
                        Map.of("post", Post.PROJECT_MANAGER.name(), "personId", idOf("p41")),
                        Map.of("post", Post.SAFETY_OFFICER.name(), "personId", idOf("p42"))));
        assertThat(Rehearsal.errors(PartyChange.procedure(Settings.USUAL), change))
                .isEmpty();
        Rehearsal.finish(PartyChange.procedure(Settings.USUAL), Parties.REVIEW, change, yunnan.world.changes());

        assertThat(yunnan.posts("p21")).isEmpty();
        assertThat(yunnan.locks("p21")).isEqualTo("已解锁(变更)@G-001");
        assertThat(yunnan.locks("p41")).isEqualTo("锁定@G-001");
        assertThat(yunnan.lock("p42", Post.SAFETY_OFFICER)).isPresent();
        assertThat(yunnan.works("G-001").parties()).contains(idOf("Y3")).doesNotContain(idOf("Y2"));
    }

    @Test
    void what_is_changed_of_works_sends_new_applications_to_the_offices_of_the_new_place() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        Works works = yunnan.works("G-001");
        FormData form = WorksChange.of(works, yunnan.world.facts());
        TestFacts change = yunnan.world.facts().applicant(idOf("Y1"));
        form.values().forEach(change::form);
        change.form("regionCode", "530400").form("reason", "区划调整").submitting();
        assertThat(Rehearsal.errors(WorksChange.procedure(), change)).isEmpty();

        Rehearsal.finish(WorksChange.procedure(), Parties.REVIEW, change, yunnan.world.changes());

        assertThat(yunnan.works("G-001").authority()).isEqualTo("yn-auth-530400");
        assertThat(yunnan.works("G-001").supervisionBody()).isEqualTo("yn-body-530400");
        assertThat(yunnan.works("G-001").worksName()).isEqualTo(works.worksName());
        assertThat(LocalDate.parse("2026-07-01"))
                .isEqualTo(yunnan.works("G-001").filedOn());
    }
}
