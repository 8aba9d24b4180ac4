package org.zhijian.core.calendar;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * The working days by which deadlines count (APR-09). The State Council's arrangements come with the system; a region's administrator, an
 * account of its overseeing office, adds years and what its own region does otherwise. Deadlines that run already keep their day.
 * Thread-safe.
 */
@ProviderType
public interface WorkCalendar {

    /** One year of a jurisdiction's region, for all who have signed in there. */
    CalendarYear year(Caller caller, String jurisdiction, int year);

    /** Makes a day a holiday or a working day in this region. Answers its year. */
    CalendarYear set(Caller caller, Once once, String jurisdiction, LocalDate day, DayKind kind, String title);

    /** Takes back what this region says of a day: what the province or the State Council says counts again. Answers its year. */
    CalendarYear reset(Caller caller, Once once, String jurisdiction, LocalDate day);
}
