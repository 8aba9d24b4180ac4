package org.zhijian.core.cases;

import java.util.Objects;

/** How well a scan can be read, judged by its pixels when it was handed in. */
public record ScanQuality(Colour colour, Legibility legibility) {

    /** Whether a scan has colour. */
    public enum Colour {
        COLOUR,
        /** Black and white, or grey. */
        GREY,
        UNKNOWN
    }

    /** Whether a scan can be read. */
    public enum Legibility {
        CLEAR,
        /** Too few pixels to read small print. */
        SMALL,
        /** Next to nothing is on it. */
        BLANK,
        /** Out of focus, or shaken. */
        BLURRED,
        UNKNOWN
    }

    /** Nothing is known: the file is no picture, or has not been judged. */
    public static final ScanQuality UNKNOWN = new ScanQuality(Colour.UNKNOWN, Legibility.UNKNOWN);

    public ScanQuality {
        Objects.requireNonNull(colour);
        Objects.requireNonNull(legibility);
    }
}
