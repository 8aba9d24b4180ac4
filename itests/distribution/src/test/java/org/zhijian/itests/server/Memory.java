package org.zhijian.itests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a virtual machine holds after a full collection, as {@code jcmd} tells it.
 *
 * @param heap kilobytes in use
 * @param metaspace kilobytes in use
 * @param loaders class loaders that live, but for those by which the JDK and Derby make single methods quick
 * @param bundles the loaders of bundles, each by an address that it keeps as long as it lives
 */
public record Memory(long heap, long metaspace, int loaders, Set<String> bundles) {
    private static final Pattern HEAP = Pattern.compile("(?m)^ (?!Metaspace).*total \\d+K, used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final Pattern LOADER =
            Pattern.compile("(?m)^0x[0-9a-f]+\\s+0x[0-9a-f]+\\s+(0x[0-9a-f]+)\\s+\\d+\\s+\\d+\\s+\\d+\\s+(\\S+)$");

    static Memory of(long pid) {
        // Classes are unloaded by the collection after the one that finds their objects dead.
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        var loaders = LOADER.matcher(jcmd(pid, "VM.classloader_stats"))
                .results()
                .filter(loader -> !loader.group(2).endsWith(".DelegatingClassLoader"))
                .filter(loader -> !loader.group(2).startsWith("org.apache.derby."))
                .toList();
        return new Memory(
                sum(HEAP, heap),
                sum(METASPACE, heap),
                loaders.size(),
                loaders.stream()
                        .filter(loader -> loader.group(2).endsWith("BundleClassLoader"))
                        .map(loader -> loader.group(1))
                        .collect(Collectors.toSet()));
    }

    private static long sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String jcmd(long pid, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public String toString() {
        return "heap %.1f MB, metaspace %.1f MB, %d class loaders (%d of bundles)"
                .formatted(heap / 1024.0, metaspace / 1024.0, loaders, bundles.size());
    }
}
