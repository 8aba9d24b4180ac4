package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.zhijian.core.access.Caller;

/** Notes in an account's own log that it took data out. */
public final class ExportLog {
    private static final int LONGEST = 1000;

    private ExportLog() {}

    /** @param what the file and the conditions, in words */
    public static void note(EntityManager em, Caller caller, Instant at, String what) {
        AccountEvents.EXPORTED.append(
                em,
                AccountEvents.locked(em, caller.accountId()),
                at,
                caller.displayName(),
                caller.address(),
                what.substring(0, Math.min(what.length(), LONGEST)));
    }
}
