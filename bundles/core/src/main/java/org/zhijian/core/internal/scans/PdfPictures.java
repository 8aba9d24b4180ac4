package org.zhijian.core.internal.scans;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;

/**
 * The photographs in a PDF, which is what most scanners put there: JPEG files that lie open in it. A document without any is not judged; it has
 * text, or pictures of other makes.
 */
final class PdfPictures {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int MOST_LOOKED_AT = 3;
    private static final int MOST_FOUND = 1000;
    private static final byte[] END_OF_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

    private PdfPictures() {}

    private record Picture(int start, int end, long pixels) {}

    /** In colour if one of the largest pictures is; as legible as the largest of them. */
    static ScanQuality judge(ByteBuffer bytes) {
        List<ScanQuality> seen = new ArrayList<>();
        for (Picture picture : largest(bytes)) {
            byte[] jpeg = new byte[picture.end() - picture.start()];
            bytes.get(picture.start(), jpeg);
            judge(jpeg).ifPresent(seen::add);
        }
        if (seen.isEmpty()) {
            return ScanQuality.UNKNOWN;
        }
        Colour colour = seen.stream()
                .map(ScanQuality::colour)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new ScanQuality(colour, seen.get(0).legibility());
    }

    /** Empty for what looks like a JPEG from outside only. */
    private static Optional<ScanQuality> judge(byte[] jpeg) {
        if (Jpegs.isCostly(ByteBuffer.wrap(jpeg))) {
            return Optional.empty();
        }
        try (ImageInputStream content = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            return Optional.of(Pictures.judge("jpeg", content));
        } catch (IOException notOne) {
            return Optional.empty();
        }
    }

    private static List<Picture> largest(ByteBuffer bytes) {
        List<Picture> pictures = new ArrayList<>();
        int end = bytes.limit();
        for (int i = 0; i + 3 < end && pictures.size() < MOST_FOUND; i++) {
            if (bytes.get(i) == (byte) 0xFF && bytes.get(i + 1) == (byte) 0xD8 && bytes.get(i + 2) == (byte) 0xFF) {
                int frame = Jpegs.frame(bytes, i, end);
                int last = frame < 0 ? -1 : lastByte(bytes, frame, end);
                if (last > 0) {
                    Jpegs.Size size = Jpegs.size(bytes, frame);
                    long pixels = (long) size.width() * size.height();
                    if (Pictures.isLarge(size.width(), size.height()) && pixels <= MOST_PIXELS) {
                        pictures.add(new Picture(i, last, pixels));
                    }
                    i = last - 1;
                }
            }
        }
        return pictures.stream()
                .sorted(Comparator.comparingLong(Picture::pixels).reversed())
                .limit(MOST_LOOKED_AT)
                .toList();
    }

    /** Behind the end marker, which cannot occur within the data of a picture; -1 if the stream ends before it. */
    private static int lastByte(ByteBuffer bytes, int from, int end) {
        for (int i = from; i + 1 < end; i++) {
            if (bytes.get(i) == 'e' && isEndOfStream(bytes, i)) {
                return -1;
            }
            if (bytes.get(i) == (byte) 0xFF && bytes.get(i + 1) == (byte) 0xD9) {
                return i + 2;
            }
        }
        return -1;
    }

    private static boolean isEndOfStream(ByteBuffer bytes, int position) {
        boolean same = position + END_OF_STREAM.length <= bytes.limit();
        for (int i = 0; same && i < END_OF_STREAM.length; i++) {
            same = bytes.get(position + i) == END_OF_STREAM[i];
        }
        return same;
    }
}
