package org.zhijian.core.internal.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;
import org.zhijian.core.cases.ScanQuality.Legibility;

class ScansTest {
    /** A4 at 150 dpi. */
    private static final int WIDTH = 1240;

    private static final int HEIGHT = 1754;

    @TempDir
    private Path folder;

    /** Lines of print on paper, without any font: bars as wide and as far apart as strokes of 小四. */
    private static BufferedImage print(int type, int width, int height) {
        BufferedImage page = new BufferedImage(width, height, type);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(250, 250, 250));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(30, 30, 30));
        Random random = new Random(7);
        for (int y = height / 10; y < height * 9 / 10; y += 40) {
            for (int x = width / 10; x < width * 9 / 10; x += 6 + random.nextInt(8)) {
                pen.fillRect(x, y + random.nextInt(12), 3, 12);
            }
        }
        pen.dispose();
        return page;
    }

    private static BufferedImage print() {
        return print(BufferedImage.TYPE_INT_RGB, WIDTH, HEIGHT);
    }

    private static BufferedImage sealed(BufferedImage page) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(200, 40, 40));
        pen.drawOval(page.getWidth() * 2 / 3, page.getHeight() * 3 / 4, 160, 160);
        pen.fillRect(page.getWidth() * 2 / 3 + 40, page.getHeight() * 3 / 4 + 70, 80, 20);
        pen.dispose();
        return page;
    }

    private static BufferedImage blank(Color paper) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grain = random.nextInt(9) - 4;
                page.setRGB(
                        x,
                        y,
                        new Color(paper.getRed() + grain, paper.getGreen() + grain, paper.getBlue() + grain).getRGB());
            }
        }
        return page;
    }

    private static BufferedImage blurred(BufferedImage page, int radius) {
        int size = 2 * radius + 1;
        float[] weights = new float[size];
        Arrays.fill(weights, 1f / size);
        BufferedImage result = page;
        // Three boxes one after the other are nearly a lens out of focus.
        for (int i = 0; i < 3; i++) {
            result = new ConvolveOp(new Kernel(size, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
            result = new ConvolveOp(new Kernel(1, size, weights), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
        }
        return result;
    }

    private static byte[] encoded(String format, BufferedImage image, boolean progressive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream target = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private Optional<ScanQuality> judge(Slot.Format format, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("scan"), content);
        return Scans.judge(format, file, ByteBuffer.wrap(content));
    }

    private static ScanQuality quality(Colour colour, Legibility legibility) {
        return new ScanQuality(colour, legibility);
    }

    static Stream<Arguments> scans() {
        return Stream.of(
                arguments("a contract with a red seal", sealed(print()), Colour.COLOUR, Legibility.CLEAR),
                arguments("print without any colour", print(), Colour.GREY, Legibility.CLEAR),
                arguments(
                        "a grey picture",
                        print(BufferedImage.TYPE_BYTE_GRAY, WIDTH, HEIGHT),
                        Colour.GREY,
                        Legibility.CLEAR),
                arguments("yellowed paper", blank(new Color(235, 220, 180)), Colour.COLOUR, Legibility.CLEAR),
                arguments("an empty page", blank(new Color(245, 245, 245)), Colour.GREY, Legibility.BLANK),
                arguments("a black page", blank(new Color(10, 10, 10)), Colour.GREY, Legibility.BLANK),
                arguments("a little out of focus", blurred(sealed(print()), 1), Colour.COLOUR, Legibility.CLEAR),
                arguments("far out of focus", blurred(sealed(print()), 9), Colour.COLOUR, Legibility.BLURRED),
                arguments(
                        "a thumbnail",
                        sealed(print(BufferedImage.TYPE_INT_RGB, 240, 340)),
                        Colour.COLOUR,
                        Legibility.SMALL),
                arguments(
                        "a photograph of one inch",
                        sealed(print(BufferedImage.TYPE_INT_RGB, 295, 413)),
                        Colour.COLOUR,
                        Legibility.CLEAR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scans")
    void aPictureIsJudgedByItsPixels(String what, BufferedImage scan, Colour colour, Legibility legibility)
            throws IOException {
        // Yellowed paper with nothing on it is taken for a picture of something, since it has colour throughout.
        Legibility[] fair = what.equals("yellowed paper")
                ? new Legibility[] {Legibility.CLEAR, Legibility.BLURRED, Legibility.BLANK}
                : new Legibility[] {legibility};
        for (Slot.Format format : new Slot.Format[] {Slot.Format.JPG, Slot.Format.PNG}) {
            String name = format == Slot.Format.JPG ? "jpeg" : "png";
            ScanQuality judged = judge(format, encoded(name, scan, false)).orElseThrow();
            assertThat(judged.colour()).as(name).isEqualTo(colour);
            assertThat(judged.legibility()).as(name).isIn((Object[]) fair);
        }
    }

    @Test
    void blackAndWhiteOfAFaxIsGrey() throws IOException {
        BufferedImage fax = print(BufferedImage.TYPE_BYTE_BINARY, WIDTH, HEIGHT);

        assertThat(judge(Slot.Format.PNG, encoded("png", fax, false))).contains(quality(Colour.GREY, Legibility.CLEAR));
    }

    @Test
    void whatIsTransparentIsPaper() throws IOException {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);

        assertThat(judge(Slot.Format.PNG, encoded("png", page, false)))
                .contains(quality(Colour.GREY, Legibility.BLANK));
    }

    @Test
    void aProgressivePictureIsJudgedWhileItIsNotTooLarge() throws IOException {
        byte[] progressive = encoded("jpeg", sealed(print()), true);
        assertThat(judge(Slot.Format.JPG, progressive)).contains(quality(Colour.COLOUR, Legibility.CLEAR));

        for (int i = 2; i < progressive.length; i++) {
            if (progressive[i] == (byte) 0xFF && progressive[i + 1] == (byte) 0xC2) {
                ByteBuffer.wrap(progressive).putShort(i + 5, (short) 9000).putShort(i + 7, (short) 9000);
                break;
            }
        }
        assertThat(judge(Slot.Format.JPG, progressive)).contains(ScanQuality.UNKNOWN);
    }

    @Test
    void aPictureThatCannotBeOpenedIsNone() throws IOException {
        byte[] png = encoded("png", sealed(print()), false);
        Arrays.fill(png, 60, png.length - 20, (byte) 7);

        assertThat(judge(Slot.Format.PNG, png)).isEmpty();
    }

    /** A picture of a hundred million points, all black, is a few kilobytes of PNG. */
    @Test
    void aHugePictureIsJudgedWithinMemoryAndTime() throws IOException {
        BufferedImage huge = new BufferedImage(12_000, 8_000, BufferedImage.TYPE_BYTE_BINARY);
        byte[] png = encoded("png", huge, false);
        long started = System.nanoTime();

        assertThat(judge(Slot.Format.PNG, png)).contains(quality(Colour.GREY, Legibility.BLANK));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
    }

    private static byte[] pdf(byte[]... pictures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (byte[] picture : pictures) {
            bytes.writeBytes(("1 0 obj\n<</Subtype/Image/Filter/DCTDecode/Length " + picture.length + ">>\nstream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(picture);
            bytes.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes("%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @Test
    void aPdfIsJudgedByItsPhotographs() throws IOException {
        byte[] grey = encoded("jpeg", print(BufferedImage.TYPE_BYTE_GRAY, WIDTH, HEIGHT), false);
        byte[] colour = encoded("jpeg", sealed(print()), false);
        byte[] logo = encoded("jpeg", sealed(print(BufferedImage.TYPE_INT_RGB, 60, 60)), false);

        assertThat(judge(Slot.Format.PDF, pdf(grey, grey))).contains(quality(Colour.GREY, Legibility.CLEAR));
        assertThat(judge(Slot.Format.PDF, pdf(grey, colour))).contains(quality(Colour.COLOUR, Legibility.CLEAR));
        assertThat(judge(Slot.Format.PDF, pdf(logo))).contains(ScanQuality.UNKNOWN);
        assertThat(judge(Slot.Format.PDF, pdf())).contains(ScanQuality.UNKNOWN);
        assertThat(judge(Slot.Format.PDF, pdf(Arrays.copyOf(colour, 300), grey)))
                .contains(quality(Colour.GREY, Legibility.CLEAR));
    }
}
