package org.zhijian.core.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The folder of modules: a jar that lies in it is installed, one that goes is uninstalled. Thread-safe. */
final class DroppedJars {
    private final Path folder;

    DroppedJars(Path folder) {
        this.folder = folder;
    }

    /** The file that a bundle was installed from, if it was dropped in. */
    static Optional<Path> jarOf(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith("file:") && location.endsWith(".jar")
                ? Optional.of(Path.of(URI.create(location)))
                : Optional.empty();
    }

    /** Uninstalls a bundle for good: the jar that was dropped in for it goes too. */
    static void uninstall(Bundle bundle) throws IOException, BundleException {
        Optional<Path> jar = jarOf(bundle);
        if (jar.isPresent()) {
            Files.deleteIfExists(jar.get());
        }
        bundle.uninstall();
    }

    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Puts a jar in; it is there whole or not at all. */
    Path put(String name, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "upload", ".part");
        try {
            Files.copy(content, half, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
