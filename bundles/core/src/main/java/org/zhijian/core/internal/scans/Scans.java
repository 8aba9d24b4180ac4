package org.zhijian.core.internal.scans;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.ScanQuality;

/**
 * Judges scans by their pixels. The headers must have been checked before: they bound what decoding may cost. At most two are decoded at a
 * time. Thread-safe.
 */
public final class Scans {
    private static final int AT_A_TIME = 2;
    private static final Semaphore DECODERS = new Semaphore(AT_A_TIME);

    private Scans() {}

    /**
     * How well a file can be read.
     *
     * @return empty if it is a picture that cannot be opened
     */
    public static Optional<ScanQuality> judge(Slot.Format format, Path file, ByteBuffer bytes) {
        DECODERS.acquireUninterruptibly();
        try {
            return Optional.of(
                    switch (format) {
                        case PNG -> ofFile("png", file);
                        case JPG -> Jpegs.isCostly(bytes) ? ScanQuality.UNKNOWN : ofFile("jpeg", file);
                        case PDF -> PdfPictures.judge(bytes);
                    });
        } catch (IOException broken) {
            return Optional.empty();
        } finally {
            DECODERS.release();
        }
    }

    private static ScanQuality ofFile(String format, Path file) throws IOException {
        try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
            return Pictures.judge(format, content);
        }
    }
}
