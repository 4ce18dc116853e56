package scorescope.plot.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Segments against those drawn by Java 2D. */
class SegmentPixelsTest {
    private static final int SIDE = 60;
    private static final int SEGMENTS = 300;

    @Test
    void looksAsJava2dDoes() {
        for (double width : new double[] {0.4, 1, 2.3}) {
            var random = new Random(5);
            var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
            var graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            int[] ours = white();
            image.setRGB(0, 0, SIDE, SIDE, ours, 0, SIDE);
            var pixels = new SegmentPixels(ours, SIDE, SIDE);
            for (int k = 0; k < SEGMENTS; k++) {
                double x = 70 * random.nextDouble() - 5;
                double y = 70 * random.nextDouble() - 5;
                double turn = 2 * Math.PI * random.nextDouble();
                double length = 12 * random.nextDouble();
                int color = 0x30000000 | random.nextInt(0x1000000);
                double x1 = x + length * Math.cos(turn);
                double y1 = y + length * Math.sin(turn);
                pixels.draw(x, y, x1, y1, width, color);
                graphics.setColor(new java.awt.Color(color, true));
                graphics.draw(new Line2D.Double(x, y, x1, y1));
            }
            int[] theirs = image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
            double sum = 0;
            for (int i = 0; i < ours.length; i++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (ours[i] >> shift & 0xff) - (theirs[i] >> shift & 0xff);
                    assertTrue(Math.abs(difference) <= 14, "width " + width + ", pixel " + i + ": " + difference);
                    sum += difference;
                }
            }
            assertEquals(0, sum / (3 * ours.length), 0.5, "neither lighter nor darker, width " + width);
        }
    }

    @Test
    void coversAsMuchAsASegmentWithRoundEnds() {
        for (double angle = 0; angle < 1.6; angle += 0.1) {
            int[] clear = new int[SIDE * SIDE];
            double x1 = 20.3 + 15 * Math.cos(angle);
            double y1 = 20.6 + 15 * Math.sin(angle);
            new SegmentPixels(clear, SIDE, SIDE).draw(20.3, 20.6, x1, y1, 1.4, 0xff336699);
            double covered =
                    Arrays.stream(clear).mapToDouble(c -> (c >>> 24) / 255.0).sum();
            assertEquals(15 * 1.4 + Math.PI * 0.49, covered, 0.02 * 22, "angle " + angle);
            assertTrue(Arrays.stream(clear).allMatch(c -> c >>> 24 < 100 || (c & 0xffffff) == 0x336699));
        }
    }

    @Test
    void staysInItsClip() {
        int[] clear = new int[SIDE * SIDE];
        var pixels = new SegmentPixels(clear, SIDE, SIDE);
        pixels.clip(10.4, 20.6, 30, 40);
        pixels.draw(-50, -20, 100, 90, 5, 0xff000000);
        for (int at = 0; at < clear.length; at++) {
            int row = at / SIDE;
            double x = at % SIDE + 0.5;
            double y = row + 0.5;
            boolean inside = x >= 10.4 && x < 30 && y >= 20.6 && y < 40;
            assertTrue(inside || clear[at] == 0, x + " " + y);
        }
        assertTrue(Arrays.stream(clear).anyMatch(c -> c != 0));
    }

    private static int[] white() {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, 0xffffffff);
        return pixels;
    }
}
