package scorescope.core.sampling.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.density.RandomMixture;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.random.Probes;
import scorescope.core.random.Probes.Law;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.Prediction;

class FlowLikelihoodTest {
    private static final int N = 40;

    private final double[] x = new SplittableRandom(1).doubles(N, -3, 3).toArray();
    private final double[] y = new SplittableRandom(2).doubles(N, -3, 3).toArray();

    static Stream<NoiseProcess> processes() {
        return ProcessCatalog.CATALOG.ids().stream().map(id -> ProcessCatalog.CATALOG.create(Choice.of(id), "process"));
    }

    /** Under every process the result is the exact density of the noised mixture. */
    @ParameterizedTest
    @MethodSource("processes")
    void theFlowsLikelihoodIsTheMixturesOwn(NoiseProcess process) {
        var score = new MixtureScore(RandomMixture.of(3));
        double t = process.tMin() + 0.01 * (process.tMax() - process.tMin());
        var encoding = new FlowLikelihood(score, process).encode(x, y, t);
        assertEquals(Status.DONE, encoding.outcome().status());
        var exact = new double[N];
        score.logDensity(x, y, 0, N, process.at(t), exact);
        var found = encoding.logLikelihood();
        for (int i = 0; i < N; i++) {
            assertEquals(exact[i], found[i], 1e-7, process + " at " + x[i] + ", " + y[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void pointsGoWhereTheClosedSolutionOfAGaussianSays(NoiseProcess process) {
        double t = process.tMin();
        var encoding = new FlowLikelihood(Gaussians.STRETCHED.score(), process).encode(x, y, t);
        for (int i = 0; i < N; i++) {
            double exactX = Gaussians.STRETCHED.flowX(process, t, process.tMax(), x[i]);
            double exactY = Gaussians.STRETCHED.flowY(process, t, process.tMax(), y[i]);
            assertEquals(exactX, encoding.x()[i], 1e-7 * (1 + Math.abs(exactX)));
            assertEquals(exactY, encoding.y()[i], 1e-7 * (1 + Math.abs(exactY)));
        }
    }

    /** The mean of 400 probes is off by more than four standard errors for one point in 16,000. */
    @ParameterizedTest
    @EnumSource(Law.class)
    void probesAreRightWithinTheirStandardErrors(Law law) {
        var score = new MixtureScore(RandomMixture.of(5));
        var encoding = new FlowLikelihood(score, new VariancePreserving(0.1, 20)).encode(x, y, 0.01);
        var exact = encoding.logLikelihood();
        var estimate = encoding.logLikelihood(new Probes(law, 400), new PhiloxNoise(9));
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double error = Math.abs(estimate.logLikelihood()[i] - exact[i]);
            assertTrue(error <= 4 * estimate.standardError()[i], error + " > 4 · " + estimate.standardError()[i]);
            squares += Math.pow(error / estimate.standardError()[i], 2);
        }
        // A mean of 40 squared normals, outside this range with probability 0.001.
        assertEquals(1, squares / N, 0.75);
    }

    /** Four Rademacher probes agree with probability 1/8; their mean is then off by 2|S_xy|, and their scatter is 0. */
    @Test
    void probesThatAgreeDoNotPassForExact() {
        var encoding = new FlowLikelihood(new MixtureScore(RandomMixture.of(5)), new VariancePreserving(0.1, 20))
                .encode(x, y, 0.01);
        var exact = encoding.logLikelihood();
        for (int count : new int[] {1, 2, 4}) {
            var estimate = encoding.logLikelihood(new Probes(Law.RADEMACHER, count), new PhiloxNoise(3));
            int unlucky = 0;
            for (int i = 0; i < N; i++) {
                double off = Math.abs(estimate.logLikelihood()[i] - exact[i]);
                // Every probe is off by 2|S_xy| = √K standard errors, so that no mean can be off by more.
                assertTrue(off <= Math.sqrt(count) * estimate.standardError()[i] * (1 + 1e-9) + 1e-9, "K = " + count);
                unlucky += off > 0.99 * Math.sqrt(count) * estimate.standardError()[i] ? 1 : 0;
            }
            assertTrue(unlucky > 0, "at K = " + count + " no point has probes that agree");
        }
    }

    /** Without a cross term Rademacher probes have no variance. */
    @Test
    void rademachersProbesAreExactForAnAxisAlignedGaussian() {
        var process = new VariancePreserving(0.1, 20);
        var encoding = new FlowLikelihood(Gaussians.STRETCHED.score(), process).encode(x, y, 0.01);
        var exact = encoding.logLikelihood();
        var rademacher = encoding.logLikelihood(new Probes(Law.RADEMACHER, 2), new PhiloxNoise(1));
        var gaussian = encoding.logLikelihood(new Probes(Law.GAUSSIAN, 2), new PhiloxNoise(1));
        for (int i = 0; i < N; i++) {
            assertEquals(exact[i], rademacher.logLikelihood()[i], 1e-9);
            assertEquals(0, rademacher.standardError()[i], 1e-9);
            assertTrue(gaussian.standardError()[i] > 1e-3);
        }
    }

    /** A network with v = 0 has the score of N(0, I) at every level, for which the flow of VP moves no point. */
    @Test
    void aLearnedScoreEndsInThePrior() {
        var architecture = Architecture.plane(List.of(8), Activation.SILU, 4);
        var zero = Weights.of(architecture, new float[architecture.size()]);
        var domain = new Domain("variance-preserving", 1e-4, 1e4, Prediction.V_PREDICTION);
        var process = new VariancePreserving(0.1, 20);
        var encoding = new FlowLikelihood(new LearnedScore(zero, domain), process).encode(x, y, 0.01);
        assertEquals(Status.DONE, encoding.outcome().status());
        var found = encoding.logLikelihood();
        for (int i = 0; i < N; i++) {
            assertEquals(x[i], encoding.x()[i], 1e-3);
            assertEquals(-Math.log(2 * Math.PI) - 0.5 * (x[i] * x[i] + y[i] * y[i]), found[i], 1e-3);
        }
    }

    @Test
    void timesOutsideTheProcessAreRefused() {
        var flow = new FlowLikelihood(Gaussians.STRETCHED.score(), new VariancePreserving(0.1, 20));
        assertEquals(
                "noise.t",
                assertThrows(BadInputException.class, () -> flow.encode(x, y, 0))
                        .place());
        assertEquals(
                "noise.t",
                assertThrows(BadInputException.class, () -> flow.encode(x, y, 1))
                        .place());
    }

    @Test
    void tooFewStepsAreAStatusWithAdvice() {
        double[][] state = {{1}};
        var outcome = new DormandPrince(1e-10, 3)
                .integrate((t, at, out, from, to) -> out[0][0] = Math.cos(50 * t), 0, 9, state);
        assertEquals(Status.STEP_LIMIT, outcome.status());
        assertTrue(outcome.advice().contains("tolerance"));
        var explosion = new DormandPrince(1e-6, 9000)
                .integrate((t, at, out, from, to) -> out[0][0] = at[0][0] * at[0][0], 0, 2, state);
        assertTrue(explosion.status() != Status.DONE);
    }
}
