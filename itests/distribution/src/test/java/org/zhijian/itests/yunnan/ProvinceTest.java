package org.zhijian.itests.yunnan;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class ProvinceTest {
    @Nested
    @Tag("derby")
    class OnDerby extends ProvinceContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends ProvinceContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
