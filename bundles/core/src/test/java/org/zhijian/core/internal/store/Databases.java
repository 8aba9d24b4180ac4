package org.zhijian.core.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Named;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.TestSettings;

/**
 * The databases that tests run on: Derby in memory and, where its server programs are installed, PostgreSQL. For
 * {@code @ParameterizedTest @MethodSource("org.zhijian.core.internal.store.Databases#shared")}. Thread-safe.
 */
public final class Databases {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Database> SHARED = new ConcurrentHashMap<>();
    private static final List<Database> OPEN = new ArrayList<>();

    /** Held, for loggers are forgotten when nobody holds them. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    static {
        LIQUIBASE.setLevel(Level.WARNING);
    }

    private Databases() {}

    /** Databases that live as long as the JVM and that all tests share: each test uses ids of its own. */
    public static Stream<Named<Database>> shared() {
        return kinds().map(kind -> Named.of(kind, SHARED.computeIfAbsent(kind, Databases::open)));
    }

    /** Databases with nothing in them but the schema. */
    public static Stream<Named<Database>> fresh() {
        return kinds().map(kind -> Named.of(kind, open(kind)));
    }

    private static Stream<String> kinds() {
        return PostgresServer.running().isPresent() ? Stream.of("Derby", "PostgreSQL") : Stream.of("Derby");
    }

    private static Database open(String kind) {
        String name = "zhijian" + NUMBER.incrementAndGet();
        try {
            Path data = Path.of("target", "test-databases", name);
            Database database = new Database(
                    kind.equals("Derby") ? derby(data, name) : postgres(data, name, PostgresServer.running()));
            synchronized (OPEN) {
                if (OPEN.isEmpty()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(Databases::closeAll));
                }
                OPEN.add(database);
            }
            return database;
        } catch (IOException | SQLException | LiquibaseException failed) {
            throw new IllegalStateException("no test database: " + kind, failed);
        }
    }

    private static Settings derby(Path data, String name) {
        return TestSettings.of(data, Map.of("dbUrl", "jdbc:derby:memory:" + name + ";create=true"));
    }

    private static Settings postgres(Path data, String name, Optional<PostgresServer> server) throws SQLException {
        String address = server.orElseThrow().address();
        try (Connection connection = DriverManager.getConnection(address + "postgres", PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return TestSettings.of(
                data, Map.of("dbUrl", address + name, "dbUser", PostgresServer.USER, "dbConnections", 8));
    }

    private static void closeAll() {
        synchronized (OPEN) {
            OPEN.forEach(Database::close);
        }
        PostgresServer.running().ifPresent(PostgresServer::stop);
    }

    /** Removes a folder and all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
