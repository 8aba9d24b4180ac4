package org.zhijian.jurisdiction.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NS-R05, NS-R06, NS-R09: days and years. */
class ValidityTest {

    @ParameterizedTest(name = "decided on {0}, valid to {1}")
    @CsvSource({"2026-11-20, 2029-11-19", "2028-02-29, 2031-02-27", "2026-11-30, 2029-11-29"})
    void an_initial_registration_is_valid_for_three_years(LocalDate decided, LocalDate validTo) {
        assertThat(Validity.initial(decided)).isEqualTo(validTo);
    }

    @ParameterizedTest(name = "valid to {0}, then to {1}")
    @CsvSource({"2026-12-31, 2029-12-31", "2028-02-29, 2031-02-28"})
    void a_renewal_adds_three_years_to_what_there_was(LocalDate before, LocalDate after) {
        assertThat(Validity.renewed(before)).isEqualTo(after);
    }

    @ParameterizedTest(name = "valid to 2026-12-31, applied for on {0}: {1}")
    @CsvSource({
        "2026-09-01, TOO_EARLY",
        "2026-10-01, TOO_EARLY",
        "2026-10-02, IN_TIME",
        "2026-10-15, IN_TIME",
        "2026-12-01, IN_TIME",
        "2026-12-02, LATE",
        "2026-12-31, LATE",
        "2027-01-01, OVER"
    })
    void a_renewal_is_applied_for_in_the_last_ninety_days_and_in_time_thirty_before_the_end(
            LocalDate today, Validity.Window window) {
        assertThat(Validity.window(LocalDate.of(2026, 12, 31), today)).isEqualTo(window);
    }

    @ParameterizedTest(name = "born on {0}, decided on 2026-11-21, limit {1}: too old {2}")
    @CsvSource({
        "1961-11-22, 65, false",
        "1961-11-21, 65, false",
        "1961-11-20, 65, true",
        "1960-01-01, 65, true",
        "1960-01-01, 0,  false"
    })
    void nobody_is_registered_whose_sixty_fifth_birthday_has_passed(LocalDate born, int limit, boolean tooOld) {
        assertThat(RegistrationRules.isTooOld(born, LocalDate.of(2026, 11, 21), limit))
                .isEqualTo(tooOld);
    }
}
