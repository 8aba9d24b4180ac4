package org.zhijian.api.check;

import java.util.regex.Pattern;

/** 手机号码 of the mainland: eleven digits from 13 to 19. Segments are opened faster than software is released, so no list of them is kept. */
public final class Mobile {
    private static final Pattern SHAPE = Pattern.compile("1[3-9][0-9]{9}");

    private Mobile() {}

    /** Trimmed; {@code null} becomes empty. */
    public static String normalise(String value) {
        return Texts.orEmpty(value).strip();
    }

    /** {@link Verdict#OK} or {@link Verdict#FORMAT}. */
    public static Verdict check(String value) {
        return SHAPE.matcher(Texts.orEmpty(value)).matches() ? Verdict.OK : Verdict.FORMAT;
    }
}
