package org.zhijian.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.core.notices.Medium;

class RetriesTest {
    /** NOT-01 for SMS; core.md §13 for agencies. A blank wait: it is given up. */
    @ParameterizedTest
    @CsvSource({
        "SMS, 1, 0, 1",
        "SMS, 2, 1, 5",
        "SMS, 3, 6, 15",
        "SMS, 4, 21, 60",
        "SMS, 5, 81,",
        "AGENCY, 1, 0, 1",
        "AGENCY, 4, 21, 60",
        "AGENCY, 5, 81, 60",
        "AGENCY, 26, 1341, 60",
        "AGENCY, 27, 1380, 60",
        "AGENCY, 27, 1381,",
        "AGENCY, 28, 1440,",
    })
    void theWaitGrowsAndEnds(Medium medium, int tries, int minutesSinceFirst, Integer wait) {
        assertThat(Retries.after(medium, tries, Duration.ofMinutes(minutesSinceFirst))
                        .map(Duration::toMinutes))
                .isEqualTo(java.util.Optional.ofNullable(wait).map(Integer::longValue));
    }
}
