package org.zhijian.core.identity;

import java.time.Duration;
import java.util.Objects;

/**
 * A picture with characters to be read (AUTH-01). The answer never leaves the core.
 *
 * @param id what the answer names, known to nobody else
 * @param png the picture
 * @param expiresIn how long it may be answered, once
 */
public record Captcha(String id, byte[] png, Duration expiresIn) {

    /**
     * What somebody has read.
     *
     * @param id the captcha's; blank if none was answered
     * @param text in letters of either case
     */
    public record Answer(String id, String text) {
        /** No captcha was answered. */
        public static final Answer NONE = new Answer("", "");

        public Answer {
            Objects.requireNonNull(id);
            Objects.requireNonNull(text);
        }

        public boolean isGiven() {
            return !id.isBlank() && !text.isBlank();
        }
    }
}
