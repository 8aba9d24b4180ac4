package org.zhijian.core.internal.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX, written as it grows. Every cell is a text in its place, never a formula; what does not fit on one sheet goes on on the next. */
final class XlsxWriter implements RowWriter {
    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_TITLE = 28;
    private static final double COLUMN_WIDTH = 22;

    private final Workbook book;
    private final String title;
    private List<String> headings = List.of();
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxWriter(OutputStream out, String title) {
        this.book = new Workbook(open(out), "Zhijian", null);
        this.title = title.replaceAll("[\\[\\]:*?/\\\\']", " ");
    }

    /** The book would close the stream, which is not its own. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    @Override
    public void head(List<String> texts) throws IOException {
        headings = List.copyOf(texts);
        begin();
    }

    private void begin() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        sheets++;
        String name = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        sheet = book.newWorksheet(sheets == 1 ? name : name + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, COLUMN_WIDTH);
            sheet.inlineString(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (row > ROWS_OF_A_SHEET) {
            begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
