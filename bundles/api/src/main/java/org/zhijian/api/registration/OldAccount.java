package org.zhijian.api.registration;

import java.util.Objects;
import java.util.Optional;

/**
 * By what an organisation was known to a system that went before, as that system hands it over. The core keeps it, shows it to nobody, and
 * forgets it when the organisation has its account here.
 *
 * @param code what the organisation is called by, such as its 统一社会信用代码, normalised
 * @param passwordHash hash of its password there, in a form that {@link #isHash} knows; empty if it had none
 * @param lockSerial serial number of its lock (身份锁); empty if it had none
 */
public record OldAccount(String code, Optional<String> passwordHash, Optional<String> lockSerial) {
    public OldAccount {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an old account of nobody");
        }
        passwordHash.ifPresent(hash -> {
            if (!isHash(hash)) {
                throw new IllegalArgumentException("not a known hash of a password");
            }
        });
        Objects.requireNonNull(lockSerial);
    }

    /**
     * True for hashes that can be compared with a password: {@code $argon2id$...} as PHC has it, and {@code $pbkdf2-sha256$i=<rounds>$<salt>$<hash>}
     * with salt and hash in Base64 without padding.
     */
    public static boolean isHash(String text) {
        return text.matches("\\$argon2id\\$v=19\\$m=[0-9]{1,5},t=[0-9],p=[0-9]\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+")
                || text.matches("\\$pbkdf2-sha256\\$i=[1-9][0-9]{2,6}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]{43}");
    }
}
