package scorescope.core.wrong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.denoise.NoisyPairs;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.SubVariancePreserving;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.score.MixtureScore;

/** The correct curves are those of formulas that share nothing with them, and the wrong ones are wrong in the way told. */
class WrongCurveTest {
    private static final VariancePreserving PROCESS = new VariancePreserving(0.1, 20);
    private static final NoiseLevel HALF = NoiseLevel.plain(0.5);

    private static MixtureScore preset(String name) {
        return new MixtureScore(DensityCatalog.CATALOG.create(Choice.of(name), "density"));
    }

    private static WrongCurve.Pair curve(String id, MixtureScore exact, double x, double y) {
        return WrongCurve.ALL.stream()
                .filter(curve -> curve.id().equals(id))
                .findFirst()
                .orElseThrow()
                .numbers()
                .at(exact, HALF, x, y);
    }

    /** At the origin of the opening density, t = 0.05: −6.33, which is log p_t, and +2.55 with the wrong sign. */
    @Test
    void theLikelihoodWithAMinusLooksPlausible() {
        var exact = preset("three-gaussians");
        var pair = curve("likelihood-sign", exact, 0, 0);
        assertEquals(0.05, pair.x()[0], 1e-12);
        assertEquals(-6.33, pair.right()[0], 0.01);
        assertEquals(2.55, pair.wrong()[0], 0.01);
        for (int i = 0; i < pair.x().length; i++) {
            var log = new double[1];
            exact.logDensity(new double[1], new double[1], 0, 1, PROCESS.at(pair.x()[i]), log);
            assertEquals(log[0], pair.right()[i], 2e-3, "at " + pair.x()[i]);
        }
    }

    /** Against pairs drawn one by one, within four standard errors. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 30, 40})
    void lossesAreMeansOverDrawnPairs(int i) {
        var exact = preset("three-gaussians");
        var factor = curve("loss-factor", exact, 0, 0);
        var half = curve("mean-over-coordinates", exact, 0, 0);
        double sigma = factor.x()[i];
        var level = NoiseLevel.plain(sigma);
        int n = 400_000;
        var pairs = NoisyPairs.of(exact.mixture(), level, n, 3);
        var s = new double[2][n];
        exact.score(pairs.noisyX(), pairs.noisyY(), 0, n, level, s[0], s[1]);
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double ex = (pairs.noisyX()[k] - pairs.cleanX()[k]) / sigma;
            double ey = (pairs.noisyY()[k] - pairs.cleanY()[k]) / sigma;
            // ‖ε_θ − ε‖² with ε_θ = −σs.
            double noise = Math.pow(sigma * s[0][k] + ex, 2) + Math.pow(sigma * s[1][k] + ey, 2);
            mean += noise / n;
            squares += noise * noise / n;
        }
        double error = 4 * Math.sqrt((squares - mean * mean) / n);
        double variance = sigma * sigma;
        assertEquals(mean / (2 * variance), factor.right()[i], error / (2 * variance));
        assertEquals(2 * variance * mean, factor.wrong()[i], 2 * variance * error);
        assertEquals(factor.right()[i], half.right()[i], 1e-12);
        assertEquals(0.5 * half.right()[i], half.wrong()[i], 1e-12);
    }

    @Test
    void theRatioOfVariancesIsThatOfTheProcesses() {
        var pair = curve("sub-variance-ratio", preset("three-gaussians"), 0, 0);
        var below = new SubVariancePreserving(PROCESS.beta());
        for (int i = 0; i < pair.x().length; i++) {
            double t = pair.x()[i];
            assertEquals(Math.pow(below.sigma(t) / PROCESS.sigma(t), 2), pair.right()[i], 1e-9);
            assertEquals(1 - pair.right()[i], pair.wrong()[i], 1e-9);
        }
    }

    /** On the eight Gaussians E‖v‖² runs from 2 to 25. */
    @Test
    void theVelocityIsNotBounded() {
        var pair = curve("bounded-velocity", preset("eight-gaussians"), 0, 0);
        assertEquals(2, pair.right()[0], 0.01);
        assertEquals(25.3, pair.right()[pair.right().length - 1], 0.1);
        assertTrue(Arrays.stream(pair.wrong()).allMatch(value -> value == 2));
    }

    /** tr H and p⁻¹∇²p by differences of log p and of p. */
    @Test
    void stackedDerivativesAreThoseOfTheDensityNotOfItsLogarithm() {
        var exact = preset("three-gaussians");
        var pair = curve("stacked-derivatives", exact, 0.4, -0.3);
        double h = 1e-3;
        for (int i = 5; i < pair.x().length; i += 10) {
            double x = pair.x()[i];
            double[] px = {x, x + h, x - h, x, x};
            double[] py = {-0.3, -0.3, -0.3, -0.3 + h, -0.3 - h};
            var log = new double[5];
            exact.logDensity(px, py, 0, 5, HALF, log);
            double ofLog = (log[1] + log[2] + log[3] + log[4] - 4 * log[0]) / (h * h);
            double ofDensity = (Math.exp(log[1] - log[0])
                            + Math.exp(log[2] - log[0])
                            + Math.exp(log[3] - log[0])
                            + Math.exp(log[4] - log[0])
                            - 4)
                    / (h * h);
            assertEquals(ofLog, pair.right()[i], 1e-4 * (1 + Math.abs(ofLog)));
            assertEquals(ofDensity, pair.wrong()[i], 1e-4 * (1 + Math.abs(ofDensity)));
        }
    }

    /** Of a single point x₀ the flow keeps ε, α x₀ + σ ε: DDIM's one step is the flow, Euler's is not. */
    @Test
    void ddimIsTheFlowOfAPointAndEulerIsNot() {
        var point = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0.7, -0.2, 0))));
        var pair = curve("euler-not-ddim", point, 1.5, 0.8);
        int last = pair.x().length - 1;
        assertEquals(1.5, pair.right()[last], 1e-12);
        assertEquals(1.5, pair.wrong()[last], 1e-12);
        double noise = (1.5 - PROCESS.alpha(WrongCurve.STEP_FROM) * 0.7) / PROCESS.sigma(WrongCurve.STEP_FROM);
        for (int i = 0; i < last; i++) {
            double t = pair.x()[i];
            assertEquals(PROCESS.alpha(t) * 0.7 + PROCESS.sigma(t) * noise, pair.right()[i], 1e-12, "at " + t);
        }
        assertTrue(Math.abs(pair.wrong()[0] - pair.right()[0]) > 0.1, "Euler at " + pair.wrong()[0]);
    }

    /** To first order the two are one step: they differ by the square of its length. */
    @Test
    void shortStepsOfBothAgree() {
        var pair = curve("euler-not-ddim", preset("three-gaussians"), 1.5, 0.8);
        int last = pair.x().length - 1;
        double one = Math.abs(pair.wrong()[last - 1] - pair.right()[last - 1]);
        double two = Math.abs(pair.wrong()[last - 2] - pair.right()[last - 2]);
        assertEquals(4, two / one, 0.5);
    }

    /** Against particles on a normal density, within four standard errors; with many steps nothing is seen of the start. */
    @Test
    void theStartMattersWithFewStepsOnly() {
        var exact = preset("single-gaussian");
        var m = exact.mixture().moments();
        double v = 0.5 * (m.xx() + m.yy());
        var pair = curve("unit-start", exact, 0, 0);
        int n = 20_000;
        for (int steps : new int[] {1, 2}) {
            assertEquals(simulated(v, 10, steps, n), pair.right()[steps - 1], 4 * pair.right()[steps - 1] * 0.01);
            assertEquals(simulated(v, 1, steps, n), pair.wrong()[steps - 1], 4 * pair.wrong()[steps - 1] * 0.01);
        }
        int most = pair.x().length - 1;
        assertTrue(Math.abs(pair.right()[0] / pair.wrong()[0] - 1) > 0.05, "with one step");
        assertEquals(1, pair.right()[most] / pair.wrong()[most], 1e-3, "with many steps");
    }

    private static double simulated(double v, double start, int steps, int n) {
        var noise = new PhiloxNoise(9);
        var x = new double[n];
        var z = new double[2][n];
        noise.gaussian(NoiseStream.START, 0, 0, n, z[0], z[1]);
        for (int i = 0; i < n; i++) {
            x[i] = start * z[0][i];
        }
        for (int level = 0; level < 12; level++) {
            double sigma = 10 * Math.pow(1e-3, level / 11.0);
            double eta = 0.5 * sigma * sigma;
            for (int k = 0; k < steps; k++) {
                noise.gaussian(NoiseStream.PATH, (long) level * steps + k, 0, n, z[0], z[1]);
                for (int i = 0; i < n; i++) {
                    x[i] += -eta * x[i] / (v + sigma * sigma) + Math.sqrt(2 * eta) * z[0][i];
                }
            }
        }
        double sum = 0;
        for (double value : x) {
            sum += value * value / n;
        }
        return sum;
    }
}
