package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.history.Recording;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;
import scorescope.core.score.TrainedField;

/** Samplers that follow a process, over every process. */
class LevelSequenceSamplersTest {
    private static final List<String> ALONG_A_PATH = List.of(
            "annealed-langevin", "reverse-sde", "predictor-corrector", "ddim", "probability-flow", "dpm-solver", "edm");
    private static final int N = 4000;

    static Stream<Arguments> samplersAndProcesses() {
        return ALONG_A_PATH.stream().flatMap(sampler -> ProcessCatalog.CATALOG.kinds().stream()
                .map(process ->
                        Arguments.of(sampler, process.id(), process.create().apply(Parameters.NONE))));
    }

    /** From the exact marginal at the process's end: mean within five standard errors, variance within 12 %. */
    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("samplersAndProcesses")
    void everySamplerInItsDefaultSettingEndsOnTheGaussian(String sampler, String id, NoiseProcess process) {
        var method = SamplerCatalog.CATALOG.kind(sampler, "").create().apply(Parameters.NONE);
        assertGaussianAtTheEnd(method, process, NoiseLevel.plain(0.5), process.tMin());
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("samplersAndProcesses")
    void theyStopAtTheTargetsTime(String sampler, String id, NoiseProcess process) {
        var method = SamplerCatalog.CATALOG.kind(sampler, "").create().apply(Parameters.NONE);
        double t = process.timeAtRatio(0.7, process.tMin(), process.tMax());
        assertGaussianAtTheEnd(method, process, process.at(t), t);
    }

    @ParameterizedTest
    @CsvSource({"BETA", "POSTERIOR"})
    void ancestralSamplingEndsOnTheCleanGaussian(DiscreteDdpm.Variance variance) {
        assertGaussianAtTheEnd(new Ddpm(), new DiscreteDdpm(1000, 1e-4, 0.02, variance), NoiseLevel.plain(0.5), 0);
    }

    private static void assertGaussianAtTheEnd(
            SamplingMethod method, NoiseProcess process, NoiseLevel target, double t) {
        var gaussian = Gaussians.STRETCHED;
        var sampler = method.bind(new Problem(gaussian.score(), process, target));
        var x = new double[N];
        var y = new double[N];
        gaussian.score().mixture().noised(process.at(process.tMax())).draw(11, x, y);
        var noise = new PhiloxNoise(2);
        var run = new Recording(sampler, sampler.begin(x, y, noise), noise, ParticleBlocks.ONE, 1);
        var end = run.seek(sampler.steps());
        assertEquals(Status.DONE, end.diagnostics().status());
        assertEquals(t, end.level().t(), 1e-9);
        double alpha = process.alpha(t);
        double variance = alpha * alpha * gaussian.varianceX() + Math.pow(process.sigma(t), 2);
        double mean = mean(end.x());
        assertEquals(alpha * gaussian.meanX(), mean, 5 * Math.sqrt(variance / N), "mean");
        double sum = 0;
        for (double value : end.x()) {
            sum += (value - mean) * (value - mean);
        }
        assertEquals(1, sum / N / variance, 0.12, "variance over the exact one");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void ancestralSamplingOfAProcessWithoutStepsIsRefusedWithAWayOut() {
        var problem = new Problem(Gaussians.STRETCHED.score(), new VariancePreserving(0.1, 20), NoiseLevel.plain(0.5));
        var refused = new Ddpm().refusal(problem).orElseThrow();
        assertEquals("sampler.kind", refused.place());
        assertTrue(refused.getMessage().contains("eta"), refused.getMessage());
    }

    /** On a chain, DDIM at η = 1 over all steps is ancestral sampling with the posterior's variance. */
    @Test
    void ddimWithFullNoiseIsAncestralSampling() {
        var chain = new DiscreteDdpm(40, 1e-3, 0.3, DiscreteDdpm.Variance.POSTERIOR);
        var problem = new Problem(Gaussians.STRETCHED.score(), chain, chain.at(0.025));
        var ancestral =
                new SamplingRun(new Ddpm().bind(problem), 50, new PriorStart(), new PhiloxNoise(5), ParticleBlocks.ONE);
        var ddim = new SamplingRun(
                new Ddim(1, Spacing.uniform(39)).bind(problem),
                50,
                new PriorStart(),
                new PhiloxNoise(5),
                ParticleBlocks.ONE);
        while (ancestral.running()) {
            var expected = ancestral.step();
            var found = ddim.step();
            for (int i = 0; i < 50; i++) {
                assertEquals(expected.x()[i], found.x()[i], 1e-9);
            }
        }
        assertEquals(Status.DONE, ddim.state().diagnostics().status());
    }

    @Test
    void allStochasticitiesShareTheirMarginals() {
        var process = new VarianceExploding(0.01, 10);
        for (double lambda : new double[] {0, 0.5, 1, 1.5}) {
            for (boolean heun : new boolean[] {false, true}) {
                var method = new ReverseSde(lambda, heun, new Spacing(TimeGrid.LOG_SNR, 7, 600));
                assertGaussianAtTheEnd(method, process, process.at(0.3), 0.3);
            }
        }
    }

    @Test
    void churnKeepsTheMarginals() {
        var process = new VarianceExploding(0.01, 10);
        var method = new EdmHeun(20, new Spacing(TimeGrid.KARRAS, 7, 60));
        assertGaussianAtTheEnd(method, process, process.at(0.3), 0.3);
    }

    /** A run along a learned score begins at the highest level it was trained on. */
    @Test
    void aLearnedScoreIsFollowedFromItsHighestLevel() {
        var exact = Gaussians.STRETCHED.score();
        TrainedField learned = new TrainedField() {
            @Override
            public Domain domain() {
                return new Domain("variance-exploding", 0.02, 10, Prediction.SCORE);
            }

            @Override
            public void score(
                    double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
                assertTrue(level.ratio() < 10.0001 && level.ratio() > 0.0199, "level " + level);
                exact.score(x, y, from, to, level, outX, outY);
            }
        };
        for (var kind : ALONG_A_PATH) {
            for (var process : List.of(
                    new VariancePreserving(0.1, 20), new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.BETA))) {
                var method = SamplerCatalog.CATALOG.kind(kind, "").create().apply(Parameters.NONE);
                var sampler = method.bind(new Problem(learned, process, NoiseLevel.plain(0.5)));
                var end = new SamplingRun(sampler, 500, new PriorStart(), new PhiloxNoise(3), ParticleBlocks.ONE)
                        .finish();
                assertEquals(1.5, mean(end.x()), 0.25, kind + " over " + process);
                assertEquals(0.02, end.level().ratio(), 1e-4);
            }
        }
    }

    @Test
    void thereIsNoWayDownFromTheEnd() {
        var process = new VariancePreserving(0.1, 20);
        var problem = new Problem(Gaussians.STRETCHED.score(), process, process.at(1));
        for (var kind : ALONG_A_PATH) {
            var method = SamplerCatalog.CATALOG.kind(kind, "").create().apply(Parameters.NONE);
            assertEquals(
                    "noise.t",
                    assertThrows(BadInputException.class, () -> method.bind(problem))
                            .place(),
                    kind);
        }
    }

    @Test
    void tooFewAdaptiveStepsAreAStatusWithAdvice() {
        var method = new ProbabilityFlow(FlowSolver.DORMAND_PRINCE, 1e-10, Spacing.uniform(5));
        var sampler = method.bind(
                new Problem(Gaussians.STRETCHED.score(), new VarianceExploding(0.01, 10), NoiseLevel.plain(0.5)));
        var end = new SamplingRun(sampler, 10, new PriorStart(), new PhiloxNoise(1), ParticleBlocks.ONE).finish();
        assertEquals(Status.STEP_LIMIT, end.diagnostics().status());
        assertTrue(
                end.diagnostics().advice().contains("tolerance"),
                end.diagnostics().advice());
    }
}
