package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.chain.Chain.choice;
import static org.zhijian.api.chain.Chain.when;
import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.chain.DecisionOption.supplement;
import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.sample.Stall.STALLS;

import java.math.BigDecimal;
import java.util.List;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** 摊位登记: either window takes it up, 卫生科 looks at food, the bureau approves. */
final class StallPermit {
    static final String ID = "stall-permit";
    static final String TRADER = "TRADER";
    static final String MARKET = "MARKET";

    private static final BigDecimal LARGEST_AREA = BigDecimal.valueOf(20);
    private static final int MOST_STALLS = 3;

    private StallPermit() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "摊位登记")
                .startedBy(Starter.organisations(TRADER))
                .form(
                        text("name", "摊位名称", 30).required(),
                        Fields.choice("category", "经营类别", Category.class).required(),
                        decimal("area", "面积（平方米）", 6, 2).required(),
                        region("origin", "主要货源地", "").hint("选到市或者区县"),
                        table(
                                "goods",
                                "主要商品",
                                0,
                                20,
                                text("item", "商品", 50).required(),
                                decimal("price", "单价（元）", 8, 2)))
                .attach(
                        Slot.scan("licence", "营业执照扫描件"),
                        Slot.scan("health", "健康证明扫描件").requiredWhen(is("category", Category.FOOD)))
                .offered(StallPermit::mayRunOneMore)
                .guard(StallPermit::mayRunOneMore, StallPermit::areaIsNotTooLarge)
                .chain(
                        Step.anyOf("window", "窗口受理", Actor.office(Offices.EAST), Actor.office(Offices.WEST))
                                .decisions(accept("受理"), supplement("一次性告知补正"), reject("不予受理"))
                                .waiting(CaseState.PENDING, "待受理")
                                .within(2),
                        choice(when(
                                is("category", Category.FOOD),
                                Step.step("hygiene", "卫生核查", Actor.office(Offices.HYGIENE))
                                        .mustTick("siteSeen", "已到现场查看", "请先到现场查看")
                                        .within(3))),
                        Step.step("approval", "审批", Actor.office(Offices.BUREAU))
                                .decisions(approve("准予登记"), sendBack("退回"), reject("不予登记"))
                                .within(5)
                                .then(StallPermit::register))
                .closes(CaseState.CLOSED, "已登记")
                .withdrawal(Withdrawal.untilAccepted("窗口已受理，不能撤回"))
                .guide("对决定不服的，可以向示例市人民政府申请行政复议", "持有营业执照的经营户", "在营摊位不足三个")
                .build();
    }

    /** SA-R01. */
    private static List<Finding> areaIsNotTooLarge(CaseFacts facts) {
        return facts.form().decimal("area").stream()
                .filter(area -> area.compareTo(LARGEST_AREA) > 0)
                .map(area -> Finding.error("SA-R01", "area", "摊位面积不得超过20平方米").restingOn("示例市摊位管理办法 第五条"))
                .toList();
    }

    /** SA-R02. */
    private static List<Finding> mayRunOneMore(CaseFacts facts) {
        int running = facts.applicant()
                .map(trader -> Stall.runBy(facts, trader.id()).size())
                .orElse(0);
        return running < MOST_STALLS
                ? Finding.none()
                : List.of(Finding.error("SA-R02", "", "每个经营户最多登记3个摊位").restingOn("示例市摊位管理办法 第六条"));
    }

    private static void register(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        Organisation trader = facts.applicant().orElseThrow();
        Stall stall = new Stall(
                "TW-%04d".formatted(changes.next("stall")),
                form.text("name"),
                trader.id(),
                Category.valueOf(form.text("category")),
                form.decimal("area").orElseThrow(),
                Stall.Status.OPEN,
                facts.today());
        changes.of(STALLS).save(stall);
        changes.announce(new Announcement(
                "登记", "摊位登记公告", "准予" + trader.name() + "登记摊位“" + stall.name() + "”，摊位号" + stall.stallNo() + "。"));
    }
}
