package org.zhijian.portal.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.core.cases.ScanQuality;

class ScanMarksTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  COLOUR,  CLEAR,   彩色 ✓ 清晰 ✓",
                "false, COLOUR,  CLEAR,   清晰 ✓",
                "true,  GREY,    BLURRED, 非彩色 ⚠ 模糊 ⚠",
                "false, GREY,    BLANK,   空白页 ⚠",
                "true,  COLOUR,  SMALL,   彩色 ✓ 分辨率过低 ⚠",
                "true,  UNKNOWN, UNKNOWN, ''",
                "true,  UNKNOWN, CLEAR,   清晰 ✓"
            })
    void marksSayWhatWasSeenAndAskedFor(
            boolean colourAsked, ScanQuality.Colour colour, ScanQuality.Legibility legibility, String marks) {
        assertThat(ScanMarks.of(colourAsked, new ScanQuality(colour, legibility)).stream()
                        .map(ScanMarks.Mark::text)
                        .collect(java.util.stream.Collectors.joining(" ")))
                .isEqualTo(marks);
    }
}
