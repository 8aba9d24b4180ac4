package org.zhijian.api.check;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 统一社会信用代码 by GB 32100-2015, 法人和其他组织统一社会信用代码编码规则: registering department 1, kind of organisation 1, region of the
 * registering authority 6, organisation code 9, check character 1.
 *
 * <p>An 18-digit identity number can pass by accident. Where either may be entered, decide by the kind of account, not by the shape.
 */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[%1$s]{2}[0-9]{6}[%1$s]{10}".formatted(ALPHABET));

    /** 3 to the power of 0, 1, 2 … modulo 31, the standard's table 3. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final int BODY = WEIGHTS.length;
    private static final String STATE_LEVEL = "100000";

    private Uscc() {}

    /** Trimmed and in capitals; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.trimmedUpper(value);
    }

    /**
     * Judges a normalised code: {@link Verdict#FORMAT}, {@link Verdict#REGION}, {@link Verdict#CHECK}, then {@link Verdict#WARN_ORG} if only the
     * organisation code inside is wrong. Of the region only the province is looked at, since counties come and go and a code stays.
     */
    public static Verdict check(String value) {
        String uscc = Texts.orEmpty(value);
        if (!SHAPE.matcher(uscc).matches()) {
            return Verdict.FORMAT;
        }
        String region = uscc.substring(2, 8);
        if (!region.equals(STATE_LEVEL) && !Regions.isCurrent(region.substring(0, 2) + "0000")) {
            return Verdict.REGION;
        }
        if (uscc.charAt(BODY) != checkCharacter(uscc.substring(0, BODY))) {
            return Verdict.CHECK;
        }
        return OrgCode.check(hyphenated(uscc)) == Verdict.OK ? Verdict.OK : Verdict.WARN_ORG;
    }

    /** 组织机构代码 inside the code, with its hyphen, not checked itself; empty if {@code value} does not have the shape of a code. */
    public static Optional<String> orgCodeOf(String value) {
        String uscc = normalise(value);
        return SHAPE.matcher(uscc).matches() ? Optional.of(hyphenated(uscc)) : Optional.empty();
    }

    /**
     * The character that closes a body of 17.
     *
     * @throws IllegalArgumentException if the body is not made of 17 characters of the alphabet
     */
    public static char checkCharacter(String body) {
        if (body.length() != BODY) {
            throw new IllegalArgumentException("a body has 17 characters: " + body);
        }
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            int code = ALPHABET.indexOf(body.charAt(i));
            if (code < 0) {
                throw new IllegalArgumentException("not in the alphabet of GB 32100: " + body);
            }
            sum += code * WEIGHTS[i];
        }
        // The outer remainder turns 31 into 0, the case that many a validator forgets.
        int modulus = ALPHABET.length();
        return ALPHABET.charAt((modulus - sum % modulus) % modulus);
    }

    private static String hyphenated(String uscc) {
        return uscc.substring(8, 16) + "-" + uscc.charAt(16);
    }
}
