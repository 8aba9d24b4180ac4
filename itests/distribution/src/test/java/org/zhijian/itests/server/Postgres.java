package org.zhijian.itests.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL cluster of our own on the loopback, for one run of the tests; it ends with the JVM. */
final class Postgres {
    static final String USER = "zhijian";

    private static Postgres shared;

    private final Path data;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static boolean isInstalled() {
        return programs().isPresent();
    }

    /** The cluster, started when it is first asked for. */
    static synchronized Postgres shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** The JDBC address of a new, empty database. */
    String createDatabase() {
        String name = "zhijian" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot create the database " + name, failed);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Postgres start() {
        Path bin = programs().orElseThrow();
        Path data = freshFolder();
        run(
                data,
                asUser(
                        bin.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync"));
        Postgres cluster = new Postgres(data, Ports.free());
        launch(
                data,
                asUser(
                        bin.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(cluster.port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
        await("PostgreSQL").atMost(Duration.ofSeconds(30)).ignoreExceptions().until(cluster::answers);
        return cluster;
    }

    private boolean answers() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "")) {
            return connection.isValid(2);
        }
    }

    /** Ends the cluster by its pid; clients that are still there lose their connections. */
    private void stop() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            new ProcessBuilder("kill", "-INT", pid).start().waitFor();
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process -> process.onExit().join());
            Folders.delete(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL in " + data + " may still run", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The folder of the newest server programs: on the path, or where Debian puts them. */
    private static Optional<Path> programs() {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(onPath, debian())
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static Stream<Path> debian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** PostgreSQL refuses to run as root, so root hands it to somebody else. */
    private static List<String> asUser(String... command) {
        List<String> full = new ArrayList<>();
        if (isRoot()) {
            full.addAll(List.of("runuser", "-u", unprivileged(), "--"));
        }
        full.addAll(List.of(command));
        return full;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String unprivileged() {
        try {
            return new ProcessBuilder("id", "-u", "postgres").start().waitFor() == 0 ? "postgres" : "nobody";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Not below the sources: whoever PostgreSQL runs as may not be able to enter them. */
    private static Path freshFolder() {
        try {
            Path folder = Files.createTempDirectory("zhijian-postgres");
            if (isRoot()) {
                run(folder, List.of("chown", unprivileged(), folder.toString()));
            }
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void run(Path folder, List<String> command) {
        try {
            Process process = builder(folder, command).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed, see " + log(folder));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void launch(Path folder, List<String> command) {
        try {
            builder(folder, command).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessBuilder builder(Path folder, List<String> command) {
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    }

    private static Path log(Path folder) {
        return Path.of("target").toAbsolutePath().resolve(folder.getFileName() + ".log");
    }
}
