package org.zhijian.testkit;

import org.zhijian.api.Titled;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** Statuses, and around them a register, for the tests of the kit itself. */
enum Ledger implements Titled {
    OPEN("未结"),
    CLOSED("已结");

    record Entry(
            @Column(value = "编号", key = true) String no,
            @Column(value = "店铺", index = true, refers = Refers.ORGANISATION) String shop,
            @Column(value = "状态", status = true) Ledger status) {}

    static final Register<Entry> LEDGER = Register.register("ledger", "往来台账", Entry.class)
            .statuses(StatusMachine.beginningWith(OPEN).allow(OPEN, CLOSED));

    private final String title;

    Ledger(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
