package org.zhijian.api.check;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * 合同登记编号: canonically the project code, {@code -H} with a letter for the kind of contract, and three digits, such as
 * {@code 5301022607010101-HZ-002}. Contracts registered under local numbers keep them.
 */
public final class ContractNumber {
    private static final Pattern CANONICAL = Pattern.compile("[0-9]{16}-H[A-Z]-(?!000)[0-9]{3}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int PROJECT_CODE = 16;
    private static final int SHORTEST = 4;

    private ContractNumber() {}

    /** The form in which numbers are compared: half-width (NFKC), without blanks, in capitals; {@code null} becomes empty. */
    public static String normalise(String value) {
        String halfWidth = Normalizer.normalize(Texts.orEmpty(value), Normalizer.Form.NFKC);
        return Texts.trimmedUpper(BLANKS.matcher(halfWidth).replaceAll(""));
    }

    /**
     * Judges a number after normalising it: {@link Verdict#EMPTY} if blank, {@link Verdict#FORMAT} if shorter than four characters,
     * {@link Verdict#OK} in the canonical form, else {@link Verdict#FREEFORM}.
     */
    public static Verdict check(String value) {
        String number = normalise(value);
        if (number.isEmpty()) {
            return Verdict.EMPTY;
        }
        if (number.length() < SHORTEST) {
            return Verdict.FORMAT;
        }
        boolean canonical = CANONICAL.matcher(number).matches()
                && ProjectCode.check(number.substring(0, PROJECT_CODE)) == Verdict.OK;
        return canonical ? Verdict.OK : Verdict.FREEFORM;
    }

    /** Whether both name one contract. A blank number names none and equals no other, not even a blank one. */
    public static boolean same(String one, String other) {
        String number = normalise(one);
        return !number.isEmpty() && number.equals(normalise(other));
    }
}
