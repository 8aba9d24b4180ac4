package org.zhijian.rest.resource;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Sort;
import org.zhijian.core.exports.Format;
import org.zhijian.core.identity.Captcha;
import org.zhijian.rest.http.Json;

/** Reads query parameters and properties; what makes no sense is refused with 400. */
final class Asked {
    private static final int USUAL_LIMIT = 50;
    private static final int DAY_LENGTH = "2026-11-23".length();

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,8}");

    /** What every list understands. */
    private static final Set<String> PAGING = Set.of("q", "sort", "cursor", "limit", "format");

    private Asked() {}

    /** The text, blank where the caller gave none. */
    static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** The value of a property that must be there. */
    static <T> T needed(String name, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Refusal.malformed("缺少 " + name);
        }
        return value;
    }

    /** A list of numbers that must be there, without gaps in it. */
    static List<Integer> numbers(String name, List<Integer> values) {
        if (needed(name, values).stream().anyMatch(Objects::isNull)) {
            throw Refusal.malformed(name + " 中不应有空值");
        }
        return List.copyOf(values);
    }

    /** What was read of a captcha; none if nothing was. */
    static Captcha.Answer captcha(String id, String text) {
        return new Captcha.Answer(text(id), text(text));
    }

    /** How many items are wanted: {@value #USUAL_LIMIT} unless told, never more than {@link Page#MAX}. */
    static int limit(String value) {
        String digits = text(value);
        if (digits.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!LIMIT.matcher(digits).matches()) {
            throw unreadable("limit", value);
        }
        return Page.limit(Integer.parseInt(digits));
    }

    /** A moment: a day in China, or a time with its offset. */
    static Instant moment(String name, String value) {
        String text = text(value);
        try {
            Instant moment = text.length() == DAY_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(Json.ZONE).toInstant()
                    // In a query a plus sign reads as a blank.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return Instant.ofEpochMilli(moment.toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException noMoment) {
            throw unreadable(name, value);
        }
    }

    /** The constant with this name. */
    static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text(value)))
                .findFirst()
                .orElseThrow(() -> unreadable(name, value));
    }

    /** The order of a list: the name of what it is sorted by in small letters, with a minus for the last first. */
    static <E extends Enum<E>> Sort<E> sort(Class<E> type, String value, Sort<E> usual) {
        Sort<String> asked = sort(value);
        return asked.by().isEmpty()
                ? usual
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant ->
                                constant.name().toLowerCase(Locale.ROOT).equals(asked.by()))
                        .findFirst()
                        .map(by -> new Sort<>(by, asked.descending()))
                        .orElseThrow(() -> unreadable("sort", value));
    }

    /** The order of a list: a name, with a minus for the last first. */
    static Sort<String> sort(String value) {
        String text = text(value);
        return text.startsWith("-") ? Sort.descending(text.substring(1)) : Sort.ascending(text);
    }

    /** A day, {@code yyyy-MM-dd}, of years with four digits; empty where the caller gave none. */
    static Optional<LocalDate> day(String name, String value) {
        String text = text(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() != DAY_LENGTH) {
            throw unreadable(name, value);
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            throw unreadable(name, value);
        }
    }

    /** True or false; false where the caller gave nothing. */
    static boolean flag(String name, String value) {
        return switch (text(value)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw unreadable(name, value);
        };
    }

    /** The format of an export: {@code xlsx} unless told. */
    static Format format(String value) {
        return text(value).isEmpty()
                ? Format.XLSX
                : Arrays.stream(Format.values())
                        .filter(format -> format.ending().equals(text(value)))
                        .findFirst()
                        .orElseThrow(() -> unreadable("format", value));
    }

    /** All other query parameters, of which every one must be known. */
    static Map<String, String> others(UriInfo uri, Predicate<String> known) {
        Map<String, String> found = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (PAGING.contains(name)) {
                return;
            }
            if (!known.test(name)) {
                throw Refusal.malformed("不认识的查询参数：" + name);
            }
            if (!text(values.get(0)).isEmpty()) {
                found.put(name, text(values.get(0)));
            }
        });
        return found;
    }

    private static Refusal unreadable(String name, String value) {
        return Refusal.malformed("参数 " + name + " 的值不正确：" + value);
    }
}
