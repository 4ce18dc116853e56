package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.Recording;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/** Stationary distributions of chains at one noise level, and the bias of chains without a test. */
class ChainLawsTest {
    private static final int N = 40_000;
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.3);
    private static final GaussianMixture LOPSIDED = new GaussianMixture(
            List.of(new Component(0.6, -0.7, 0, 0.15, 0.05, 0.3), new Component(0.4, 0.9, 0.3, 0.4, 0, 0.1)));

    /**
     * Particles drawn from the mixture are still so distributed after 60 steps of a size at which unadjusted Langevin is
     * far off. Counts in 16 boxes against those of a fresh draw four times as large: χ² with 15 degrees of freedom exceeds
     * 55.0 with probability 1.7e-6.
     */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void malaLeavesItsTargetUnchanged(long seed) {
        var end = runFromTarget(new Mala(0.15, 60), seed);
        assertTrue(boxDistance(end, seed) < 55, "χ² " + boxDistance(end, seed));
        double acceptance = end.diagnostics().acceptance();
        assertTrue(acceptance > 0.3 && acceptance < 0.98, "acceptance " + acceptance);
    }

    @Test
    void unadjustedLangevinOfThatStepSizeDoesNot() {
        assertTrue(boxDistance(runFromTarget(new Langevin(0.15, 60, 1), 3), 3) > 500);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void baoabLeavesItsTargetNearlyUnchanged(long seed) {
        var end = runFromTarget(new UnderdampedLangevin(0.15, 1, 60), seed);
        assertTrue(boxDistance(end, seed) < 55, "χ² " + boxDistance(end, seed));
    }

    private static State runFromTarget(SamplingMethod method, long seed) {
        var sampler = method.bind(problem(new MixtureScore(LOPSIDED)));
        var x = new double[N];
        var y = new double[N];
        LOPSIDED.noised(LEVEL).draw(seed, x, y);
        var noise = new PhiloxNoise(seed);
        return new Recording(sampler, sampler.begin(x, y, noise), noise, ParticleBlocks.ONE, 1).seek(60);
    }

    private static Problem problem(ScoreField score) {
        return new Problem(score, new VarianceExploding(0.01, 10), LEVEL);
    }

    private static double boxDistance(State end, long seed) {
        int ratio = 4;
        var fresh = new double[2][ratio * N];
        LOPSIDED.noised(LEVEL).draw(seed + 100, fresh[0], fresh[1]);
        var expected = boxes(fresh[0], fresh[1]);
        var counts = boxes(end.x(), end.y());
        double chiSquared = 0;
        for (int box = 0; box < counts.length; box++) {
            double share = expected[box] / ratio;
            chiSquared += Math.pow(counts[box] - share, 2) / (share * (1 + 1.0 / ratio));
        }
        return chiSquared;
    }

    private static double[] boxes(double[] x, double[] y) {
        var counts = new double[16];
        for (int i = 0; i < x.length; i++) {
            counts[4 * quarter(x[i], -0.9, -0.1, 0.8) + quarter(y[i], -0.4, 0.1, 0.6)]++;
        }
        return counts;
    }

    private static int quarter(double value, double a, double b, double c) {
        return value < a ? 0 : value < b ? 1 : value < c ? 2 : 3;
    }

    /**
     * E[f] with f = cosh⁻²(μx/v), which is large on the barrier between two modes ±μ of variance v; mean over time and
     * 20,000 particles. Halving the step divides the bias of unadjusted Langevin by 2 and that of BAOAB by 4.
     */
    @Test
    void theBiasOfLangevinFallsLinearlyAndThatOfBaoabQuadratically() {
        double langevin = bias(new Langevin(0.04, 600, 1)) / bias(new Langevin(0.02, 1200, 1));
        double baoab = bias(new UnderdampedLangevin(0.5, 1, 500)) / bias(new UnderdampedLangevin(0.25, 1, 1000));
        assertEquals(2, langevin, 0.3, "Langevin");
        assertEquals(4, baoab, 0.8, "BAOAB");
    }

    private static final double MODE = 0.8;
    private static final double VARIANCE = 0.25;
    private static final GaussianMixture TWO = new GaussianMixture(List.of(
            new Component(0.5, -MODE, 0, VARIANCE, 0, VARIANCE), new Component(0.5, MODE, 0, VARIANCE, 0, VARIANCE)));

    private static double bias(SamplingMethod method) {
        var sampler =
                method.bind(new Problem(new MixtureScore(TWO), new VarianceExploding(0.01, 10), NoiseLevel.plain(0)));
        int count = 20_000;
        var x = new double[count];
        var y = new double[count];
        TWO.draw(5, x, y);
        var noise = new PhiloxNoise(9);
        try (var blocks = new ParticleBlocks(2)) {
            var state = sampler.begin(x, y, noise);
            var spare = sampler.begin(x.clone(), y.clone(), noise);
            double sum = 0;
            int frames = 0;
            while (state.step() < sampler.steps()) {
                var next = sampler.step(state, noise, spare, blocks);
                spare = state;
                state = next;
                if (state.step() > sampler.steps() / 10) {
                    sum += barrier(state.x());
                    frames++;
                }
            }
            return sum / frames - exactBarrier();
        }
    }

    private static double barrier(double[] x) {
        double sum = 0;
        for (double value : x) {
            // cosh⁻²(u) = 4e/(1 + e)² with e = exp(−2|u|), one exponential.
            double e = Math.exp(-2 * MODE / VARIANCE * Math.abs(value));
            sum += 4 * e / ((1 + e) * (1 + e));
        }
        return sum / x.length;
    }

    /** By the trapezoidal rule, which is exact to rounding for such smooth functions. */
    private static double exactBarrier() {
        double sum = 0;
        double step = 1e-3;
        for (double x = -6; x < 6; x += step) {
            double p = 0.5 * (bell(x - MODE) + bell(x + MODE));
            sum += step * p * Math.pow(Math.cosh(MODE / VARIANCE * x), -2);
        }
        return sum;
    }

    private static double bell(double x) {
        return Math.exp(-0.5 * x * x / VARIANCE) / Math.sqrt(2 * Math.PI * VARIANCE);
    }

    @Test
    void malaSaysWhyItCannotFollowAScoreWithoutDensity() {
        ScoreField learned = (x, y, from, to, level, outX, outY) -> {};
        var refused = assertThrows(BadInputException.class, () -> new Mala(0.1, 5).bind(problem(learned)));
        assertEquals("sampler.kind", refused.place());
        assertTrue(refused.getMessage().contains("need not be the gradient of one"), refused.getMessage());
        assertTrue(refused.remedy().contains("energy"), refused.getMessage());
    }
}
