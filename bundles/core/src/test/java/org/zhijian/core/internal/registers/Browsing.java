package org.zhijian.core.internal.registers;

import java.util.Set;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.registers.RegisterBrowser;

/** The registers of {@link RegisterScene}, for tests of what stands on them. */
public final class Browsing {
    private final RegisterScene scene;

    public Browsing(Database database) {
        scene = new RegisterScene(database);
    }

    public String jurisdiction() {
        return scene.descriptor.id();
    }

    public RegisterBrowser browser() {
        return scene.browser;
    }

    public Transactions transactions() {
        return scene.transactions;
    }

    /** An officer of the jurisdiction with this account. */
    public Caller office(String account) {
        return new Caller(
                Caller.Kind.OFFICE,
                account,
                "officer",
                "经办人",
                jurisdiction(),
                "",
                "",
                Set.of(jurisdiction() + "-prov"),
                false,
                "127.0.0.1");
    }
}
