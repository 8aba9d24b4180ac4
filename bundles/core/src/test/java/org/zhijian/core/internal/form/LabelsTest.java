package org.zhijian.core.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;

class LabelsTest {
    private static Map<String, String> labels(Map<String, Object> values) {
        return Labels.of(SampleForm.ALL, new FormData(values), new SampleFacts());
    }

    @Test
    void idsAndCodesAreShownByTheirNames() {
        assertThat(labels(Map.of(
                        "person", "person-foreign",
                        "receiver", "org-builder",
                        "certificate", "JC-1",
                        "certificates", List.of("JC-1", "JC-2"),
                        "division", "MATERIALS",
                        "divisions", List.of("MATERIALS", "FOUNDATION"),
                        "region", "320281",
                        "agrees", false)))
                .isEqualTo(Map.of(
                        "person", "杨样单　320211********0025",
                        "receiver", "无锡示例建筑工程有限公司",
                        "certificate", "JC-1（建材）",
                        "certificates", "JC-1（建材）、JC-2（地基）",
                        "division", "建材",
                        "divisions", "建材、地基",
                        "region", "江苏省无锡市江阴市",
                        "agrees", "否"));
    }

    @Test
    void cellsAreNamedByTheirRow() {
        Map<String, Object> values = Map.of(
                "items", List.of(Map.of("item", "水泥", "division", "MATERIALS"), "?", Map.of("subcontracted", true)));

        assertThat(labels(values)).isEqualTo(Map.of("items[0].division", "建材", "items[2].subcontracted", "是"));
    }

    @Test
    void whatNobodyKnowsKeepsItsOwnWords() {
        assertThat(labels(Map.of("person", "gone", "certificate", "JC-9", "division", "OLD", "region", "999999")))
                .isEqualTo(Map.of("person", "gone", "certificate", "JC-9", "division", "OLD", "region", "999999"));
    }

    @Test
    void whatTheCheckWouldNotLetPassRevealsNobody() {
        Form form = Form.of(Fields.table("staff", "人员", 0, 1, Fields.person("person", "人员", null)));
        List<Map<String, Object>> rows = List.of(Map.of("person", "person-own"), Map.of("person", "person-foreign"));

        assertThat(labels(Map.of("person", List.of("person-foreign")))).isEmpty();
        assertThat(Labels.of(form, FormData.EMPTY.with("staff", rows), new SampleFacts()))
                .containsOnlyKeys("staff[0].person");
    }

    @Test
    void titlesOfRecordsMayComeFromElsewhere() {
        FormData data = FormData.EMPTY.with("certificates", List.of("JC-9", "JC-8"));

        assertThat(Labels.of(
                        SampleForm.ALL,
                        data,
                        new SampleFacts().directory(),
                        (register, key) -> key.equals("JC-9") ? Optional.of(register + " 9") : Optional.empty()))
                .isEqualTo(Map.of("certificates", "certificates 9、JC-8"));
    }
}
