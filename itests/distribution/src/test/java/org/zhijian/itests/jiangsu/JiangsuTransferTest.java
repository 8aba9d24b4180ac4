package org.zhijian.itests.jiangsu;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class JiangsuTransferTest {
    @Nested
    @Tag("derby")
    class OnDerby extends TransferContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends TransferContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
