package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;

/** Messages, notices and the outbox on the screens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MessagesTest extends Stage {
    private static final String PROCEDURE = "personnel-transfer";

    private Screen desk(String loginName) {
        return browsers.screen(server.address(), 1024, 768).signIn(loginName);
    }

    /** J1 hands in a transfer to J3, not on a screen. */
    private void submitTransfer() {
        Api j1 = server.as("j1");
        Map<String, Object> form = new HashMap<>();
        form.put("personId", j1.option(PROCEDURE, "personId", "韩示双"));
        form.put("entryDivision", "MATERIAL");
        form.put("receivingOrgId", j1.option(PROCEDURE, "receivingOrgId", "苏州示例检测有限公司"));
        form.put("departureDate", "2026-11-20");
        form.put("releaseProofSealed", true);
        String id = j1.start(PROCEDURE, form).expect(201).json().path("id").asText();
        j1.attach(id, "releaseProof", Scan.named("解除劳动关系证明.jpg")).expect(201);
        j1.submit(id).ok();
    }

    @Test
    @Order(10)
    void a_message_is_counted_in_an_open_page_at_once() {
        try (Screen j3 = desk("j3")) {
            j3.press("menu-messages").sees("没有消息").hasNo("unread");

            submitTransfer();

            j3.seesAt("unread", "1");
            j3.press("menu-messages").sees("新的待办：人员变更").photograph("messages-1024x768");
            assertThat(j3.fitsInWidth()).isTrue();
            j3.press("messages-read-all").hasNo("unread");
        }
    }

    @Test
    @Order(20)
    void an_office_publishes_a_notice_and_withdraws_it() {
        try (Screen province = desk("js-prov").open("/announcements")) {
            province.press("notice-new").press("notice-publish").seesAt("notice-title", "请填写标题");
            province.type("notice-title", "系统维护通知")
                    .type("notice-body", "今晚八点至十点停机维护。")
                    .photograph("notice-dialog-1024x768")
                    .press("notice-publish")
                    .sees("通知已发布");
            province.clickAt("text=系统维护通知").seesAt("announcement", "今晚八点至十点停机维护。");
            province.press("withdraw").type("withdraw-reason", "时间有误").press("withdraw-confirm");
            province.seesAt("announcement", "撤回").photograph("withdrawn-1024x768");
        }
    }

    @Test
    @Order(30)
    void whoever_oversees_the_region_sees_what_was_sent() {
        server.as("j3").post("/api/v1/me/mobile/old-code").expect(202);
        try (Screen province = desk("js-prov")) {
            province.press("menu-outbox")
                    .sees("139****0053")
                    .sees("变更手机验证码")
                    .sees("已发送")
                    .seesAt("outbox-counts", "发送失败");
            province.photograph("outbox-1024x768");
            assertThat(province.fitsInWidth()).isTrue();
        }
    }
}
