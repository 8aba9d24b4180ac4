package org.zhijian.core.internal.attachments;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhijian.api.form.Slot;

/** Judges files by their names and contents. Pure functions: nothing is opened, decoded or run. */
final class FileChecks {
    /** What may speak against a content. */
    enum Problem {
        EMPTY,
        /** Not of the format that its name says. */
        FORMAT,
        /** More pixels than anybody scans: made to exhaust whoever decodes it. */
        PIXELS,
        /** Does something when it is opened, or is another kind of file besides. */
        ACTIVE,
        ENCRYPTED
    }

    private static final long MOST_PIXELS = 100_000_000;

    /** A row is decoded whole: more of it than of the largest scanner's bed. */
    private static final long LONGEST_SIDE = 30_000;

    private FileChecks() {}

    /** The format that a file name speaks of; it is the content that decides whether it is true. */
    static Optional<Slot.Format> formatOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        String known = extension.equals("jpeg") ? "jpg" : extension;
        return dot < 0
                ? Optional.empty()
                : Arrays.stream(Slot.Format.values())
                        .filter(format -> format.extension().equals(known))
                        .findFirst();
    }

    static String mediaType(Slot.Format format) {
        return switch (format) {
            case JPG -> "image/jpeg";
            case PNG -> "image/png";
            case PDF -> "application/pdf";
        };
    }

    /** What is wrong with a content that ought to have this format; the buffer's position does not matter and stays. */
    static Optional<Problem> check(Slot.Format format, ByteBuffer bytes) {
        if (bytes.limit() == 0) {
            return Optional.of(Problem.EMPTY);
        }
        return switch (format) {
            case JPG -> image(Images.jpegSize(bytes), bytes);
            case PNG -> image(Images.pngSize(bytes), bytes);
            case PDF -> document(bytes);
        };
    }

    private static Optional<Problem> image(Optional<Images.Size> size, ByteBuffer bytes) {
        if (size.isEmpty()) {
            return Optional.of(Problem.FORMAT);
        }
        if (size.get().pixels() > MOST_PIXELS || size.get().longerSide() > LONGEST_SIDE) {
            return Optional.of(Problem.PIXELS);
        }
        return Polyglots.isInImage(bytes) ? Optional.of(Problem.ACTIVE) : Optional.empty();
    }

    private static Optional<Problem> document(ByteBuffer bytes) {
        if (!Pdf.isFramed(bytes)) {
            return Optional.of(Problem.FORMAT);
        }
        return Polyglots.isArchive(bytes) ? Optional.of(Problem.ACTIVE) : Pdf.problem(bytes);
    }
}
