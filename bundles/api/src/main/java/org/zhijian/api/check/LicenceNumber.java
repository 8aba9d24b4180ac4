package org.zhijian.api.check;

import java.util.regex.Pattern;

/**
 * 建筑工程施工许可证编号 of the 18-digit form: region 6, day of issue {@code yyyyMMdd}, sequence of that day 2, professional class 2 (01 to 19).
 * Numbers of older local forms exist; they belong into a field of their own and are not judged.
 */
public final class LicenceNumber {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{18}");
    private static final int CLASSES = 19;

    private LicenceNumber() {}

    /** Trimmed; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.orEmpty(value).strip();
    }

    /**
     * Judges a number: {@link Verdict#FORMAT}, {@link Verdict#REGION}, {@link Verdict#DATE}, {@link Verdict#SEQ}, {@link Verdict#CATEGORY}. A
     * retired region passes, since a permit keeps its number.
     */
    public static Verdict check(String value) {
        String number = Texts.orEmpty(value);
        if (!SHAPE.matcher(number).matches()) {
            return Verdict.FORMAT;
        }
        if (Regions.find(number.substring(0, 6)).isEmpty()) {
            return Verdict.REGION;
        }
        if (Days.day(number.substring(6, 14)).isEmpty()) {
            return Verdict.DATE;
        }
        if (number.startsWith("00", 14)) {
            return Verdict.SEQ;
        }
        int professionalClass = Integer.parseInt(number.substring(16));
        return 1 <= professionalClass && professionalClass <= CLASSES ? Verdict.OK : Verdict.CATEGORY;
    }
}
