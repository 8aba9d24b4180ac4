package org.zhijian.core.exports;

import java.io.IOException;
import java.io.OutputStream;

/** A list that is ready to be written, once. */
public interface Export {
    /** What the file is called, in Chinese, with its ending. */
    String fileName();

    Format format();

    /** Writes all of it, page by page: memory does not grow with the list. The stream stays open. */
    void writeTo(OutputStream out) throws IOException;
}
