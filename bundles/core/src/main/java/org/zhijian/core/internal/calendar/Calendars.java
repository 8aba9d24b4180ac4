package org.zhijian.core.internal.calendar;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.internal.chain.WorkingDays;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.store.entity.CalendarDayEntity;

/**
 * The working days of each jurisdiction's region. What the region says of a day counts before what its province says, and that before the
 * State Council. Every decision asks for them and they change once a year, so a node reads them again only after a minute: what another
 * node's administrator enters counts that much later here. Thread-safe.
 */
@Component(service = Calendars.class)
public final class Calendars {
    /** What the State Council arranges; no administrator changes it. */
    static final String NATIONAL = "000000";

    /** The layer of jurisdictions that serve the whole country, and of those whose module is gone. */
    static final String CENTRAL = "100000";

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private record Known(long readAt, Map<String, Map<LocalDate, DayKind>> regions, Map<String, WorkingDays> merged) {}

    private final Modules modules;
    private volatile Known known;

    @Activate
    public Calendars(@Reference Modules modules) {
        this.modules = modules;
    }

    /** The working days of a jurisdiction; those of the whole country while its module is not running. */
    public WorkingDays of(EntityManager em, String jurisdiction) {
        Known fresh = known(em);
        return fresh.merged().computeIfAbsent(region(modules, jurisdiction), region -> merge(fresh.regions(), region));
    }

    static String region(Modules modules, String jurisdiction) {
        return modules.descriptor(jurisdiction)
                .map(descriptor -> descriptor.regionCode())
                .filter(region -> !region.equals(NATIONAL))
                .orElse(CENTRAL);
    }

    /** The regions whose days count in this one, the farthest first. */
    static Set<String> layers(String region) {
        return new LinkedHashSet<>(
                List.of(NATIONAL, region.substring(0, 2) + "0000", region.substring(0, 4) + "00", region));
    }

    private static WorkingDays merge(Map<String, Map<LocalDate, DayKind>> regions, String region) {
        Map<LocalDate, DayKind> days = new HashMap<>();
        layers(region).forEach(layer -> days.putAll(regions.getOrDefault(layer, Map.of())));
        return new WorkingDays(days);
    }

    private Known known(EntityManager em) {
        Known present = known;
        if (present == null || System.nanoTime() - present.readAt() > FRESH_NANOS) {
            present = read(em);
            known = present;
        }
        return present;
    }

    private static Known read(EntityManager em) {
        Map<String, Map<LocalDate, DayKind>> regions = new HashMap<>();
        em.createQuery("select d from CalendarDayEntity d", CalendarDayEntity.class)
                .getResultList()
                .forEach(day -> regions.computeIfAbsent(day.regionCode(), region -> new HashMap<>())
                        .put(day.day(), day.kind()));
        return new Known(System.nanoTime(), regions, new ConcurrentHashMap<>());
    }

    /** An administrator has changed something here. */
    void forget() {
        known = null;
    }

    static Optional<CalendarDayEntity> find(EntityManager em, String region, LocalDate day) {
        return Optional.ofNullable(em.find(CalendarDayEntity.class, new CalendarDayEntity.Key(region, day)));
    }
}
