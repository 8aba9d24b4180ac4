package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** JS-R01 row c by hand: a holder of both certificates goes from J1 to J3, and all that may go wrong on the way is said on the screen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest extends Stage {
    private static final String RECEIVING = "苏州示例检测有限公司";

    private String number;

    private Screen screen() {
        return browsers.screen(server.address(), 1440, 900);
    }

    private Screen desk(String loginName) {
        return screen().signIn(loginName);
    }

    @Test
    @Order(10)
    void a_newcomer_sees_the_region_and_that_it_is_a_demonstration() {
        try (Screen screen = screen().open("")) {
            screen.sees("江苏省建设工程质量监督检测管理信息系统").seesAt("demonstration", "演示");
            screen.photograph("front-page-1440x900");
        }
    }

    @Test
    @Order(20)
    void a_wrong_password_is_refused() {
        try (Screen screen = screen().open("")) {
            screen.type("loginName", "j1").type("password", "Wrong-2026!").press("sign-in-button");
            screen.seesAt("sign-in-problem", "密码");
        }
    }

    @Test
    @Order(30)
    void the_releasing_organisation_declares_the_transfer() {
        try (Screen j1 = desk("j1")) {
            j1.press("menu-start").press("start-personnel-transfer");
            j1.press("next").seesAt("error-summary", "请选择调入的检测机构");

            j1.choose("field-personId", "韩示双")
                    .pick("field-entryDivision", "建材")
                    .choose("field-receivingOrgId", RECEIVING)
                    .type("field-departureDate", "2026-11-20")
                    .photograph("form-1440x900")
                    .press("next");

            j1.upload("releaseProof", "解除劳动关系证明.jpg").press("next");
            j1.seesAt("error-summary", "解除劳动关系证明须加盖公章").photograph("missing-seal-1440x900");
            j1.tick("field-releaseProofSealed").press("next");

            j1.seesAt("answer-receivingOrgId", RECEIVING)
                    .photograph("check-1440x900")
                    .press("submit");
            j1.isAt("/cases/[^/]+$").sees("待接收").photograph("case-1440x900");
            number = j1.textOf("case-number");
        }
    }

    @Test
    @Order(33)
    void a_second_transfer_of_the_same_person_is_refused() {
        try (Screen j1 = desk("j1")) {
            j1.press("menu-start").press("start-personnel-transfer");
            j1.choose("field-personId", "韩示双")
                    .pick("field-entryDivision", "地基")
                    .choose("field-receivingOrgId", RECEIVING)
                    .type("field-departureDate", "2026-11-20")
                    .press("next");
            j1.sees("该人员已在办理变更，无需重复申报").isAt("/cases/[^/]+/edit$");
        }
    }

    @Test
    @Order(36)
    void a_sixth_copy_of_the_qualification_is_refused() {
        try (Screen j1 = desk("j1")) {
            j1.press("menu-start").press("start-organisation-filing");
            j1.pick("field-mode", "增扩项").seesAt("saved", "已自动保存").press("stage-attach");
            j1.upload("qualificationCopy", "副本1.jpg", "副本2.jpg", "副本3.jpg", "副本4.jpg", "副本5.jpg");
            j1.offer("qualificationCopy", "副本6.jpg")
                    .seesAt("slot-qualificationCopy", "资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里");
        }
    }

    @Test
    @Order(40)
    void the_receiving_organisation_receives() {
        try (Screen j3 = desk("j3").openFromInbox(number)) {
            j3.offer("contract", "合同.jpg").seesAt("slot-contract", "请按页码号命名并按顺序上传");
            j3.photograph("wrong-page-name-1440x900");
            j3.upload("contract", "1.jpg", "2.jpg", "3.jpg")
                    .upload("insurance", "社保缴费清单.jpg")
                    .upload("certificateScan", "建材证.jpg", "地基证.png")
                    .type("field-contractFrom", "2026-11-23")
                    .chooseMonth("field-insuredFrom", 2026, 11);

            j3.press("decision-APPROVE").seesAt("error-summary", "社保缴费清单须加盖社保单位公章");
            j3.tick("field-insuranceSealed").press("decision-APPROVE").sees("已接收");
        }
    }

    @Test
    @Order(50)
    void both_cities_agree_once_they_have_seen_the_originals() {
        for (String city : List.of("js-city-3201", "js-city-3205")) {
            try (Screen desk = desk(city).openFromInbox(number)) {
                desk.tick("field-sealsSeen").press("decision-APPROVE").sees("请先核对书面资料原件");
                desk.photograph("review-" + city + "-1440x900");
                desk.tick("field-originalsSeen").press("decision-APPROVE").sees("已同意");
            }
        }
    }

    @Test
    @Order(60)
    void a_city_outside_has_nothing_to_decide() {
        try (Screen desk = desk("js-city-3213")) {
            desk.press("menu-inbox").doesNotSee(number);
        }
    }

    @Test
    @Order(70)
    void the_province_agrees_and_it_is_announced() {
        try (Screen province = desk("js-prov").openFromInbox(number)) {
            province.sees("调入机构具备建材资质").photograph("review-province-1440x900");
            province.press("decision-APPROVE").sees("已同意");
        }
        try (Screen visitor = screen().open("/announcements")) {
            visitor.sees("人员变更公告（韩*双）").doesNotSee("韩示双").photograph("announcements-1440x900");
        }
    }

    @Test
    @Order(80)
    void both_certificates_stand_with_the_receiving_organisation() {
        try (Screen j3 = desk("j3")) {
            j3.open("/registers/certificates")
                    .sees("JC-M-0011")
                    .sees("JC-F-0011")
                    .sees("无信用档案");
            j3.photograph("register-1440x900");
        }
    }

    /** A seed's demand: the least screen is 1024x768. */
    @Test
    @Order(90)
    void every_page_fits_the_least_screen() {
        try (Screen screen = browsers.screen(server.address(), 1024, 768)) {
            screen.open("").photograph("front-page-1024x768");
            assertThat(screen.fitsInWidth()).as("front page").isTrue();
            screen.signIn("js-prov");
            for (String page : List.of("inbox", "cases", "registers/certificates", "account")) {
                screen.open("/" + page).sees("账号").photograph(page.replace('/', '-') + "-1024x768");
                assertThat(screen.fitsInWidth()).as(page).isTrue();
            }
        }
    }

    @Test
    @Order(800)
    void the_province_opens_an_account_and_its_owner_changes_the_password_first() {
        String password;
        try (Screen province = browsers.screen(server.address(), 1024, 768).signIn("js-prov")) {
            province.press("menu-register/organisation-account")
                    .press("register")
                    .seesAt("error-summary", "请填写机构名称");
            province.type("field-orgName", "镇江示例检测有限公司")
                    .type("field-orgCode", "PDY00093-3")
                    .choose("field-cityCode", "镇江市")
                    .type("field-loginName", "zj-new")
                    .press("register")
                    .seesAt("receipt", "首次登录须修改密码")
                    .photograph("account-opened-1024x768");
            password = province.textOf("initial-password");
        }
        try (Screen owner = screen().open("")) {
            owner.type("loginName", "zj-new").type("password", password).press("sign-in-button");
            owner.seesAt("password-box", "必须先修改密码");
            owner.type("oldPassword", password)
                    .type("newPassword", "Zhenjiang2026")
                    .type("newPasswordAgain", "Zhenjiang2026")
                    .press("change-password")
                    .sees("密码已修改");
        }
    }

    @Test
    @Order(810)
    void the_province_resets_a_forgotten_password() {
        try (Screen province = browsers.screen(server.address(), 1024, 768).signIn("js-prov")) {
            province.press("menu-accounts").type("filter-text", "zj-new").sees("镇江示例检测有限公司");
            assertThat(province.photograph("accounts-1024x768").fitsInWidth()).isTrue();
            province.press("account-zj-new").press("reset-password").sees("仅显示这一次");
            assertThat(province.photograph("password-reset-1024x768").textOf("initial-password"))
                    .hasSize(12);
        }
    }

    @Test
    @Order(820)
    void an_organisation_sees_what_is_known_of_it_and_its_people() {
        try (Screen j1 = browsers.screen(server.address(), 1024, 768).signIn("j1")) {
            j1.press("menu-organisation")
                    .seesAt("organisation", "组织机构代码")
                    .sees("机构信息备案")
                    .photograph("organisation-1024x768");
            j1.press("menu-staff").seesAt("staff", "320199********0637").photograph("staff-1024x768");
            assertThat(j1.fitsInWidth()).isTrue();
        }
    }
}
