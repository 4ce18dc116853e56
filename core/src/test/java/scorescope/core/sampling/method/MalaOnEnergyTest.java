package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.Recording;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.Prediction;
import scorescope.core.score.ScoreField;
import scorescope.core.score.UnnormalisedDensity;

/** MALA for a density known up to a factor. */
class MalaOnEnergyTest {
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.6);
    private static final int CELLS = 300;
    private static final double REACH = 4;

    /**
     * An untrained network with a scaled last layer. It predicts x₀, so that its energy grows as ‖x‖²/2σ² far out and e^−E is a
     * density, which is not Gaussian near the middle.
     */
    private static LearnedScore bentEnergy() {
        var architecture =
                Architecture.plane(List.of(16, 16), Activation.TANH, 8).asEnergy();
        float[] values = Weights.initial(architecture, 11).toArray();
        var last = architecture.tensors().get(architecture.tensors().size() - 2);
        for (int i = 0; i < last.size(); i++) {
            values[last.offset() + i] *= 14;
        }
        return new LearnedScore(
                Weights.of(architecture, values), new Domain("variance-exploding", 0.1, 5, Prediction.SAMPLE));
    }

    private static Problem problem(ScoreField score) {
        return new Problem(score, new VarianceExploding(0.01, 10), LEVEL);
    }

    private static State run(SamplingMethod method, ScoreField score, double[] x, double[] y) {
        var noise = new PhiloxNoise(5);
        var sampler = method.bind(problem(score));
        return new Recording(sampler, sampler.begin(x, y, noise), noise, ParticleBlocks.ONE, 1).seek(sampler.steps());
    }

    @Test
    void aConstantFactorOfTheDensityChangesNothing() {
        var exact = new MixtureScore(new GaussianMixture(
                List.of(new Component(0.6, -0.7, 0, 0.15, 0.05, 0.3), new Component(0.4, 0.9, 0.3, 0.4, 0, 0.1))));
        ScoreField shifted = new ScoreField() {
            @Override
            public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] sx, double[] sy) {
                exact.score(x, y, from, to, level, sx, sy);
            }

            @Override
            public Optional<UnnormalisedDensity> unnormalised() {
                return Optional.of((x, y, from, to, level, out) -> {
                    exact.logDensity(x, y, from, to, level, out);
                    for (int i = from; i < to; i++) {
                        out[i] += 3.25;
                    }
                });
            }
        };
        double[] x = new double[2000];
        double[] y = new double[2000];
        Arrays.fill(x, 1.5);
        var free = run(new Mala(0.4, 50), exact, x.clone(), y.clone());
        var bound = run(new Mala(0.4, 50), shifted, x, y);
        assertArrayEquals(free.x(), bound.x());
        assertArrayEquals(free.y(), bound.y());
        assertTrue(free.diagnostics().acceptance() < 0.95);
    }

    @Test
    void theScoreIsTheSlopeOfTheEnergyUnderAnyProcess() {
        var score = bentEnergy();
        var density = score.unnormalised().orElseThrow();
        for (var level : List.of(LEVEL, new NoiseLevel(0.3, 0.4, 0.4 * 0.6))) {
            double h = 1e-2;
            double[] x = {0.3, 0.3 + h, 0.3 - h, 0.3, 0.3};
            double[] y = {-0.5, -0.5, -0.5, -0.5 + h, -0.5 - h};
            double[] log = new double[5];
            double[] sx = new double[5];
            double[] sy = new double[5];
            density.logUnnormalised(x, y, 0, 5, level, log);
            score.score(x, y, 0, 5, level, sx, sy);
            // Single precision and a curvature of some 1/σ² leave three digits.
            assertEquals(sx[0], (log[1] - log[2]) / (2 * h), 5e-3 * Math.hypot(sx[0], sy[0]));
            assertEquals(sy[0], (log[3] - log[4]) / (2 * h), 5e-3 * Math.hypot(sx[0], sy[0]));
        }
    }

    /**
     * Particles drawn from e^−E (by quadrature) are still so distributed after 50 steps of a size at which unadjusted
     * Langevin is far off: χ² of 16 boxes, 15 degrees of freedom, exceeds 55 with probability 1.7e-6.
     */
    @Test
    void malaLeavesTheDensityOfALearnedEnergyUnchanged() {
        var score = bentEnergy();
        double[] mass = mass(score);
        int n = 12_000;
        double[] x = new double[n];
        double[] y = new double[n];
        draw(mass, x, y);
        double eta = 0.3;
        var end = run(new Mala(eta, 50), score, x.clone(), y.clone());
        double acceptance = end.diagnostics().acceptance();
        assertTrue(acceptance > 0.2 && acceptance < 0.95, "acceptance " + acceptance);
        assertTrue(chiSquared(end, mass) < 55, "χ² " + chiSquared(end, mass));
        double biased = chiSquared(run(new Langevin(eta, 50, 1), score, x, y), mass);
        assertTrue(biased > 150, "unadjusted χ² " + biased);
    }

    private static double[] mass(LearnedScore score) {
        int cells = CELLS * CELLS;
        double[] x = new double[cells];
        double[] y = new double[cells];
        for (int i = 0; i < cells; i++) {
            x[i] = place(i % CELLS, 0.5);
            y[i] = place(i / CELLS, 0.5);
        }
        double[] mass = new double[cells];
        score.unnormalised().orElseThrow().logUnnormalised(x, y, 0, cells, LEVEL, mass);
        double most = Arrays.stream(mass).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            mass[i] = Math.exp(mass[i] - most);
            sum += mass[i];
        }
        double total = sum;
        return Arrays.stream(mass).map(m -> m / total).toArray();
    }

    private static double place(int cell, double within) {
        return -REACH + 2 * REACH * (cell + within) / CELLS;
    }

    private static void draw(double[] mass, double[] x, double[] y) {
        double[] below = mass.clone();
        Arrays.parallelPrefix(below, Double::sum);
        var random = new SplittableRandom(8);
        for (int i = 0; i < x.length; i++) {
            int found = Arrays.binarySearch(below, random.nextDouble());
            int cell = Math.min(found < 0 ? -found - 1 : found, mass.length - 1);
            x[i] = place(cell % CELLS, random.nextDouble());
            y[i] = place(cell / CELLS, random.nextDouble());
        }
    }

    /** χ² over boxes that consist of whole cells. */
    private static double chiSquared(State end, double[] mass) {
        double[] expected = new double[16];
        double[] counts = new double[16];
        for (int i = 0; i < mass.length; i++) {
            expected[4 * quarter(place(i % CELLS, 0.5)) + quarter(place(i / CELLS, 0.5))] += mass[i];
        }
        for (int i = 0; i < end.particles(); i++) {
            counts[4 * quarter(end.x()[i]) + quarter(end.y()[i])]++;
        }
        double sum = 0;
        for (int box = 0; box < 16; box++) {
            double share = expected[box] * end.particles();
            assertTrue(share > 5, "a box with " + share);
            sum += (counts[box] - share) * (counts[box] - share) / share;
        }
        return sum;
    }

    private static int quarter(double value) {
        double edge = 2 * REACH / CELLS * 15;
        return value < -edge ? 0 : value < 0 ? 1 : value < edge ? 2 : 3;
    }
}
