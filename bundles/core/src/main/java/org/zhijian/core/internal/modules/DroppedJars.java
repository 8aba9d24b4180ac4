package org.zhijian.core.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;

/** The folder of modules: a jar that lies in it is installed, one that goes is uninstalled. Thread-safe. */
final class DroppedJars {
    /** Many scans of the folder. */
    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private final BundleContext context;

    DroppedJars(Path folder, BundleContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** The file that a bundle was installed from, if it was dropped in. */
    Optional<Path> jarOf(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith("file:") && location.endsWith(".jar")
                ? Optional.of(Path.of(URI.create(location))).filter(this::isInFolder)
                : Optional.empty();
    }

    private boolean isInFolder(Path jar) {
        try {
            return Files.isDirectory(folder) && Files.isSameFile(folder, jar.getParent());
        } catch (IOException gone) {
            // What lies in a folder that is not there was not dropped into this one.
            return false;
        }
    }

    /**
     * Uninstalls a bundle for good. Where a jar was dropped in for it, that goes, and whoever watches the folder uninstalls the bundle: it must have
     * noticed before another jar may take the name.
     */
    void uninstall(Bundle bundle) throws IOException, BundleException {
        CountDownLatch uninstalled = new CountDownLatch(1);
        BundleListener listener = event -> {
            if (event.getType() == BundleEvent.UNINSTALLED && event.getBundle().equals(bundle)) {
                uninstalled.countDown();
            }
        };
        context.addBundleListener(listener);
        try {
            Optional<Path> jar = jarOf(bundle);
            boolean watched = jar.isPresent() && Files.deleteIfExists(jar.get());
            boolean gone = watched && uninstalled.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!gone && bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            bundle.uninstall();
        } finally {
            context.removeBundleListener(listener);
        }
    }

    /** The jars in the folder that no bundle was installed from. */
    List<Path> strangers() throws IOException {
        Set<Path> installed = Arrays.stream(context.getBundles())
                .flatMap(bundle -> jarOf(bundle).stream())
                .collect(Collectors.toSet());
        return all().stream().filter(jar -> !installed.contains(jar)).toList();
    }

    private List<Path> all() throws IOException {
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
