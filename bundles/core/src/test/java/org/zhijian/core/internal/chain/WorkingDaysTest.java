package org.zhijian.core.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines in working days. 2026-11-20 is a Friday. */
class WorkingDaysTest {

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2026-11-20, 1, 2026-11-23",
        "2026-11-20, 5, 2026-11-27",
        "2026-11-21, 5, 2026-11-27",
        "2026-11-23, 5, 2026-11-30"
    })
    void a_deadline_counts_working_days_alone(LocalDate start, int days, LocalDate due) {
        assertThat(WorkingDays.MONDAY_TO_FRIDAY.after(start, days)).isEqualTo(due);
    }

    @ParameterizedTest(name = "on {0} there are {2} days left until {1}")
    @CsvSource({
        "2026-11-23, 2026-11-27, 4",
        "2026-11-27, 2026-11-27, 0",
        "2026-11-28, 2026-11-27, -1",
        "2026-11-30, 2026-11-27, -1",
        "2026-12-01, 2026-11-27, -2"
    })
    void what_is_left_turns_negative_when_overdue(LocalDate today, LocalDate due, int left) {
        assertThat(WorkingDays.MONDAY_TO_FRIDAY.left(today, due)).isEqualTo(left);
    }
}
