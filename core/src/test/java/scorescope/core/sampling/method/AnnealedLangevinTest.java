package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.random.ImpulseNoise;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.Recording;
import scorescope.core.score.MixtureScore;

/** On a Gaussian, where the stationary variance has a closed form. */
class AnnealedLangevinTest {
    private static final double SIGMA = 0.8;
    private static final Gaussians GAUSSIAN = new Gaussians(0.5, -1, 0.04, 0.36);

    /** Stationary variance C for every step size with averaged noise, C/(1 − η/2C) with fresh noise; C = v + σ². */
    @ParameterizedTest
    @CsvSource({"0.1, true", "0.5, true", "1.5, true", "0.1, false", "0.5, false", "1.5, false"})
    void itSettlesIntoTheVarianceOfItsNoise(double share, boolean averaged) {
        double eta = share * SIGMA * SIGMA;
        var method = new AnnealedLangevin(2, 200, eta, averaged);
        var end = afterUnitsOfNoise(method);
        assertEquals(expected(GAUSSIAN.varianceX(), eta, averaged), variance(end.x(), GAUSSIAN.meanX()), 1e-6);
        assertEquals(expected(GAUSSIAN.varianceY(), eta, averaged), variance(end.y(), GAUSSIAN.meanY()), 1e-6);
    }

    private static double expected(double clean, double eta, boolean averaged) {
        double noised = clean + SIGMA * SIGMA;
        return averaged ? noised : noised / (1 - eta / (2 * noised));
    }

    /** Particle i begins at the mean and receives one unit of noise in step i, at nearly equal levels. */
    private static State afterUnitsOfNoise(AnnealedLangevin method) {
        var process = new VarianceExploding(SIGMA, SIGMA * (1 + 1e-9));
        var sampler = method.bind(new Problem(GAUSSIAN.score(), process, NoiseLevel.plain(SIGMA)));
        var x = new double[sampler.steps()];
        var y = new double[sampler.steps()];
        Arrays.fill(x, GAUSSIAN.meanX());
        Arrays.fill(y, GAUSSIAN.meanY());
        var noise = new ImpulseNoise();
        return new Recording(sampler, sampler.begin(x, y, noise), noise, ParticleBlocks.ONE, 1).seek(sampler.steps());
    }

    /** A narrow mode of nine tenths and a wide one of one tenth; 4.5 standard errors. Twelve levels give 0.21 and 0.16. */
    @ParameterizedTest
    @CsvSource({"rectified-flow, 3000", "edm, 3000"})
    void modesOfUnequalWidthKeepTheirSharesByDefault(String id, int particles) {
        var mixture =
                new GaussianMixture(List.of(Component.isotropic(0.9, 0, 0, 0.1), Component.isotropic(0.1, 6, 0, 0.7)));
        var score = new MixtureScore(mixture);
        var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
        var sampler = byDefault().bind(new Problem(score, process, NoiseLevel.plain(0)));
        var end =
                new SamplingRun(sampler, particles, new PriorStart(), new PhiloxNoise(5), ParticleBlocks.ONE).finish();
        var noised = score.at(end.level());
        double share = 0;
        var r = new double[2];
        for (int i = 0; i < particles; i++) {
            noised.responsibilities(end.x()[i], end.y()[i], r);
            share += r[1] / particles;
        }
        assertEquals(0.1, share, 4.5 * Math.sqrt(0.09 / particles));
    }

    @Test
    void levelsGoByTheRangeUnlessTheyAreStated() {
        var score = GAUSSIAN.score();
        for (String id : ProcessCatalog.CATALOG.ids()) {
            var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
            var problem = new Problem(score, process, NoiseLevel.plain(0));
            var levels = byDefault().bind(problem).levels().stream().distinct().toList();
            double decades =
                    Math.log10(levels.getFirst().ratio() / levels.getLast().ratio());
            assertEquals(process.at(process.tMax()).ratio(), levels.getFirst().ratio());
            double perDecade = (levels.size() - 1) / decades;
            assertTrue(perDecade >= 8 - 1e-9 && levels.size() - 2 < 8 * decades, id + ": " + perDecade);
            var stated = SamplerCatalog.CATALOG.create(
                    Choice.of("annealed-langevin").with(AnnealedLangevin.LEVELS, 12), "sampler");
            assertEquals(12, stated.bind(problem).levels().stream().distinct().count());
        }
    }

    @Test
    void oneLevelIsRefused() {
        var one = new AnnealedLangevin(1, 10, 0, true);
        var problem = new Problem(GAUSSIAN.score(), new VarianceExploding(0.01, 10), NoiseLevel.plain(0));
        assertEquals(
                "sampler.levels",
                assertThrows(BadInputException.class, () -> one.bind(problem)).place());
    }

    private static SamplingMethod byDefault() {
        return SamplerCatalog.CATALOG.create(Choice.of("annealed-langevin"), "sampler");
    }

    private static double variance(double[] ends, double mean) {
        double sum = 0;
        for (double end : ends) {
            sum += (end - mean) * (end - mean);
        }
        return sum;
    }
}
