package org.zhijian.core.internal.contents;

/** A content is not there, cannot be read, or is no longer what was handed in. */
public final class DamagedContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedContentException(String message, Throwable causeOrNull) {
        super(message, causeOrNull);
    }
}
