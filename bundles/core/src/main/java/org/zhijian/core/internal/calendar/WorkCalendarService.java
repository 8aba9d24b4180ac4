package org.zhijian.core.internal.calendar;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.calendar.CalendarDay;
import org.zhijian.core.calendar.CalendarYear;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.identity.AccountEvents;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.CalendarDayEntity;

/** The calendar as people read and keep it; each change stands in the log of whoever made it. Thread-safe. */
@Component(service = WorkCalendar.class)
public final class WorkCalendarService implements WorkCalendar {
    private static final int TITLE_LENGTH = 60;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Modules modules;
    private final Calendars calendars;

    @Activate
    public WorkCalendarService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules,
            @Reference Calendars calendars) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
        this.calendars = calendars;
    }

    @Override
    public CalendarYear year(Caller caller, String jurisdiction, int year) {
        requireHome(caller, jurisdiction);
        requireSensible(year);
        return transactions.read(em -> read(em, caller, jurisdiction, year));
    }

    private CalendarYear read(EntityManager em, Caller caller, String jurisdiction, int year) {
        String region = Calendars.region(modules, jurisdiction);
        Set<String> layers = Calendars.layers(region);
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        for (String layer : layers) {
            ofYear(em, layer, year)
                    .forEach(day -> days.put(
                            day.day(), new CalendarDay(day.day(), day.kind(), day.title(), layer.equals(region))));
        }
        String notice = days.isEmpty() ? year + "年尚未录入节假日安排，期限暂按周一至周五计算" : "";
        return new CalendarYear(year, region, !days.isEmpty(), notice, mayEdit(caller), List.copyOf(days.values()));
    }

    private static List<CalendarDayEntity> ofYear(EntityManager em, String region, int year) {
        return em.createQuery(
                        "select d from CalendarDayEntity d where d.regionCode = :region and d.day >= :first and d.day <= :last",
                        CalendarDayEntity.class)
                .setParameter("region", region)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
    }

    @Override
    public CalendarYear set(Caller caller, Once once, String jurisdiction, LocalDate day, DayKind kind, String title) {
        String reason = title.strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid(Violation.of("title", "APR-09", "请填写事由"));
        }
        if (reason.length() > TITLE_LENGTH) {
            throw Refusal.invalid(Violation.of("title", "APR-09", "事由不能超过" + TITLE_LENGTH + "个字"));
        }
        return change(
                caller, once, "setDay", jurisdiction, day, List.of(kind, reason), kind.title() + "：" + reason, em -> {
                    String region = Calendars.region(modules, jurisdiction);
                    CalendarDayEntity entity = Calendars.find(em, region, day).orElseGet(() -> {
                        CalendarDayEntity fresh = new CalendarDayEntity(region, day);
                        em.persist(fresh);
                        return fresh;
                    });
                    entity.kind(kind);
                    entity.title(reason);
                });
    }

    @Override
    public CalendarYear reset(Caller caller, Once once, String jurisdiction, LocalDate day) {
        return change(caller, once, "resetDay", jurisdiction, day, List.of(), "取消本地安排", em -> Calendars.find(
                        em, Calendars.region(modules, jurisdiction), day)
                .ifPresent(em::remove));
    }

    private CalendarYear change(
            Caller caller,
            Once once,
            String name,
            String jurisdiction,
            LocalDate day,
            List<?> arguments,
            String told,
            Consumer<EntityManager> work) {
        requireHome(caller, jurisdiction);
        requireSensible(day.getYear());
        if (!mayEdit(caller)) {
            throw Refusal.forbidden("只有辖区管理机构可以修改工作日历");
        }
        writes.once(caller, once, name, List.of(jurisdiction, day.toString(), arguments), em -> {
            work.accept(em);
            AccountEvents.CALENDAR_CHANGED.append(em, caller, time.now(), day + " " + told);
            return day.toString();
        });
        calendars.forget();
        return transactions.read(em -> read(em, caller, jurisdiction, day.getYear()));
    }

    private boolean mayEdit(Caller caller) {
        return CasePolicy.oversees(modules.descriptor(caller.jurisdiction()), caller);
    }

    private void requireHome(Caller caller, String jurisdiction) {
        Admission.require(caller);
        if (!caller.jurisdiction().equals(jurisdiction)
                || modules.descriptor(jurisdiction).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static void requireSensible(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid(Violation.of("year", "APR-09", "年度应在" + FIRST_YEAR + "至" + LAST_YEAR + "之间"));
        }
    }
}
