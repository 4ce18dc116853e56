package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.fit.Direction;
import scorescope.core.fit.GaussianFit;
import scorescope.core.noise.LinearBeta;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.SubVariancePreserving;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;

/** Values from the theory of samplers, computed by the program. */
class StatedValuesTest {
    private static final int N = 40_000;
    /** Five standard errors of a variance over 2N numbers. */
    private static final double SCATTER = 5 / Math.sqrt(N);

    private static final NoiseProcess ANY = new VarianceExploding(0.01, 10);

    private static MixtureScore gaussian(double x, double y) {
        return new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, x, y, 1))));
    }

    private static State end(SamplingMethod method, MixtureScore score, NoiseProcess process, NoiseLevel level) {
        var sampler = method.bind(new Problem(score, process, level));
        var start = method.naturalStart();
        return new SamplingRun(sampler, N, start, new PhiloxNoise(5), ParticleBlocks.ONE).finish();
    }

    private static double variance(SamplingMethod method) {
        var sampler = method.bind(new Problem(gaussian(0, 0), ANY, NoiseLevel.plain(0)));
        var start = new GaussianStart(0, 0, 1);
        var end = new SamplingRun(sampler, N, start, new PhiloxNoise(5), ParticleBlocks.ONE).finish();
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += end.x()[i] * end.x()[i] + end.y()[i] * end.y()[i];
        }
        return sum / (2 * N);
    }

    /** Unadjusted Langevin on N(0, 1): 1/(1 − η/2). */
    @ParameterizedTest
    @CsvSource({"0.1, 1.0526", "0.5, 1.3333", "1, 2", "1.9, 20"})
    void langevinIsTooWide(double eta, double expected) {
        assertEquals(1, variance(new Langevin(eta, 200, 1)) / expected, SCATTER);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.5", "1", "1.9"})
    void theMetropolisTestMendsIt(double eta) {
        assertEquals(1, variance(new Mala(eta, 200)), SCATTER);
    }

    /** Noise scale without √2, correct, and with √2 twice. */
    @ParameterizedTest
    @CsvSource({"0.7071067811865476, 0.5", "1, 1", "1.4142135623730951, 2"})
    void theVarianceGoesAsTheSquareOfTheNoise(double noiseScale, double expected) {
        assertEquals(1, variance(new Langevin(0.02, 400, noiseScale)) / expected, SCATTER + 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        ".1, .1037, .0108",
        ".2, .3416, .1167",
        ".3, .6037, .3644",
        ".5, .9209, .8481",
        ".7, .9929, .9858",
        "1, 1, .9999"
    })
    void variancesOfThePreservingProcesses(double t, double preserving, double below) {
        assertEquals(preserving, Math.pow(new VariancePreserving(0.1, 20).sigma(t), 2), 5.1e-5);
        assertEquals(below, Math.pow(new SubVariancePreserving(new LinearBeta(0.1, 20)).sigma(t), 2), 5.1e-5);
    }

    /** From N(0, 100) the flow moves the mean for a Gaussian at (4, 4) to 3.60, the reverse SDE to 3.96. */
    @ParameterizedTest
    @CsvSource({"probability-flow, 3.60", "reverse-sde, 3.96"})
    void theStartWithoutTheDatasMeanIsForgottenByTheSdeOnly(String sampler, double expected) {
        var process = new VarianceExploding(0.01, 10);
        var method = SamplerCatalog.CATALOG.create(Choice.of(sampler), "test");
        var end = end(method, gaussian(4, 4), process, process.at(process.tMin()));
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += end.x()[i] + end.y()[i];
        }
        assertEquals(expected, sum / (2 * N), 0.005 + 5 / Math.sqrt(2 * N));
    }

    @Test
    void theForwardFitOfTheThreeGaussiansHasTheirMoments() {
        var clean = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "test");
        var fitted = GaussianFit.of(Direction.FORWARD, clean, NoiseLevel.plain(0), 1)
                .gaussians()
                .components()
                .getFirst();
        assertEquals(0.2, fitted.meanX(), 1e-6);
        assertEquals(-0.2, fitted.meanY(), 1e-6);
        assertEquals(3.12, fitted.xx(), 5e-3);
        assertEquals(0.84, fitted.xy(), 5e-3);
        assertEquals(1.92, fitted.yy(), 5e-3);
    }
}
