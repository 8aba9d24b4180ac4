package org.zhijian.core.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Refusal;

class SheetTest {
    private static final String TEXT = "单位名称,手机\r\n\"示例,甲\",13900000001\r\n\r\n示例㐀乙,\"引\"\"号\"\r\n";

    @TempDir
    Path folder;

    private List<String> read(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        List<String> rows = new ArrayList<>();
        Sheet.read(file, name, (number, cells) -> rows.add(number + ":" + String.join("|", cells)));
        return rows;
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", TEXT.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-8 with its mark", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("GB18030", TEXT.getBytes(Charset.forName("GB18030"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void csvIsReadInTheEncodingsThatChineseSpreadsheetsWrite(String encoding, byte[] bytes) throws IOException {
        assertThat(read(bytes, "账号.CSV")).contains("1:单位名称|手机", "2:示例,甲|13900000001", "4:示例㐀乙|引\"号");
    }

    @Test
    void numbersOfAWorkbookKeepAllTheirDigits() throws IOException {
        byte[] workbook = Xlsx.of(List.of(List.of("单位名称", "手机"), List.of(" 示例甲 ", 1.3900000001E10)));

        assertThat(read(workbook, "账号.xlsx")).containsExactly("1:单位名称|手机", "2:示例甲|13900000001");
    }

    @Test
    void whatIsNoTableIsRefusedInASentence() {
        assertThatThrownBy(() -> read("x".getBytes(StandardCharsets.UTF_8), "账号.xls"))
                .isInstanceOf(Refusal.class)
                .hasMessage("请上传 csv 或 xlsx 格式的文件");
        assertThatThrownBy(() -> read("x".getBytes(StandardCharsets.UTF_8), "账号.xlsx"))
                .isInstanceOf(Refusal.class)
                .hasMessage("文件不是正确的 xlsx 格式");
        assertThatThrownBy(() -> read(zip("a.txt", 10), "账号.xlsx"))
                .isInstanceOf(Refusal.class)
                .hasMessage("文件不是正确的 xlsx 格式");
        assertThatThrownBy(() -> read(("a,\"" + "长".repeat(3_000) + "\"").getBytes(StandardCharsets.UTF_8), "账号.csv"))
                .isInstanceOf(Refusal.class)
                .hasMessage("第1行有内容过长或含有无效字符的单元格");
    }

    @Test
    void aZipBombIsNotUnpackedToItsEnd() {
        assertThatThrownBy(() -> read(zip("xl/workbook.xml", 300 << 20), "账号.xlsx"))
                .isInstanceOf(Refusal.class)
                .hasMessage("文件内容过大，请分成几个文件上传");
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 16];
            for (int left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, Math.min(left, zeros.length));
            }
        }
        return bytes.toByteArray();
    }
}
