package scorescope.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.quadrature.Estimate;

/** The divergences of fits, compared with other integrals and with each other. */
class DivergencesOfFitsTest {
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);

    private static GaussianMixture preset(String name) {
        return DensityCatalog.CATALOG.create(Choice.of(name), "density");
    }

    private static void holds(double right, Estimate found, double mostError) {
        assertTrue(
                Math.abs(found.value() - right) <= found.error() + 1e-12 * Math.abs(right),
                found + " where the other integral has " + right);
        assertTrue(found.error() <= mostError, "a useful error: " + found);
    }

    /** E log f(x), x ~ N(0, variance), f an equal mixture of Gaussians on a line: the trapezoid rule in tiny steps. */
    private static double meanLog(double variance, double[] centres, double std) {
        DoubleUnaryOperator log = x -> {
            double top = Double.NEGATIVE_INFINITY;
            for (double c : centres) {
                top = Math.max(top, -(x - c) * (x - c) / (2 * std * std));
            }
            double sum = 0;
            for (double c : centres) {
                sum += Math.exp(-(x - c) * (x - c) / (2 * std * std) - top);
            }
            return top + Math.log(sum / centres.length / std / Math.sqrt(2 * Math.PI));
        };
        int steps = 100_000;
        double reach = 10 * Math.sqrt(variance);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= steps; i++) {
            double x = reach * (2.0 * i / steps - 1);
            double weight = Math.exp(-0.5 * x * x / variance);
            weights += weight;
            sum += weight * log.applyAsDouble(x);
        }
        return sum / weights;
    }

    /** p(x, y) = f(x) f(y), so that KL(q‖p) = −H(q) − 2 E log f. */
    @ParameterizedTest
    @CsvSource({"0.3354101966249685, 4.565657", "0.15811388300841897, 26.069409", "0.05, 0", "0.02, 0", "0.01, 0"})
    void ofALatticeTheReverseDivergenceIsThatOfTwoLines(double std, double known) {
        double[] line = {-4, -2, 0, 2, 4};
        var components = new ArrayList<Component>();
        for (double x : line) {
            for (double y : line) {
                components.add(Component.isotropic(1, x, y, std));
            }
        }
        var fit = GaussianFit.of(Direction.FORWARD, new GaussianMixture(components), CLEAN, 1);
        double variance = 8 + std * std;
        double right = -Math.log(2 * Math.PI * Math.E * variance) - 2 * meanLog(variance, line, std);
        if (known > 0) {
            assertEquals(known, right, 1e-5);
        }
        // For narrow modes log p is large and has kinks at their borders: relative error 10⁻⁴.
        holds(right, fit.reverseKl(), 1e-7 * right + (std < 0.1 ? 1e-4 * right : 0));
    }

    /** For two equal modes on the x axis and a Gaussian over both, the factors in y cancel. */
    @ParameterizedTest
    @CsvSource({"3, 0.5830951894845301, 3.97930", "3, 0.1, 0", "30, 0.5, 0", "300, 2, 0", "2, 0.03, 0"})
    void ofTwoModesTheReverseDivergenceIsThatOfALine(double away, double std, double known) {
        var two = new GaussianMixture(
                List.of(Component.isotropic(0.5, -away, 0, std), Component.isotropic(0.5, away, 0, std)));
        var fit = GaussianFit.of(Direction.FORWARD, two, CLEAN, 1);
        double variance = away * away + std * std;
        double right =
                -0.5 * Math.log(2 * Math.PI * Math.E * variance) - meanLog(variance, new double[] {-away, away}, std);
        if (known > 0) {
            assertEquals(known, right, 1e-5);
        }
        holds(right, fit.reverseKl(), 1e-4 * right);
    }

    /** Narrow modes apart: KL(p‖q) = −H(p) − E_p log q in closed form, H(p) = H(one mode) + log n. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.05, 0.01, 1e-4})
    void ofModesFarApartTheForwardDivergenceIsItsClosedForm(double std) {
        var modes = new GaussianMixture(List.of(
                Component.isotropic(0.2, -8, 1, std),
                Component.isotropic(0.3, 9, -2, std),
                Component.isotropic(0.5, 0, 12, std)));
        var fit = GaussianFit.of(Direction.FORWARD, modes, CLEAN, 1);
        var m = modes.moments();
        double entropyOfQ = Math.log(2 * Math.PI * Math.E) + 0.5 * Math.log(m.xx() * m.yy() - m.xy() * m.xy());
        double entropyOfP = Math.log(2 * Math.PI * Math.E * std * std)
                - (0.2 * Math.log(0.2) + 0.3 * Math.log(0.3) + 0.5 * Math.log(0.5));
        holds(entropyOfQ - entropyOfP, fit.forwardKl(), 1e-6);
    }

    /** Values by the trapezoid rule and quasi-Newton descents of another program, from many starts. */
    @ParameterizedTest
    @CsvSource({
        "three-gaussians, 0.5, 0.568870, 0.3532, -0.2103, 2.5631, 0.7428, 1.7905",
        "three-gaussians, 0.6, 0.432204, 0.3009, -0.2051, 2.7708, 0.7226, 1.9028"
    })
    void theReverseFitOfTheOpeningSceneIsTheTrueLeast(
            String name, double sigma, double kl, double x, double y, double xx, double xy, double yy) {
        var fit = GaussianFit.of(Direction.REVERSE, preset(name), NoiseLevel.plain(sigma), 1);
        var q = fit.gaussians().components().getFirst();
        assertEquals(kl, fit.reverse(), 1e-6);
        assertEquals(x, q.meanX(), 2e-4);
        assertEquals(y, q.meanY(), 2e-4);
        assertEquals(xx, q.xx(), 4e-4);
        assertEquals(xy, q.xy(), 4e-4);
        assertEquals(yy, q.yy(), 4e-4);
    }

    @Test
    void presetsHaveTheDivergencesOfMonteCarlo() {
        var eight = GaussianFit.of(Direction.FORWARD, preset("eight-gaussians"), CLEAN, 3);
        assertEquals(5.177, eight.reverse(), 0.035);
        var rings = preset("two-rings");
        assertEquals(21.30, GaussianFit.of(Direction.FORWARD, rings, CLEAN, 1).reverse(), 0.21);
        assertTrue(GaussianFit.of(Direction.REVERSE, rings, CLEAN, 1).reverse() <= 2.994, "at least as good");
        var wide = GaussianFit.of(Direction.FORWARD, preset("three-gaussians"), NoiseLevel.plain(0.5), 1);
        assertEquals(0.637939, wide.reverse(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"three-gaussians, 3, 4", "eight-gaussians, 0, 3", "grid-25, 0.03, 2"})
    void moreGaussiansAreNeverWorse(String name, double sigma, int most) {
        for (var direction : Direction.values()) {
            double before = Double.POSITIVE_INFINITY;
            for (int count = 1; count <= most; count++) {
                var fit = GaussianFit.of(direction, preset(name), NoiseLevel.plain(sigma), count);
                double error = (direction == Direction.FORWARD ? fit.forwardKl() : fit.reverseKl()).error();
                assertTrue(fit.divergence() <= before + 2 * error + 1e-7, count + " of " + name + ": " + fit);
                before = fit.divergence();
            }
        }
    }

    /** No nearby fit has a smaller divergence by the integral, which the search evaluates at its end only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aReverseFitIsLeastAmongItsNeighbours(long seed) {
        var mixture = narrower(RandomMixture.of(seed));
        int count = 1 + (int) (seed % 2);
        var fit = GaussianFit.of(Direction.REVERSE, mixture, CLEAN, count);
        var p = new NoisedMixture(mixture, CLEAN);
        var random = new SplittableRandom(seed);
        double[] theta = ReverseObjective.pack(fit.gaussians().components());
        double[] scales = ReverseObjective.scales(theta);
        for (int trial = 0; trial < 40; trial++) {
            double[] other = theta.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] += 0.03 * Math.sqrt(scales[i]) * random.nextGaussian();
            }
            var q = new NoisedMixture(ReverseObjective.unpack(other), CLEAN);
            var near = MixtureDivergence.of(q, p, 1e-7, 1_000_000);
            assertTrue(
                    fit.reverse() <= near.value() + near.error() + 2e-6,
                    "seed " + seed + ": " + fit + " beside " + near);
        }
    }

    private static GaussianMixture narrower(GaussianMixture mixture) {
        return new GaussianMixture(mixture.components().stream()
                .map(c -> new Component(c.weight(), c.meanX(), c.meanY(), 0.3 * c.xx(), 0.3 * c.xy(), 0.3 * c.yy()))
                .toList());
    }

    /** Many components are integrated over the plane, few each in its own coordinates: both ways agree. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1})
    void manyComponentsHaveTheDivergenceOfFewThatAddUpToThem(double std) {
        var few = new ArrayList<Component>();
        var many = new ArrayList<Component>();
        for (int k = 0; k < 5; k++) {
            few.add(Component.isotropic(1 + k, 2 * Math.cos(k), 3 * Math.sin(2 * k), std));
            for (int copy = 0; copy < 20; copy++) {
                many.add(Component.isotropic(1 + k, 2 * Math.cos(k), 3 * Math.sin(2 * k), std));
            }
        }
        var q = new NoisedMixture(new GaussianMixture(List.of(new Component(1, 0.3, 0, 3, 0.5, 4))), CLEAN);
        var one = new NoisedMixture(new GaussianMixture(few), CLEAN);
        var other = new NoisedMixture(new GaussianMixture(many), CLEAN);
        var apart = MixtureDivergence.of(one, q, 1e-9, 20_000_000);
        var together = MixtureDivergence.of(other, q, 1e-9, 200_000_000);
        holds(apart.value(), together.plus(new Estimate(0, apart.error())), 1e-6);
    }

    /** For very many points the sum is sampled; the stated error is three standard errors. */
    @Test
    void ofVeryManyPointsTheErrorIsThatOfASample() {
        var random = new SplittableRandom(3);
        var points = new ArrayList<Component>();
        for (int i = 0; i < 20_000; i++) {
            points.add(Component.isotropic(1, random.nextGaussian(), random.nextGaussian(), 0));
        }
        var fit = GaussianFit.of(Direction.FORWARD, new GaussianMixture(points), NoiseLevel.plain(1), 1);
        // Nearly N(0, 2I) on both sides.
        assertTrue(
                fit.forward() < 0.02 && fit.forwardKl().error() < 0.05,
                fit.forwardKl().toString());
    }

    @Test
    void anEstimateShowsOnlyDigitsThatHold() {
        assertEquals("1.23", new Estimate(1.2345678, 0.01).text(6));
        assertEquals("1.2346", new Estimate(1.2345678, 9e-5).text(6));
        assertEquals("1.23457", new Estimate(1.2345678, 1e-9).text(6));
        assertEquals("< 5e-09", new Estimate(2e-9, 3e-9).text(6));
        assertEquals("< 6e-09", new Estimate(2e-9, 3.1e-9).text(6));
        assertEquals("∞", new Estimate(Double.POSITIVE_INFINITY, 0).text(6));
        assertEquals(6, Estimate.exact(0.1).digits(6));
    }
}
