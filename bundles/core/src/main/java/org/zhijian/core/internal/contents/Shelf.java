package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.zhijian.core.internal.contents.ContentStore.Kept;

/** The place behind a content store: files under names that are hashes. It checks nothing. Thread-safe. */
interface Shelf extends AutoCloseable {

    /**
     * Puts a file there, whole or not at all, in place of what lies there already; it is newly stored then.
     *
     * @param file on the same disk as the data folder; may be moved away
     */
    void put(Path file, String sha256) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if it is not there */
    InputStream open(String sha256) throws IOException;

    void forEach(Consumer<Kept> visitor) throws IOException;

    void delete(String sha256) throws IOException;

    @Override
    void close();
}
