package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.attachments.Papers;
import org.zhijian.itests.http.Api;

/** Scans on the screen: handed in by hand, judged, put in order, and looked at in place. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanViewerTest extends Stage {
    private static final String PROCEDURE = "personnel-transfer";
    private static final String SLOT = "qualificationCopy";
    private static final String IMAGE_WIDTH =
            "(document.querySelector('.zj-scan-sheet img')?.getBoundingClientRect().width ?? 0)";

    private Screen desk(String loginName) {
        return browsers.screen(server.address(), 1440, 900).signIn(loginName);
    }

    @Test
    @Order(1)
    void files_are_dropped_judged_and_put_in_order_and_one_that_is_refused_costs_none_of_the_others() {
        String draft = server.as("j1")
                .start("organisation-filing", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        try (Screen j1 = desk("j1").open("/cases/" + draft + "/edit")) {
            j1.pick("field-mode", "增扩项").seesAt("saved", "已自动保存").press("stage-attach");

            j1.drop(
                    SLOT,
                    Papers.sealed("1.jpg", 1),
                    Papers.grey("2.jpg", 2),
                    Papers.pdf("3.pdf", 3),
                    Papers.blurred("4.jpg"));

            j1.listsFiles(SLOT, "1.jpg", "3.pdf", "4.jpg");
            j1.seesAt("slot-" + SLOT, "2.jpg：应为彩色扫描件，该图片为黑白或灰度，请重新扫描后上传");
            j1.seesAt("slot-" + SLOT, "彩色 ✓").seesAt("slot-" + SLOT, "清晰 ✓").seesAt("slot-" + SLOT, "模糊 ⚠");
            j1.photograph("scans-form-1440x900");

            j1.press("up-attachment-3").listsFiles(SLOT, "1.jpg", "4.jpg", "3.pdf");
            j1.press("remove-attachment-3").listsFiles(SLOT, "1.jpg", "3.pdf");
            j1.resize(1024, 768).photograph("scans-form-1024x768");
            assertThat(j1.fitsInWidth()).isTrue();
        }
    }

    /** 图片可以点击放大查看. */
    @Test
    @Order(2)
    void a_scan_is_zoomed_turned_and_paged_by_hand_and_by_keys() {
        String draft = server.as("j1")
                .start("organisation-filing", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
        Api api = server.as("j1");
        api.attach(draft, SLOT, Papers.sealed("1.jpg", 11)).expect(201);
        api.attach(draft, SLOT, Papers.pdf("2.pdf", 3)).expect(201);
        try (Screen j1 = desk("j1").open("/cases/" + draft + "/edit")) {
            j1.pick("field-mode", "增扩项")
                    .seesAt("saved", "已自动保存")
                    .press("stage-attach")
                    .press("attachment-1");

            j1.seesAt("viewer-where", "1.jpg · 第 1 件，共 2 件").waitFor(IMAGE_WIDTH + " > 300");
            double fitting = width(j1);
            j1.photograph("viewer-image-1440x900")
                    .clickAt(".zj-scan-sheet img")
                    .waitFor(IMAGE_WIDTH + " > " + 1.5 * fitting);
            j1.clickAt(".zj-scan-sheet img").waitFor(IMAGE_WIDTH + " < " + 1.1 * fitting);
            j1.key("+").waitFor(IMAGE_WIDTH + " > " + 1.2 * fitting);
            j1.press("viewer-whole")
                    .waitFor("0 < " + IMAGE_WIDTH + " && " + IMAGE_WIDTH + " < " + fitting)
                    .photograph("viewer-whole-1440x900");
            j1.key("r").waitFor("document.querySelector('.zj-scan-sheet img').style.transform.includes('90deg')");

            j1.key("ArrowRight").seesAt("viewer-where", "2.pdf · 第 1 页，共 3 页 · 第 2 件，共 2 件");
            drawn(j1);
            j1.photograph("viewer-pdf-1440x900");
            j1.key("ArrowRight").seesAt("viewer-where", "第 2 页，共 3 页").press("viewer-next");
            j1.seesAt("viewer-where", "第 3 页，共 3 页").waitFor("document.getElementById('viewer-next').disabled");
            drawn(j1);
            j1.resize(1024, 768).photograph("viewer-pdf-1024x768");
            j1.key("Home").seesAt("viewer-where", "1.jpg").press("viewer-close");
            j1.waitFor("!document.getElementById('viewer-stage')");
        }
    }

    private static double width(Screen screen) {
        return ((Number) screen.measure(IMAGE_WIDTH)).doubleValue();
    }

    /** Something red, which stands on every page of the document, is on the canvas. */
    private static void drawn(Screen screen) {
        screen.waitFor(
                """
                (() => {
                  const canvas = document.querySelector('.zj-scan-sheet canvas');
                  if (!canvas || canvas.width < 100) return false;
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let i = 0; i < data.length; i += 4) if (data[i] > 180 && data[i + 1] < 60) return true;
                  return false;
                })()
                """);
    }

    @Test
    @Order(3)
    void whoever_judges_sees_the_scan_beside_the_form() {
        Api j1 = server.as("j1");
        String draft = j1.start(
                        PROCEDURE,
                        Map.of(
                                "personId",
                                j1.option(PROCEDURE, "personId", "韩示双"),
                                "entryDivision",
                                "MATERIAL",
                                "receivingOrgId",
                                j1.option(PROCEDURE, "receivingOrgId", "苏州示例检测有限公司"),
                                "departureDate",
                                "2026-11-20",
                                "releaseProofSealed",
                                true))
                .expect(201)
                .json()
                .path("id")
                .asText();
        j1.attach(draft, "releaseProof", Papers.sealed("解除劳动关系证明.jpg", 21)).expect(201);
        j1.attach(draft, "releaseProof", Papers.pdf("附页.pdf", 2)).expect(201);
        String number = j1.submit(draft).ok().path("number").asText();
        try (Screen j3 = desk("j3").openFromInbox(number)) {
            j3.seesAt("materials", "彩色 ✓").photograph("review-scans-1440x900");

            j3.press("attachment-1").waitFor(IMAGE_WIDTH + " > 300");

            j3.photograph("review-beside-1440x900");
            assertThat(width(j3)).isLessThan(740);
            j3.type("field-contractFrom", "2026-11-23").seesAt("viewer-where", "解除劳动关系证明.jpg");
            j3.resize(1024, 768).photograph("review-beside-1024x768");
            assertThat(j3.fitsInWidth()).isTrue();
            j3.press("viewer-place")
                    .resize(1440, 900)
                    .waitFor(IMAGE_WIDTH + " > 900")
                    .photograph("review-over-1440x900");
            j3.press("viewer-place").waitFor("document.body.classList.contains('zj-viewer-beside')");
            j3.press("viewer-close").waitFor("!document.body.classList.contains('zj-viewer-beside')");
        }
    }
}
