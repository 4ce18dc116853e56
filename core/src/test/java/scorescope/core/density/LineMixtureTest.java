package scorescope.core.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;

class LineMixtureTest {
    private static final NoiseLevel LEVEL = new NoiseLevel(Double.NaN, 0.8, 0.4);

    private static double plane(MixtureScore score, double x, double y, NoiseLevel level) {
        var log = new double[1];
        score.logDensity(new double[] {x}, new double[] {y}, 0, 1, level, log);
        return Math.exp(log[0]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aProjectionIsThePlanesDensitySummedAcross(long seed) {
        var mixture = RandomMixture.of(seed);
        double angle = 0.3 + seed;
        var line = LineMixture.projection(mixture, angle);
        var score = new MixtureScore(mixture);
        for (double s : new double[] {-2, 0.3, 3}) {
            double sum = 0;
            double h = 0.02;
            for (double t = -20; t <= 20; t += h) {
                double x = s * Math.cos(angle) - t * Math.sin(angle);
                double y = s * Math.sin(angle) + t * Math.cos(angle);
                sum += h * plane(score, x, y, LEVEL);
            }
            assertEquals(sum, Math.exp(line.logDensity(s, LEVEL)), 1e-9);
        }
    }

    /** Over a range with all mass in its middle, and over one beside it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void densitiesAreThoseAtEachPlace(long seed) {
        var line = LineMixture.projection(RandomMixture.of(seed), 0.4 * seed);
        for (double[] range : new double[][] {{-6, 6}, {-90, 70}, {0.2, 0.3}, {40, 50}}) {
            var density = new double[57];
            line.densities(range[0], range[1], LEVEL, density);
            for (int i = 0; i < density.length; i++) {
                double s = range[0] + (range[1] - range[0]) * i / (density.length - 1);
                assertEquals(Math.exp(line.logDensity(s, LEVEL)), density[i], 1e-14, "at " + s);
            }
        }
    }

    @Test
    void pointsWithoutWidthHaveNoDensity() {
        var line = new LineMixture(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {0, 0.04});
        var density = new double[] {7, 7, 7};
        line.densities(0, 2, NoiseLevel.plain(0), density);
        assertEquals(0.5 / Math.sqrt(2 * Math.PI * 0.04), density[1], 1e-12);
        assertEquals(density[0], density[2], 1e-15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSliceIsThePlanesDensityAlongTheLineUpToItsMass(long seed) {
        var mixture = RandomMixture.of(seed);
        double angle = 0.3 + seed;
        double offset = 0.7;
        var clean = NoiseLevel.plain(0);
        var line = LineMixture.slice(mixture, angle, offset);
        var score = new MixtureScore(mixture);
        double mass = 0;
        double h = 0.01;
        for (double s = -25; s <= 25; s += h) {
            mass += h * along(score, s, angle, offset, clean);
        }
        for (double s : new double[] {-2, 0.3, 3}) {
            double expected = along(score, s, angle, offset, clean) / mass;
            assertEquals(expected, Math.exp(line.logDensity(s, clean)), 1e-9);
        }
    }

    private static double along(MixtureScore score, double s, double angle, double offset, NoiseLevel level) {
        double x = s * Math.cos(angle) - offset * Math.sin(angle);
        double y = s * Math.sin(angle) + offset * Math.cos(angle);
        return plane(score, x, y, level);
    }

    @Test
    void scoreAndCumulativeAreDerivativeAndIntegralOfTheDensity() {
        var line = LineMixture.projection(RandomMixture.of(4), 1);
        double h = 1e-5;
        for (double s : new double[] {-3, 0, 0.5, 4}) {
            double slope = (line.logDensity(s + h, LEVEL) - line.logDensity(s - h, LEVEL)) / (2 * h);
            assertEquals(slope, line.score(s, LEVEL), 1e-7);
            double density = (line.cumulative(s + h, LEVEL) - line.cumulative(s - h, LEVEL)) / (2 * h);
            assertEquals(Math.exp(line.logDensity(s, LEVEL)), density, 1e-7);
        }
        assertEquals(0, line.cumulative(-60, LEVEL));
        assertEquals(1, line.cumulative(60, LEVEL), 1e-15);
    }

    /** On a line the probability flow keeps the order of points, so it carries quantiles: ds/dt = f s − ½g² score. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.2, 0.5, 0.97})
    void quantilesAreThePathsOfTheProbabilityFlow(double u) {
        var line = LineMixture.projection(RandomMixture.of(3), 2);
        var process = new VariancePreserving(0.1, 20);
        for (double t : new double[] {0.05, 0.3, 0.8}) {
            double s = line.quantile(u, process.at(t), 0);
            assertEquals(u, line.cumulative(s, process.at(t)), 1e-12);
            double h = 1e-5;
            double speed = (line.quantile(u, process.at(t + h), s) - line.quantile(u, process.at(t - h), s)) / (2 * h);
            double flow = process.drift(t) * s - 0.5 * process.diffusionSquared(t) * line.score(s, process.at(t));
            assertEquals(flow, speed, 1e-4 * Math.max(1, Math.abs(flow)));
        }
    }

    @Test
    void pointsHaveAProjectionButNoSlice() {
        var circle = DensityCatalog.CATALOG.create(Choice.of("circle"), "density");
        assertEquals(0.5, LineMixture.projection(circle, 0).cumulative(0, NoiseLevel.plain(0.2)), 1e-6);
        assertThrows(BadInputException.class, () -> LineMixture.slice(circle, 0, 0));
    }

    /** On a line in the plane, differences and derivatives of log p equal those in the plane. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 25, 1e4, 1e6, 1e8})
    void aSliceFarAwayIsThePlanesDensityAlongIt(double offset) {
        // Means so close in height that the line passes all three components at similar distances.
        var alike = new GaussianMixture(List.of(
                new Component(0.3, -1, 0.25, 0.5, 0.1, 0.36),
                new Component(0.4, 1, 0.25 + 0.3 / offset, 0.5, 0.1, 0.36),
                new Component(0.3, 0, 0.25 - 0.2 / offset, 0.5, 0.1, 0.36)));
        var thin = new GaussianMixture(List.of(
                new Component(0.6, 0, 0, 1, 0.999999999999, 1), new Component(0.4, 1e-6, 0, 1, 0.999999999999, 1)));
        var clean = NoiseLevel.plain(0);
        for (var plane : List.of(alike, thin)) {
            var line = LineMixture.slice(plane, 0, offset);
            var point = new PointExpansion(new NoisedMixture(plane, clean));
            for (int i = 0; i <= 4; i++) {
                double s = line.mean()[0] + 0.25 * i * (line.mean()[1] - line.mean()[0]);
                point.at(s, offset);
                // Change of the derivative when a mean moves by one unit in the last place.
                double moved = 8 * Math.ulp(s) / line.variance()[0];
                assertEquals(point.scoreX(), line.score(s, clean), 1e-9 * (1 + Math.abs(point.scoreX())) + moved);
            }
        }
    }

    /** Φ in the lower tail: by its bounds φ(z)(1/z − 1/z³) and φ(z)/z. */
    @ParameterizedTest
    @ValueSource(doubles = {6, 7.5, 9, 20, 36})
    void theLowerTailKeepsItsDigits(double z) {
        var normal = new LineMixture(new double[] {1}, new double[] {0}, new double[] {1});
        double height = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        double below = normal.cumulative(-z, NoiseLevel.plain(0));
        assertTrue(below < height / z, () -> below + " at " + z);
        assertTrue(below > height * (1 / z - 1 / (z * z * z)), () -> below + " at " + z);
    }

    /** A range beside all means shows the tail that it holds. */
    @Test
    void densitiesOfATailAreThoseOfTheirPlaces() {
        var two = new LineMixture(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {0.01, 0.04});
        var out = new double[50];
        for (double[] range : new double[][] {{3, 3.5}, {-4, -2}, {0, 9}}) {
            two.densities(range[0], range[1], NoiseLevel.plain(0), out);
            double largest = 0;
            for (double p : out) {
                largest = Math.max(largest, p);
            }
            for (int i = 0; i < out.length; i++) {
                double s = range[0] + i * (range[1] - range[0]) / 49;
                assertEquals(Math.exp(two.logDensity(s, NoiseLevel.plain(0))), out[i], 1e-10 * largest);
            }
            assertTrue(largest > 0);
        }
    }
}
