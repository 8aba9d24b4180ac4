package org.zhijian.itests.jiangsu;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class ManualTest {
    @Nested
    @Tag("derby")
    class OnDerby extends ManualContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends ManualContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
