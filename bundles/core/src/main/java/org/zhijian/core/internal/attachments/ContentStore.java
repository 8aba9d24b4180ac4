package org.zhijian.core.internal.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of attachments lie, each content once, under its SHA-256. Thread-safe. */
public interface ContentStore {

    /**
     * A content that is kept.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    record Stored(String sha256, long size) {}

    /** Looks at a content that has come in whole and is not yet kept. Whatever it throws, nothing stays. */
    @FunctionalInterface
    interface Inspection {
        /** @param file may be read until this returns */
        void inspect(Path file, Stored content) throws IOException;
    }

    /**
     * Keeps a content, on disk when this returns, or nothing at all.
     *
     * @param content read once, as far as one byte beyond the limit; not closed
     * @throws ContentTooLargeException if there are more bytes
     */
    Stored store(InputStream content, long maxBytes, Inspection inspection) throws IOException;

    /** Keeps a content that nobody needs to look at. */
    default Stored store(InputStream content, long maxBytes) throws IOException {
        return store(content, maxBytes, (file, stored) -> {});
    }

    /**
     * The bytes of a content that was kept; whoever asks closes the stream.
     *
     * @throws java.io.UncheckedIOException if it is not there
     */
    InputStream open(String sha256);
}
