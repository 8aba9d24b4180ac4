package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CalendarItem;
import org.zhijian.rest.shape.Commands.CalendarDayCommand;

/** The working days of a jurisdiction's region. */
@Path("v1/jurisdictions/{jurisdiction}/calendar")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarResource {
    private final WorkCalendar calendar;

    public CalendarResource(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @GET
    @Path("{year}")
    @Operation("一个年度的工作日历：与星期不同的日子")
    public CalendarItem year(
            @Context Caller caller, @PathParam("jurisdiction") String jurisdiction, @PathParam("year") int year) {
        return CalendarItem.of(calendar.year(caller, jurisdiction, year));
    }

    @PUT
    @Path("days/{day}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("将某日设为放假或上班；仅辖区管理机构")
    public CalendarItem set(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("day") String day,
            CalendarDayCommand command) {
        DayKind kind = Asked.constant(DayKind.class, "kind", command.kind());
        return CalendarItem.of(calendar.set(caller, once, jurisdiction, day(day), kind, Asked.text(command.title())));
    }

    private static LocalDate day(String day) {
        return Asked.day("day", day).orElseThrow(() -> Refusal.malformed("缺少 day"));
    }

    @DELETE
    @Path("days/{day}")
    @Operation("取消本地对某日的安排，恢复上级安排；仅辖区管理机构")
    public CalendarItem reset(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("day") String day) {
        return CalendarItem.of(calendar.reset(caller, once, jurisdiction, day(day)));
    }
}
