package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void aHashFitsItsPasswordAlone() {
        String hash = Passwords.hash("Wuxi2026");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(150);
        assertThat(Passwords.matches(hash, "Wuxi2026")).isTrue();
        assertThat(Passwords.matches(hash, "wuxi2026")).isFalse();
        assertThat(Passwords.hash("Wuxi2026")).isNotEqualTo(hash);
        assertThat(Passwords.verifyNothing("Wuxi2026")).isFalse();
    }

    @Test
    void hashesOfOtherToolsAreUnderstood() {
        // Of the reference implementation: argon2 -id -t 2 -k 256 -p 1 -l 24, password "password", salt "somesalt".
        assertThat(Passwords.matches(
                        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                        "password"))
                .isTrue();
    }
}
