package org.zhijian.core.internal.contents;

import java.io.IOException;

/** A content has more bytes than its place takes. */
public final class ContentTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    ContentTooLargeException(long maxBytes) {
        super("more than " + maxBytes + " bytes");
    }
}
