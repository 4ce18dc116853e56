package scorescope.core.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;

class GreyPictureTest {
    private static final int N = 3000;

    private final double[] x = new double[N];
    private final double[] y = new double[N];

    /** Three dark pixels of a white picture four wide and two high, one of them only half dark. */
    private static GreyPicture picture() {
        float[] grey = {0, 1, 1, 1, 1, 1, 0.25f, 0};
        return new GreyPicture(4, 2, grey);
    }

    @Test
    void pointsLieInDarkPixelsByTheirDarkness() {
        var picture = picture();
        assertEquals(2, picture.pixel());
        picture.draw(5, x, y);
        int[] counts = new int[3];
        for (int i = 0; i < N; i++) {
            if (x[i] < -2) {
                counts[0]++;
                assertTrue(x[i] >= -4 && y[i] >= 0 && y[i] <= 2, x[i] + ", " + y[i]);
            } else {
                counts[x[i] < 2 ? 1 : 2]++;
                assertTrue(x[i] >= 0 && x[i] <= 4 && y[i] >= -2 && y[i] <= 0, x[i] + ", " + y[i]);
            }
        }
        // Darkness below the middle shade: 0.5, 0.25, 0.5.
        assertEquals(1200, counts[0], 2);
        assertEquals(600, counts[1], 2);
        assertEquals(1200, counts[2], 2);
    }

    @Test
    void insideAPixelPointsAreSpreadEvenly() {
        new GreyPicture(2, 1, new float[] {0, 1}).draw(3, x, y);
        assertEquals(-2, Arrays.stream(x).average().orElseThrow(), 4 * 4 / Math.sqrt(12.0 * N));
        assertEquals(0, Arrays.stream(y).average().orElseThrow(), 4 * 4 / Math.sqrt(12.0 * N));
        assertTrue(Arrays.stream(y).max().orElseThrow() > 1.9);
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        picture().draw(1, x, y);
        var again = new double[N];
        picture().draw(1, again, new double[N]);
        assertArrayEquals(x, again);
    }

    @Test
    void aBlankPictureIsRefused() {
        var blank = new GreyPicture(2, 2, new float[] {1, 1, 1, 1});
        assertThrows(BadInputException.class, () -> blank.draw(1, x, y));
    }
}
