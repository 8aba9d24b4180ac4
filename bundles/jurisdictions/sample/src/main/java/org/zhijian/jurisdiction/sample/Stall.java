package org.zhijian.jurisdiction.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.zhijian.api.Titled;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** 摊位台账: a register is a record; its columns stand on the components. */
record Stall(
        @Column(value = "摊位号", key = true, open = true) String stallNo,
        @Column(value = "摊位名称", open = true) String name,
        @Column(value = "经营户", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String trader,
        @Column(value = "经营类别", index = true, open = true) Category category,
        @Column("面积（平方米）") BigDecimal area,
        @Column(value = "状态", index = true, status = true, open = true) Status status,
        @Column("登记日期") LocalDate registeredOn) {

    /** Statuses of a stall. */
    enum Status implements Titled {
        OPEN("在营"),
        CLOSED("停业");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    static final Register<Stall> STALLS = Register.register("stalls", "摊位台账", Stall.class)
            .statuses(StatusMachine.beginningWith(Status.OPEN).allow(Status.OPEN, Status.CLOSED))
            .openToPublic()
            .named(Stall::name)
            .printedAs(Printout.certificate("摊位经营证", "示例市场管理处", "stallNo", "name", "trader", "category", "registeredOn")
                    .whileIn(Status.OPEN))
            .act("another", "照此再登记一个", StallPermit.ID, stall -> stall.status() == Status.OPEN, Stall::another);

    /** The form of a trader's next stall, which sells the same. */
    private static FormData another(Stall stall, CaseFacts facts) {
        return FormData.EMPTY
                .with("category", stall.category().name())
                .with("area", stall.area().toPlainString());
    }

    /** The same stall as somebody has seen it. */
    Stall seen(String nameThere, Status statusThere) {
        return new Stall(stallNo, nameThere, trader, category, area, statusThere, registeredOn);
    }

    /** The stalls that a trader runs now. */
    static List<Stall> runBy(CaseFacts facts, String trader) {
        return facts.registers().of(STALLS).where("trader", trader).stream()
                .filter(stall -> stall.status() == Status.OPEN)
                .toList();
    }
}
