package org.zhijian.core.internal.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.zhijian.core.internal.store.Hashes;

/** Random texts that nobody guesses; what is kept of them is a hash. */
final class Tokens {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String random() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** False for what cannot have been made here. */
    static boolean isOne(String typed) {
        return SHAPE.matcher(typed).matches();
    }

    static String hash(String token) {
        return Hashes.sha256(token);
    }
}
