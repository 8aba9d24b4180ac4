package org.zhijian.core.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an XLSX file. */
final class XlsxSheet {
    /** What a file may unpack to: far more than honest rows need, far less than what ties up a server. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int MOST_ENTRIES = 1_000;

    private XlsxSheet() {}

    static void read(Path file, Sheet.Rows rows) throws IOException {
        refuseBombs(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> found = workbook.getFirstSheet().openStream()) {
            found.forEach(row -> rows.row(row.getRowNum(), cells(row)));
        } catch (ExcelReaderException broken) {
            throw Sheet.refused("文件不是正确的 xlsx 格式");
        }
    }

    private static List<String> cells(Row row) {
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
            throw Sheet.refused("第" + row.getRowNum() + "行超过" + Sheet.MOST_COLUMNS + "列");
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(Sheet.cell(row.getRowNum(), text(row.getCell(i))));
        }
        return cells;
    }

    /** Codes and telephone numbers are often kept as numbers; people read all of their digits. */
    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }

    /** Unpacks to nowhere and counts, for what a file says of its own size may be a lie. */
    private static void refuseBombs(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Sheet.refused("文件的组成部分过多");
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                try (InputStream content = zip.getInputStream(all.nextElement())) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        total += n;
                        if (total > MOST_BYTES) {
                            throw Sheet.refused("文件内容过大，请分成几个文件上传");
                        }
                    }
                }
            }
        } catch (ZipException noZip) {
            throw Sheet.refused("文件不是正确的 xlsx 格式");
        }
    }
}
