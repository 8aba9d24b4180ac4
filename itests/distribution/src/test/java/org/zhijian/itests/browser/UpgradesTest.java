package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhijian.itests.modules.Toyshop;

/** A case stands as it was started, however many versions of its module come after. */
@Tag("derby")
class UpgradesTest extends Stage {
    private static final int UPGRADES = 20;

    private Toyshop town;

    @BeforeAll
    void start() {
        town = new Toyshop(server, "aged", "91320200PDY00095X6");
    }

    @Test
    void a_case_looks_the_same_after_twenty_upgrades_and_is_decided_by_its_own_version() throws IOException {
        town.install(town.version("1.0.0", "初审").with("FIELD", "旧名称")).expect(201);
        String open = town.filed("陀螺");
        String decided = town.filed("风筝");
        assertThat(town.approve(decided)).isEqualTo("CLOSED");
        List<Look> before = looks(open, decided);
        assertThat(before.get(0).page()).contains("旧名称", "陀螺", "初审");

        for (int upgrade = 1; upgrade <= UPGRADES; upgrade++) {
            town.install(town.version("1." + upgrade + ".0", "第" + upgrade + "版审核")
                            .with("FIELD", "第" + upgrade + "版名称"))
                    .expect(201);
        }

        assertThat(looks(open, decided)).isEqualTo(before);
        assertThat(town.stepOf(town.filed("积木"))).isEqualTo("第20版审核");
        assertThat(town.stepOf(open)).isEqualTo("初审");
        assertThat(town.approve(open)).isEqualTo("CLOSED");
        assertThat(paper(open)).contains("旧名称").doesNotContain("版名称");
    }

    /** How a case shows itself over REST, on paper and on its page. */
    private record Look(JsonNode answer, String paper, String page) {}

    private List<Look> looks(String... cases) throws IOException {
        List<Look> looks = new ArrayList<>();
        try (Screen maker = browsers.screen(server.address(), "aged", 1024, 768).signIn("maker")) {
            for (String id : cases) {
                // Printing gives the case its verification code, which its answer and page then show.
                String paper = paper(id);
                maker.open("/cases/" + id).seesAt("case-number", "");
                looks.add(new Look(town.view(id), paper, maker.text()));
            }
        }
        return looks;
    }

    /** The text of the printed case, without the minute at which it was printed. */
    private String paper(String id) throws IOException {
        byte[] pdf =
                town.maker().get("/api/v1/cases/" + id + "/print").expect(200).bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceFirst("打印时间 \\S+ \\S+", "打印时间");
        }
    }
}
