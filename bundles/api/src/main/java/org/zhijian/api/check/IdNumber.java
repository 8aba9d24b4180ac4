package org.zhijian.api.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 公民身份号码 by GB 11643-1999, check character by ISO 7064 MOD 11-2: address 6, birth date 8, sequence 3 (odd for men), check 1. The 15-digit
 * numbers of before 1999 are refused.
 */
public final class IdNumber {
    /** 性别, as the sequence tells it. */
    public enum Gender {
        MALE("男"),
        FEMALE("女");

        private final String title;

        Gender(String title) {
            this.title = title;
        }

        /** The word people read. */
        public String title() {
            return title;
        }
    }

    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern BODY = Pattern.compile("[0-9]{17}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int FIRST_YEAR = 1900;

    /** 港澳台居民居住证 of people from Taiwan carry 83, which is no region of GB/T 2260. */
    private static final String TAIWAN_RESIDENTS = "83";

    private static final int SHOWN = 4;

    private IdNumber() {}

    /** Trimmed and with a capital X; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.trimmedUpper(value);
    }

    /**
     * Judges a number: {@link Verdict#FORMAT}, {@link Verdict#REGION}, {@link Verdict#DATE}, {@link Verdict#CHECK}. A small x passes. Of the
     * address only the province is looked at: it is the one of birth, and counties come and go.
     *
     * @param today the day that no birth date may lie behind
     */
    public static Verdict check(String value, LocalDate today) {
        String number = Texts.orEmpty(value).replace('x', 'X');
        if (!SHAPE.matcher(number).matches()) {
            return Verdict.FORMAT;
        }
        String province = number.substring(0, 2);
        if (!province.equals(TAIWAN_RESIDENTS) && !Regions.isCurrent(province + "0000")) {
            return Verdict.REGION;
        }
        boolean born = birthDate(number)
                .filter(day -> day.getYear() >= FIRST_YEAR && !day.isAfter(today))
                .isPresent();
        if (!born) {
            return Verdict.DATE;
        }
        return number.charAt(17) == checkCharacter(number.substring(0, 17)) ? Verdict.OK : Verdict.CHECK;
    }

    /** 出生日期, empty if the value has not the shape of a number or the calendar no such day. */
    public static Optional<LocalDate> birthDate(String value) {
        String number = normalise(value);
        return SHAPE.matcher(number).matches() ? Days.day(number.substring(6, 14)) : Optional.empty();
    }

    /** 性别, empty if the value has not the shape of a number. */
    public static Optional<Gender> gender(String value) {
        String number = normalise(value);
        if (!SHAPE.matcher(number).matches()) {
            return Optional.empty();
        }
        boolean odd = Character.digit(number.charAt(16), 10) % 2 == 1;
        return Optional.of(odd ? Gender.MALE : Gender.FEMALE);
    }

    /**
     * The character that closes a body of 17 digits.
     *
     * @throws IllegalArgumentException if the body is something else
     */
    public static char checkCharacter(String body) {
        if (!BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("a body has 17 digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 10) * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
