package org.zhijian.itests.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started: the options of {@code ./run}.
 *
 * @param data the data directory
 * @param demo with the synthetic cast
 * @param today the demonstration's date, blank for the real one
 * @param database where the data are kept
 * @param databaseUrl blank for Derby inside the data directory
 * @param options what else is asked for, as it stands on the command line
 */
public record Setup(
        Path data, boolean demo, String today, Database database, String databaseUrl, List<String> options) {
    /** A Monday, so that working days are easily counted. */
    public static final String TODAY = "2026-11-23";

    /** A demonstration on fresh data. */
    public static Setup demo(Database database) {
        return empty(database).withDemo(TODAY);
    }

    /** A real system on fresh data. */
    public static Setup empty(Database database) {
        return new Setup(Folders.fresh(), false, "", database, database.freshUrl(), List.of());
    }

    public Setup withDemo(String date) {
        return new Setup(data, true, date, database, databaseUrl, options);
    }

    /** The same data and database, as a real system. */
    public Setup withoutDemo() {
        return new Setup(data, false, "", database, databaseUrl, options);
    }

    /** The same with other options besides. */
    public Setup with(String... others) {
        return new Setup(data, demo, today, database, databaseUrl, List.of(others));
    }

    List<String> arguments(int port) {
        List<String> arguments = new ArrayList<>(List.of("--port", String.valueOf(port), "--data", data.toString()));
        if (demo) {
            arguments.add("--demo");
        }
        if (!today.isBlank()) {
            arguments.addAll(List.of("--today", today));
        }
        if (!databaseUrl.isBlank()) {
            arguments.addAll(List.of("--db", databaseUrl, "--db-user", Postgres.USER));
        }
        arguments.addAll(options);
        return arguments;
    }
}
