package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.orgCode;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;

import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;

/** JS-P07 新机构用户: 省质监总站 sets the user name of a new testing organisation (操作指南 六); also the form of inherited accounts. */
final class OrganisationAccount {
    static final String ID = "organisation-account";

    private OrganisationAccount() {}

    static Registration registration() {
        Procedure procedure = Procedure.procedure(ID, "新机构用户")
                .startedBy(Starter.offices(Offices.PROVINCE))
                .form(
                        text("orgName", "机构名称", 100).required(),
                        uscc("uscc", "统一社会信用代码").hint("统一社会信用代码和组织机构代码至少填写一项"),
                        orgCode("orgCode", "组织机构代码"),
                        choice("cityCode", "所在省辖市", City.options()).required(),
                        text("contactName", "联系人", 50),
                        mobile("contactMobile", "联系人手机"),
                        text("loginName", "登录名", 40).required())
                .chain(Chain.NONE)
                .closes(CaseState.CLOSED, "已开户")
                .build();
        return Registration.of(procedure, form -> Newcomer.of(form, TESTING_ORG).in(form.text("cityCode") + "00"))
                .password(FirstPassword.issued())
                .known("该机构已有用户")
                .done("用户已建立，首次登录须修改密码");
    }
}
