package org.zhijian.jurisdiction.sample;

import java.time.LocalDate;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/** 摊主证台账: a register without statuses, closed to the public. */
record Card(
        @Column(value = "证号", key = true) String cardNo,
        @Column(value = "持证人", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "摊位号", index = true) String stallNo,
        @Column("发证日期") LocalDate issuedOn) {

    static final Register<Card> CARDS = Register.register("vendor-cards", "摊主证台账", Card.class);
}
