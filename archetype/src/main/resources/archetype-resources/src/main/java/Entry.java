package ${package};

import java.math.BigDecimal;
import java.time.LocalDate;
import org.zhijian.api.Titled;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** 备案台账: a register is a record; its columns stand on the components. */
record Entry(
        @Column(value = "备案号", key = true, open = true) String entryNo,
        @Column(value = "名称", open = true) String name,
        @Column(value = "备案单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String filer,
        @Column("数量") BigDecimal quantity,
        @Column(value = "状态", index = true, status = true, open = true) Status status,
        @Column("备案日期") LocalDate filedOn) {

    /** Statuses of an entry. */
    enum Status implements Titled {
        VALID("有效"),
        ENDED("失效");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    static final Register<Entry> ENTRIES = Register.register("entries", "备案台账", Entry.class)
            .statuses(StatusMachine.beginningWith(Status.VALID).allow(Status.VALID, Status.ENDED))
            .openToPublic()
            .named(Entry::name);
}
