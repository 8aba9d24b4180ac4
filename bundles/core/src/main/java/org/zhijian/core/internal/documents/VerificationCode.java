package org.zhijian.core.internal.documents;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that nobody guesses and that people can type: twenty of 32 signs, none of them like another. */
final class VerificationCode {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    static String next() {
        StringBuilder code = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** As it is printed, in groups of four. */
    static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** As it is kept, however it was typed. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
