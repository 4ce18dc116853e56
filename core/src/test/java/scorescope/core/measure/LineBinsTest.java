package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBinsTest {
    /** Bins hold the mass of the values inside, whatever their number and width. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void densitiesTimesWidthsAreTheShareInside(long seed) {
        var random = new Random(seed);
        double low = 3 * random.nextGaussian();
        var bins = new LineBins(low, low + 4 * random.nextDouble() + 0.1, 1 + random.nextInt(90));
        var values = random.doubles(1000, low - 1, low + 4).toArray();
        double inside = 0;
        for (double value : values) {
            inside += value >= bins.low() && value < bins.high() ? 1.0 / values.length : 0;
        }
        var density = new double[bins.count()];
        bins.densities(values, density);
        double mass = 0;
        for (int b = 0; b < bins.count(); b++) {
            mass += density[b] * (bins.edge(b + 1) - bins.edge(b));
        }
        assertEquals(inside, mass, 1e-12);
    }

    @Test
    void aValueOnAnEdgeLiesToItsRight() {
        var density = new double[] {7, 7, 7, 7, 9};
        new LineBins(0, 8, 4).densities(new double[] {0, 2, 2, 7.5, 8, -1, Double.NaN, 1e300}, density);
        assertArrayEquals(new double[] {1 / 16.0, 2 / 16.0, 0, 1 / 16.0, 9}, density, 1e-15);
    }

    @Test
    void noValuesHaveNoDensity() {
        var density = new double[] {7, 7};
        new LineBins(0, 1, 2).densities(new double[0], density);
        assertArrayEquals(new double[2], density);
    }

    @Test
    void thereAreNoBinsOnNothing() {
        assertThrows(IllegalArgumentException.class, () -> new LineBins(1, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new LineBins(0, 1, 0));
    }
}
