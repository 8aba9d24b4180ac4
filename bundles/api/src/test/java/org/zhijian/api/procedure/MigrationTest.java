package org.zhijian.api.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.DefinitionProblems;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Problem;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;

/** What a definition declares about the cases of earlier versions. */
class MigrationTest {

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.0.0, true", "1.0, 1.0.7, true", "1, 1.12.0, true", "1, 10.0.0, false", "1.1, 1.10.0, false"})
    void it_takes_the_version_that_it_names_and_all_below(String from, String version, boolean takes) {
        assertThat(Migration.from(from).takes(version)).isEqualTo(takes);
    }

    @Test
    void a_form_keeps_what_is_not_mentioned_and_a_value_that_is_filled_in_gives_way() {
        Migration migration = Migration.from("1")
                .field("area", "floorArea")
                .fill("kind", "HOUSE")
                .fill("floorArea", "0.00")
                .drop("remark");
        FormData moved = migration.moved(new FormData(Map.of("name", "甲", "area", "12.00", "remark", "乙")));
        assertThat(moved.values()).isEqualTo(Map.of("name", "甲", "floorArea", "12.00", "kind", "HOUSE"));
    }

    private static List<String> problems(Migration... migrations) {
        return DefinitionProblems.of(Descriptor.jurisdiction("town", "示例镇")
                        .offices(List.of(Office.office("town-office", "科室", Office.Level.COUNTY, "320000")
                                .overseeing()))
                        .procedures(Procedure.procedure("permit", "许可")
                                .startedBy(Starter.organisations("FIRM"))
                                .form(Fields.text("name", "名称", 20))
                                .chain(Step.step("review", "审核", Actor.office("town-office"))
                                        .decisions(DecisionOption.approve("同意")))
                                .migrations(migrations)
                                .build())
                        .build())
                .stream()
                .filter(problem ->
                        problem.place().contains("迁移") || problem.problem().contains("迁移"))
                .map(Problem::sentence)
                .toList();
    }

    @Test
    void what_it_names_must_be_there_and_what_it_drops_must_not() {
        assertThat(problems(Migration.from("1").field("title", "name").step("check", "review")))
                .isEmpty();
        assertThat(problems(Migration.from("1")
                        .field("area", "floorArea")
                        .fill("kind", "HOUSE")
                        .drop("name")
                        .step("check", "decide")))
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).contains("事项 permit 迁移 1"));
        assertThat(problems(Migration.from("1"), Migration.from("1"))).isNotEmpty();
    }
}
