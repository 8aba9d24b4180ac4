package org.zhijian.api.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a password chosen by a person must satisfy. A password set by an office for the first sign-in is not subject to it, since it must be changed
 * before anything else can be done.
 */
public final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 20;

    /** In small letters. Those shorter than eight are named all the same, lest a change of the length lets them in. */
    private static final Set<String> WEAK = Set.of(
            "11111",
            "111111",
            "123456",
            "12345678",
            "123456789",
            "1234567890",
            "87654321",
            "88888888",
            "00000000",
            "abc12345",
            "abc123456",
            "abcd1234",
            "a1234567",
            "a12345678",
            "a123456789",
            "aa123456",
            "q1234567",
            "1234qwer",
            "qwer1234",
            "qwerty123",
            "1qaz2wsx",
            "1q2w3e4r",
            "asdf1234",
            "zxcv1234",
            "admin123",
            "admin888",
            "admin1234",
            "root1234",
            "passw0rd",
            "password1",
            "password123",
            "p@ssw0rd",
            "test1234",
            "woaini520",
            "woaini1314",
            "iloveyou1");

    private PasswordRules() {}

    /** One way in which a password may fail. */
    public enum Finding {
        LENGTH("密码长度应为8至20位"),
        LETTER("密码应至少包含一个字母"),
        DIGIT("密码应至少包含一个数字"),
        BLANK("密码不能包含空格"),
        LOGIN_NAME("密码不能与登录名相同"),
        WEAK("密码过于简单，请更换"),
        REUSED("密码不能与最近3次使用过的密码相同");

        private final String message;

        Finding(String message) {
            this.message = message;
        }

        /** What people read. */
        public String message() {
            return message;
        }
    }

    /**
     * All that is wrong with a password, in the order of {@link Finding}; empty if it may be used.
     *
     * @param password the new password, {@code null} counts as empty
     * @param loginName the name it will be used with
     * @param amongRecent whether it is one of the last three, which only the keeper of the hashes can tell
     */
    public static List<Finding> check(String password, String loginName, Predicate<String> amongRecent) {
        String candidate = Texts.orEmpty(password);
        List<Finding> findings = new ArrayList<>();
        if (candidate.length() < SHORTEST || candidate.length() > LONGEST) {
            findings.add(Finding.LENGTH);
        }
        if (candidate.chars().noneMatch(PasswordRules::isLetter)) {
            findings.add(Finding.LETTER);
        }
        if (candidate.chars().noneMatch(c -> '0' <= c && c <= '9')) {
            findings.add(Finding.DIGIT);
        }
        if (candidate.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            findings.add(Finding.BLANK);
        }
        if (candidate.equalsIgnoreCase(loginName)) {
            findings.add(Finding.LOGIN_NAME);
        }
        if (WEAK.contains(candidate.toLowerCase(Locale.ROOT))) {
            findings.add(Finding.WEAK);
        }
        if (amongRecent.test(candidate)) {
            findings.add(Finding.REUSED);
        }
        return List.copyOf(findings);
    }

    private static boolean isLetter(int c) {
        return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z';
    }
}
