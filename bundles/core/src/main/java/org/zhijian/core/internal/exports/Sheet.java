package org.zhijian.core.internal.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.zhijian.core.access.Page;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;

/**
 * A list on its way into a file. Its first page is read before there is a file, so that what is refused is refused in time.
 *
 * @param title what it is called
 * @param headings what stands above its columns
 * @param first its first page
 * @param pages gives the page behind a cursor
 * @param cells what stands in the columns of one item
 */
record Sheet<T>(
        String title,
        String fileName,
        Format format,
        List<String> headings,
        Page<T> first,
        Function<String, Page<T>> pages,
        Function<T, List<String>> cells)
        implements Export {

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (RowWriter writer = format == Format.CSV ? new CsvWriter(out) : new XlsxWriter(out, title)) {
            writer.head(headings);
            Page<T> page = first;
            while (true) {
                for (T item : page.items()) {
                    writer.row(cells.apply(item));
                }
                if (page.next().isBlank()) {
                    return;
                }
                page = pages.apply(page.next());
            }
        }
    }
}
