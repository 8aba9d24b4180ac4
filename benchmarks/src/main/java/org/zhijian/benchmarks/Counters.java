package org.zhijian.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * What the machine and the database have counted so far.
 *
 * @param writes transactions that wrote
 * @param statements statements without begin and commit
 * @param wal bytes of the log
 * @param stored bytes of all tables with their indexes
 * @param jvm nanoseconds of CPU of this process
 * @param postgres nanoseconds of CPU of the server's processes
 * @param busy ticks of CPU of the whole machine
 * @param nanos when
 */
record Counters(long writes, long statements, long wal, long stored, long jvm, long postgres, long busy, long nanos) {
    private static final long NANOS_OF_A_TICK = 10_000_000;

    private static final String COUNTED =
            """
            select pg_current_xact_id()::text::bigint,
                   (select coalesce(sum(calls), 0)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid
                     where d.datname = current_database() and query !~* '^(begin|commit|rollback|set|show|checkpoint|vacuum)'),
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
                   (select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class
                     where relkind = 'r' and relnamespace = 'public'::regnamespace)
            """;

    static Counters read(Connection connection) throws SQLException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (ResultSet row = connection.createStatement().executeQuery(COUNTED)) {
            row.next();
            return new Counters(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    process.getProcessCpuTime(),
                    ticksOfPostgres(),
                    ticksOfAll(),
                    System.nanoTime());
        }
    }

    private static long ticksOfAll() {
        long[] ticks = Arrays.stream(read(Path.of("/proc/stat"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
    }

    /** The children of the postmaster. */
    private static long ticksOfPostgres() {
        String postmaster = System.getProperty("postmaster", "-");
        long ticks = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                Path stat = process.resolve("stat");
                if (Files.exists(stat)) {
                    String text = read(stat);
                    String[] fields = text.substring(Math.min(text.length(), text.lastIndexOf(')') + 2))
                            .split(" ");
                    if (fields.length > 12 && fields[1].equals(postmaster)) {
                        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return ticks * NANOS_OF_A_TICK;
    }

    /** A file of {@code /proc}, blank if its process has just ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    /** What happened until a later moment. */
    Measurement until(Counters end, String contender, int threads, long cases) {
        double seconds = (end.nanos - nanos) / 1e9;
        double processors = Runtime.getRuntime().availableProcessors();
        double ours = (end.jvm - jvm + end.postgres - postgres) / 1e9;
        double all = (end.busy - busy) * NANOS_OF_A_TICK / 1e9;
        return new Measurement(
                contender,
                threads,
                cases / seconds,
                (end.writes - writes) / (double) cases,
                (end.statements - statements) / (double) cases,
                (end.wal - wal) / 1024.0 / cases,
                (end.stored - stored) / 1024.0 / cases,
                (end.jvm - jvm) / 1e6 / cases,
                (end.postgres - postgres) / 1e6 / cases,
                100 * Math.max(0, all - ours) / (seconds * processors));
    }
}
