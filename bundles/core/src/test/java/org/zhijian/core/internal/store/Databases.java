package org.zhijian.core.internal.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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
            Database database = new Database(kind.equals("Derby") ? copyOfDerby(name) : copyOfPostgres(name));
            synchronized (OPEN) {
                if (OPEN.isEmpty()) {
                    Runtime.getRuntime().addShutdownHook(new Thread(Databases::closeAll));
                }
                OPEN.add(database);
            }
            return database;
        } catch (Exception failed) {
            throw new IllegalStateException("no test database: " + kind, failed);
        }
    }

    /** Databases that have been migrated once, when the first copy of them was asked for. */
    private static final class Templates {
        static final Path DERBY = derby();
        static final String POSTGRES = postgres();

        private static Path derby() {
            String name = "template" + ProcessHandle.current().pid();
            Path backups = data(name);
            migrate(settings(name, derbyUrl(name) + ";create=true", ""));
            try (Connection connection = DriverManager.getConnection(derbyUrl(name));
                    PreparedStatement backup =
                            connection.prepareStatement("call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
                backup.setString(1, backups.toString());
                backup.execute();
                return backups.resolve(name);
            } catch (SQLException failed) {
                throw new IllegalStateException("no template of Derby", failed);
            }
        }

        private static String postgres() {
            String name = "template_of_tests";
            createPostgres(name, "template1");
            migrate(settings(name, address() + name, PostgresServer.USER));
            return name;
        }

        private static void migrate(Settings settings) {
            try {
                new Database(settings).close();
            } catch (Exception failed) {
                throw new IllegalStateException("no template of " + settings.dbUrl(), failed);
            }
        }
    }

    private static Settings copyOfDerby(String name) {
        return settings(name, derbyUrl(name) + ";createFrom=" + Templates.DERBY.toAbsolutePath(), "");
    }

    private static Settings copyOfPostgres(String name) {
        createPostgres(name, Templates.POSTGRES);
        return settings(name, address() + name, PostgresServer.USER);
    }

    private static void createPostgres(String name, String template) {
        try (Connection connection = DriverManager.getConnection(address() + "postgres", PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException failed) {
            throw new IllegalStateException("no database " + name, failed);
        }
    }

    private static String derbyUrl(String name) {
        return "jdbc:derby:memory:" + name;
    }

    private static String address() {
        return PostgresServer.running().orElseThrow().address();
    }

    private static Path data(String name) {
        return Path.of("target", "test-databases", name);
    }

    private static Settings settings(String name, String url, String user) {
        return TestSettings.of(
                data(name),
                user.isEmpty() ? Map.of("dbUrl", url) : Map.of("dbUrl", url, "dbUser", user, "dbConnections", 8));
    }

    private static void closeAll() {
        synchronized (OPEN) {
            OPEN.stream().filter(Databases::isOpen).forEach(Database::close);
        }
        PostgresServer.running().ifPresent(PostgresServer::stop);
    }

    /** A test may have closed it itself. */
    private static boolean isOpen(Database database) {
        return database.dataSource() instanceof HikariDataSource connections && !connections.isClosed();
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
