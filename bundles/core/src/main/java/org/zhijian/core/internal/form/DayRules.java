package org.zhijian.core.internal.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FieldType.Day.Bound;

/** Days and months. No day lies before the founding of the state (VAL-DATES). */
final class DayRules {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private DayRules() {}

    static Optional<Problem> check(FieldType.Day type, Object value, LocalDate today) {
        if (!(value instanceof String text) || !DAY.matcher(text.strip()).matches()) {
            return Optional.of(Problem.FORMAT);
        }
        return day(text.strip())
                .map(day -> outside(type.bound(), day, today))
                .orElseGet(() -> Optional.of(new Problem(FormRules.DATE, "不是有效日期")));
    }

    static Optional<Problem> checkMonth(Object value) {
        return value instanceof String text && MONTH.matcher(text.strip()).matches()
                ? Optional.empty()
                : Optional.of(Problem.FORMAT);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Problem> outside(Bound bound, LocalDate day, LocalDate today) {
        if (day.isBefore(EARLIEST)) {
            return Optional.of(new Problem(FormRules.DATE, "不能早于1949年10月1日"));
        }
        if (bound == Bound.NOT_AFTER_TODAY && day.isAfter(today)) {
            return Optional.of(new Problem(FormRules.DATE, "不能晚于今天"));
        }
        return bound == Bound.NOT_BEFORE_TODAY && day.isBefore(today)
                ? Optional.of(new Problem(FormRules.DATE, "不能早于今天"))
                : Optional.empty();
    }
}
