package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.MemoryChanges.SentSms;
import org.zhijian.testkit.MemoryChanges.Told;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** What days do by themselves: a qualification runs out, paper that has not come back is reminded of. */
class DaysTest {
    private static final String MAIL_BACK = "岗位合格证书JC-M-0011注销公告已满30日，请立即将注销人员的岗位合格证书寄给省质监总站";

    private final Jiangsu jiangsu = new Jiangsu();

    @ParameterizedTest(name = "on {0} it is {1}")
    @DisplayName("§5: an organisation is 在册 up to and including the last day of its qualification, and then 资质过期")
    @CsvSource({"2029-02-28, 在册", "2029-03-01, 资质过期"})
    void a_qualification_runs_out(LocalDate day, String status) {
        assertThat(jiangsu.organisation("J1").validTo()).contains(LocalDate.of(2029, 2, 28));

        pass(day);

        assertThat(jiangsu.organisation("J1").status().title()).isEqualTo(status);
    }

    private void pass(LocalDate day) {
        TestFacts facts = jiangsu.world.facts().number("").today(day).deciding();
        for (TestingOrganisation organisation : List.of(jiangsu.organisation("J1"), jiangsu.organisation("J3"))) {
            TestingOrganisation.ORGANISATIONS.dayRules().stream()
                    .filter(rule -> rule.isDue(organisation, day))
                    .forEach(rule -> rule.effect().apply(organisation, facts, jiangsu.world.changes()));
        }
        for (PrintJob job : jiangsu.world.register(PrintJob.PRINT_JOBS).all()) {
            PrintJob.PRINT_JOBS.dayRules().stream()
                    .filter(rule -> rule.isDue(job, day))
                    .forEach(rule -> rule.effect().apply(job, facts, jiangsu.world.changes()));
        }
    }

    private TestFacts cancelled() {
        Procedure procedure = CertificateCancellation.procedure();
        TestFacts facts = jiangsu.world
                .facts()
                .applicant(idOf("J1"))
                .form("personId", Jiangsu.P11)
                .form("certificates", List.of("JC-M-0011"))
                .form("reason", "退休")
                .form("personAgrees", Answer.YES.name())
                .submitting();
        Rehearsal.submit(procedure, facts, jiangsu.world.changes());
        Rehearsal.finish(procedure, "city", facts.deciding("city", Decision.APPROVE, "原件相符"), jiangsu.world.changes());
        Rehearsal.finish(procedure, "prov", facts.deciding("prov", Decision.APPROVE), jiangsu.world.changes());
        return facts;
    }

    @Test
    @DisplayName("JS-R11: paper that is not back 30 days after the announcement is reminded of once")
    void paper_that_is_not_back_is_reminded_of() {
        cancelled();

        pass(TestFacts.TODAY.plusDays(29));
        assertThat(jiangsu.world.changes().messages()).isEmpty();

        pass(TestFacts.TODAY.plusDays(30));
        pass(TestFacts.TODAY.plusDays(31));
        assertThat(jiangsu.world.changes().messages())
                .containsExactly(new SentSms("13900000051", "JS_MAIL_BACK", MAIL_BACK));
        assertThat(jiangsu.world.changes().told())
                .containsExactly(new Told(Assignee.organisation(idOf("J1")), "请寄回注销的岗位合格证书", MAIL_BACK));
        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::remindedOn)
                .containsExactly(Optional.of(TestFacts.TODAY.plusDays(30)));
    }

    @Test
    @DisplayName("JS-R11: nobody is reminded of paper that has come back")
    void paper_that_is_back_is_not_reminded_of() {
        TestFacts facts = cancelled();
        Rehearsal.finish(
                CertificateCancellation.procedure(),
                "reclaim",
                facts.deciding("reclaim", Decision.CONFIRM_RECEIVED),
                jiangsu.world.changes());

        pass(TestFacts.TODAY.plusDays(40));

        assertThat(jiangsu.world.changes().messages()).isEmpty();
    }
}
