package org.zhijian.itests.intake;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.zhijian.itests.server.Database;

class IntakeTest {
    @Nested
    @Tag("derby")
    class OnDerby extends IntakeContract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends IntakeContract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }
}
