package org.zhijian.itests.national;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class NationalTest {
    @Nested
    @Tag("derby")
    class OnDerby extends NationalContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends NationalContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
