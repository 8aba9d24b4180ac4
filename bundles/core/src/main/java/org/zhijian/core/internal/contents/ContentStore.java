package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Where the bytes of attachments lie, each content once, under its SHA-256. Thread-safe; several nodes may share what lies behind it. */
public interface ContentStore {

    /**
     * A content that is kept.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    record Stored(String sha256, long size) {}

    /**
     * A content that lies here, whether or not anything refers to it.
     *
     * @param since when it was last stored
     */
    record Kept(String sha256, Instant since) {}

    /** Looks at a content that has come in whole and is not yet kept. Whatever it throws, nothing stays. */
    @FunctionalInterface
    interface Inspection {
        /** @param file may be read until this returns */
        void inspect(Path file, Stored content) throws IOException;
    }

    /**
     * Keeps a content, safe from a crash when this returns, or nothing at all.
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
     * The bytes of a content that was kept, found to be what its name says; whoever asks closes the stream.
     *
     * @throws DamagedContentException if it is not there, or is not what was stored
     */
    InputStream open(String sha256);

    /** Shows every content that lies here, in no order; what comes or goes meanwhile may be missed. */
    void forEach(Consumer<Kept> visitor) throws IOException;

    /** Takes a content away for good; nothing happens if it is not there. */
    void delete(String sha256) throws IOException;
}
