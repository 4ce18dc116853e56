package scorescope.plot.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Viewport;

class RasterPainterTest {
    private static final Color BLACK = new Color(0xff000000);
    private final Raster raster = new Raster();
    private final RasterPainter painter = painter();

    private RasterPainter painter() {
        raster.reset(40, 30, 0xffffff);
        var made = new RasterPainter(raster, (text, size, bold) -> text.length() * size);
        made.begin(1);
        return made;
    }

    /** Sum of coverage on a white background, in pixels. */
    private double inked() {
        double sum = 0;
        for (int i = 0; i < 40 * 30; i++) {
            sum += 1 - (raster.pixels()[i] & 0xff) / 255.0;
        }
        return sum;
    }

    private int gray(int x, int y) {
        return raster.pixels()[y * 40 + x] & 0xff;
    }

    @Test
    void lineCoversItsLengthTimesItsWidthAtAnyAngle() {
        for (int degrees = 0; degrees < 360; degrees += 7) {
            raster.reset(40, 30, 0xffffff);
            double dx = 10 * Math.cos(Math.toRadians(degrees));
            double dy = 10 * Math.sin(Math.toRadians(degrees));
            painter.segments(new double[] {20, 20 + dx}, new double[] {15, 15 + dy}, 2, BLACK, 1.5);
            assertEquals(15, inked(), 0.9, "at " + degrees + " degrees");
        }
    }

    @Test
    void hairlineIsFaintInsteadOfBroken() {
        painter.segments(new double[] {5, 35}, new double[] {10.5, 10.5}, 2, BLACK, 0.5);
        for (int x = 6; x < 34; x++) {
            assertEquals(127, gray(x, 10), 2);
        }
    }

    @Test
    void translucentSegmentsMeetWithoutADarkerJoint() {
        var color = new Color(0x80000000);
        painter.polyline(new double[] {5, 17.3, 35}, new double[] {10.5, 10.5, 10.5}, 3, false, color, 1, Dash.SOLID);
        for (int x = 6; x < 34; x++) {
            assertEquals(127, gray(x, 10), 18, "at " + x);
        }
    }

    @Test
    void triangleCoversItsArea() {
        painter.triangles(new double[] {5, 25, 12}, new double[] {4, 9, 24}, 3, BLACK);
        assertEquals(182.5, inked(), 4);
        assertEquals(0, gray(14, 12));
        assertEquals(255, gray(30, 20));
    }

    @Test
    void discCoversItsArea() {
        painter.discs(new double[] {20.3}, new double[] {14.7}, 1, 6, BLACK);
        assertEquals(Math.PI * 36, inked(), 2);
    }

    /** Many discs are stamped at an eighth of a pixel; single ones are measured exactly. */
    @ParameterizedTest
    @ValueSource(ints = {300, 9000})
    void manyDiscsLookAsTheyDoOneByOne(int count) {
        var random = new java.util.SplittableRandom(3);
        // Some outside every edge of the clip.
        var x = random.doubles(count, 3, 37).toArray();
        var y = random.doubles(count, 3, 27).toArray();
        double radius = count > 1000 ? 0.4 : 1.4;
        var color = new Color(count > 1000 ? 0x20000000 : 0x30000000);
        painter.clip(5, 5, 30, 20);
        painter.discs(x, y, count, radius, color);
        var together = raster.pixels().clone();
        raster.reset(40, 30, 0xffffff);
        painter.clip(5, 5, 30, 20);
        for (int i = 0; i < count; i++) {
            painter.discs(new double[] {x[i]}, new double[] {y[i]}, 1, radius, color);
        }
        double difference = 0;
        for (int i = 0; i < 40 * 30; i++) {
            int off = Math.abs((together[i] & 0xff) - (raster.pixels()[i] & 0xff));
            assertTrue(off <= 24, "pixel " + i + " is " + off + " off");
            difference += off;
        }
        // Blending one by one rounds each layer down.
        assertTrue(difference / (40 * 30) < 5, "mean difference " + difference / (40 * 30));
    }

    /** Two layers of opacity ½ leave a quarter of the background, also with summed coverage. */
    @Test
    void layersOfACloudMultiply() {
        int count = 10_000;
        var x = new double[count];
        var y = new double[count];
        java.util.Arrays.fill(x, 30.5);
        java.util.Arrays.fill(y, 20.5);
        x[0] = x[1] = 10.5;
        painter.discs(x, y, count, 1.4, new Color(0x80000000));
        assertEquals(64, gray(10, 20), 2);
        assertEquals(0, gray(30, 20), 1);
    }

    /** Two colours at one point give their mean, in any order of drawing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inksOfACloudInOnePlaceGiveTheirMeanInAnyOrder(boolean byTurns) {
        int count = 10_000;
        var x = new double[count];
        var y = new double[count];
        var color = new int[count];
        java.util.Arrays.fill(x, 20.5);
        java.util.Arrays.fill(y, -15.5);
        for (int i = 0; i < count; i++) {
            color[i] = byTurns ? i % 2 : i / (count / 2);
        }
        x[0] = Double.NaN;
        y[1] = Double.NaN;
        y[2] = -1e300;
        var pixels = new Viewport(0, 0, 40, 30, 20, -15, 1);
        painter.particles(pixels, x, y, color, count, 1.4, List.of(new Color(0xffff0000), new Color(0xff0000ff)));
        int mean = raster.pixels()[15 * 40 + 20];
        assertEquals(0xff, mean >>> 24);
        assertEquals(127.5, mean >>> 16 & 0xff, 1);
        assertEquals(0, mean >>> 8 & 0xff);
        assertEquals(127.5, mean & 0xff, 1);
    }

    /** Sums of coverage are 16 bits wide and adjacent; an overflow must not change the next pixel. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1.4, 2.4})
    void aCloudInOnePlaceStaysInItsPixels(double radius) {
        int count = 20_000;
        var x = new double[count];
        var y = new double[count];
        // The middle of an eighth of a pixel, where a stamp equals the exact disc.
        java.util.Arrays.fill(x, 20 + 9 / 16.0);
        java.util.Arrays.fill(y, 15 + 9 / 16.0);
        painter.discs(x, y, count, radius, BLACK);
        var cloud = raster.pixels().clone();
        raster.reset(40, 30, 0xffffff);
        painter.discs(x, y, 1, radius, BLACK);
        for (int i = 0; i < 40 * 30; i++) {
            int one = raster.pixels()[i] & 0xff;
            assertEquals(one < 255 ? 0 : 255, cloud[i] & 0xff, 1, "pixel " + i % 40 + ", " + i / 40);
        }
    }

    /** Four pixels are added at once; the raster's width and number of pixels are not multiples of four. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1.4, 2.4})
    void aCloudReachesTheRightAndTheLowerEdgeAndGoesNoFarther(double radius) {
        int width = 43;
        int height = 29;
        int count = 9000;
        raster.reset(width, height, 0xffffff);
        painter.begin(1);
        var random = new java.util.SplittableRandom(8);
        var x = random.doubles(count, -2, width + 2).toArray();
        var y = random.doubles(count, -2, height + 2).toArray();
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                x[i] = width - 6 + 8 * random.nextDouble();
            } else {
                y[i] = height - 6 + 8 * random.nextDouble();
            }
        }
        painter.discs(x, y, count, radius, BLACK);
        for (int i = 0; i < width * height; i++) {
            int fromRight = width - i % width;
            int fromBelow = height - i / width;
            if (fromRight <= 5 || fromBelow <= 5) {
                assertEquals(0, raster.pixels()[i] & 0xff, 2, "pixel " + i % width + ", " + i / width);
            } else if (fromRight >= 10 && fromBelow >= 10) {
                assertEquals(255, raster.pixels()[i] & 0xff, "pixel " + i % width + ", " + i / width);
            }
        }
    }

    @Test
    void dashesLeaveGaps() {
        painter.polyline(new double[] {2, 37}, new double[] {10.5, 10.5}, 2, false, BLACK, 1, Dash.DASHED);
        assertEquals(20, inked(), 0.5);
    }

    @Test
    void ellipseTurnsCounterClockwiseAsSeen() {
        painter.ellipse(20, 15, 12, 3, Math.PI / 4, BLACK, 2, Dash.SOLID);
        assertTrue(gray(27, 7) < 255 || gray(28, 6) < 255 || gray(28, 7) < 255, "up and to the right");
        assertEquals(255, gray(12, 7));
    }

    @Test
    void nothingIsDrawnOutsideTheClip() {
        painter.clip(10, 10, 5, 5);
        painter.rectangle(0, 0, 40, 30, BLACK);
        painter.unclip();
        assertEquals(25, inked(), 1e-9);
    }

    @Test
    void imageOfTheSameSizeIsCopied() {
        int[] image = {0xff000000, 0xff102030, 0xffffffff, 0xff0000ff};
        painter.image(image, 2, 2, 4, 5, 2, 2);
        assertEquals(0xff000000, raster.pixels()[5 * 40 + 4]);
        assertEquals(0xff102030, raster.pixels()[5 * 40 + 5]);
        assertEquals(0xff0000ff, raster.pixels()[6 * 40 + 5]);
    }

    @Test
    void stretchedImageGoesSmoothlyFromOneColourToTheNext() {
        painter.image(new int[] {0xff000000, 0xffffffff}, 2, 1, 0, 0, 40, 1);
        for (int x = 1; x < 40; x++) {
            assertTrue(gray(x, 0) >= gray(x - 1, 0));
        }
        assertEquals(127, gray(20, 0), 8);
        assertEquals(0, gray(0, 0));
    }

    @Test
    void pointsAreScaledToTheScreensPixels() {
        painter.begin(2);
        painter.discs(new double[] {10}, new double[] {7}, 1, 3, BLACK);
        assertEquals(Math.PI * 36, inked(), 2);
        assertEquals(0, gray(20, 14));
    }

    @Test
    void wordsAreHandedOn() {
        painter.text("2", 3, 4, 11, false, Align.CENTER, BLACK);
        assertEquals("2", painter.words().getFirst().text());
        painter.begin(1);
        assertTrue(painter.words().isEmpty());
    }

    @Test
    void linesFarOutsideCostNothingAndHarmNothing() {
        painter.segments(new double[] {-1e5, 1e5, Double.NaN, 3}, new double[] {-1e5, -1e5, 0, 3}, 4, BLACK, 1);
        assertEquals(0, inked(), 1e-9);
    }
}
