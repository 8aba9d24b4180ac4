package org.zhijian.core.internal.scans;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;
import org.zhijian.core.cases.ScanQuality.Legibility;

/** Decodes JPEG and PNG row by row, keeping only every so manieth point: what it holds in memory does not grow with the picture. */
final class Pictures {
    /** Points kept along the longer side. */
    private static final int LONGEST = 1400;

    /** What small print needs: a photograph of one inch by 300 dpi has as many. */
    private static final int LEAST_LONG_SIDE = 400;

    private static final int LEAST_SHORT_SIDE = 250;

    private Pictures() {}

    /**
     * Judges a picture whose header has been checked.
     *
     * @param format {@code jpeg} or {@code png}
     * @throws IOException if it cannot be decoded
     */
    static ScanQuality judge(String format, ImageInputStream content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            reader.setInput(content, true, true);
            ScanQuality quality = decode(format, reader).judge();
            return isSmall(reader) ? new ScanQuality(quality.colour(), Legibility.SMALL) : quality;
        } catch (RuntimeException broken) {
            // The decoders of the JDK answer some broken files like this.
            throw new IOException("no readable picture", broken);
        } finally {
            reader.dispose();
        }
    }

    static boolean isLarge(int width, int height) {
        return Math.max(width, height) >= LEAST_LONG_SIDE && Math.min(width, height) >= LEAST_SHORT_SIDE;
    }

    private static boolean isSmall(ImageReader reader) throws IOException {
        return !isLarge(reader.getWidth(0), reader.getHeight(0));
    }

    private static Decoded decode(String format, ImageReader reader) throws IOException {
        ImageReadParam thinned = reader.getDefaultReadParam();
        int step = 1 + (Math.max(reader.getWidth(0), reader.getHeight(0)) - 1) / LONGEST;
        thinned.setSourceSubsampling(step, step, 0, 0);
        // A raster needs no colour profile, which may be broken, and JPEG of printers (CMYK) has no other way.
        return format.equals("png") ? ofImage(reader.read(0, thinned)) : ofRaster(reader.readRaster(0, thinned));
    }

    private record Decoded(Pixels pixels, boolean knowsColour) {
        ScanQuality judge() {
            ScanQuality quality = pixels.judge();
            return knowsColour ? quality : new ScanQuality(Colour.UNKNOWN, quality.legibility());
        }
    }

    private static Decoded ofImage(BufferedImage image) {
        Pixels pixels = new Pixels(image.getWidth(), image.getHeight());
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int alpha = row[x] >>> 24;
                int red = onPaper(row[x] >> 16 & 0xFF, alpha);
                int green = onPaper(row[x] >> 8 & 0xFF, alpha);
                int blue = onPaper(row[x] & 0xFF, alpha);
                int most = Math.max(red, Math.max(green, blue));
                int least = Math.min(red, Math.min(green, blue));
                pixels.set(x, y, (299 * red + 587 * green + 114 * blue) / 1000, most - least);
            }
        }
        return new Decoded(pixels, true);
    }

    /** What is transparent shows the white behind it. */
    private static int onPaper(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha)) / 255;
    }

    /** A JPEG's own bands: lightness alone; lightness and two differences of colour; or the four inks of a printer. */
    private static Decoded ofRaster(Raster raster) {
        Pixels pixels = new Pixels(raster.getWidth(), raster.getHeight());
        int bands = raster.getNumBands();
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                int first = x * bands;
                int colour =
                        bands < 3 ? 0 : 2 * Math.max(Math.abs(row[first + 1] - 128), Math.abs(row[first + 2] - 128));
                pixels.set(x, y, row[first], colour);
            }
        }
        return new Decoded(pixels, bands <= 3);
    }
}
