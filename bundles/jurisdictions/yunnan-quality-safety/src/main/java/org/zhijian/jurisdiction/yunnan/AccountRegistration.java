package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;

import java.util.List;
import java.util.Set;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;

/**
 * YN-P01 账号注册: an organisation asks for its account in one of its roles, the user centre looks at it. The administrator signs in by scanning, and
 * needs no password. Natural persons come by the mini-program, which knows them by their real names.
 */
final class AccountRegistration {
    static final String ID = "account-registration";

    private AccountRegistration() {}

    static Registration registration() {
        Procedure procedure = Procedure.procedure(ID, "账号注册")
                .startedBy(Starter.anyone())
                .section(
                        "单位信息",
                        choice("accountType", "账号类型", PartyRole.class).required(),
                        text("orgName", "单位名称", 100).required().hint("与营业执照一致"),
                        uscc("uscc", "统一社会信用代码").required(),
                        text("legalRepName", "法定代表人", 50).required(),
                        idNumber("legalRepIdNo", "法定代表人身份证号").required(),
                        region("regionCode", "所在地", "").required())
                .section(
                        "管理员信息",
                        text("adminName", "管理员姓名", 50).required(),
                        idNumber("adminIdNo", "管理员身份证号").required(),
                        mobile("adminMobile", "管理员手机号码").required().hint("审核通过后，管理员用云南建管小程序扫码登录"))
                .attach(Slot.scan("licence", "营业执照扫描件"))
                .chain(Step.step("verification", "审核", Actor.office(Offices.ACCOUNTS))
                        .decisions(DecisionOption.approve("审核通过"), DecisionOption.reject("不通过"))
                        .waiting(CaseState.PENDING, "待审核")
                        .within(3))
                .closes(CaseState.CLOSED, "审核通过")
                .build();
        return Registration.of(procedure, AccountRegistration::newcomer)
                .password(FirstPassword.none())
                .known("该单位已注册")
                .done("审核通过，请管理员用云南建管小程序扫码登录")
                .onOpened((facts, changes) -> facts.applicant()
                        .filter(organisation -> changes.of(OrganisationFile.FILES)
                                .find(organisation.uscc())
                                .isEmpty())
                        .ifPresent(organisation ->
                                changes.of(OrganisationFile.FILES).save(OrganisationFile.opened(organisation))));
    }

    private static Newcomer newcomer(FormData form) {
        String type = form.text("accountType");
        String mobile = form.text("adminMobile");
        Organisation organisation = new Organisation(
                "",
                form.text("orgName"),
                form.text("uscc"),
                "",
                type.isEmpty() ? Set.of() : Set.of(type),
                form.has("regionCode") ? form.text("regionCode") : "000000",
                form.text("legalRepName"),
                form.text("adminName"),
                mobile);
        return new Newcomer(
                organisation,
                List.of(new Newcomer.Login(form.text("uscc"), mobile, type)
                        .heldBy(form.text("adminName"), form.text("adminIdNo"))));
    }
}
