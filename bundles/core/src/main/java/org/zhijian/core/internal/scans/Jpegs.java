package org.zhijian.core.internal.scans;

import java.nio.ByteBuffer;

/** What decoding a JPEG would cost, told from its markers. Pure functions. */
final class Jpegs {
    private static final int START_OF_FRAME = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int START_OF_SCAN = 0xDA;

    /** A progressive picture is held in memory whole, at six bytes for a point. */
    private static final long MOST_PROGRESSIVE_PIXELS = 12_000_000;

    /** Each scan goes over the whole picture again; encoders make some ten of them. */
    private static final int MOST_SCANS = 64;

    private Jpegs() {}

    /** Width and height of a frame. */
    record Size(int width, int height) {}

    /** True if it would take more memory or time than a scan is worth. */
    static boolean isCostly(ByteBuffer bytes) {
        int frame = frame(bytes, 0, bytes.limit());
        if (frame < 0) {
            return true;
        }
        boolean sequential = (bytes.get(frame + 1) & 0xFF) < PROGRESSIVE;
        Size size = size(bytes, frame);
        return !sequential && (long) size.width() * size.height() > MOST_PROGRESSIVE_PIXELS
                || scans(bytes) > MOST_SCANS;
    }

    private static int scans(ByteBuffer bytes) {
        int scans = 0;
        for (int i = 0; i + 1 < bytes.limit(); i++) {
            scans += bytes.get(i) == (byte) 0xFF && bytes.get(i + 1) == (byte) START_OF_SCAN ? 1 : 0;
        }
        return scans;
    }

    /** Where the frame of a JPEG begins that begins here, or -1. */
    static int frame(ByteBuffer bytes, int start, int end) {
        int position = start + 2;
        while (position + 9 <= end && bytes.get(position) == (byte) 0xFF) {
            int marker = bytes.get(position + 1) & 0xFF;
            boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
            if (START_OF_FRAME <= marker && marker <= 0xCF && !table) {
                return position;
            }
            if (marker == START_OF_SCAN) {
                return -1;
            }
            position += marker == 0xFF ? 1 : 2 + Short.toUnsignedInt(bytes.getShort(position + 2));
        }
        return -1;
    }

    static Size size(ByteBuffer bytes, int frame) {
        return new Size(Short.toUnsignedInt(bytes.getShort(frame + 7)), Short.toUnsignedInt(bytes.getShort(frame + 5)));
    }
}
