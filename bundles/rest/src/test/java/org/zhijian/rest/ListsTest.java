package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.rest.RunningRest.Answer;

/** Sorting, filtering and exporting of lists. */
class ListsTest {
    private static final String REGISTER = "/api/v1/jurisdictions/sample/registers/licences";
    private static final String PUBLIC = "/api/v1/public/jurisdictions/sample/registers/licences";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @RegisterExtension
    static final RunningRest BUSY = new RunningRest(60);

    @Test
    void casesAreSortedAndNarrowedByDays() {
        assertThat(REST.get("/api/v1/cases?sort=-number&from=2026-11-01&to=2026-11-30")
                        .status())
                .isEqualTo(200);
        assertThat(REST.core.seen)
                .containsEntry(
                        "query",
                        new CaseQuery("", "", "", "", "", 50)
                                .submitted(
                                        Optional.of(LocalDate.of(2026, 11, 1)), Optional.of(LocalDate.of(2026, 11, 30)))
                                .sorted(Sort.descending(CaseQuery.By.NUMBER)));
    }

    @Test
    void registersAreSortedByTheirColumns() {
        assertThat(REST.get(REGISTER + "?sort=-number").status()).isEqualTo(200);
        assertThat(REST.core.seen)
                .containsEntry("query", new RegisterBrowser.Query(Map.of(), "", Sort.descending("number"), "", 50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?sort=nonsense",
                "/api/v1/cases?sort=NUMBER",
                "/api/v1/cases?from=2026-13-01",
                "/api/v1/cases/export?format=pdf",
                "/api/v1/tasks?sort=--due",
                "/api/v1/tasks?state=x",
                REGISTER + "/export?format=doc",
                REGISTER + "/export?nonsense=1"
            })
    void whatMakesNoSenseIsRefused(String path) {
        assertThat(REST.get(path).status()).isEqualTo(400);
    }

    @Test
    void whatWasFilteredIsExportedAsAFile() {
        Answer answer = REST.get("/api/v1/cases/export?format=csv&state=DRAFT&sort=number");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Format.CSV_TYPE);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"____.csv\"; filename*=UTF-8''%E4%B8%9A%E5%8A%A1%E6%9F%A5%E8%AF%A2.csv");
        assertThat(answer.text()).isEqualTo("编号");
        assertThat(REST.core.seen)
                .containsEntry(
                        "exported",
                        new CaseQuery("", "", "DRAFT", "", "", Page.MAX).sorted(Sort.ascending(CaseQuery.By.NUMBER)));
        assertThat(REST.get("/api/v1/tasks/export?box=DONE").header("Content-Type"))
                .isEqualTo(Format.XLSX_TYPE);
        assertThat(REST.core.seen)
                .containsEntry("exported", new TaskQuery("", "", TaskQuery.Box.DONE, "", "", Page.MAX));
        assertThat(REST.get(REGISTER + "/export?number=L1").status()).isEqualTo(200);
    }

    @Test
    void exportsNeedASignInButForThePublicView() {
        assertThat(REST.send(REST.request("/api/v1/cases/export")).status()).isEqualTo(401);
        assertThat(REST.send(REST.request(REGISTER + "/export")).status()).isEqualTo(401);
        assertThat(REST.send(REST.request(PUBLIC + "/export?number=L1")).status())
                .isEqualTo(200);
        assertThat(REST.send(REST.request(PUBLIC + "/export?holder=x")).status())
                .as("a closed column")
                .isEqualTo(400);
        assertThat(REST.send(REST.request("/api/v1/public/jurisdictions/sample/registers/secrets/export"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPublicExportCountsForManyCalls() {
        assertThat(BUSY.send(BUSY.request(PUBLIC + "/export")).status()).isEqualTo(200);
        assertThat(BUSY.send(BUSY.request(PUBLIC + "/export")).status()).isEqualTo(429);
        assertThat(BUSY.send(BUSY.request(PUBLIC)).status()).isEqualTo(200);
    }

    @Test
    void aCaseIsStartedAndHandedInAtOnce() {
        String address = "/api/v1/jurisdictions/sample/procedures/transfer/cases";

        assertThat(REST.post(address + "?submit=true", "{\"form\":{\"reason\":\"家近\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(REST.core.seen).containsEntry("submitted", new FormData(Map.of("reason", "家近")));
        assertThat(REST.post(address + "?submit=maybe", "{\"form\":{}}").status())
                .isEqualTo(400);
    }
}
