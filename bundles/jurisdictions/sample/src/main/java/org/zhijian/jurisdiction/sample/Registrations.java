package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.orgCode;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.tick;
import static org.zhijian.api.form.Fields.uscc;

import java.util.List;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;

/** Traders register themselves and begin at once; who keeps a market is looked at first. */
final class Registrations {
    static final String TRADER = "trader-registration";
    static final String MARKET = "market-registration";

    private static final Field[] ORGANISATION = {
        text("orgName", "单位名称", 100).required().hint("与营业执照一致"),
        uscc("uscc", "统一社会信用代码").hint("统一社会信用代码和组织机构代码至少填写一项"),
        orgCode("orgCode", "组织机构代码"),
        text("legalRepName", "经营者或法定代表人", 50).required()
    };
    private static final Field[] ACCOUNT = {
        text("contactName", "联系人", 30).required(),
        mobile("contactMobile", "联系人手机").required(),
        idNumber("registrantIdNo", "注册人身份证号").hint("用于找回登录名，可不填"),
        text("loginName", "登录名", 40).required().hint("3至40位字母或数字，注册后不能修改")
    };

    private Registrations() {}

    /** 经营户注册: active at once. */
    static Registration ofTraders() {
        Procedure procedure = Procedure.procedure(TRADER, "经营户注册")
                .startedBy(Starter.anyone())
                .section("单位信息", ORGANISATION)
                .section("账号信息", ACCOUNT)
                .section("承诺", tick("declaration", "本人承诺所填信息正确无误", "请先承诺所填信息正确无误"))
                .guard(Registrations::isInThisCountry)
                .chain(Chain.NONE)
                .closes(CaseState.CLOSED, "已注册")
                .build();
        return Registration.of(procedure, form -> Newcomer.of(form, StallPermit.TRADER))
                .known("该经营户已注册")
                .done("注册成功，请用登录名和密码登录");
    }

    /** 市场主办单位注册: the bureau looks at the licence first. */
    static Registration ofMarkets() {
        Procedure procedure = Procedure.procedure(MARKET, "市场主办单位注册")
                .startedBy(Starter.anyone())
                .section("单位信息", ORGANISATION)
                .section("账号信息", ACCOUNT)
                .attach(Slot.scan("licence", "营业执照扫描件"))
                .chain(Step.step("verification", "核实", Actor.office(Offices.BUREAU))
                        .decisions(DecisionOption.approve("审核通过"), DecisionOption.reject("不通过"))
                        .waiting(CaseState.PENDING, "待审核")
                        .within(3))
                .closes(CaseState.CLOSED, "审核通过")
                .build();
        return Registration.of(procedure, form -> Newcomer.of(form, StallPermit.MARKET))
                .known("该单位已注册")
                .done("审核通过，请用登录名和密码登录");
    }

    /** SA-R05. */
    private static List<Finding> isInThisCountry(CaseFacts facts) {
        return facts.form().text("orgName").contains("驻外")
                ? List.of(Finding.error("SA-R05", "orgName", "驻外机构请到窗口办理").restingOn("示例市摊位管理办法 第三条"))
                : Finding.none();
    }
}
