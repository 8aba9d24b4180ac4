package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Consumer;
import org.zhijian.core.internal.contents.ContentStore.Kept;

/** Files {@code ab/cd/<sha256>} of a folder. A file appears under its name only when it is whole and on disk. */
final class FolderShelf implements Shelf {
    private final Path folder;

    FolderShelf(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** Replaces what is there already: the same bytes, or ones that a bad disk has spoilt. */
    @Override
    public void put(Path file, String sha256) throws IOException {
        Path target = path(sha256);
        Path parent = target.getParent();
        Files.createDirectories(parent);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        sync(parent);
        sync(parent.getParent());
        sync(folder);
    }

    /** A new name is on disk only after its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    @Override
    public void forEach(Consumer<Kept> visitor) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (Contents.isName(name)) {
                    visitor.accept(new Kept(name, attributes.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // Another node has just moved or removed it.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    @Override
    public void close() {
        // A folder needs no closing.
    }
}
