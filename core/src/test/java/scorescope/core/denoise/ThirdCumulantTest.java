package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class ThirdCumulantTest {
    /** (σ²/α)³ ∇³ log p, by central differences of the Hessian. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofTheCleanPointItIsTheThirdDerivativeOfTheLogDensity(long seed) {
        var exact = new MixtureScore(RandomMixture.of(seed));
        var level = new NoiseLevel(0.5, 0.8, 0.9);
        double x = 0.7;
        double y = -0.4;
        double h = 2e-4;
        double gain = Math.pow(level.sigma() * level.sigma() / level.alpha(), 3) / (2 * h);
        double[] right = hessian(exact, x + h, y, level);
        double[] left = hessian(exact, x - h, y, level);
        double[] above = hessian(exact, x, y + h, level);
        double[] below = hessian(exact, x, y - h, level);
        var found = ThirdCumulant.ofClean(exact, x, y, level);
        double scale = 1e-6 * (1 + Math.abs(found.xxx()) + Math.abs(found.yyy()));
        assertEquals(gain * (right[0] - left[0]), found.xxx(), scale);
        assertEquals(gain * (above[0] - below[0]), found.xxy(), scale);
        assertEquals(gain * (right[2] - left[2]), found.xyy(), scale);
        assertEquals(gain * (above[2] - below[2]), found.yyy(), scale);
    }

    private static double[] hessian(MixtureScore exact, double x, double y, NoiseLevel level) {
        var j = new double[4][1];
        exact.jacobian(new double[] {x}, new double[] {y}, 0, 1, level, j[0], j[1], j[2], j[3]);
        return new double[] {j[0][0], j[1][0], j[3][0]};
    }

    /** The mean of products of offsets over a sample, within four standard errors. */
    @Test
    void itIsTheMeanOfASamplesProducts() {
        var mixture = new GaussianMixture(
                List.of(new Component(1, -1, -0.5, 0.4, 0.1, 0.2), new Component(3, 1.2, 1, 0.9, -0.3, 0.5)));
        int n = 200_000;
        var sample = Sample.drawn(mixture, n, 7);
        var moments = mixture.moments();
        var exact = ThirdCumulant.of(mixture);
        double[] wanted = {exact.xxx(), exact.xxy(), exact.xyy(), exact.yyy()};
        var sum = new double[4];
        var squares = new double[4];
        for (int i = 0; i < n; i++) {
            double dx = sample.x()[i] - moments.meanX();
            double dy = sample.y()[i] - moments.meanY();
            double[] products = {dx * dx * dx, dx * dx * dy, dx * dy * dy, dy * dy * dy};
            for (int k = 0; k < 4; k++) {
                sum[k] += products[k] / n;
                squares[k] += products[k] * products[k] / n;
            }
        }
        for (int k = 0; k < 4; k++) {
            double error = Math.sqrt((squares[k] - sum[k] * sum[k]) / n);
            assertTrue(Math.abs(wanted[k]) > 8 * error, "too small to be seen: " + wanted[k]);
            assertEquals(wanted[k], sum[k], 4 * error, "entry " + k);
        }
    }
}
