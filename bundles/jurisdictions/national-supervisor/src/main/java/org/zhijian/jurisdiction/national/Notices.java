package org.zhijian.jurisdiction.national;

import org.zhijian.api.notice.Announcement;

/** 公告 of what has been decided: of a person, only the masked name and the number of the certificate. */
final class Notices {
    private Notices() {}

    static void announce(Book book, BusinessType type, Registration registration) {
        String name = book.maskedName(registration.person());
        String decided = "准予" + name + type.title() + "。\n聘用单位：" + book.firmName(registration.organisation())
                + "\n注册专业：" + Specialties.line(book.changes().of(Specialties.ENTRIES), registration.specialties())
                + "\n注册执业证书号："
                + registration.certNo();
        String validity = registration.isValid() ? "\n有效期至" + registration.validTo() : "\n该注册执业证书和执业印章同时作废";
        book.changes().announce(new Announcement(type.title(), type.title() + "公告（" + name + "）", decided + validity));
    }
}
