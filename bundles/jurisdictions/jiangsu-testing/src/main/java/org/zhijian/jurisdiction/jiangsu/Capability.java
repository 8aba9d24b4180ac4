package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.CapabilityStatus.REMOVED;
import static org.zhijian.jurisdiction.jiangsu.CapabilityStatus.TO_BE_REMOVED;
import static org.zhijian.jurisdiction.jiangsu.CapabilityStatus.VALID;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** 检测能力台账: what an organisation may test. A record is added and removed, never edited (JS-R09). */
record Capability(
        @Column(value = "编号", key = true, open = true) String capabilityNo,
        @Column(value = "检测机构", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "类别", index = true, open = true) Division division,
        @Column(value = "检测类别", open = true) String category,
        @Column(value = "检测项目", index = true, open = true) String item,
        @Column(value = "参数", open = true) String parameter,
        @Column(value = "标准", open = true) String standard,
        @Column("设备") String equipment,
        @Column(value = "状态", index = true, status = true, open = true) CapabilityStatus status,
        @Column("登记日期") LocalDate addedOn) {

    static final Register<Capability> CAPABILITIES = Register.register("capabilities", "检测能力台账", Capability.class)
            .statuses(StatusMachine.beginningWith(VALID)
                    .allow(VALID, TO_BE_REMOVED)
                    .allow(TO_BE_REMOVED, VALID)
                    .allow(TO_BE_REMOVED, REMOVED))
            .openToPublic()
            .named(Capability::name)
            .act(
                    "remove",
                    "申请删除",
                    CapabilityRemoval.ID,
                    capability -> capability.status == VALID,
                    (capability, facts) -> FormData.EMPTY.with("capability", capability.capabilityNo));

    /** A row of the form of an addition. */
    static Capability added(String capabilityNo, String organisation, FormData row, LocalDate day) {
        return new Capability(
                capabilityNo,
                organisation,
                Division.of(row.text("division")).orElseThrow(),
                row.text("category"),
                row.text("item"),
                row.text("parameter"),
                row.text("standard"),
                row.text("equipment"),
                VALID,
                day);
    }

    static List<Capability> of(CaseFacts facts, String organisation) {
        return facts.registers().of(CAPABILITIES).where("organisation", organisation);
    }

    /** 钢筋（力学性能）. */
    String name() {
        return parameter.isEmpty() ? item : item + "（" + parameter + "）";
    }

    /** It is about the same item, with whatever parameters. */
    boolean isAbout(FormData row) {
        return division.name().equals(row.text("division"))
                && category.equals(row.text("category"))
                && item.equals(row.text("item"));
    }

    Capability in(CapabilityStatus changed) {
        return new Capability(
                capabilityNo, organisation, division, category, item, parameter, standard, equipment, changed, addedOn);
    }
}
