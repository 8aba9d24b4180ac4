package org.zhijian.api.check;

import java.util.regex.Pattern;

/**
 * 组织机构代码 by GB 11714-1997, 全国组织机构代码编制规则: eight digits or capitals, a hyphen, a check character.
 *
 * <p>The letters count A = 10 … Z = 35, unlike those of {@link Uscc}, whose alphabet leaves five letters out.
 */
public final class OrgCode {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8}-[0-9X]");
    private static final Pattern BODY = Pattern.compile("[0-9A-Z]{8}");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int MODULUS = 11;

    private OrgCode() {}

    /** Trimmed and in capitals; {@code null} becomes empty. The hyphen is not supplied: people must enter it. */
    public static String normalise(String value) {
        return Texts.trimmedUpper(value);
    }

    /** Judges a normalised code: {@link Verdict#FORMAT}, then {@link Verdict#CHECK}. */
    public static Verdict check(String value) {
        String code = Texts.orEmpty(value);
        if (!SHAPE.matcher(code).matches()) {
            return Verdict.FORMAT;
        }
        return code.charAt(9) == checkCharacter(code.substring(0, 8)) ? Verdict.OK : Verdict.CHECK;
    }

    /**
     * The character that closes a body of eight.
     *
     * @throws IllegalArgumentException if the body is not made of eight digits or capitals
     */
    public static char checkCharacter(String body) {
        if (!BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("a body has eight digits or capitals: " + body);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), Character.MAX_RADIX) * WEIGHTS[i];
        }
        int check = MODULUS - sum % MODULUS;
        return switch (check) {
            case 10 -> 'X';
            case 11 -> '0';
            default -> Character.forDigit(check, 10);
        };
    }
}
