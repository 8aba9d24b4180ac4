package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.internal.settings.S3Settings;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.store.Hashes;

/**
 * Contents in the folder {@code files} of the data folder, or in an S3-compatible store where one is configured. What comes in lies in
 * {@code files/incoming} until it is whole, hashed and inspected; what a crash left there is swept away at the next start.
 */
@Component(service = ContentStore.class)
public final class Contents implements ContentStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 16;

    /** No upload takes as long; another node may share the folder. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

    private final Path incoming;
    private final Shelf shelf;

    @Activate
    public Contents(@Reference Settings settings) throws IOException {
        this(settings.data().resolve("files"), settings.s3());
    }

    private Contents(Path folder, Optional<S3Settings> s3) throws IOException {
        this(folder.resolve("incoming"), s3.isPresent() ? new S3Shelf(s3.get()) : new FolderShelf(folder));
    }

    Contents(Path incoming, Shelf shelf) throws IOException {
        this.incoming = incoming;
        this.shelf = shelf;
        Files.createDirectories(incoming);
        sweep(Instant.now().minus(LONGEST_UPLOAD));
    }

    @Deactivate
    void close() {
        shelf.close();
    }

    static boolean isName(String name) {
        return SHA256.matcher(name).matches();
    }

    private void sweep(Instant before) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> found = Files.list(incoming)) {
            leftovers = found.toList();
        }
        for (Path leftover : leftovers) {
            if (Files.getLastModifiedTime(leftover).toInstant().isBefore(before)) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    @Override
    public Stored store(InputStream content, long maxBytes, Inspection inspection) throws IOException {
        Path file = Files.createTempFile(incoming, "", "");
        try {
            Stored stored = receive(content, maxBytes, file);
            inspection.inspect(file, stored);
            shelf.put(file, stored.sha256());
            return stored;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Stored receive(InputStream content, long maxBytes, Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (FileChannel target = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > maxBytes) {
                    throw new ContentTooLargeException(maxBytes);
                }
                digest.update(chunk, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
                while (bytes.hasRemaining()) {
                    target.write(bytes);
                }
            }
            target.force(true);
        }
        return new Stored(Hashes.hex(digest.digest()), size);
    }

    /** Reads a content twice: the first time to see that it is what its name says, since nothing can be taken back once it is on its way. */
    @Override
    public InputStream open(String sha256) {
        requireName(sha256);
        try {
            MessageDigest digest = Hashes.sha256();
            try (InputStream content = shelf.open(sha256)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    digest.update(chunk, 0, read);
                }
            }
            if (!Hashes.hex(digest.digest()).equals(sha256)) {
                throw new DamagedContentException("the content " + sha256 + " is not what was stored", null);
            }
            return shelf.open(sha256);
        } catch (IOException unreadable) {
            throw new DamagedContentException("the content " + sha256 + " cannot be read", unreadable);
        }
    }

    @Override
    public void forEach(Consumer<Kept> visitor) throws IOException {
        shelf.forEach(visitor);
    }

    @Override
    public void delete(String sha256) throws IOException {
        requireName(sha256);
        shelf.delete(sha256);
    }

    private static void requireName(String sha256) {
        if (!isName(sha256)) {
            throw new IllegalArgumentException("no SHA-256: " + sha256);
        }
    }
}
