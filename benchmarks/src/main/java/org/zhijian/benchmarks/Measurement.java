package org.zhijian.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What a contender did in one window.
 *
 * @param cases finished in a second
 * @param writes transactions that wrote, of a case
 * @param statements statements without begin and commit, of a case
 * @param wal kilobytes of the log, of a case
 * @param stored kilobytes of all tables with their indexes and dead rows, of a case
 * @param jvm milliseconds of CPU of this process, of a case
 * @param postgres milliseconds of CPU of the server, of a case
 * @param foreign share of the machine that others took: a rate beside much of it says nothing
 */
record Measurement(
        String contender,
        int threads,
        double cases,
        double writes,
        double statements,
        double wal,
        double stored,
        double jvm,
        double postgres,
        double foreign) {
    private static final String HEADINGS = String.format(
            "%-10s %7s %8s %7s %8s %10s %7s %9s %8s %8s %8s",
            "contender",
            "threads",
            "cases/s",
            "floor",
            "commits",
            "statements",
            "kB WAL",
            "kB stored",
            "ms JVM",
            "ms PG",
            "foreign");

    /** All of them in one table, each beside the floor with as many threads. */
    static String table(List<Measurement> all) {
        StringBuilder table = new StringBuilder(HEADINGS);
        all.forEach(one -> table.append(System.lineSeparator()).append(one.row(all)));
        return table.toString();
    }

    private String row(List<Measurement> all) {
        String share = all.stream()
                .filter(other -> other.contender.equals(Floor.NAME) && other.threads == threads)
                .findFirst()
                .map(floor -> String.format(Locale.ROOT, "%.0f %%", 100 * cases / floor.cases))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%-10s %7d %8.1f %7s %8.2f %10.1f %7.2f %9.2f %8.2f %8.2f %6.0f %%",
                contender,
                threads,
                cases,
                share,
                writes,
                statements,
                wal,
                stored,
                jvm,
                postgres,
                foreign);
    }
}
