package org.zhijian.core.internal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Hashes of passwords: Argon2id, written with their parameters, so that these can be raised without a migration. The memory that hashing
 * takes is bounded: whoever comes while all places are taken waits. Thread-safe.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern ENCODED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    /** Of systems that went before, see {@link org.zhijian.api.registration.OldAccount}; our own passwords are never kept so. */
    private static final Pattern PBKDF2 =
            Pattern.compile("\\$pbkdf2-sha256\\$i=([0-9]+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore PLACES =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private Passwords() {}

    /** A fresh hash with a fresh salt. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2(password, salt, MEMORY_KIB, ITERATIONS, 1, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** True if the hash is this password's. */
    public static boolean matches(String encoded, String password) {
        Matcher rounds = PBKDF2.matcher(encoded);
        if (rounds.matches()) {
            return pbkdf2(rounds, password);
        }
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash cannot be read");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes as long as {@link #matches}, so that nobody learns from the time whether an account exists. */
    public static boolean verifyNothing(String password) {
        argon2(password, new byte[SALT_BYTES], MEMORY_KIB, ITERATIONS, 1, HASH_BYTES);
        return false;
    }

    private static boolean pbkdf2(Matcher parts, String password) {
        byte[] expected = Base64.getDecoder().decode(parts.group(3));
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(
                password.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(parts.group(2)),
                Integer.parseInt(parts.group(1)));
        PLACES.acquireUninterruptibly();
        try {
            KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(expected.length * Byte.SIZE);
            return MessageDigest.isEqual(expected, key.getKey());
        } finally {
            PLACES.release();
        }
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int iterations, int lanes, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        PLACES.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            PLACES.release();
        }
        return hash;
    }
}
