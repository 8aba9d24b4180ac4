package org.zhijian.core.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests' own, on a free loopback port and in a temporary folder; one for the JVM. It refuses to run as root, so
 * root's tests run it as the user {@code postgres}.
 */
final class PostgresServer {
    static final String USER = "tester";

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String SYSTEM_USER = "postgres";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Started when it is first asked for. */
    private static final class Only {
        static final Optional<PostgresServer> SERVER = start();
    }

    /** The server, empty where PostgreSQL is not installed. */
    static Optional<PostgresServer> running() {
        return Only.SERVER;
    }

    /** The JDBC address, up to the name of the database. */
    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    private static Optional<PostgresServer> start() {
        try {
            Optional<Path> programs = programs();
            Path folder = Files.createTempDirectory("zhijian-postgresql");
            if (programs.isEmpty() || !give(folder)) {
                Files.delete(folder);
                System.out.println("PostgreSQL's server programs are not usable here: tests run on Derby alone");
                return Optional.empty();
            }
            PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
            server.run(
                    "initdb", "-D", server.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
            String options = "-p " + server.port + " -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300"
                    + " -c unix_socket_directories=" + folder;
            server.run(
                    "pg_ctl",
                    "-D",
                    server.data(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    options,
                    "start");
            return Optional.of(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void stop() {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        Databases.delete(folder);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Makes the folder the property of whoever runs the server; false if nobody can. */
    private static boolean give(Path folder) throws IOException {
        if (!ROOT) {
            return true;
        }
        try {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SYSTEM_USER);
            Files.setOwner(folder, owner);
            return true;
        } catch (UserPrincipalNotFoundException nobody) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", SYSTEM_USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("zhijian-postgresql", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroy();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
