package org.zhijian.itests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the log of a server. Whatever is logged as an error is a fault of ours: refusals are expected outcomes and are not logged. */
final class LogChecker {
    private static final Pattern ERROR = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T\\S+ (ERROR|FATAL)\\b.*");
    private static final int CONTEXT = 12;

    /**
     * When the container ends, Pax Web may be told of a bundle that stops after it has shut its own executor down. The framework logs that as an
     * error of the listener, in its own words or as an event with the exception on the next line; nothing is lost by it, and nothing of ours can come
     * before or after it.
     */
    private static final Pattern END_OF_PAX_WEB = Pattern.compile(
            ".* (Felix \\| Bundle org\\.ops4j\\.pax\\.web\\.\\S+ \\[\\d+] EventDispatcher: Error during dispatch\\..*RejectedExecutionException"
                    + "|Framework \\| FrameworkEvent ERROR \\S+RejectedExecutionException: Task org\\.ops4j\\.pax\\.web\\.).*(Shutting down|Terminated).*");

    private LogChecker() {}

    /** Fails with the first errors and what follows them in the log. */
    static void check(Path log) {
        check(log, List.of());
    }

    /** @param provoked a part of each message that a test has provoked */
    static void check(Path log, List<String> provoked) {
        List<String> lines = lines(log);
        List<Integer> errors = IntStream.range(0, lines.size())
                .filter(i -> ERROR.matcher(lines.get(i)).matches())
                .filter(i -> !isEndOfPaxWeb(lines, i))
                .filter(i -> provoked.stream().noneMatch(lines.get(i)::contains))
                .boxed()
                .toList();
        if (!errors.isEmpty()) {
            int first = errors.get(0);
            String shown = String.join("\n", lines.subList(first, Math.min(lines.size(), first + CONTEXT)));
            throw new AssertionError(errors.size() + " errors in " + log + ", the first one:\n" + shown);
        }
    }

    private static boolean isEndOfPaxWeb(List<String> lines, int error) {
        String line = lines.get(error);
        String withNext = error + 1 < lines.size() ? line + " " + lines.get(error + 1) : line;
        return END_OF_PAX_WEB.matcher(line).matches()
                || END_OF_PAX_WEB.matcher(withNext).matches();
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
