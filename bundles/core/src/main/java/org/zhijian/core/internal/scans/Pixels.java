package org.zhijian.core.internal.scans;

import java.util.Arrays;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;
import org.zhijian.core.cases.ScanQuality.Legibility;

/**
 * A picture thinned out to some two million points at most: how light each is, and how far from grey. Judges by counting; every figure here was tried on
 * scans of forms, certificates and contracts. Not thread-safe.
 */
final class Pixels {
    /** How far from grey a point is that nobody takes for grey; compression alone stays below. */
    private static final int COLOURED = 24;

    /** A small seal on a large page. */
    private static final double LEAST_COLOURED = 0.0002;

    /** How far a point is from the paper that belongs to print or handwriting. */
    private static final int INK = 40;

    /** One short line on a page. */
    private static final double LEAST_INK = 0.0003;

    /** Edges of scanners and shadows of covers are no writing. */
    private static final double MARGIN = 0.03;

    /** The steepest edges of a picture, as a part of its contrast: what is in focus rises within a few points. */
    private static final double LEAST_STEEPNESS = 0.14;

    private static final double STEEPEST = 0.999;

    private final int width;
    private final int height;
    private final byte[] light;
    private final byte[] chroma;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        light = new byte[width * height];
        chroma = new byte[width * height];
    }

    /** @param lightness 0 to 255 @param colour how far from grey, 0 to 255 */
    void set(int x, int y, int lightness, int colour) {
        light[y * width + x] = (byte) clamp(lightness);
        chroma[y * width + x] = (byte) clamp(colour);
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }

    ScanQuality judge() {
        return new ScanQuality(colour(), legibility());
    }

    private Colour colour() {
        long coloured = 0;
        for (byte value : chroma) {
            coloured += (value & 0xFF) >= COLOURED ? 1 : 0;
        }
        return coloured >= Math.max(1, LEAST_COLOURED * chroma.length) ? Colour.COLOUR : Colour.GREY;
    }

    private Legibility legibility() {
        int[] lights = new int[256];
        int[] steps = new int[256];
        int marginX = (int) (width * MARGIN);
        int marginY = (int) (height * MARGIN);
        for (int y = marginY; y < height - marginY; y++) {
            for (int x = marginX; x < width - marginX; x++) {
                int here = light(x, y);
                lights[here]++;
                if (x + 1 < width && y + 1 < height) {
                    steps[Math.max(Math.abs(here - light(x + 1, y)), Math.abs(here - light(x, y + 1)))]++;
                }
            }
        }
        if (isBlank(lights)) {
            return Legibility.BLANK;
        }
        double contrast = quantile(lights, STEEPEST) - quantile(lights, 1 - STEEPEST);
        return quantile(steps, STEEPEST) < LEAST_STEEPNESS * contrast ? Legibility.BLURRED : Legibility.CLEAR;
    }

    private int light(int x, int y) {
        return light[y * width + x] & 0xFF;
    }

    /** True if nearly all points are as light as the paper, and none has colour either. */
    private boolean isBlank(int[] lights) {
        int paper = quantile(lights, 0.5);
        long ink = 0;
        long all = 0;
        for (int value = 0; value < lights.length; value++) {
            all += lights[value];
            ink += Math.abs(value - paper) >= INK ? lights[value] : 0;
        }
        return ink < LEAST_INK * all && colour() == Colour.GREY;
    }

    /** The value below or at which this part of all counted lies. */
    private static int quantile(int[] counts, double part) {
        long all = Arrays.stream(counts).asLongStream().sum();
        long seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen >= part * all) {
                return value;
            }
        }
        return counts.length - 1;
    }
}
