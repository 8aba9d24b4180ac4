package org.zhijian.jurisdiction.national;

import java.time.LocalDate;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;

/**
 * 注册记录: one thing that has happened to a registration (NS-16).
 *
 * @param what in words what has changed
 * @param caseNumber number of the case by which it happened; blank for none
 */
record RegistrationEntry(
        @Column(value = "记录编号", key = true) String entryNo,
        @Column(value = "注册号", index = true) String registrationNo,
        @Column(value = "姓名", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "聘用单位", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column(value = "业务类型", index = true) BusinessType type,
        @Column(value = "办理日期", index = true) LocalDate day,
        @Column("内容") String what,
        @Column(value = "申请编号", index = true) String caseNumber) {

    static final Register<RegistrationEntry> ENTRIES =
            Register.register("registration-entries", "注册记录", RegistrationEntry.class);
}
