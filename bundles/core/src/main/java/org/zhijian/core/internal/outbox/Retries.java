package org.zhijian.core.internal.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhijian.core.notices.Medium;

/** When a message that failed is tried again (NOT-01, core.md §13). Pure functions. */
final class Retries {
    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private Retries() {}

    /**
     * How long to wait; empty if it is given up.
     *
     * @param tries how often it has been tried in vain
     * @param since how long ago the first try was
     */
    static Optional<Duration> after(Medium medium, int tries, Duration since) {
        if (tries <= STEPS.size()) {
            return Optional.of(STEPS.get(tries - 1));
        }
        boolean hourly = medium == Medium.AGENCY && since.plus(HOUR).compareTo(DAY) <= 0;
        return hourly ? Optional.of(HOUR) : Optional.empty();
    }
}
