package org.zhijian.core.internal.store;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhijian.core.access.Refusal;

/**
 * The order of a list and the way through it: pages go on behind the key of their last row, never by counting. No column of the key is ever
 * null, and the last one is unique. Immutable.
 *
 * @param name tells orders apart, so that a cursor of one is refused by another
 */
public record Order(String name, boolean descending, List<Key> keys) {

    /** A column of the key, or an expression of it. */
    public record Key(String column, Kind kind) {}

    /** How values of a key are read. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    public Order {
        keys = List.copyOf(keys);
    }

    public static Key text(String column) {
        return new Key(column, Kind.TEXT);
    }

    public static Key number(String column) {
        return new Key(column, Kind.NUMBER);
    }

    public static Key day(String column) {
        return new Key(column, Kind.DAY);
    }

    /** The columns of the key, as a query selects them. */
    public String columns() {
        return keys.stream().map(Key::column).collect(Collectors.joining(", "));
    }

    /** {@code order by} the key of a query that selects it from its second column on. */
    public String by() {
        return IntStream.range(0, keys.size())
                .mapToObj(n -> (n + 2) + (descending ? " desc" : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** Adds the condition that rows follow the place that a cursor holds; a blank cursor is the beginning. */
    public void after(Sql sql, String cursor) {
        if (cursor.isBlank()) {
            return;
        }
        Object[] place = place(cursor);
        String follows = descending ? " < " : " > ";
        if (sql.isPostgres()) {
            sql.add(
                    " and (" + columns() + ")" + follows + "("
                            + keys.stream().map(key -> "?").collect(Collectors.joining(", ")) + ")",
                    place);
            return;
        }
        sql.add(" and (");
        for (int i = 0; i < place.length; i++) {
            sql.add(i == 0 ? "(" : " or (");
            for (int before = 0; before < i; before++) {
                sql.add(keys.get(before).column() + " = ? and ", place[before]);
            }
            sql.add(keys.get(i).column() + follows + "?)", place[i]);
        }
        sql.add(")");
    }

    private Object[] place(String cursor) {
        String[] parts = Cursor.parts(cursor, keys.size() + 1);
        if (!parts[0].equals(code())) {
            throw Refusal.malformed("cursor 无效");
        }
        Object[] place = new Object[keys.size()];
        for (int i = 0; i < place.length; i++) {
            place[i] = value(keys.get(i).kind(), parts[i + 1]);
        }
        return place;
    }

    private static Object value(Kind kind, String part) {
        try {
            return switch (kind) {
                case TEXT -> part;
                case NUMBER -> Cursor.number(part);
                case DAY -> LocalDate.parse(part);
            };
        } catch (DateTimeException notADay) {
            throw Refusal.malformed("cursor 无效");
        }
    }

    /** The cursor behind a row of a query that selects the key from its second column on. */
    public String cursor(Object[] row) {
        List<String> parts = new ArrayList<>(List.of(code()));
        Arrays.stream(row, 1, keys.size() + 1).forEach(value -> parts.add(part(value)));
        return Cursor.of(parts.toArray(String[]::new));
    }

    private static String part(Object value) {
        return value instanceof Date day ? day.toLocalDate().toString() : String.valueOf(value);
    }

    private String code() {
        return (descending ? "-" : "") + name;
    }
}
