package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "ＪＳ－2026－００１, js-2026-001",
        "无锡（示例）公司, 无锡(示例)公司",
        "Ａｂ　　ｃ, ab c",
        "' 张三 ', 张三",
    })
    void widthCaseAndSpacesDoNotMatter(String typed, String folded) {
        assertThat(SearchText.fold(typed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"100%, %100!%%", "a_b, %a!_b%", "!, %!!%"})
    void whatLikeTakesForMoreStandsForItself(String literal, String pattern) {
        assertThat(SearchText.pattern(literal)).isEqualTo(pattern);
    }
}
