package org.zhijian.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant LATE = Instant.parse("2026-11-22T17:05:00Z");

    @Test
    void days_are_days_in_china() {
        assertThat(Formats.day(LATE)).isEqualTo("2026-11-23");
        assertThat(Formats.minute(LATE)).isEqualTo("2026-11-23 01:05");
        assertThat(Formats.time(LATE)).isEqualTo("01:05");
        assertThat(Formats.minute(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 KB", "512000, 500 KB", "5242880, 5 MB", "2202009, 2.1 MB"})
    void sizes(long bytes, String text) {
        assertThat(Formats.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3, 剩 3 个工作日", "0, 今日到期", "-2, 逾期 2 个工作日"})
    void days_left(int days, String text) {
        assertThat(Formats.daysLeft(days)).isEqualTo(text);
    }
}
