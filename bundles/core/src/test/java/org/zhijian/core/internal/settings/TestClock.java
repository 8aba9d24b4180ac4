package org.zhijian.core.internal.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** A clock that stands until it is moved. Thread-safe. */
public final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

    /** The core's clock, driven by this one. */
    public Time time() {
        return new Time(TestSettings.of(Path.of("."), Map.of()), this);
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Time.CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
