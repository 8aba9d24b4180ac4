package org.zhijian.core.internal.attachments;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Finds in an image or document another kind of file that a careless program would run: an archive behind the picture (GIFAR), a page or a script
 * inside it. What cameras and scanners append of their own is left alone.
 */
final class Polyglots {
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_LENGTH = 22;
    private static final int ZIP_END_REACH = ZIP_END_LENGTH + 0xFFFF;

    private static final List<byte[]> ARCHIVES = List.of(
            new byte[] {'R', 'a', 'r', '!', 0x1A, 7}, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C});

    private static final List<byte[]> PAGES =
            List.of(Bytes.ascii("<script"), Bytes.ascii("<html"), Bytes.ascii("<?php"), Bytes.ascii("%pdf-"));

    private Polyglots() {}

    static boolean isInImage(ByteBuffer bytes) {
        return isArchive(bytes)
                || ARCHIVES.stream().anyMatch(mark -> Bytes.indexOf(bytes, 0, mark) >= 0)
                || PAGES.stream().anyMatch(mark -> Bytes.mentions(bytes, mark));
    }

    /** True if the file can be read as a ZIP archive, which is found from its end. */
    static boolean isArchive(ByteBuffer bytes) {
        int from = Math.max(0, bytes.limit() - ZIP_END_REACH);
        for (int end = Bytes.indexOf(bytes, from, ZIP_END); end >= 0; end = Bytes.indexOf(bytes, end + 1, ZIP_END)) {
            long length = Bytes.reversedQuad(bytes, end + 12);
            long offset = Bytes.reversedQuad(bytes, end + 16);
            if (length >= 0 && offset >= 0 && length + offset <= end) {
                return true;
            }
        }
        return false;
    }
}
