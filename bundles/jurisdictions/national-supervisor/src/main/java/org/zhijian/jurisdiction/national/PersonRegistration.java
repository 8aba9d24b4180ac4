package org.zhijian.jurisdiction.national;

import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.text;

import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;

/** 个人用户注册 (NS-I1): whoever does not come by 国家政务服务平台 gets an account of their own, once the centre has looked at the identity card. */
final class PersonRegistration {
    static final String ID = "person-registration";

    private PersonRegistration() {}

    static Registration registration() {
        Procedure procedure = Procedure.procedure(ID, "个人用户注册")
                .startedBy(Starter.anyone())
                .section(
                        "个人信息",
                        text("name", "姓名", 50).required(),
                        idNumber("idNo", "身份证号").required(),
                        mobile("mobile", "手机号码").required())
                .section("账号信息", text("loginName", "登录名", 40).required().hint("3至40位字母或数字，注册后不能修改"))
                .attach(Materials.required("idCard", "身份证正反面").count(1, 2))
                .chain(Step.step("identity", "身份核验", Offices.centre())
                        .decisions(approve("核验通过"), reject("不通过"))
                        .waiting(CaseState.PENDING, "待核验")
                        .within(3))
                .closes(CaseState.CLOSED, "已核验")
                .guide("", "身份核验通过后可以登录并申请注册")
                .build();
        return Registration.of(procedure, PersonRegistration::newcomer)
                .known("该人员已注册用户")
                .done("身份核验通过，请用登录名和密码登录");
    }

    private static Newcomer newcomer(FormData form) {
        Person person = new Person("", form.text("name"), Person.IdType.ID, form.text("idNo"), form.text("mobile"));
        return Newcomer.person(person, form.text("loginName"));
    }
}
