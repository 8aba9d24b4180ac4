package org.zhijian.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The platform names no city, no office and no module: a new region copies nothing and edits nothing. */
class NamesNobodyTest {
    private static final List<String> PLATFORM =
            List.of("bundles/api", "bundles/core", "bundles/rest", "bundles/shell", "ui/portal");

    private static final Pattern NAMES = Pattern.compile("江苏|云南|北京|上海|南京|无锡|徐州|常州|苏州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁|江阴|昆明|玉溪"
            + "|jiangsu-testing|wuxi-quality|wuxi-onecode|yunnan-quality-safety|national-supervisor"
            + "|\\b(js|wx|yn|ns|oc)-(city|prov|auth|body|centre|office|desk|admin|window)\\b");

    /** The table of regions (GB/T 2260) and the classes that read it: names are what they are about. */
    private static final Pattern REGION_TABLE =
            Pattern.compile(".*/org/zhijian/api/check/(regions\\.csv|Region\\w*\\.java)");

    private static final Pattern BINARY = Pattern.compile(".*\\.(png|jpg|ico|woff2?|bundle)");

    @TestFactory
    Stream<DynamicTest> sources_and_resources_name_no_region() {
        return PLATFORM.stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> assertThat(mentions(module))
                        .as("whatever belongs to one authority belongs into its module")
                        .isEmpty()));
    }

    @Test
    void the_pattern_finds_what_it_should() {
        assertThat(Stream.of("无锡市建设局", "\"js-city-3201\"", "jiangsu-testing").filter(NAMES.asPredicate()))
                .hasSize(3);
    }

    private static List<String> mentions(String module) throws IOException {
        Path main = Zhijian.root().resolve(module).resolve("src/main");
        assertThat(main.getParent().getParent().resolve("pom.xml")).as(module).exists();
        if (!Files.isDirectory(main)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !BINARY.matcher(file.toString()).matches())
                    .filter(file -> !REGION_TABLE.matcher(file.toString()).matches())
                    .flatMap(file -> mentions(main, file))
                    .toList();
        }
    }

    private static Stream<String> mentions(Path main, Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> NAMES.matcher(lines.get(i)).find())
                .mapToObj(i -> main.relativize(file) + ":" + (i + 1) + ": "
                        + lines.get(i).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }
}
