package org.zhijian.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;

/**
 * How long the lists take over a hundred thousand open and two hundred thousand finished cases. Some hundreds of cases are made through the
 * services; SQL multiplies them under new ids, numbers, names and times.
 */
final class Lists {
    private static final int MADE_OPEN = 500;
    private static final int MADE_FINISHED = 1_000;
    private static final int TIMES = 200;
    private static final int ROWS = 20;
    private static final int ASKED = 400;
    private static final String DATABASE = Platform.DATABASE;

    /** A copied id: the same but for its first group, which is the number of the copy. */
    private static final String COPY = "lpad(to_hex(k), 8, '0') || substr(%s, 9)";

    private static final String SURNAMES =
            "array['赵','钱','孙','李','周','吴','郑','王','冯','陈','褚','卫','蒋','沈','韩','杨','朱','秦']";
    private static final String GIVEN =
            "array['安','邦','长','春','德','方','光','国','海','和','华','家','建','江','金','景','静','君','开','康','兰','立']";

    private Lists() {}

    static void measure(Server server) throws Exception {
        try (Platform platform = new Platform(server, true)) {
            make(platform);
        }
        multiply(server);
        try (Platform platform = new Platform(server, false)) {
            ask(platform);
        }
    }

    private static void make(Platform platform) {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < MADE_OPEN + MADE_FINISHED; n++) {
            CaseView view = platform.submit(n, Forms.form(random));
            if (n % 3 != 0) {
                CaseView first = platform.decide("s1", n, view);
                platform.decide("s2a", n, first);
            }
        }
    }

    private static void multiply(Server server) throws SQLException {
        String name = "(" + SURNAMES + ")[1 + (random() * 17)::int] || (" + GIVEN + ")[1 + (random() * 21)::int] || ("
                + GIVEN + ")[1 + (random() * 21)::int]";
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            copy(
                    statement,
                    "zj_case",
                    "id",
                    "case_number",
                    "k || '-' || case_number",
                    "changed_at",
                    "changed_at - k * 600000");
            copy(statement, "zj_task", "id,case_id", "since_at", "since_at - k * 600000");
            copy(statement, "zj_event", "stream");
            // An index over all of it at once is made faster than one that grows row by row.
            statement.execute("drop index ix_case_text");
            statement.execute("set maintenance_work_mem = '512MB'");
            copy(
                    statement,
                    "zj_case_text",
                    "case_id",
                    "search_text",
                    "k || '-' || split_part(search_text, chr(10), 1) || chr(10) || split_part(search_text, chr(10), 2)"
                            + " || chr(10) || " + name
                            + " || chr(10) || split_part(search_text, chr(10), 5) || random()");
            statement.execute("create index ix_case_text on zj_case_text using gin (zj_bigrams(search_text))");
            statement.execute("vacuum analyze");
        }
    }

    /** Copies all rows of a table, with new ids and with some columns by expressions over the row and the number {@code k} of the copy. */
    private static void copy(Statement statement, String table, String ids, String... columns) throws SQLException {
        StringBuilder listed = new StringBuilder();
        StringBuilder selected = new StringBuilder();
        try (var names =
                statement.getConnection().createStatement().executeQuery("select * from " + table + " limit 0")) {
            for (int n = 1; n <= names.getMetaData().getColumnCount(); n++) {
                String column = names.getMetaData().getColumnName(n);
                String value = Arrays.asList(ids.split(",")).contains(column) ? COPY.formatted(column) : column;
                for (int i = 0; i < columns.length; i += 2) {
                    value = columns[i].equals(column) ? columns[i + 1] : value;
                }
                listed.append(n == 1 ? "" : ", ").append(column);
                selected.append(n == 1 ? "" : ", ").append(value);
            }
        }
        statement.execute("insert into " + table + " (" + listed + ") select " + selected + " from " + table
                + ", generate_series(1, " + (TIMES - 1) + ") k");
    }

    private static void ask(Platform platform) {
        Caller hot = Platform.officer("s1", 0);
        Caller overseer = Platform.officer("all", 0);
        SplittableRandom random = new SplittableRandom(2);
        String surnames = SURNAMES.replaceAll("[^\\p{IsHan}]", "");
        String given = GIVEN.replaceAll("[^\\p{IsHan}]", "");

        time("inbox, first page", () -> tasks(platform, hot, "", "").items().size());
        String[] cursor = {""};
        time("inbox, page after page", () -> {
            Page<TaskLine> page = tasks(platform, hot, cursor[0], "");
            cursor[0] = page.next();
            return page.items().size();
        });
        time("inbox, counts of all boxes", () -> platform.tasks.counts(hot).size());
        time("inbox, two characters of a name", () -> tasks(platform, hot, "", two(given, given, random))
                .items()
                .size());
        time(
                "cases, newest first",
                () -> cases(platform, overseer, "", "").items().size());
        String[] behind = {""};
        time("cases, page after page", () -> {
            Page<CaseLine> page = cases(platform, overseer, behind[0], "");
            behind[0] = page.next();
            return page.items().size();
        });
        time("cases, a whole name", () -> cases(
                        platform, overseer, "", two(surnames, given, random) + one(given, random))
                .items()
                .size());
        time("cases, surname and one character", () -> cases(platform, overseer, "", two(surnames, given, random))
                .items()
                .size());
        time("cases, two characters inside a name", () -> cases(platform, overseer, "", two(given, given, random))
                .items()
                .size());
        time("cases, a number", () -> cases(
                        platform, overseer, "", random.nextInt(1, TIMES) + "-be-2026-000" + random.nextInt(100, 999))
                .items()
                .size());
    }

    private static String one(String from, SplittableRandom random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }

    private static String two(String first, String second, SplittableRandom random) {
        return one(first, random) + one(second, random);
    }

    private static Page<TaskLine> tasks(Platform platform, Caller caller, String cursor, String text) {
        return platform.tasks.list(caller, new TaskQuery("", "", TaskQuery.Box.WAITING, text, cursor, ROWS));
    }

    private static Page<CaseLine> cases(Platform platform, Caller caller, String cursor, String text) {
        return platform.cases.list(caller, new CaseQuery("", "", "", text, cursor, ROWS));
    }

    private static void time(String what, IntSupplier question) {
        int rows = 0;
        for (int n = 0; n < ASKED / 4; n++) {
            rows = question.getAsInt();
        }
        long[] nanos = new long[ASKED];
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        int asked = 0;
        while (asked < ASKED && System.nanoTime() < until) {
            long begin = System.nanoTime();
            rows = question.getAsInt();
            nanos[asked++] = System.nanoTime() - begin;
        }
        long[] sorted = Arrays.copyOf(nanos, asked);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %7.2f ms, p95 %7.2f ms (%d asked, %d rows)%n",
                what,
                sorted[asked / 2] / 1e6,
                sorted[asked * 95 / 100] / 1e6,
                asked,
                rows);
    }
}
