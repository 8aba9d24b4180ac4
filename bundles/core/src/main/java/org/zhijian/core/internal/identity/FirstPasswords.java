package org.zhijian.core.internal.identity;

import java.security.SecureRandom;

/** Passwords that the system makes up. Pure but for the chance. */
public final class FirstPasswords {
    /** Without signs that look alike, for people read them aloud on the telephone. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPasswords() {}

    /** A fresh password of twelve signs that satisfies the rules for passwords: two letters and a digit, four times. */
    public static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            password.append(sign(LETTERS)).append(sign(LETTERS)).append(sign(DIGITS));
        }
        return password.toString();
    }

    private static char sign(String among) {
        return among.charAt(RANDOM.nextInt(among.length()));
    }
}
