package org.zhijian.api.check;

import java.util.regex.Pattern;

/**
 * 投资项目代码 by GB/T 40058-2021: time {@code yyMM}, region 6, guiding department 2, kind of project 2, five random digits and a check digit,
 * joined by hyphens.
 *
 * <p>The algorithm of the check digit is not public and therefore not verified. The region is not looked up: projects of the state bear numbers
 * there that are no region of GB/T 2260.
 */
public final class InvestmentCode {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}");

    /** Before the standard a code began with the year; those up to 2012 cannot be told from a month and pass as one. */
    private static final int FIRST_YEAR_OF_OLD_FORM = 2013;

    private static final int LAST_YEAR_OF_OLD_FORM = 2020;

    private InvestmentCode() {}

    /** Trimmed; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.orEmpty(value).strip();
    }

    /** Judges a code: {@link Verdict#FORMAT}, then {@link Verdict#DATE}. */
    public static Verdict check(String value) {
        String code = Texts.orEmpty(value);
        if (!SHAPE.matcher(code).matches()) {
            return Verdict.FORMAT;
        }
        int time = Integer.parseInt(code.substring(0, 4));
        boolean oldForm = FIRST_YEAR_OF_OLD_FORM <= time && time <= LAST_YEAR_OF_OLD_FORM;
        return oldForm || Days.isMonth(time % 100) ? Verdict.OK : Verdict.DATE;
    }
}
