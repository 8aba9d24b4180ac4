package org.zhijian.core.internal.privacy;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identity numbers and phones wherever they stand in a text of unknown making, as in logs: hidden as 320***********0318 and 139****0001. */
public final class PersonalText {
    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:\\d{17}[0-9Xx]|\\d{15})(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private PersonalText() {}

    /** The text without what it must not tell. */
    public static String hide(String text) {
        return replace(MOBILE, replace(ID_NUMBER, text, PersonalText::middle), PersonalText::middle);
    }

    private static String middle(String number) {
        return number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> hidden) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(hidden.apply(found.group())));
    }
}
