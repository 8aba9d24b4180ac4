package org.zhijian.jurisdiction.yunnan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/** 施工许可证补录: the permits of works, entered by developers or pushed by the approval system. */
record Permit(
        @Column(value = "施工许可证编号", key = true) String permitNo,
        @Column(value = "报监编号", index = true) String works,
        @Column("工程名称") String worksName,
        @Column(value = "建设单位", index = true, refers = Refers.ORGANISATION, owner = true) String developer,
        @Column("发证日期") LocalDate issuedOn,
        @Column("发证机关") String issuer,
        @Column("合同价格（万元）") Optional<BigDecimal> contractPrice) {

    static final Register<Permit> PERMITS = Register.register("permits", "施工许可证补录", Permit.class);

    /** Enters the permit, also with the works. */
    void enter(Works bearer, Changes changes) {
        changes.of(PERMITS).save(this);
        changes.of(Works.WORKS).save(bearer.permitted(permitNo));
    }
}
