package org.zhijian.rest;

import java.time.LocalDate;
import java.util.List;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.calendar.CalendarDay;
import org.zhijian.core.calendar.CalendarYear;
import org.zhijian.core.calendar.DayKind;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.CoReview;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Colleague;
import org.zhijian.core.cases.Delegation;
import org.zhijian.core.cases.Delegations;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.dictionaries.Dictionaries;

/** How the officers of the fake core share their work: every answer tells what was asked. */
final class FakeOffice {
    private static final Colleague COLLEAGUE = new Colleague("city-2", "市住建局（city-2）");

    private FakeOffice() {}

    private static TaskLine line(String claimedBy) {
        TaskLine line = FakeCore.taskLine();
        return new TaskLine(
                line.id(),
                line.caseId(),
                line.caseNumber(),
                line.jurisdiction(),
                line.procedure(),
                line.procedureTitle(),
                line.applicant(),
                line.step(),
                line.title(),
                line.assignee(),
                line.stage(),
                line.submittedAt(),
                line.since(),
                line.dueOn(),
                line.daysLeft(),
                line.overdue(),
                new TaskLine.Handling(claimedBy, FakeCore.MORNING, true, "", "", null, ""));
    }

    static final class OfAssignments implements Assignments {
        @Override
        public TaskLine claim(Caller caller, Once once, String taskId) {
            return line(caller.displayName());
        }

        @Override
        public TaskLine release(Caller caller, Once once, String taskId) {
            return FakeCore.taskLine();
        }

        @Override
        public Targets targets(Caller caller, String taskId) {
            return new Targets(List.of(COLLEAGUE), List.of(new Place("county", "区住建局")), List.of(COLLEAGUE));
        }

        @Override
        public TaskLine reassign(Caller caller, Once once, String taskId, String loginName, String reason) {
            return line(loginName);
        }

        @Override
        public TaskLine handOver(Caller caller, Once once, String taskId, String officeId, String reason) {
            return line(officeId + "：" + reason);
        }
    }

    static final class OfCoReviews implements CoReviews {
        @Override
        public CoReview ask(Caller caller, Once once, String taskId, Request request) {
            return review(request.question(), request.blocking(), "");
        }

        @Override
        public CoReview give(Caller caller, Once once, String coReviewId, String opinion) {
            return review("", false, opinion);
        }

        @Override
        public List<CoReview> awaited(Caller caller) {
            return List.of(review("请核对", false, ""));
        }

        private static CoReview review(String question, boolean blocking, String opinion) {
            return new CoReview(
                    "r-1",
                    "c-1",
                    "SA2026000001",
                    "人员调动",
                    "某单位",
                    "t-1",
                    "市住建局",
                    FakeCore.MORNING,
                    question,
                    blocking,
                    COLLEAGUE.name(),
                    opinion,
                    opinion.isEmpty() ? null : FakeCore.MORNING,
                    true);
        }
    }

    static final class OfDelegations implements Delegations {
        @Override
        public Delegation delegate(Caller caller, Once once, String loginName, LocalDate from, LocalDate to) {
            return new Delegation("d-1", caller.displayName(), loginName, from, to, null, true, true);
        }

        @Override
        public Delegation revoke(Caller caller, Once once, String id) {
            LocalDate day = LocalDate.of(2026, 11, 23);
            return new Delegation(id, "市住建局", COLLEAGUE.name(), day, day, FakeCore.MORNING, false, true);
        }

        @Override
        public List<Delegation> list(Caller caller) {
            return List.of();
        }

        @Override
        public List<Colleague> candidates(Caller caller) {
            return List.of(COLLEAGUE);
        }
    }

    static final class OfCalendar implements WorkCalendar {
        @Override
        public CalendarYear year(Caller caller, String jurisdiction, int year) {
            return new CalendarYear(year, "320000", false, year + "年尚未录入", true, List.of());
        }

        @Override
        public CalendarYear set(
                Caller caller, Once once, String jurisdiction, LocalDate day, DayKind kind, String title) {
            List<CalendarDay> days = List.of(new CalendarDay(day, kind, title, true));
            return new CalendarYear(day.getYear(), "320000", true, "", true, days);
        }

        @Override
        public CalendarYear reset(Caller caller, Once once, String jurisdiction, LocalDate day) {
            return year(caller, jurisdiction, day.getYear());
        }
    }

    static final class OfDictionaries implements Dictionaries {
        @Override
        public List<Content> list(Caller caller, String jurisdiction) {
            return List.of(new Content("levels", "等级", List.of(new Entry("A", "甲级", 10, Use.IN_USE))));
        }

        @Override
        public Content save(Caller caller, Once once, String jurisdiction, String dictionary, Entry entry) {
            return new Content(dictionary, "等级", List.of(entry));
        }
    }
}
