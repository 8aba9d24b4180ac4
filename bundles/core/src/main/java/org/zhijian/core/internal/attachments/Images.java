package org.zhijian.core.internal.attachments;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
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

    /** What an image says of itself, in pixels. */
    record Size(long width, long height) {
        private static final Size NONE = new Size(0, 0);

        long pixels() {
            return width * height;
        }

        long longerSide() {
            return Math.max(width, height);
        }

        boolean isSome() {
            return 0 < width && width <= Integer.MAX_VALUE && 0 < height && height <= Integer.MAX_VALUE;
        }
    }

    /** The size of a JPEG; empty if it is none, or has no scan. */
    static Optional<Size> jpegSize(ByteBuffer bytes) {
        if (Bytes.at(bytes, 0) != 0xFF || Bytes.at(bytes, 1) != 0xD8 || Bytes.at(bytes, 2) != 0xFF) {
            return Optional.empty();
        }
        Size size = null;
        int position = 2;
        while (Bytes.at(bytes, position) == 0xFF) {
            int marker = Bytes.at(bytes, position + 1);
            int length = Bytes.pair(bytes, position + 2);
            if (marker == 0xFF) {
                position++;
            } else if (marker == 0xDA) {
                return Optional.ofNullable(size).filter(Size::isSome);
            } else if (length < 2 || marker < 0xC0 || 0xD0 <= marker && marker <= 0xD9) {
                return Optional.empty();
            } else {
                if (isFrame(marker)) {
                    // A second frame would leave it to the reader which of the two it believes.
                    size = size == null ? frameSize(bytes, position + 4, length) : Size.NONE;
                }
                position += 2 + length;
            }
        }
        return Optional.empty();
    }

    /** The frames SOF0 to SOF15; the other three markers in between hold tables. */
    private static boolean isFrame(int marker) {
        return 0xC0 <= marker && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Size frameSize(ByteBuffer bytes, int position, int length) {
        int height = Bytes.pair(bytes, position + 1);
        int width = Bytes.pair(bytes, position + 3);
        int components = Bytes.at(bytes, position + 5);
        boolean sane = components >= 1 && components <= 4 && length == 8 + 3 * components && width > 0 && height > 0;
        return sane ? new Size(width, height) : Size.NONE;
    }

    /** The size of a PNG; empty if it is none, or does not reach its end. */
    static Optional<Size> pngSize(ByteBuffer bytes) {
        if (!Bytes.startsWith(bytes, 0, PNG_SIGNATURE) || !isHeader(bytes, PNG_SIGNATURE.length)) {
            return Optional.empty();
        }
        Size size = new Size(Bytes.quad(bytes, PNG_SIGNATURE.length + 8), Bytes.quad(bytes, PNG_SIGNATURE.length + 12));
        return size.isSome() && endsProperly(bytes) ? Optional.of(size) : Optional.empty();
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
