package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.flag;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.whole;
import static org.zhijian.jurisdiction.sample.Stall.STALLS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;

/** 市场巡查: what the system of the markets says about a stall that its inspectors have seen. */
final class MarketCheck {
    private MarketCheck() {}

    static Intake channel() {
        return Intake.channel(
                        "market-checks",
                        "市场巡查",
                        Form.of(
                                text("stallNo", "摊位号", 20).required(),
                                whole("version", "版本", 1, 1_000_000).required(),
                                text("name", "摊位名称", 30).required(),
                                choice("status", "状态", Stall.Status.class).required(),
                                pastDate("checkedOn", "巡查日期").required(),
                                idNumber("inspector", "巡查员身份证号"),
                                table(
                                        "items",
                                        "巡查项目",
                                        0,
                                        20,
                                        text("item", "项目", 50).required(),
                                        flag("passed", "合格"))),
                        "stallNo")
                .versionedBy("version")
                .about(facts ->
                        Set.of(Subject.record(STALLS.id(), facts.message().text("stallNo"))))
                .rules(MarketCheck::isKnown, MarketCheck::staysClosed)
                .then(MarketCheck::update);
    }

    private static Optional<Stall> stall(IntakeFacts facts) {
        return facts.registers().of(STALLS).find(facts.message().text("stallNo"));
    }

    /** SA-R03. */
    private static List<Finding> isKnown(IntakeFacts facts) {
        return stall(facts).isPresent() ? Finding.none() : List.of(Finding.error("SA-R03", "stallNo", "没有该编号的摊位"));
    }

    /** SA-R04. */
    private static List<Finding> staysClosed(IntakeFacts facts) {
        boolean opens = facts.message().text("status").equals(Stall.Status.OPEN.name());
        return opens
                        && stall(facts)
                                .filter(stall -> stall.status() == Stall.Status.CLOSED)
                                .isPresent()
                ? List.of(Finding.error("SA-R04", "status", "该摊位已停业，重新经营须重新登记"))
                : Finding.none();
    }

    private static void update(IntakeFacts facts, Changes changes) {
        FormData message = facts.message();
        stall(facts).ifPresent(known -> changes.of(STALLS)
                .save(known.seen(message.text("name"), Stall.Status.valueOf(message.text("status")))));
    }
}
