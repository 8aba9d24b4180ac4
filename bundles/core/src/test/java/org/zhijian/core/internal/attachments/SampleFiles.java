package org.zhijian.core.internal.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people and attackers hand them in, made on the spot. */
final class SampleFiles {
    private SampleFiles() {}

    /** A small picture; each shade makes another content. */
    static byte[] jpg(int shade) {
        return image("jpg", shade);
    }

    /** A small picture without colour. */
    static byte[] grey() {
        BufferedImage image = new BufferedImage(16, 12, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    static byte[] png(int shade) {
        return image("png", shade);
    }

    private static byte[] image(String format, int shade) {
        BufferedImage image = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 12; y++) {
                image.setRGB(x, y, shade * 0x10101 + x * y);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** A JPEG whose header speaks of this many pixels. */
    static byte[] jpgOf(int width, int height) {
        byte[] bytes = jpg(1);
        for (int i = 2; i < bytes.length; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(bytes).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return bytes;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** A PNG whose header, with a right checksum, speaks of this many pixels. */
    static byte[] pngOf(int width, int height) {
        byte[] bytes = png(1);
        CRC32 crc = new CRC32();
        ByteBuffer header = ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        crc.update(bytes, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return bytes;
    }

    /** A document of one page with another object besides. */
    static byte[] pdf(String object) {
        return ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
                + "4 0 obj\n" + object + "\nendobj\n"
                + "trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n");
    }

    /** A document that holds an object in a compressed stream of objects. */
    static byte[] pdfWithStream(String filters, byte[] data) {
        String[] halves = new String(pdf("HERE"), StandardCharsets.ISO_8859_1).split("HERE");
        return join(
                ascii(halves[0] + "<</Type /ObjStm /N 1 /First 4 " + filters + " /Length " + data.length
                        + ">>\nstream\r\n"),
                data,
                ascii("\nendstream" + halves[1]));
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream target = new DeflaterOutputStream(bytes)) {
            target.write(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../evil.class"));
            zip.write(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
