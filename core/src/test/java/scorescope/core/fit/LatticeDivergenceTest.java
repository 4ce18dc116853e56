package scorescope.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/** Divergences from and to mixtures of thousands of components, and what they are made of. */
class LatticeDivergenceTest {
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);
    private static final NoisedMixture WIDE =
            new NoisedMixture(new GaussianMixture(List.of(new Component(1, 0.3, 0, 3, 0.5, 4))), CLEAN);

    private static NoisedMixture mixture(List<Component> components) {
        return new NoisedMixture(new GaussianMixture(components), CLEAN);
    }

    /** Five Gaussians, each as {@code copies} equal ones. */
    private static NoisedMixture five(double std, int copies) {
        var components = new ArrayList<Component>();
        for (int k = 0; k < 5; k++) {
            for (int copy = 0; copy < copies; copy++) {
                components.add(Component.isotropic(1 + k, 2 * Math.cos(k), 3 * Math.sin(2 * k), std));
            }
        }
        return mixture(components);
    }

    private static void agree(Estimate exact, Estimate found, double mostError) {
        assertTrue(
                Math.abs(exact.value() - found.value()) <= exact.error() + found.error() + 1e-12,
                found + " where few components give " + exact);
        assertTrue(found.error() <= mostError, "a useful error: " + found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1})
    void thousandsOfComponentsHaveTheDivergencesOfFewThatAddUpToThem(double std) {
        var few = five(std, 1);
        var many = five(std, 400);
        agree(
                MixtureDivergence.of(few, WIDE, 1e-9, 20_000_000),
                MixtureDivergence.of(many, WIDE, 1e-9, 20_000_000),
                1e-5);
        var reverse = MixtureDivergence.of(WIDE, few, 1e-9, 20_000_000);
        agree(reverse, MixtureDivergence.of(WIDE, many, 1e-9, 20_000_000), 1e-3 * (1 + reverse.value()));
    }

    /** Points far apart: KL(p‖q) = −H(p) − E_p log q, H(p) = log n + H(one point), in closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-6})
    void narrowComponentsFarApartHaveTheirClosedForm(double std) {
        var points = new ArrayList<Component>();
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 40; j++) {
                points.add(Component.isotropic(1, i, j, std));
            }
        }
        var all = new GaussianMixture(points);
        var m = all.moments();
        var q = mixture(List.of(FitStarts.component(1, m)));
        double right = Math.log(2 * Math.PI * Math.E)
                + 0.5 * Math.log(m.xx() * m.yy() - m.xy() * m.xy())
                - Math.log(2 * Math.PI * Math.E * std * std)
                - Math.log(points.size());
        agree(Estimate.exact(right), MixtureDivergence.of(new NoisedMixture(all, CLEAN), q, 1e-8, 12_000_000), 0.02);
    }

    private static List<Component> scattered(int count, long seed) {
        var random = new SplittableRandom(seed);
        var components = new ArrayList<Component>();
        for (int k = 0; k < count; k++) {
            double xx = Math.exp(2 * random.nextGaussian() - 4);
            double yy = Math.exp(2 * random.nextGaussian() - 4);
            double xy = (2 * random.nextDouble() - 1) * Math.sqrt(xx * yy);
            components.add(new Component(
                    random.nextDouble() + 0.01, 3 * random.nextGaussian(), 2 * random.nextGaussian(), xx, xy, yy));
        }
        return components;
    }

    @Test
    void logDensitiesOfManyPointsAreThoseOfSinglePoints() {
        var p = mixture(scattered(4000, 5));
        var random = new SplittableRandom(6);
        double[] x = random.doubles(600, -20, 20).toArray();
        double[] y = random.doubles(600, -20, 20).toArray();
        double[] found = LogDensities.of(p, x, y, x.length).log();
        double[] r = new double[p.size()];
        for (int i = 0; i < x.length; i++) {
            double right = p.responsibilities(x[i], y[i], r);
            assertEquals(right, found[i], 1e-12 * (1 + Math.abs(right)), x[i] + ", " + y[i]);
        }
    }

    @Test
    void aCondensationKeepsMeanAndCovariance() {
        var all = new GaussianMixture(scattered(4000, 7));
        var condensed = Condensation.of(all, 300);
        int size = condensed.components().size();
        assertTrue(size <= 300 && size > 100, size + " components");
        var right = all.moments();
        var found = condensed.moments();
        assertEquals(right.meanX(), found.meanX(), 1e-12);
        assertEquals(right.meanY(), found.meanY(), 1e-12);
        assertEquals(right.xx(), found.xx(), 1e-11);
        assertEquals(right.xy(), found.xy(), 1e-11);
        assertEquals(right.yy(), found.yy(), 1e-11);
    }

    /** One Gaussian blurred into thousands of points: the reverse fit finds it again, although it descends on a condensation. */
    @Test
    void aReverseFitToThousandsOfPointsFindsTheirGaussian() {
        var random = new SplittableRandom(8);
        var points = new ArrayList<Component>();
        for (int k = 0; k < 20_000; k++) {
            points.add(Component.isotropic(1, 1 + 0.5 * random.nextGaussian(), -2 + random.nextGaussian(), 0));
        }
        var fit = GaussianFit.of(Direction.REVERSE, new GaussianMixture(points), NoiseLevel.plain(0.7), 1);
        var q = fit.gaussians().components().getFirst();
        assertEquals(1, q.meanX(), 0.02);
        assertEquals(-2, q.meanY(), 0.03);
        assertEquals(0.74, q.xx(), 0.02);
        assertEquals(1.49, q.yy(), 0.05);
        assertTrue(fit.reverse() < 1e-3 && fit.reverseKl().error() < 1e-5, fit.toString());
    }
}
