package org.zhijian.itests.http;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A file to be handed in: a small but real picture in colour, or a PDF of one page. */
public record Scan(String name, String mediaType, byte[] content) {

    /** The picture or document that the extension of the name promises. */
    public static Scan named(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase();
        return switch (extension) {
            case "pdf" -> new Scan(name, "application/pdf", pdf(name));
            case "png" -> new Scan(name, "image/png", picture("png", name));
            default -> new Scan(name, "image/jpeg", picture("jpg", name));
        };
    }

    /** The pages 1.jpg, 2.jpg and so on of a document. */
    public static List<Scan> pages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> named(page + ".jpg"))
                .toList();
    }

    /** Paper with a red seal and a pattern of the name on it, since the same content is not taken twice. */
    private static byte[] picture(String format, String name) {
        BufferedImage image = new BufferedImage(160, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, 160, 200, Color.LIGHT_GRAY));
        pen.fillRect(0, 0, 160, 200);
        pen.setColor(Color.BLUE);
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((name.hashCode() >>> bit & 1) == 1) {
                pen.fillRect(bit % 8 * 16, bit / 8 * 16, 16, 16);
            }
        }
        pen.setColor(Color.RED);
        pen.fillOval(100, 140, 40, 40);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String name) {
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        StringBuilder body =
                new StringBuilder("%PDF-1.4\n% ").append(name.hashCode()).append("\n");
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(body.length()));
            body.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = body.length();
        body.append(table)
                .append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
