package org.zhijian.core.internal.exports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row. Closing it ends the file, not the stream. */
public interface RowWriter extends Closeable {
    void head(List<String> headings) throws IOException;

    void row(List<String> cells) throws IOException;
}
