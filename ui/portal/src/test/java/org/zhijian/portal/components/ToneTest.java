package org.zhijian.portal.components;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Stage;

class ToneTest {
    @ParameterizedTest
    @CsvSource({
        "DRAFT, GREY",
        "PENDING, BLUE",
        "ACCEPTED, BLUE",
        "IN_REVIEW, BLUE",
        "TO_MODIFY, ORANGE",
        "APPROVED, GREEN",
        "REJECTED, RED",
        "WITHDRAWN, GREY",
        "CLOSED, GREEN"
    })
    void every_state_has_the_same_colour_everywhere(CaseState state, Tone tone) {
        assertThat(Tone.of(state)).isEqualTo(tone);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void a_chip_says_the_state_in_the_words_of_the_region(CaseState state) {
        Chip chip = Chip.of(new Stage(state, "待省复核"));
        assertThat(chip.getText()).isEqualTo("待省复核");
        assertThat(chip.getClassNames()).contains("zj-chip", Tone.of(state).style());
    }

    @ParameterizedTest
    @CsvSource({"5, BLUE", "2, BLUE", "1, ORANGE", "0, ORANGE", "-1, RED", ", GREY"})
    void a_deadline_turns_orange_when_near_and_red_when_over(Integer days, Tone tone) {
        assertThat(Tone.ofDaysLeft(days)).isEqualTo(tone);
    }

    @Test
    void without_a_deadline_no_chip_is_shown() {
        assertThat(Chip.ofDaysLeft(null).isVisible()).isFalse();
        assertThat(Chip.ofDaysLeft(3).getText()).isEqualTo("剩 3 个工作日");
    }
}
