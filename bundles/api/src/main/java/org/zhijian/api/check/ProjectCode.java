package org.zhijian.api.check;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * 项目编号 of the national platform for the construction market (全国建筑市场监管公共服务平台): region 6, day of issue {@code yyMMdd}, category 2,
 * sequence 2. The structure is read off published numbers; no published standard states it.
 */
public final class ProjectCode {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{16}");

    /** 01 房屋建筑工程, 02 市政工程, 99 其他. */
    private static final Set<String> CATEGORIES = Set.of("01", "02", "99");

    private static final String CATEGORY_OF_IMPORTS = "00";

    private ProjectCode() {}

    /** Trimmed; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.orEmpty(value).strip();
    }

    /**
     * Judges a number: {@link Verdict#FORMAT}, {@link Verdict#REGION}, {@link Verdict#DATE}, {@link Verdict#CATEGORY}, {@link Verdict#SEQ}. A
     * retired region passes, since a number once issued never changes.
     */
    public static Verdict check(String value) {
        return check(value, false);
    }

    /** As {@link #check}, but also takes the category 00 that records of older systems carry. */
    public static Verdict checkImported(String value) {
        return check(value, true);
    }

    private static Verdict check(String value, boolean imported) {
        String code = Texts.orEmpty(value);
        if (!SHAPE.matcher(code).matches()) {
            return Verdict.FORMAT;
        }
        if (Regions.find(code.substring(0, 6)).isEmpty()) {
            return Verdict.REGION;
        }
        if (Days.day("20" + code.substring(6, 12)).isEmpty()) {
            return Verdict.DATE;
        }
        String category = code.substring(12, 14);
        if (!CATEGORIES.contains(category) && !(imported && category.equals(CATEGORY_OF_IMPORTS))) {
            return Verdict.CATEGORY;
        }
        return code.endsWith("00") ? Verdict.SEQ : Verdict.OK;
    }
}
