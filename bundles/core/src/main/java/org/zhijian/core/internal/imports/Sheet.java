package org.zhijian.core.internal.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;

/** A table in a file, read row by row, so that its size is no matter of memory. */
public final class Sheet {
    /** The widest row that is read. */
    static final int MOST_COLUMNS = 200;

    /** The longest text in a cell. */
    static final int LONGEST_CELL = 2_000;

    /** Hears one row after the other. */
    @FunctionalInterface
    public interface Rows {
        /** @param number as a spreadsheet counts, from 1 @param cells as people read them, stripped */
        void row(int number, List<String> cells);
    }

    private Sheet() {}

    /** Reads a file by the extension of its name. @throws Refusal 422 with a sentence if it cannot be read */
    public static void read(Path file, String fileName, Rows rows) {
        String name = fileName.toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".csv")) {
                CsvSheet.read(file, rows);
            } else if (name.endsWith(".xlsx")) {
                XlsxSheet.read(file, rows);
            } else {
                throw refused("请上传 csv 或 xlsx 格式的文件");
            }
        } catch (IOException unreadable) {
            throw refused("文件无法读取，请另存后重新上传");
        }
    }

    static Refusal refused(String message) {
        return Refusal.invalid(Violation.of("file", "IMPORT", message));
    }

    /** A cell as it is kept. @throws Refusal 422 if it is too long */
    static String cell(int row, String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_CELL || stripped.indexOf('\0') >= 0) {
            throw refused("第" + row + "行有内容过长或含有无效字符的单元格");
        }
        return stripped;
    }
}
