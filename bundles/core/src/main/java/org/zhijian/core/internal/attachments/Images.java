package org.zhijian.core.internal.attachments;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Reads of an image what tells that it is one: its headers. The pixels are not decoded, so nothing can blow up here. */
final class Images {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PNG_HEADER = 13;

    /** Colour type and bit depths that it may have (PNG specification, table 11.1). */
    private static final List<String> PNG_PIXELS = List.of(
            "0:1", "0:2", "0:4", "0:8", "0:16", "2:8", "2:16", "3:1", "3:2", "3:4", "3:8", "4:8", "4:16", "6:8",
            "6:16");

    private Images() {}

    /** How many pixels a JPEG says it has; empty if it is none, or has no scan. */
    static OptionalLong jpegPixels(ByteBuffer bytes) {
        if (Bytes.at(bytes, 0) != 0xFF || Bytes.at(bytes, 1) != 0xD8 || Bytes.at(bytes, 2) != 0xFF) {
            return OptionalLong.empty();
        }
        long pixels = -1;
        int position = 2;
        while (Bytes.at(bytes, position) == 0xFF) {
            int marker = Bytes.at(bytes, position + 1);
            int length = Bytes.pair(bytes, position + 2);
            if (marker == 0xFF) {
                position++;
            } else if (marker == 0xDA) {
                return pixels > 0 ? OptionalLong.of(pixels) : OptionalLong.empty();
            } else if (length < 2 || marker < 0xC0 || 0xD0 <= marker && marker <= 0xD9) {
                return OptionalLong.empty();
            } else {
                if (isFrame(marker)) {
                    // A second frame would leave it to the reader which of the two it believes.
                    pixels = pixels == -1 ? framePixels(bytes, position + 4, length) : 0;
                }
                position += 2 + length;
            }
        }
        return OptionalLong.empty();
    }

    /** The frames SOF0 to SOF15; the other three markers in between hold tables. */
    private static boolean isFrame(int marker) {
        return 0xC0 <= marker && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static long framePixels(ByteBuffer bytes, int position, int length) {
        int height = Bytes.pair(bytes, position + 1);
        int width = Bytes.pair(bytes, position + 3);
        int components = Bytes.at(bytes, position + 5);
        boolean sane = components >= 1 && components <= 4 && length == 8 + 3 * components && width > 0 && height > 0;
        return sane ? (long) width * height : 0;
    }

    /** How many pixels a PNG says it has; empty if it is none, or does not reach its end. */
    static OptionalLong pngPixels(ByteBuffer bytes) {
        if (!Bytes.startsWith(bytes, 0, PNG_SIGNATURE) || !isHeader(bytes, PNG_SIGNATURE.length)) {
            return OptionalLong.empty();
        }
        long width = Bytes.quad(bytes, PNG_SIGNATURE.length + 8);
        long height = Bytes.quad(bytes, PNG_SIGNATURE.length + 12);
        boolean sane = 0 < width && width <= Integer.MAX_VALUE && 0 < height && height <= Integer.MAX_VALUE;
        return sane && endsProperly(bytes) ? OptionalLong.of(width * height) : OptionalLong.empty();
    }

    private static boolean isHeader(ByteBuffer bytes, int position) {
        if (Bytes.quad(bytes, position) != PNG_HEADER || !Bytes.startsWith(bytes, position + 4, Bytes.ascii("IHDR"))) {
            return false;
        }
        CRC32 crc = new CRC32();
        for (int i = position + 4; i < position + 8 + PNG_HEADER; i++) {
            crc.update(Bytes.at(bytes, i));
        }
        String pixel = Bytes.at(bytes, position + 17) + ":" + Bytes.at(bytes, position + 16);
        return crc.getValue() == Bytes.quad(bytes, position + 8 + PNG_HEADER) && PNG_PIXELS.contains(pixel);
    }

    /** True if the chunks lead, each to the next, over image data to the end chunk. */
    private static boolean endsProperly(ByteBuffer bytes) {
        boolean data = false;
        long position = PNG_SIGNATURE.length;
        while (position + 12 <= bytes.limit()) {
            int chunk = (int) position;
            if (Bytes.startsWith(bytes, chunk + 4, Bytes.ascii("IEND"))) {
                return data && Bytes.quad(bytes, chunk) == 0;
            }
            data |= Bytes.startsWith(bytes, chunk + 4, Bytes.ascii("IDAT"));
            position += 12 + Bytes.quad(bytes, chunk);
        }
        return false;
    }
}
