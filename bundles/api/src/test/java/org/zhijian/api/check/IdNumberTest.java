package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class IdNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Example
    void theStandardsOwnExample() {
        assertThat(IdNumber.checkCharacter("34052419800101001")).isEqualTo('X');
        assertThat(IdNumber.check("34052419800101001X", TODAY)).isEqualTo(Verdict.OK);
    }

    @Example
    void aPersonBornTodayPassesAndOneBornTomorrowDoesNot() {
        assertThat(IdNumber.check(closed("32029920261121011"), TODAY)).isEqualTo(Verdict.OK);
        assertThat(IdNumber.check(closed("32029920261122011"), TODAY)).isEqualTo(Verdict.DATE);
    }

    @Example
    void aDayThatTheCalendarDoesNotHaveIsRefused() {
        assertThat(IdNumber.check(closed("32029919010229011"), TODAY)).isEqualTo(Verdict.DATE);
        assertThat(IdNumber.check(closed("32029919901301011"), TODAY)).isEqualTo(Verdict.DATE);
        assertThat(IdNumber.check(closed("32029919900001011"), TODAY)).isEqualTo(Verdict.DATE);
        assertThat(IdNumber.check(closed("32029919900100011"), TODAY)).isEqualTo(Verdict.DATE);
    }

    @Example
    void onlyTheProvinceOfTheAddressIsLookedAt() {
        assertThat(IdNumber.check(closed("32999919900101011"), TODAY)).isEqualTo(Verdict.OK);
        assertThat(IdNumber.check(closed("83000019900101011"), TODAY)).isEqualTo(Verdict.OK);
        assertThat(IdNumber.check(closed("16010119900101011"), TODAY)).isEqualTo(Verdict.REGION);
    }

    @Example
    void birthDateAndGenderAreRead() {
        assertThat(IdNumber.birthDate("320299197001050114")).contains(LocalDate.of(1970, 1, 5));
        assertThat(IdNumber.gender("320299197001050114")).contains(IdNumber.Gender.MALE);
        assertThat(IdNumber.gender("32029919900421032x")).contains(IdNumber.Gender.FEMALE);
        assertThat(IdNumber.birthDate("32029919701305011X")).isEmpty();
        assertThat(IdNumber.birthDate("")).isEmpty();
        assertThat(IdNumber.gender(null)).isEmpty();
    }

    @Example
    void aBodyThatCannotBeClosedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdNumber.checkCharacter("3202991970010501"));
    }

    @Property
    void aNumberTellsTheDayAndTheGenderItWasBuiltFrom(
            @ForAll @DateRange(min = "1900-01-01", max = "2026-11-21") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence) {
        String number = number(birth, sequence);

        assertThat(IdNumber.check(number, TODAY)).isEqualTo(Verdict.OK);
        assertThat(IdNumber.birthDate(number)).contains(birth);
        assertThat(IdNumber.gender(number)).contains(sequence % 2 == 1 ? IdNumber.Gender.MALE : IdNumber.Gender.FEMALE);
    }

    /** 11 is a prime and no weight is a multiple of it. */
    @Property
    void oneWrongDigitIsAlwaysNoticed(
            @ForAll @DateRange(min = "1900-01-01", max = "2026-11-21") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(max = 9) int digit) {
        String number = number(birth, sequence);
        char other = Character.forDigit(digit, 10);
        Assume.that(number.charAt(place) != other);

        String wrong = number.substring(0, place) + other + number.substring(place + 1);
        assertThat(IdNumber.check(wrong, TODAY)).isIn(Verdict.CHECK, Verdict.DATE, Verdict.REGION);
    }

    private static String number(LocalDate birth, int sequence) {
        return closed("320299" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    private static String closed(String body) {
        return body + IdNumber.checkCharacter(body);
    }
}
