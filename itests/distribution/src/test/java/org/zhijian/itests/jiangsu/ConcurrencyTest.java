package org.zhijian.itests.jiangsu;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class ConcurrencyTest {
    @Nested
    @Tag("derby")
    class OnDerby extends ConcurrencyContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends ConcurrencyContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
