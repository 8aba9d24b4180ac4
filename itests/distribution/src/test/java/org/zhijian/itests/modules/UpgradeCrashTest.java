package org.zhijian.itests.modules;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class UpgradeCrashTest {
    @Nested
    @Tag("derby")
    class OnDerby extends UpgradeCrashContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends UpgradeCrashContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
