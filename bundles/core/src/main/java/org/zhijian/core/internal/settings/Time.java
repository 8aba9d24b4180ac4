package org.zhijian.core.internal.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one clock. All days are days in China; moments are whole milliseconds, as they are stored. Thread-safe. */
@Component(service = Time.class)
public final class Time {
    /** Where this system's days begin and end. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Settings settings;
    private final Clock clock;

    @Activate
    public Time(@Reference Settings settings) {
        this(settings, Clock.system(CHINA));
    }

    Time(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public Instant now() {
        Instant real = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return settings.today()
                .map(day -> day.atTime(LocalTime.ofInstant(real, CHINA))
                        .atZone(CHINA)
                        .toInstant())
                .orElse(real);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), CHINA);
    }

    /** The moment at which a day begins, in milliseconds as they are stored. */
    public static long start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant().toEpochMilli();
    }
}
