package org.zhijian.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL on which all of them work, each in a database of its own. */
record Server(String host, int port) {
    static final String USER = "bench";

    static Server fromProperties() {
        return new Server("127.0.0.1", Integer.getInteger("port", 55434));
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    /** Drops and makes a database, with the statistics of statements. */
    void renew(String database) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
            statement.execute("checkpoint");
        }
    }

    /** What autovacuum does once a minute: a young database has no statistics, and plans of before them are no measure. */
    void settle(String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    boolean exists(String database) throws SQLException {
        try (Connection connection = connect("postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    HikariDataSource pool(String database, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(USER);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
