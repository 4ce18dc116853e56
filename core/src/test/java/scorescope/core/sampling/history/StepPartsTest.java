package scorescope.core.sampling.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.Mala;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;

class StepPartsTest {
    private static final MixtureScore EXACT = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(0.4, -1, 0, 0.6), Component.isotropic(0.6, 1.5, 1, 0.5))));
    private static final PhiloxNoise NOISE = new PhiloxNoise(5);
    private static final int PARTICLES = 40;

    private static Sampler sampler(Choice method) {
        return SamplerCatalog.CATALOG
                .create(method, "sampler")
                .bind(new Problem(
                        EXACT,
                        ProcessCatalog.CATALOG.create(
                                Choice.of(method.kind().startsWith("dd") ? "ddpm" : "variance-exploding"), "process"),
                        NoiseLevel.plain(0.3)));
    }

    private static State after(Sampler sampler, int steps) {
        var x = new double[PARTICLES];
        var y = new double[PARTICLES];
        NOISE.gaussian(NoiseStream.START, 0, 0, PARTICLES, x, y);
        var state = sampler.begin(x, y, NOISE);
        for (int i = 0; i < steps; i++) {
            state = sampler.step(state, NOISE, sampler.begin(new double[PARTICLES], new double[PARTICLES], NOISE));
        }
        return state;
    }

    static List<String> samplers() {
        return SamplerCatalog.CATALOG.kinds().stream().map(kind -> kind.id()).toList();
    }

    /** For every sampler the parts add up to the step, and the state is unchanged. */
    @ParameterizedTest
    @MethodSource("samplers")
    void partsOfAStepEndWhereItEnds(String kind) {
        var sampler = sampler(Choice.of(kind));
        var before = after(sampler, 2);
        var x = before.x().clone();
        var next = sampler.step(before, NOISE, sampler.begin(new double[PARTICLES], new double[PARTICLES], NOISE));
        for (int i = 0; i < PARTICLES; i++) {
            var parts = StepParts.of(sampler, before, NOISE, i);
            assertEquals(next.x()[i], parts.after().x());
            assertEquals(next.y()[i], parts.after().y());
            assertEquals(x[i], parts.before().x());
            assertTrue(kind.equals(Mala.KIND.id()) || !parts.refused(), kind);
        }
    }

    /** Against the closed form: drift ηs, noise √(2η) z. */
    @Test
    void driftAndNoiseOfLangevinAreThoseOfItsFormula() {
        double eta = 0.04;
        var sampler = sampler(Choice.of(Langevin.KIND.id()).with(Langevin.STEP_SIZE, eta));
        var before = after(sampler, 3);
        var score = new double[2][PARTICLES];
        EXACT.score(before.x(), before.y(), 0, PARTICLES, NoiseLevel.plain(0.3), score[0], score[1]);
        var z = new double[2][PARTICLES];
        NOISE.gaussian(NoiseStream.PATH, 3, 0, PARTICLES, z[0], z[1]);
        for (int i = 0; i < PARTICLES; i++) {
            var parts = StepParts.of(sampler, before, NOISE, i);
            assertEquals(eta * score[0][i], parts.still().minus(parts.before()).x(), 1e-13);
            assertEquals(
                    Math.sqrt(2 * eta) * z[1][i],
                    parts.proposed().minus(parts.still()).y(),
                    1e-13);
        }
    }

    /** MALA accepts with probability min(1, p(x')q(x | x')/p(x)q(x' | x)), q written out as two Gaussians. */
    @Test
    void malaRefusesWhereItsRatioSaysSo() {
        double eta = 0.5;
        var level = NoiseLevel.plain(0.3);
        var sampler = sampler(Choice.of(Mala.KIND.id()).with(Mala.STEP_SIZE, eta));
        var before = after(sampler, 4);
        var chance = new double[PARTICLES];
        NOISE.uniform(NoiseStream.ACCEPT, 4, 0, PARTICLES, chance);
        int refused = 0;
        for (int i = 0; i < PARTICLES; i++) {
            var parts = StepParts.of(sampler, before, NOISE, i);
            double[] x = {parts.before().x(), parts.proposed().x()};
            double[] y = {parts.before().y(), parts.proposed().y()};
            var score = new double[2][2];
            EXACT.score(x, y, 0, 2, level, score[0], score[1]);
            var log = new double[2];
            EXACT.logDensity(x, y, 0, 2, level, log);
            double forth = normal(x[1] - x[0] - eta * score[0][0], y[1] - y[0] - eta * score[1][0], eta);
            double back = normal(x[0] - x[1] - eta * score[0][1], y[0] - y[1] - eta * score[1][1], eta);
            double logRatio = log[1] - log[0] + back - forth;
            assertEquals(Math.log(chance[i]) >= logRatio, parts.refused(), "particle " + i);
            assertEquals(
                    back - forth,
                    Mala.logReversal(eta, x[1] - x[0], y[1] - y[0], score[0][0], score[1][0], score[0][1], score[1][1]),
                    1e-9);
            refused += parts.refused() ? 1 : 0;
        }
        assertNotEquals(0, refused);
        assertNotEquals(PARTICLES, refused);
    }

    private static double normal(double dx, double dy, double eta) {
        return -(dx * dx + dy * dy) / (4 * eta) - Math.log(4 * Math.PI * eta);
    }
}
