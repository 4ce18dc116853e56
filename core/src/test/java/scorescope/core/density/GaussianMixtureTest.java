package scorescope.core.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class GaussianMixtureTest {
    /**
     * Mean and covariance of 40,000 samples, within five standard errors each: a correct program fails with probability below
     * 1e-5 per case; the seeds are fixed.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesHaveTheMomentsOfTheMixture(long seed) {
        var mixture = RandomMixture.of(seed);
        var moments = mixture.moments();
        int n = 40_000;
        double[] x = new double[n];
        double[] y = new double[n];
        mixture.draw(seed, x, y);
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double error = 5 / Math.sqrt(n);
        assertEquals(moments.meanX(), mx, error * Math.sqrt(moments.xx()));
        assertEquals(moments.meanY(), my, error * Math.sqrt(moments.yy()));
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - mx) * (x[i] - mx) / n;
            xy += (x[i] - mx) * (y[i] - my) / n;
            yy += (y[i] - my) * (y[i] - my) / n;
        }
        // A squared deviation of a Gaussian has standard deviation √2 times its variance; a mixture's has less.
        double spread = error * Math.sqrt(2);
        assertEquals(moments.xx(), xx, spread * moments.xx());
        assertEquals(moments.yy(), yy, spread * moments.yy());
        assertEquals(moments.xy(), xy, spread * Math.sqrt(moments.xx() * moments.yy()));
    }

    @Test
    void theSameSeedDrawsTheSameSamplesAndALongerDrawBeginsWithThem() {
        var mixture = RandomMixture.of(5);
        double[] x = new double[100];
        double[] y = new double[100];
        mixture.draw(9, x, y);
        double[] longerX = new double[300];
        double[] longerY = new double[300];
        mixture.draw(9, longerX, longerY);
        assertArrayEquals(x, Arrays.copyOf(longerX, 100));
        assertArrayEquals(y, Arrays.copyOf(longerY, 100));
        mixture.draw(10, longerX, longerY);
        assertNotEquals(x[0], longerX[0]);
    }

    @Test
    void noisingScalesMeansAndWidensCovariances() {
        var mixture = RandomMixture.of(7);
        var before = mixture.moments();
        var after = mixture.noised(new NoiseLevel(0.5, 0.5, 2)).moments();
        assertEquals(0.5 * before.meanX(), after.meanX(), 1e-12);
        assertEquals(0.25 * before.xx() + 4, after.xx(), 1e-12);
        assertEquals(0.25 * before.xy(), after.xy(), 1e-12);
        assertEquals(0.25 * before.yy() + 4, after.yy(), 1e-12);
    }

    @TestFactory
    Stream<DynamicTest> weightsOfEveryPresetSumToOneAndItsBoxHoldsItsSamples() {
        return DensityCatalog.CATALOG.ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var mixture = DensityCatalog.CATALOG.create(Choice.of(id), "density");
                    assertEquals(
                            1,
                            mixture.components().stream()
                                    .mapToDouble(Component::weight)
                                    .sum(),
                            1e-14);
                    var box = mixture.bounds(6);
                    double[] x = new double[1000];
                    double[] y = new double[1000];
                    mixture.draw(1, x, y);
                    for (int i = 0; i < 1000; i++) {
                        assertTrue(x[i] >= box.x0() && x[i] <= box.x1() && y[i] >= box.y0() && y[i] <= box.y1());
                    }
                }));
    }

    /** Known numbers of components and standard deviations; all lie within the opening view [−5, 5]². */
    @ParameterizedTest
    @CsvSource({
        "three-gaussians, 3, 0.6", "eight-gaussians, 8, 0.4", "two-moons, 40, 0.15", "swiss-roll, 60, 0.12",
        "checkerboard, 288, 0.2", "two-rings, 64, 0.12", "grid-25, 25, 0.15", "circle, 400, 0"
    })
    void presetsAreWhatTheySay(String id, int count, double std) {
        var mixture = DensityCatalog.CATALOG.create(Choice.of(id), "density");
        assertEquals(count, mixture.components().size());
        for (var c : mixture.components()) {
            assertEquals(std * std, c.xx(), 1e-12);
            assertEquals(0, c.xy());
            assertEquals(std * std, c.yy(), 1e-12);
            assertTrue(Math.max(Math.abs(c.meanX()), Math.abs(c.meanY())) <= 5);
        }
    }

    @Test
    void pointsHaveADensityUnderNoiseOnly() {
        var circle = DensityCatalog.CATALOG.create(Choice.of("circle"), "density");
        assertTrue(circle.hasDensity(NoiseLevel.plain(1e-3)));
        assertFalse(circle.hasDensity(NoiseLevel.plain(0)));
        var complaint = assertThrows(BadInputException.class, () -> new NoisedMixture(circle, NoiseLevel.plain(0)));
        assertTrue(complaint.getMessage().contains("raise sigma"), complaint.getMessage());
    }

    @Test
    void stretchedPresetsFollowTheirShape() {
        var pinwheel = DensityCatalog.CATALOG.create(Choice.of("pinwheel"), "density");
        assertEquals(40, pinwheel.components().size());
        var turned = pinwheel.moments();
        // Five arms: no direction is distinguished.
        assertEquals(0, turned.meanX(), 1e-12);
        assertEquals(0, turned.xy(), 1e-12);
        assertEquals(turned.xx(), turned.yy(), 1e-12);
        var video = DensityCatalog.CATALOG
                .create(Choice.of("two-frame-video"), "density")
                .moments();
        assertTrue(video.xy() > 0.98 * video.xx());
    }

    @Test
    void neighboursOnTheSwissRollStandEvenly() {
        var roll = DensityCatalog.CATALOG
                .create(Choice.of("swiss-roll"), "density")
                .components();
        for (int k = 1; k < roll.size(); k++) {
            double apart = Math.hypot(
                    roll.get(k).meanX() - roll.get(k - 1).meanX(),
                    roll.get(k).meanY() - roll.get(k - 1).meanY());
            assertEquals(0.31, apart, 0.03, "before component " + k);
        }
    }

    @Test
    void eightGaussiansStandOnACircleOfRadiusFive() {
        var mixture = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "density");
        assertEquals(8, mixture.components().size());
        for (var c : mixture.components()) {
            assertEquals(5, Math.hypot(c.meanX(), c.meanY()), 1e-12);
            assertEquals(0.16, c.xx(), 1e-12);
        }
    }
}
