package org.zhijian.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPlaceTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "personId, personId, -1, \"\"",
                "staff[2].name, staff, 2, name",
                "staff[0], staff, 0, \"\"",
                "\"\", \"\", -1, \"\"",
                "staff[x].name, staff[x].name, -1, \"\""
            })
    void reads_where_a_violation_points(String name, String field, int row, String column) {
        assertThat(FieldPlace.of(name)).isEqualTo(new FieldPlace(field, row, column));
    }
}
