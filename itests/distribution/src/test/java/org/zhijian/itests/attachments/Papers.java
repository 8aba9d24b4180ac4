package org.zhijian.itests.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.zhijian.itests.http.Scan;

/** Pages as an office scans them, at 100 dpi; each seed makes another page. */
public final class Papers {
    private static final int WIDTH = 827;
    private static final int HEIGHT = 1169;

    private Papers() {}

    /** Print with a red seal. */
    public static Scan sealed(String name, int seed) {
        BufferedImage page = print(BufferedImage.TYPE_INT_RGB, seed);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(200, 30, 30));
        pen.fillOval(560, 860, 150, 150);
        pen.setColor(Color.WHITE);
        pen.fillOval(570, 870, 130, 130);
        pen.setColor(new Color(200, 30, 30));
        pen.fillRect(600, 925, 70, 18);
        pen.dispose();
        return jpeg(name, page);
    }

    /** A page with a comment in it, as cameras write them. */
    public static Scan commented(String name, int seed, String comment) {
        return new Scan(name, "image/jpeg", Attacks.commented(sealed(name, seed).content(), comment));
    }

    /** Print from a scanner that knows no colour. */
    public static Scan grey(String name, int seed) {
        return jpeg(name, print(BufferedImage.TYPE_BYTE_GRAY, seed));
    }

    /** Nothing but paper and a red pen's stroke, so that it has colour. */
    public static Scan blurred(String name) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (int) (150 + 90 * Math.sin(x / 40.0) * Math.cos(y / 60.0));
                page.setRGB(x, y, new Color(light, light / 2 + 60, 90).getRGB());
            }
        }
        return jpeg(name, page);
    }

    public static Scan blank(String name) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(250, 250, 248));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return jpeg(name, page);
    }

    private static BufferedImage print(int type, int seed) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(250, 250, 250));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(25, 25, 25));
        Random random = new Random(seed);
        for (int y = 90; y < HEIGHT - 90; y += 28) {
            for (int x = 90; x < WIDTH - 90 - random.nextInt(200); x += 5 + random.nextInt(9)) {
                pen.fillRect(x, y + random.nextInt(8), 2, 10);
            }
        }
        pen.dispose();
        return page;
    }

    private static Scan jpeg(String name, BufferedImage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Scan(name, "image/jpeg", bytes.toByteArray());
    }

    /** A document of so many pages, each with its number in large digits. */
    public static Scan pdf(String name, int pages) {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(4 + 2 * page).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (int page = 1; page <= pages; page++) {
            String content = "0.8 0.1 0.1 rg 60 60 475 20 re f BT /F1 200 Tf 230 380 Td (" + page + ") Tj ET";
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                            + (3 + 2 * page) + " 0 R >>");
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        }
        return new Scan(name, "application/pdf", document(objects));
    }

    /** A whole PDF of these objects; the first is its root. */
    static byte[] document(List<String> objects) {
        StringBuilder body = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(body.length()));
            body.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = body.length();
        body.append(table)
                .append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
