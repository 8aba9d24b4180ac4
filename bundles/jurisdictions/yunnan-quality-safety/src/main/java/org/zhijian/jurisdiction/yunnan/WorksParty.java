package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.PartyStatus.REPLACED;
import static org.zhijian.jurisdiction.yunnan.PartyStatus.TAKING_PART;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;
import org.zhijian.api.register.StatusMachine;

/**
 * 参建单位台账: who builds, supervises, designs the works, and under which contract.
 *
 * @param contractRegNo 合同登记编号, normalised; blank if the contract is not registered
 */
record WorksParty(
        @Column(value = "参建编号", key = true) String partyNo,
        @Column(value = "报监编号", index = true) String works,
        @Column("工程名称") String worksName,
        @Column(value = "单位类型", index = true) PartyRole role,
        @Column(value = "单位名称", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column("资质") String qualification,
        @Column(value = "合同登记编号", index = true) String contractRegNo,
        @Column("合同编号") String contractNo,
        @Column("合同金额（万元）") Optional<BigDecimal> amountWan,
        @Column(value = "状态", index = true, status = true) PartyStatus status) {

    static final Register<WorksParty> PARTIES = Register.register("works-parties", "参建单位台账", WorksParty.class)
            .statuses(StatusMachine.beginningWith(TAKING_PART).allow(TAKING_PART, REPLACED));

    /** Whoever takes part in the works now. */
    static List<WorksParty> of(RegisterView<WorksParty> parties, String worksNo) {
        return parties.where("works", worksNo).stream()
                .filter(WorksParty::takesPart)
                .toList();
    }

    boolean takesPart() {
        return status == TAKING_PART;
    }

    boolean is(PartyRole wanted, String other) {
        return role == wanted && organisation.equals(other);
    }

    WorksParty replaced() {
        return new WorksParty(
                partyNo,
                works,
                worksName,
                role,
                organisation,
                qualification,
                contractRegNo,
                contractNo,
                amountWan,
                REPLACED);
    }
}
