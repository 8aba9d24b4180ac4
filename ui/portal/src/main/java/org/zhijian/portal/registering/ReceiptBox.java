package org.zhijian.portal.registering;

import org.zhijian.core.registration.Receipt;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Visit;

/** What has become of a registration. */
final class ReceiptBox extends Panel {
    private ReceiptBox(Receipt receipt) {
        super("");
        setId("receipt");
        Descriptions lines = new Descriptions().item("注册编号", receipt.number()).item("状态", Chip.of(receipt.stage()));
        receipt.logins().forEach(login -> {
            lines.item("登录名", login.loginName());
            if (!login.initialPassword().isBlank()) {
                lines.item("初始密码", Secret.of(login.initialPassword()));
            }
        });
        add(Sentence.notice(receipt.message()), lines);
    }

    /** Right after it was handed in. */
    static ReceiptBox fresh(Visit visit, Receipt receipt) {
        ReceiptBox box = new ReceiptBox(receipt);
        if (receipt.logins().isEmpty()) {
            box.add(
                    Sentence.hint("请保存下面的查询页地址，凭它查询审核结果。"),
                    new Link(visit.to("registered/" + receipt.id()), "查询审核结果").test("receipt-link"));
        } else if (!visit.caller().isSignedIn()) {
            box.add(new Link(visit.regionId(), "去登录").test("go-sign-in"));
        } else {
            box.add(
                    Sentence.hint("初始密码仅显示这一次，请立即告知该单位；首次登录须修改密码。"),
                    new Link(visit.to("administration/accounts"), "账号管理").test("go-accounts"));
        }
        return box;
    }

    /** Looked up later. */
    static ReceiptBox later(Visit visit, Receipt receipt) {
        ReceiptBox box = new ReceiptBox(receipt);
        box.add(
                receipt.stage().state() == org.zhijian.api.chain.CaseState.REJECTED
                        ? new Link(visit.to("register"), "重新注册").test("register-again")
                        : new Link(visit.regionId(), "返回首页").test("go-front"));
        return box;
    }
}
