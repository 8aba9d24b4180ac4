package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** JS-S5 by hand, through the menus of the manual, on the least screen: the fax, the sixth copy, the capability that is enlarged. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManualBrowserTest extends Stage {
    private static final String MATERIAL = "工程质量检测诚信管理";

    private String removal;

    private Screen desk(String loginName) {
        return browsers.screen(server.address(), 1024, 768).signIn(loginName);
    }

    private static Screen startFiling(Screen desk) {
        desk.unfold(MATERIAL).press("menu-registers/testing-organisations?divisions=MATERIAL");
        return desk.press("start-organisation-filing");
    }

    private static void fillFiling(Screen form) {
        form.pick("field-mode", "新成立")
                .type("field-orgName", "常州示例新检测有限公司")
                .type("field-uscc", "91320499PDY000159J")
                .type("field-legalRep", "示法人")
                .type("field-technicalHead", "示技术")
                .type("field-qualityHead", "示质量")
                .choose("field-cityCode", "常州市")
                .type("field-address", "示例路5号")
                .type("field-phone", "0519-00000000")
                .tickChoice("field-divisions", "建材")
                .type("field-qualificationCertNo", "JSJC-J5")
                .type("field-issuedOn", "2026-11-01")
                .type("field-validTo", "2031-10-31");
    }

    @Test
    @Order(10)
    @DisplayName("without its fax a new organisation does not file; the sixth copy is refused")
    void the_fax_comes_first() {
        try (Screen j5 = desk("j5")) {
            startFiling(j5);
            fillFiling(j5);
            j5.press("next").seesAt("error-summary", "请先将资质正本和副本传真至省质监总站");
            j5.photograph("fax-first-1024x768");
            assertThat(j5.fitsInWidth()).isTrue();
            j5.press("stage-attach")
                    .upload("qualificationCopy", "副本1.jpg", "副本2.jpg", "副本3.jpg", "副本4.jpg", "副本5.jpg")
                    .offer("qualificationCopy", "副本6.jpg")
                    .seesAt("slot-qualificationCopy", "资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里");
            j5.photograph("sixth-copy-1024x768");
        }
    }

    @Test
    @Order(20)
    @DisplayName("the province notes the fax")
    void the_province_notes_the_fax() {
        String number;
        try (Screen province = desk("js-prov")) {
            province.press("menu-start").press("start-fax-receipt");
            province.choose("field-orgId", "常州示例新检测有限公司")
                    .type("field-receivedOn", "2026-11-20")
                    .tickChoice("field-divisions", "建材")
                    .press("next")
                    .press("next")
                    .press("submit");
            province.isAt("/cases/[^/]+$").sees("待核对");
            number = province.textOf("case-number");
        }
        try (Screen province = desk("js-prov").openFromInbox(number)) {
            province.photograph("fax-receipt-1024x768")
                    .press("decision-CONFIRM_RECEIVED")
                    .seesAt("count-DONE", "1");
        }
        try (Screen j5 = desk("j5")) {
            startFiling(j5);
            fillFiling(j5);
            j5.press("next").seesAt("error-summary", "请先上报检测人员").doesNotSee("请先将资质正本和副本传真至省质监总站");
        }
    }

    @Test
    @Order(30)
    @DisplayName("a capability is not edited: its record offers its removal, filled in already")
    void a_capability_is_removed_from_its_record() {
        try (Screen j1 = desk("j1")) {
            j1.unfold(MATERIAL).press("menu-registers/capabilities?division=MATERIAL");
            j1.sees("检测能力台账（建材）").photograph("capabilities-1024x768");
            j1.openRecord("钢筋").photograph("record-1024x768").press("act-remove");
            j1.type("field-reason", "扩项").press("next").press("next").press("submit");
            j1.isAt("/cases/[^/]+$").sees("待省审核");
            removal = j1.textOf("case-number");
        }
    }

    @Test
    @Order(40)
    @DisplayName("the province finds it under 审核, and decides")
    void the_province_decides_under_its_menu() {
        try (Screen province = desk("js-prov")) {
            province.unfold("审核")
                    .press("menu-reviews/capability-removal")
                    .waitFor("document.querySelector('h1').innerText === '检测能力删除审批'");
            province.sees("检测能力删除审批").sees(removal).photograph("reviews-1024x768");
            province.press("task-" + removal).press("decision-APPROVE").seesAt("count-DONE", "2");
        }
    }

    @Test
    @Order(50)
    @DisplayName("every page of the menus fits the least screen")
    void every_page_fits() {
        try (Screen j1 = desk("j1")) {
            for (String page : new String[] {
                "matters/personnel-transfer?entryDivision=MATERIAL",
                "matters/certificate-replacement",
                "matters/certificate-cancellation",
                "registers/testing-staff?division=FOUNDATION",
                "registers/credit-files",
                "registers/notices"
            }) {
                j1.open("/" + page).sees("账号").photograph(page.replaceAll("[^a-z]", "-") + "-1024x768");
                assertThat(j1.fitsInWidth()).as(page).isTrue();
            }
        }
        try (Screen city = desk("js-city-3201")) {
            for (String page :
                    new String[] {"inbox", "reviews/personnel-transfer", "registers/certificates?division=MATERIAL"}) {
                city.open("/" + page).sees("账号").photograph("city-" + page.replaceAll("[^a-z]", "-") + "-1024x768");
                assertThat(city.fitsInWidth()).as(page).isTrue();
            }
        }
    }
}
