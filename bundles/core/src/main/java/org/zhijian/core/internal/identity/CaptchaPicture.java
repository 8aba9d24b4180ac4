package org.zhijian.core.internal.identity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Draws a few characters so that people read them more easily than programs do. The strokes are our own: a server may have no fonts, and
 * then Java cannot write. Pure but for the randomness that it is given.
 */
final class CaptchaPicture {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 40;
    private static final int CELL = 26;
    private static final double UNIT = 4.6;
    private static final int LINES = 5;
    private static final int DOTS = 60;

    /** Polylines on a grid of 0 to 4 by 0 to 6, two digits a point; characters that look alike are left out. */
    private static final Map<Character, String> STROKES = new TreeMap<>(Map.ofEntries(
            Map.entry('2', "0110304142240646"),
            Map.entry('3', "01103041423313334445361605"),
            Map.entry('4', "36300444"),
            Map.entry('5', "400002324345361605"),
            Map.entry('6', "413010010516364544331304"),
            Map.entry('7', "00402316"),
            Map.entry('9', "051636454130100102133342"),
            Map.entry('A', "0602204246|0444"),
            Map.entry('C', "4130100105163645"),
            Map.entry('E', "40000646|0333"),
            Map.entry('F', "400006|0333"),
            Map.entry('H', "0006|4046|0343"),
            Map.entry('J', "404536160504"),
            Map.entry('K', "0006|400346"),
            Map.entry('L', "000646"),
            Map.entry('M', "0600234046"),
            Map.entry('N', "06004640"),
            Map.entry('P', "06003041423303"),
            Map.entry('R', "06003041423303|2346"),
            Map.entry('T', "0040|2026"),
            Map.entry('U', "000516364540"),
            Map.entry('V', "002640"),
            Map.entry('W', "0016233640"),
            Map.entry('X', "0046|4006"),
            Map.entry('Y', "002340|2326")));

    /** The characters that there are. */
    static final String SIGNS = STROKES.keySet().stream().map(String::valueOf).collect(Collectors.joining());

    private CaptchaPicture() {}

    static byte[] png(String text, Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < LINES; i++) {
            pen.setColor(colour(random, 120));
            pen.drawLine(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
        for (int i = 0; i < DOTS; i++) {
            pen.setColor(colour(random, 120));
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1, 1);
        }
        for (int i = 0; i < text.length(); i++) {
            pen.setColor(colour(random, 10));
            pen.setStroke(new BasicStroke(2f + random.nextFloat(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(place(i, random).createTransformedShape(shape(STROKES.get(text.charAt(i)))));
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written to", impossible);
        }
        return png.toByteArray();
    }

    private static Color colour(Random random, int darkest) {
        return new Color(darkest + random.nextInt(100), darkest + random.nextInt(100), darkest + random.nextInt(100));
    }

    /** Where the character with this number stands, somewhat turned, sheared and shifted. */
    private static AffineTransform place(int number, Random random) {
        AffineTransform place = new AffineTransform();
        place.translate(10 + number * CELL + random.nextInt(5), 5 + random.nextInt(5));
        place.rotate((random.nextDouble() - 0.5) * 0.5, 2 * UNIT, 3 * UNIT);
        place.shear((random.nextDouble() - 0.5) * 0.4, 0);
        place.scale(UNIT * (0.85 + random.nextDouble() * 0.2), UNIT * (0.85 + random.nextDouble() * 0.2));
        return place;
    }

    private static Path2D shape(String strokes) {
        Path2D path = new Path2D.Double();
        for (String stroke : strokes.split("\\|")) {
            for (int i = 0; i < stroke.length(); i += 2) {
                double x = stroke.charAt(i) - '0';
                double y = stroke.charAt(i + 1) - '0';
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }
}
