package ${package};

import static ${package}.Entry.ENTRIES;
import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.text;

import java.math.BigDecimal;
import java.util.List;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** 备案: the window accepts, the bureau approves. */
final class Filing {
    static final String ID = "filing";
    static final String FILER = "FILER";

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private Filing() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "备案")
                .startedBy(Starter.organisations(FILER))
                .form(
                        text("name", "名称", 30).required(),
                        decimal("quantity", "数量", 6, 2).required())
                .guard(Filing::quantityIsNotTooLarge)
                .chain(
                        Step.step("window", "受理", Actor.office(Offices.WINDOW))
                                .decisions(accept("受理"), reject("不予受理"))
                                .waiting(CaseState.PENDING, "待受理")
                                .within(2),
                        Step.step("approval", "审批", Actor.office(Offices.BUREAU))
                                .decisions(approve("准予备案"), sendBack("退回"), reject("不予备案"))
                                .within(5)
                                .then(Filing::enter))
                .closes(CaseState.CLOSED, "已备案")
                .withdrawal(Withdrawal.untilAccepted("窗口已受理，不能撤回"))
                .build();
    }

    /** ${prefix}-R01. */
    private static List<Finding> quantityIsNotTooLarge(CaseFacts facts) {
        return facts.form().decimal("quantity").stream()
                .filter(quantity -> quantity.compareTo(MOST) > 0)
                .map(quantity -> Finding.error("${prefix}-R01", "quantity", "数量不得超过100").restingOn("管理办法 第一条"))
                .toList();
    }

    private static void enter(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        changes.of(ENTRIES)
                .save(new Entry(
                        "${prefix}-%04d".formatted(changes.next("entry")),
                        form.text("name"),
                        facts.applicant().orElseThrow().id(),
                        form.decimal("quantity").orElseThrow(),
                        Entry.Status.VALID,
                        facts.today()));
    }
}
