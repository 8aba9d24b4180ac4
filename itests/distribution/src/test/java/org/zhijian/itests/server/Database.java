package org.zhijian.itests.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The databases that a server runs on. */
public enum Database {
    DERBY {
        @Override
        String freshUrl() {
            return "";
        }
    },
    /** A cluster of the tests' own; tests are skipped where PostgreSQL's server programs are not installed. */
    POSTGRESQL {
        @Override
        String freshUrl() {
            assumeTrue(Postgres.isInstalled(), "PostgreSQL's server programs are not installed");
            return Postgres.shared().createDatabase();
        }
    };

    /** A database with nothing in it. */
    abstract String freshUrl();
}
