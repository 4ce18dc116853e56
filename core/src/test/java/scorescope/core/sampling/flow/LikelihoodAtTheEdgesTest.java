package scorescope.core.sampling.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.JacobianField;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/** The flow's likelihood of an exact score is the mixture's density, far away and between narrow modes too. */
class LikelihoodAtTheEdgesTest {
    private static final GaussianMixture THREE = new GaussianMixture(List.of(
            new Component(0.3, -2, 0, 0.36, 0, 0.36),
            new Component(0.5, 2, 1, 0.5, 0.3, 0.4),
            new Component(0.2, 0, -2, 0.01, 0, 2)));

    static Stream<NoiseProcess> processes() {
        return ProcessCatalog.CATALOG.ids().stream().map(id -> ProcessCatalog.CATALOG.create(Choice.of(id), "process"));
    }

    /** A process whose end is too far away is refused with a remedy that works. */
    @Test
    void aProcessThatEndsTooFarAwayIsRefused() {
        var far = new VariancePreserving(0.1, 1000);
        var refused = assertThrows(BadInputException.class, () -> likelihood(THREE, far, 0.01, 0, 0));
        assertTrue(refused.getMessage().contains("smaller betaMax"), refused.getMessage());
        var problem = new SamplingMethod.Problem(new MixtureScore(THREE), far, NoiseLevel.plain(0));
        var edm = SamplerCatalog.CATALOG.create(Choice.of("edm"), "sampler");
        assertTrue(edm.refusal(problem).isPresent());
        var near = new VariancePreserving(0.1, 680);
        var level = near.at(0.01);
        var exact = new double[1];
        new MixtureScore(THREE).logDensity(new double[1], new double[1], 0, 1, level, exact);
        assertEquals(exact[0], likelihood(THREE, near, 0.01, 0, 0)[0], 1e-9);
        assertTrue(edm.refusal(new SamplingMethod.Problem(new MixtureScore(THREE), near, level))
                .isEmpty());
    }

    /** Reference values with 50 digits. */
    @Test
    void farPointsHaveTheDensityOfArbitraryPrecision() {
        var process = new VarianceExploding(0.01, 10);
        var found = likelihood(THREE, process, 0.001, 1e4, 1e4);
        assertEquals(-136306336.80998382, found[0], 1e-12 * 136306336);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void randomMixturesNearAndFar(NoiseProcess process) {
        var random = new SplittableRandom(11);
        for (int trial = 0; trial < 6; trial++) {
            var points = new ArrayList<Double>();
            for (double radius : new double[] {0.5, 3, 30, 1e3, 1e4, 6e4}) {
                double angle = random.nextDouble(2 * Math.PI);
                points.add(radius * Math.cos(angle));
                points.add(radius * Math.sin(angle));
            }
            agree(mixture(random, 1 + trial), process, points);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void betweenNarrowModes(NoiseProcess process) {
        for (double std : new double[] {1e-3, 0.02}) {
            var modes = new GaussianMixture(List.of(
                    Component.isotropic(0.5, -3, 0, std),
                    Component.isotropic(0.3, 3, 0.5, std),
                    Component.isotropic(0.2, 0, 4, 2 * std)));
            agree(modes, process, List.of(0.0, 0.0, 1e-3, 0.3, 0.5, 2.0, 2.0, 0.0, -1.0, 5.0, -3.0, 0.01));
        }
    }

    private static void agree(GaussianMixture mixture, NoiseProcess process, List<Double> points) {
        double t = process.tMin();
        var xy = points.stream().mapToDouble(value -> value).toArray();
        var found = likelihood(mixture, process, t, xy);
        var noised = mixture.noised(process.at(t));
        for (int i = 0; i < found.length; i++) {
            var exact = new double[1];
            new MixtureScore(mixture)
                    .logDensity(new double[] {xy[2 * i]}, new double[] {xy[2 * i + 1]}, 0, 1, process.at(t), exact);
            String where = process + " at " + xy[2 * i] + ", " + xy[2 * i + 1] + " of " + noised;
            assertEquals(exact[0], found[i], 1e-8 + 1e-11 * Math.abs(exact[0]), where);
        }
    }

    private static double[] likelihood(GaussianMixture mixture, NoiseProcess process, double t, double... xy) {
        int n = xy.length / 2;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = xy[2 * i];
            y[i] = xy[2 * i + 1];
        }
        return new FlowLikelihood(new MixtureScore(mixture), process)
                .encode(x, y, t)
                .logLikelihood();
    }

    private static GaussianMixture mixture(SplittableRandom random, int size) {
        var components = new ArrayList<Component>();
        for (int k = 0; k < size; k++) {
            double wide = Math.exp(random.nextDouble(Math.log(0.05), Math.log(2)));
            double narrow = wide * random.nextDouble(0.1, 1);
            double angle = random.nextDouble(Math.PI);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            components.add(new Component(
                    1.0 / size,
                    random.nextDouble(-4, 4),
                    random.nextDouble(-4, 4),
                    cos * cos * wide * wide + sin * sin * narrow * narrow,
                    cos * sin * (wide * wide - narrow * narrow),
                    sin * sin * wide * wide + cos * cos * narrow * narrow));
        }
        return new GaussianMixture(components);
    }

    /** A score that is NaN for x < −2 at low noise. */
    private record Broken(MixtureScore exact) implements ScoreField, JacobianField {
        @Override
        public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
            exact.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] = x[i] < -2 && level.ratio() < 1 ? Double.NaN : outX[i];
            }
        }

        @Override
        public void jacobian(
                double[] x,
                double[] y,
                int from,
                int to,
                NoiseLevel level,
                double[] xx,
                double[] xy,
                double[] yx,
                double[] yy) {
            exact.jacobian(x, y, from, to, level, xx, xy, yx, yy);
        }
    }

    @Test
    void pointsThatFailLeaveTheOthersTheirNumbers() {
        var process = new VariancePreserving(0.1, 20);
        var exact = new MixtureScore(
                new GaussianMixture(List.of(Component.isotropic(0.6, 0, 0, 1), Component.isotropic(0.4, 2, 1, 0.5))));
        double[] x = {0.5, -3, 1, 2, -2.5, 0};
        double[] y = {0, 1, 2, -1, 0, 0};
        var whole = new FlowLikelihood(exact, process).withTolerance(1e-8).encode(x, y, 0.01);
        var broken = new FlowLikelihood(new Broken(exact), process)
                .withTolerance(1e-8)
                .encode(x, y, 0.01);
        assertEquals(2, broken.failures());
        for (int i = 0; i < x.length; i++) {
            boolean fails = x[i] < -2;
            assertEquals(fails, broken.outcome(i).status() != Status.DONE);
            assertEquals(fails, Double.isNaN(broken.logLikelihood()[i]));
            assertEquals(fails, Double.isNaN(broken.x()[i]));
            if (!fails) {
                assertEquals(whole.x()[i], broken.x()[i], 1e-6);
            }
        }
        assertTrue(broken.outcome().advice().contains("tolerance")
                || broken.outcome().advice().contains("score"));
    }

    @Test
    void aWatcherHearsOfEveryBlockAndCanEndTheWork() {
        var flow = new FlowLikelihood(new MixtureScore(THREE), new VariancePreserving(0.1, 20));
        var x = new SplittableRandom(1).doubles(1000, -3, 3).toArray();
        var shares = new ConcurrentLinkedQueue<Double>();
        new Watcher() {
            @Override
            public void reached(Work work, double share) {
                shares.add(share);
            }
        }.during(() -> flow.encode(x, x, 0.01));
        assertEquals(8, shares.size());
        assertTrue(shares.contains(1.0));
        var unwanted = new Watcher() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> unwanted.during(() -> flow.encode(x, x, 0.01)));
    }

    /** A looser tolerance costs less, and the error is at most proportional to it. */
    @Test
    void theTolerancesErrorIsWhatItSays() {
        var process = new VariancePreserving(0.1, 20);
        var score = new MixtureScore(THREE);
        double[] x = {0.3, -1, 2.5};
        double[] y = {1, -1, 0};
        var exact = new double[3];
        score.logDensity(x, y, 0, 3, process.at(0.01), exact);
        long before = Long.MAX_VALUE;
        for (double tolerance : new double[] {1e-12, 1e-8, 1e-5}) {
            var encoding =
                    new FlowLikelihood(score, process).withTolerance(tolerance).encode(x, y, 0.01);
            for (int i = 0; i < 3; i++) {
                assertEquals(exact[i], encoding.logLikelihood()[i], 1e-11 + 100 * tolerance);
            }
            assertTrue(encoding.outcome().evaluations() < before);
            before = encoding.outcome().evaluations();
        }
    }
}
