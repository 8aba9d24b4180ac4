package org.zhijian.core.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.apache.openjpa.jdbc.conf.JDBCConfiguration;
import org.apache.openjpa.kernel.AbstractBrokerFactory;
import org.apache.openjpa.persistence.JPAFacadeHelper;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.settings.Settings;

/** The database, migrated and ready. While this component is not there, nothing of the core is. Thread-safe. */
@Component(service = Database.class)
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final HikariDataSource connections;
    private final EntityManagerFactory entityManagers;

    @Activate
    public Database(@Reference Settings settings) throws Exception {
        Files.createDirectories(settings.data());
        boolean derby = settings.dbUrl().startsWith("jdbc:derby:");
        if (derby) {
            tuneDerby(settings);
        }
        long begun = System.nanoTime();
        connections = Loading.with(HikariDataSource.class, () -> open(settings, derby));
        try {
            long opened = System.nanoTime();
            migrate();
            long migrated = System.nanoTime();
            entityManagers = Loading.with(PersistenceProviderImpl.class, () -> new PersistenceProviderImpl()
                    .createContainerEntityManagerFactory(new PersistenceUnit(connections), Map.of()));
            if (!derby) {
                flushTogether();
            }
        } catch (Exception failed) {
            connections.close();
            throw failed;
        }
    }

    private void flushTogether() {
        JDBCConfiguration configuration =
                (JDBCConfiguration) OpenJPAPersistence.cast(entityManagers).getConfiguration();
        OneStatementFlush flush = new OneStatementFlush();
        flush.setConfiguration(configuration);
        configuration.setUpdateManager(flush);
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    /** What the watches and workers have begun when the system ends is finished first. What does not end is rolled back with its connection. */
    @Deactivate
    public void close() {
        if (isQuiet()) {
            entityManagers.close();
        } else {
            LOG.warn("the database is closed while it is still being worked with");
        }
        connections.close();
    }

    private boolean isQuiet() {
        AbstractBrokerFactory brokers = (AbstractBrokerFactory) JPAFacadeHelper.toBrokerFactory(entityManagers);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!brokers.getOpenBrokers().isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return brokers.getOpenBrokers().isEmpty();
    }

    EntityManager entityManager() {
        return entityManagers.createEntityManager();
    }

    public DataSource dataSource() {
        return connections;
    }

    /** True if the database answers within two seconds. */
    public boolean isReachable() {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException unreachable) {
            LOG.warn("the database does not answer: {}", unreachable.getMessage());
            return false;
        }
    }

    private static HikariDataSource open(Settings settings, boolean derby) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("zhijian");
        config.setJdbcUrl(settings.dbUrl());
        config.setDriverClassName(derby ? "org.apache.derby.jdbc.EmbeddedDriver" : "org.postgresql.Driver");
        if (!settings.dbUser().isBlank()) {
            config.setUsername(settings.dbUser());
            config.setPassword(settings.dbPassword());
        }
        if (!derby) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        config.setMaximumPoolSize(settings.dbConnections());
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(60_000);
        return new HikariDataSource(config);
    }

    /** Derby takes its settings from system properties alone, and keeps them until the JVM ends. */
    private static void tuneDerby(Settings settings) {
        System.setProperty(
                "derby.stream.error.file", settings.data().resolve("derby.log").toString());
        System.setProperty("derby.locks.waitTimeout", "20");
        System.setProperty("derby.locks.deadlockTimeout", "1");
        System.setProperty("derby.locks.escalationThreshold", "1000000");
    }

    private void migrate() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try (Connection connection = connections.getConnection()) {
            liquibase.database.Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor(Database.class.getClassLoader());
            // What it tells goes to the log, and not to the console of whoever starts the server.
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                Liquibase liquibase = new Liquibase("db/changelog.xml", resources, database);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.update("");
            });
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
