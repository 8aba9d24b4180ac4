package org.zhijian.core.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.core.access.Page;
import org.zhijian.core.exports.Format;

class WritersTest {
    private static String csv(String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.row(List.of(cell));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|'=1+1",
                "+cmd|'+cmd",
                "-cmd|'-cmd",
                "@SUM(A1)|'@SUM(A1)",
                "＝1+1|'＝1+1",
                "-3|-3",
                "+12.50|+12.50",
                "张三|张三",
                "a=b|a=b"
            })
    void nothingInACellIsTakenForAFormula(String text, String cell) throws IOException {
        assertThat(csv(text)).isEqualTo("\uFEFF\"" + cell + "\"\r\n");
    }

    @Test
    void quotesAndLinesStayInsideTheirCell() throws IOException {
        assertThat(csv("他说\"好\",\n然后")).isEqualTo("\uFEFF\"他说\"\"好\"\",\n然后\"\r\n");
        assertThat(csv("\t=1")).isEqualTo("\uFEFF\"'\t=1\"\r\n");
    }

    @Test
    void aWorkbookHoldsTextsAndNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxWriter writer = new XlsxWriter(out, "台账/2026")) {
            writer.head(List.of("编号", "姓名"));
            writer.row(List.of("=1+1", "张<三>"));
        }

        Map<String, String> parts = unzip(out.toByteArray());
        assertThat(parts.get("xl/workbook.xml")).contains("&#x53f0;&#x8d26; 2026");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("t=\"inlineStr\"", "&#x7f16;&#x53f7;", "=1+1", "&#x5f20;&lt;")
                .doesNotContain("<f>");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, bytes);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return parts;
    }

    /** A list of so many pages of a hundred rows. */
    private static Sheet<Integer> longList(Format format, int pages) {
        List<Integer> page = java.util.stream.IntStream.range(0, 100).boxed().toList();
        return new Sheet<>(
                "长表",
                "长表",
                format,
                List.of("甲", "乙"),
                new Page<>(page, "1"),
                cursor -> {
                    int n = Integer.parseInt(cursor);
                    return new Page<>(page, n + 1 == pages ? "" : Integer.toString(n + 1));
                },
                row -> List.of("第" + row + "行", "一段不短的文字" + row));
    }

    /** Remembers how much memory was in use while it was written to. */
    private static final class Gauge extends OutputStream {
        private long written;
        private long looked;
        private long most;

        @Override
        public void write(int one) {
            count(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count(length);
        }

        private void count(int length) {
            written += length;
            if (written - looked > 200_000) {
                looked = written;
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
            }
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Format.class)
    void aHundredThousandRowsDoNotFillTheMemory(Format format) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Gauge gauge = new Gauge();

        longList(format, 1000).writeTo(gauge);

        assertThat(gauge.written).isGreaterThan(300_000);
        assertThat(gauge.most - before).isLessThan(8_000_000);
    }
}
