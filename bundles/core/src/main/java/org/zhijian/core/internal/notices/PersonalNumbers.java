package org.zhijian.core.internal.notices;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.notice.Mask;

/**
 * Identity and mobile numbers of people in a text that everybody reads, masked whoever wrote it: a person stands there by name and certificate number
 * alone. (Manual: NOT-03.) Pure functions.
 */
final class PersonalNumbers {
    private static final String ALONE_BEFORE = "(?<![0-9A-Za-z])";
    private static final String ALONE_BEHIND = "(?![0-9A-Za-z])";
    private static final Pattern NUMBER =
            Pattern.compile(ALONE_BEFORE + "(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})" + ALONE_BEHIND);
    private static final int MOBILE_LENGTH = 11;

    private PersonalNumbers() {}

    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(PersonalNumbers::mask);
    }

    private static String mask(MatchResult found) {
        String number = found.group();
        if (number.length() == MOBILE_LENGTH) {
            return Mask.MOBILE.apply(number);
        }
        // Codes of organisations may have eighteen digits too, but no day of birth.
        return IdNumber.birthDate(number).isPresent() ? Mask.ID_NUMBER.apply(number) : number;
    }
}
