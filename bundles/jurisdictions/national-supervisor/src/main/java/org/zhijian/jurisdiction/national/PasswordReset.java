package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.organisation;

import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** NS-P07 忘记密码: the authority of the province gives a firm a fresh password, which goes to its mobile number. */
final class PasswordReset {
    static final String ID = "password-reset";

    private PasswordReset() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "企业密码重置")
                .startedBy(Starter.offices(Offices.provinces()))
                .form(
                        organisation(
                                        "orgId",
                                        "企业",
                                        Options.organisations(Parties.EMPLOYER).only(PasswordReset::isHere))
                                .required()
                                .missing("请选择企业"),
                        longText("reason", "重置原因", 200).required())
                .chain(Chain.NONE)
                .closes(CaseState.CLOSED, "已重置")
                .onSubmitted(
                        (facts, changes) -> changes.resetPasswords(facts.form().text("orgId")))
                .guide("", "新密码以短信发送到企业登记的手机号码，登录后须立即修改")
                .build();
    }

    /** A firm of the province that acts. */
    private static boolean isHere(CaseFacts facts, String firm) {
        return facts.directory()
                .organisation(firm)
                .filter(found -> facts.applicantOffice()
                        .filter(Offices.provinceOf(found)::equals)
                        .isPresent())
                .isPresent();
    }
}
