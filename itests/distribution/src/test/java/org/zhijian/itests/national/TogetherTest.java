package org.zhijian.itests.national;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class TogetherTest {
    @Nested
    @Tag("derby")
    class OnDerby extends TogetherContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends TogetherContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
