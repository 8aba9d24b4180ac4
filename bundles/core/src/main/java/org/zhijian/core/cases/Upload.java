package org.zhijian.core.cases;

import java.io.InputStream;
import java.util.Objects;

/**
 * A file that is handed in.
 *
 * @param slot id of the slot
 * @param fileName name as the client gives it; nothing but the last segment is kept
 * @param content read once, at most as far as the slot allows, and closed by the caller
 */
public record Upload(String slot, String fileName, InputStream content) {
    public Upload {
        Objects.requireNonNull(slot);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(content);
    }
}
