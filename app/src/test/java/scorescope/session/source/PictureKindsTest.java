package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

/** A picture gives the same shades in every colour model and format, upright and averaged. */
class PictureKindsTest {
    private static final int COUNT = 20_000;

    /** Expected share of points in the grey block, by its darkness below the middle shade. */
    private static final double SHARE = (0.5 - SavedPicture.GREY / 255.0) / (0.5 + 0.5 - SavedPicture.GREY / 255.0);

    /** picture-grey-jpeg, picture-grey-16bit-png and other colour models. */
    @ParameterizedTest
    @EnumSource
    void everyColourModelIsTheSameDensity(SavedPicture as) throws IOException {
        var points = PictureFile.points(as.bytes(), COUNT, as.name());
        long right = Arrays.stream(points.x()).filter(x -> x > 0).count();
        assertEquals(SHARE, right / (double) COUNT, 0.006, as.name());
    }

    @Test
    void aRampOfGreyIsAsDarkAsItsNumbers() throws IOException {
        // math-image-greyscale: p = max(0, -x)/16 over [-4, 4] × [-1, 1], so that the mean of x is -8/3.
        var ramp = new BufferedImage(256, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 64; j++) {
                ramp.getRaster().setSample(i, j, 0, i);
            }
        }
        for (String format : new String[] {"png", "jpg", "bmp"}) {
            var points = PictureFile.points(SavedPicture.written(ramp, format), COUNT, format);
            assertEquals(-8.0 / 3, Arrays.stream(points.x()).average().orElseThrow(), 0.02, format);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1700, 2003, 4001})
    void thinLinesOfLargePicturesStay(int width) throws IOException {
        int height = width / 4;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] lines = {1, width / 3 + 1, width / 2 + 2, width - 1};
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                image.getRaster().setSample(i, j, 0, 255);
            }
            for (int line : lines) {
                image.getRaster().setSample(line, j, 0, 0);
            }
        }
        var points = PictureFile.points(SavedPicture.written(image, "png"), COUNT, "lines");
        double cell = 8.0 / PictureFile.MOST_ALONG;
        for (int line : lines) {
            double x = (line + 0.5) * 8 / width - 4;
            long there = Arrays.stream(points.x())
                    .filter(at -> Math.abs(at - x) < 1.1 * cell)
                    .count();
            assertTrue(there > 0.18 * COUNT, line + ": " + there);
        }
    }

    /** As upright ones: a level and a slanted line of one pixel; a cell with less of a line is lighter, so shares are near a half. */
    @ParameterizedTest
    @ValueSource(ints = {1700, 2003, 4001})
    void thinLevelAndSlantedLinesOfLargePicturesStay(int width) throws IOException {
        int height = width / 4;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                boolean slanted = i < width / 2 && j == height / 2 + i / 4;
                boolean level = i >= width / 2 && j == height / 3 + 1;
                image.setRGB(i, j, slanted || level ? 0 : 0xffffff);
            }
        }
        var points = PictureFile.points(SavedPicture.written(image, "png"), COUNT, "lines");
        double cell = 8.0 / PictureFile.MOST_ALONG;
        double step = 8.0 / width;
        int right = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = points.x()[i];
            double column = (x + 4) / step;
            double row = column < 0.5 * width ? 0.5 * height + column / 4 : Math.floorDiv(height, 3) + 1.5;
            if (Math.abs(x) > cell) {
                assertEquals(0.5 * height * step - row * step, points.y()[i], 2 * cell, "at " + x);
            }
            right += x > 0 ? 1 : 0;
        }
        assertEquals(0.5, right / (double) COUNT, 0.15);
    }

    @Test
    void theEdgeOfAPictureThatCellsDoNotDivideIsAsWideAsItIs() throws IOException {
        // 401 pixels in cells of two: the last cell holds one column, black here, and so do two further ones.
        var image = new BufferedImage(401, 40, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < 40; j++) {
            for (int i = 0; i < 401; i++) {
                image.setRGB(i, j, i == 400 || i == 200 || i == 201 ? 0 : 0xffffff);
            }
        }
        var points = PictureFile.points(SavedPicture.written(image, "png"), COUNT, "edge");
        long last = Arrays.stream(points.x()).filter(x -> x > 3).count();
        assertEquals(1 / 3.0, last / (double) COUNT, 1e-3);
        assertEquals(
                4 - 8 / 401.0,
                Arrays.stream(points.x()).filter(x -> x > 3).min().orElseThrow(),
                1e-4);
    }

    @ParameterizedTest
    @EnumSource(
            value = SavedPicture.class,
            names = {"RGB_JPEG", "GREY_JPEG", "RGB_PNG", "GREY_16_PNG", "CMYK_JPEG", "GIF", "RGB_BMP"})
    void aPictureThatEndsEarlyIsRefused(SavedPicture as) throws IOException {
        byte[] whole = as.bytes();
        for (int percent : new int[] {95, 80, 60}) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThrows(BadInputException.class, () -> PictureFile.points(cut, 100, "cut"), as + " " + percent);
        }
    }
}
