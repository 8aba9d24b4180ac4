package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.form.Slot;

/** The scans that several matters ask for, in the words of the manual. */
final class Scans {
    private Scans() {}

    /** JS-R05: the pages of the labour contract. */
    static Slot contract() {
        return Slot.pages("contract", "劳动合同彩色扫描件").colour().hint("每页的扫描件以“页码号”命名，按页码顺序上传");
    }

    /** JS-R06: the list of contributions under the seal of the social-insurance office. */
    static Slot insurance() {
        return Slot.scan("insurance", "社保缴费清单彩色扫描件")
                .count(1, 5)
                .colour()
                .sealed("社保缴费清单须加盖社保单位公章")
                .hint("须加盖社保单位公章");
    }

    /** One for each certificate. */
    static Slot certificateScan() {
        return Slot.scan("certificateScan", "岗位合格证书彩色扫描件").count(1, 4).colour().hint("每本证书一份");
    }
}
