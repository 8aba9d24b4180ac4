package org.zhijian.core.internal.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.store.Hashes;

/**
 * Contents as files {@code files/ab/cd/<sha256>} of the data folder. A file appears under its name only when it is whole and on disk; what a
 * crash left half-written is swept away at the next start.
 */
@Component(service = ContentStore.class)
public final class FileContentStore implements ContentStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 16;

    private final Path files;
    private final Path incoming;

    @Activate
    public FileContentStore(@Reference Settings settings) throws IOException {
        files = settings.data().resolve("files");
        incoming = files.resolve("incoming");
        Files.createDirectories(incoming);
        sweep();
    }

    private void sweep() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> found = Files.list(incoming)) {
            leftovers = found.toList();
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }

    @Override
    public Stored store(InputStream content, long maxBytes, Inspection inspection) throws IOException {
        Path file = Files.createTempFile(incoming, "", "");
        try {
            Stored stored = receive(content, maxBytes, file);
            inspection.inspect(file, stored);
            keep(file, stored.sha256());
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

    /** Replaces what is there already: the same bytes, or ones that a bad disk has spoilt. */
    private void keep(Path file, String sha256) throws IOException {
        Path target = path(sha256);
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(folder.getParent());
        sync(files);
    }

    /** A new name is on disk only after its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the content " + sha256 + " cannot be read", unreadable);
        }
    }

    private Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + sha256);
        }
        return files.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
