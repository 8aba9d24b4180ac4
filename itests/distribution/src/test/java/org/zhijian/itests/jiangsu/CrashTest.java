package org.zhijian.itests.jiangsu;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class CrashTest {
    @Nested
    @Tag("derby")
    class OnDerby extends CrashContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends CrashContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
