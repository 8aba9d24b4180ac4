package org.zhijian.itests.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may do what, as it is written down in {@code access/*.txt}: for each operation and kind of object, what each caller is answered.
 *
 * <pre>
 * portal jiangsu-testing            where those sign in that name no portal of their own
 * callers nobody ended j1 y1@other  the columns
 * under /api/v1                     what all paths begin with, from here on
 * GET /cases/{id} | a draft | | 401 401 200 404
 * POST /cases/{id}/withdraw | a draft | {"reason": "x"} | 401 401 409 404
 * </pre>
 */
final class AccessTable {
    private AccessTable() {}

    /**
     * A line of a table.
     *
     * @param query with its question mark, blank for none
     * @param target whose objects stand in the place of the path's parameters; see {@link Targets}
     * @param body JSON, or {@code slot=...} for a scan to be uploaded there; blank for what the document's schema says
     * @param statuses one for each caller
     */
    record Row(
            String portal,
            String under,
            List<String> callers,
            String method,
            String path,
            String query,
            String target,
            String body,
            List<Integer> statuses) {
        String operation() {
            return method + " " + path;
        }

        /** The line as it would have to read. */
        String line(List<Integer> answered) {
            return method + " " + path.substring(under.length()) + query + " | " + target + " | " + body + " | "
                    + String.join(" ", answered.stream().map(String::valueOf).toList());
        }

        @Override
        public String toString() {
            return operation() + query + (target.isBlank() ? "" : " (" + target + ")");
        }
    }

    static List<Row> rows() {
        try (Stream<Path> files =
                Files.list(Path.of(AccessTable.class.getResource("/access").toURI()))) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Row> read(Path file) {
        String portal = "";
        String under = "";
        List<String> callers = List.of();
        List<Row> rows = new ArrayList<>();
        for (String line : lines(file)) {
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "", "#" -> {}
                case "portal" -> portal = words[1];
                case "under" -> under = words[1];
                case "callers" -> callers = List.of(words).subList(1, words.length);
                default -> rows.add(row(portal, under, callers, line));
            }
        }
        return rows;
    }

    private static Row row(String portal, String under, List<String> callers, String line) {
        String[] cells = line.split("\\|", -1);
        String[] head = cells.length == 4 ? cells[0].strip().split("\\s+") : new String[0];
        if (head.length != 2) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        int question = head[1].indexOf('?');
        String path = under + (question < 0 ? head[1] : head[1].substring(0, question));
        String query = question < 0 ? "" : head[1].substring(question);
        List<Integer> statuses = Arrays.stream(cells[3].strip().split("\\s+"))
                .map(Integer::valueOf)
                .toList();
        if (statuses.size() != callers.size()) {
            throw new IllegalArgumentException(callers.size() + " callers, but " + statuses.size() + ": " + line);
        }
        return new Row(portal, under, callers, head[0], path, query, cells[1].strip(), cells[2].strip(), statuses);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
