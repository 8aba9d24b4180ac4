package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.MemoryChanges.Pushed;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestMessage;

/** What other agencies are told, and what follows from their answers (JS-I3 to JS-I6). */
class InterfacesTest {
    private final Jiangsu jiangsu = new Jiangsu();
    private final Procedure transfer = PersonnelTransfer.procedure();

    private TestFacts approved() {
        TestFacts facts = jiangsu.atProvince(jiangsu.transfer("J1", "p11", "J3", MATERIAL));
        Rehearsal.finish(transfer, "prov", facts, jiangsu.world.changes());
        return facts;
    }

    private List<Pushed> pushed(Channel<?> channel) {
        return jiangsu.world.changes().pushes().stream()
                .filter(push -> push.channelId().equals(channel.id()))
                .toList();
    }

    private <P extends Record> void answer(Channel<P> channel, int status, Map<String, Object> values) {
        pushed(channel).forEach(push -> channel.answered()
                .apply(
                        channel.type().cast(push.payload()),
                        new Answer(status / 100 == 2, status, values, ""),
                        jiangsu.world.changes()));
    }

    @Test
    @DisplayName("JS-I4: each certificate that moves is ordered under its number and issue")
    void certificates_are_ordered() {
        approved();

        assertThat(pushed(PrintOrder.PRINTING))
                .extracting(Pushed::key)
                .containsExactlyInAnyOrder("JC-M-0011-2", "JC-F-0011-2");
        assertThat(pushed(PrintOrder.PRINTING).get(0).payload()).isInstanceOfSatisfying(PrintOrder.class, order -> {
            assertThat(order.name()).isEqualTo("韩示双");
            assertThat(order.organisation()).isEqualTo("苏州示例检测有限公司");
        });
    }

    @ParameterizedTest
    @DisplayName("JS-I4: whatever the print service answers, the job stays 待打印 until the paper is mailed")
    @CsvSource({"202, 打印服务已受理", "422, 打印服务拒收（422），请人工打印"})
    void the_print_service_answers(int status, String words) {
        approved();

        answer(PrintOrder.PRINTING, status, Map.of());

        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::status, PrintJob::printing)
                .containsOnly(tuple(PrintStatus.TO_PRINT, words));
    }

    @Test
    @DisplayName("JS-I5: the post says where the letter is")
    void the_post_answers() {
        TestFacts facts = approved();
        facts.stepForm("print", "waybillNo", "EX1").deciding("print", Decision.CONFIRM);
        Rehearsal.finish(transfer, "print", facts, jiangsu.world.changes());
        assertThat(pushed(Waybill.POST)).hasSize(2);

        answer(Waybill.POST, 200, Map.of("state", "已妥投", "time", "2026-11-25T10:00:00+08:00"));

        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::waybillState)
                .containsOnly("已妥投 2026-11-25T10:00:00+08:00");
    }

    @ParameterizedTest
    @DisplayName("JS-I6: the reviewer reads what the social-insurance office says, and decides")
    @CsvSource({
        "200, true, , 社保核验：2026-12已参保",
        "200, false, 社保核验：2026-12未参保，请核对社保缴费清单, ",
        "422, , 社保参保情况未核验，请核对社保缴费清单, ",
        "0, , 社保参保情况未核验，请核对社保缴费清单, ",
    })
    void the_social_insurance_office_answers(int status, Boolean insured, String warning, String passed) {
        TestFacts facts = jiangsu.transfer("J1", "p11", "J3", MATERIAL);
        jiangsu.atProvince(facts).deciding("receive", Decision.APPROVE);
        Rehearsal.finish(transfer, "receive", facts, jiangsu.world.changes());
        assertThat(pushed(InsuranceQuery.SOCIAL_INSURANCE))
                .extracting(Pushed::payload)
                .containsExactly(new InsuranceQuery(facts.number(), "320199198601010318", "PDY00013-2", "2026-12"));
        if (status != 0) {
            answer(InsuranceQuery.SOCIAL_INSURANCE, status, insured == null ? Map.of() : Map.of("insured", insured));
        }

        facts.deciding("city", Decision.APPROVE);
        assertThat(Rehearsal.errors(transfer, facts)).isEmpty();
        assertThat(Rehearsal.warnings(transfer, facts)).isEqualTo(warning == null ? List.of() : List.of(warning));
        if (passed != null) {
            assertThat(Rehearsal.findings(transfer, facts))
                    .anyMatch(finding -> finding.message().equals(passed));
        }
    }

    @Test
    @DisplayName("JS-I3, §5: an announcement stands in columns, and is withdrawn by another one")
    void an_announcement_stands_in_columns() {
        approved();
        assertThat(jiangsu.world.register(PublicNotice.NOTICES).all())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo(NoticeKind.TRANSFER);
                    assertThat(notice.certificates()).containsExactlyInAnyOrder("JC-M-0011", "JC-F-0011");
                    assertThat(notice.from()).isEqualTo("南京示例检测中心有限公司");
                    assertThat(notice.to()).isEqualTo(idOf("J3"));
                });

        Procedure withdrawal = NoticeWithdrawal.procedure();
        TestFacts facts = jiangsu.world
                .facts()
                .applicantOffice(Offices.PROVINCE)
                .form("notice", "GG-000001")
                .form("reason", "公告有误")
                .submitting();
        assertThat(Rehearsal.errors(withdrawal, facts)).isEmpty();
        Rehearsal.finish(withdrawal, "confirm", facts, jiangsu.world.changes());

        assertThat(jiangsu.world.register(PublicNotice.NOTICES).all())
                .extracting(PublicNotice::status)
                .containsExactly(NoticeStatus.WITHDRAWN);
        assertThat(jiangsu.world.changes().announcements()).hasSize(2);
        assertThat(Rehearsal.errors(withdrawal, facts)).containsExactly("该公告已撤回");
    }

    @Test
    @DisplayName(
            "JS-I5: the post tells by itself where a letter is; of a letter that nobody has mailed it tells nothing")
    void the_post_tells_by_itself() {
        TestFacts facts = approved();
        facts.stepForm("print", "waybillNo", "EX1").deciding("print", Decision.CONFIRM);
        Rehearsal.finish(transfer, "print", facts, jiangsu.world.changes());
        TestMessage news =
                TestMessage.of(jiangsu.world, Map.of("waybillNo", "EX1", "state", "运输中", "time", "2026-11-24 10:00"));

        assertThat(news.pushInto(WaybillNews.channel())).isEmpty();
        assertThat(news.with("waybillNo", "EX9").pushInto(WaybillNews.channel()))
                .extracting(Finding::message)
                .containsExactly("没有该单号的邮件");

        assertThat(jiangsu.world.register(PrintJob.PRINT_JOBS).all())
                .extracting(PrintJob::waybillState)
                .containsOnly("运输中 2026-11-24 10:00");
    }
}
