package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.modules.Toys;
import org.zhijian.itests.modules.Toyshop;

/** Open pages follow the modules that come and go. */
@Tag("derby")
class LiveModulesTest extends Stage {
    private static final String MODULES = "/api/v1/admin/modules";
    private static final Toys TOYS = Toys.good("toytown", "1.0.0");

    private Api operator;

    @Override
    String[] provoked() {
        return new String[] {"module failing failed in a guard"};
    }

    @BeforeAll
    void start() {
        operator = server.nobody().signIn("", "admin", "Demo-2026!");
    }

    private void install() {
        operator.upload(MODULES, "module", new Scan("toytown.jar", "application/java-archive", TOYS.jar()))
                .expect(201);
    }

    @Test
    void an_open_page_gains_the_region_and_a_form_in_the_middle_stays_when_its_module_goes() {
        try (Screen somebody = browsers.screen(server.address(), "", 1024, 768);
                Screen manager = browsers.screen(server.address(), "operator", 1024, 768)) {
            somebody.open("").doesNotSee("玩具市toytown");
            manager.signIn("admin").doesNotSee("玩具市toytown");

            install();

            somebody.sees("玩具市toytown");
            manager.seesAt("module-toytown", "运行中");
            try (Screen maker =
                    browsers.screen(server.address(), "toytown", 1024, 768).signIn("maker")) {
                maker.press("menu-start").press("start-toy-filing").type("field-name", "竹蜻蜓");
                maker.seesAt("saved", "已自动保存");

                operator.delete(MODULES + "/toytown").expect(204);

                maker.seesAt("standstill", "该业务模块已停用")
                        .holds("field-name", "竹蜻蜓")
                        .photograph("form-without-module");
                manager.seesAt("module-toytown", "已移除，数据保留").photograph("operator-modules-1024x768");
                somebody.doesNotSee("玩具市toytown");

                install();

                maker.hasNo("standstill")
                        .press("next")
                        .press("next")
                        .press("submit")
                        .sees("已提交");
            }
        }
    }

    @Test
    void the_operator_sees_that_a_module_is_cut_off_and_lets_it_in_again() {
        Toyshop town = new Toyshop(server, "failing", Toyshop.code(60));
        town.install(
                        town.version("1.0.0", "审核")
                                .with(
                                        "/*guard*/",
                                        "if (facts.moment() == CaseFacts.Moment.SUBMITTING) { throw new IllegalStateException(); }"))
                .expect(201);
        Api maker = town.maker();
        String draft = maker.post(
                        "/api/v1/jurisdictions/failing/procedures/toy-filing/cases",
                        Map.of("form", Map.of("name", "竹蜻蜓")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        try (Screen manager = browsers.screen(server.address(), "operator", 1024, 768)) {
            manager.signIn("admin").seesAt("module-failing", "运行中");

            for (int i = 0; i < 5; i++) {
                maker.submit(draft).expect(503);
            }

            manager.seesAt("module-failing", "已隔离").photograph("operator-cut-off-1024x768");
            assertThat(manager.fitsInWidth()).isTrue();
            manager.press("resume-failing").seesAt("module-failing", "运行中");
        }
        assertThat(maker.submit(draft).expect(503).code()).isEqualTo("MODULE_FAULT");
    }
}
