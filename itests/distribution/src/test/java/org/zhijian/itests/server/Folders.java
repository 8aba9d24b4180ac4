package org.zhijian.itests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders of a test run. */
public final class Folders {
    private Folders() {}

    /** The sources' root. */
    public static Path root() {
        return Path.of(Optional.ofNullable(System.getProperty("zhijian.root")).orElse("../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** The built distribution. */
    static Path archive() {
        Path archive = Optional.ofNullable(System.getenv("ZHIJIAN_ARCHIVE"))
                .map(Path::of)
                .orElseGet(() -> root().resolve("karaf-assembly/target/zhijian-1.0.0.tar.gz"));
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException(archive + " is missing: build it first, ./verify does");
        }
        return archive;
    }

    /** A new folder for the data of a server. */
    static Path fresh() {
        try {
            Path servers = Files.createDirectories(Path.of("target/servers").toAbsolutePath());
            return Files.createTempDirectory(servers, "data");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Deletes a folder with all that is in it; one that is not there is fine. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
