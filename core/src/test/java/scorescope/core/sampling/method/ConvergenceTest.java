package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.random.ImpulseNoise;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.random.PooledNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.flow.AdamsBashforth;
import scorescope.core.sampling.history.Recording;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.StochasticHeun;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.MixtureScore;

/** Order of convergence of each rule, on a Gaussian with its closed solution. */
class ConvergenceTest {
    private static final NoiseProcess EXPLODING = new VarianceExploding(0.01, 10);
    private static final NoiseProcess PRESERVING = new VariancePreserving(0.1, 20);
    private static final NoiseSource NOISE = new PhiloxNoise(1);

    /** A rule bound to a path. */
    private record Rule(String name, java.util.function.Function<LevelSequence, Sampler> sampler) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> deterministicRules() {
        return Stream.of(EXPLODING, PRESERVING)
                .flatMap(process -> Stream.of(
                        Arguments.of(rule("ddim", path -> Ddim.along(path, 0)), 1, 1024, process),
                        Arguments.of(rule("dpm-solver", DpmSolver.Multistep::new), 2, 256, process),
                        Arguments.of(rule("edm", path -> new EdmHeun.EdmSampler(path, 0)), 2, 256, process),
                        Arguments.of(
                                rule("stochastic heun at 0", path -> new StochasticHeun(path, 0)), 2, 1024, process),
                        Arguments.of(rule("adams-bashforth", AdamsBashforth::new), 4, 512, process)));
    }

    private static Rule rule(String name, java.util.function.Function<LevelSequence, Sampler> sampler) {
        return new Rule(name, sampler);
    }

    @ParameterizedTest
    @MethodSource("deterministicRules")
    void errorFallsWithTheOrderOfTheRule(Rule rule, int order, int steps, NoiseProcess process) {
        assertOrder(order, 0.15, count -> flowError(rule, process, count), steps);
    }

    private static void assertOrder(double order, double tolerance, IntFunction<Double> error, int steps) {
        double coarse = error.apply(steps);
        double fine = error.apply(2 * steps);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), tolerance, coarse + " -> " + fine);
    }

    /** Largest distance from the closed solution over 40 particles, run from tMax to tMin in equal steps of log-SNR. */
    private static double flowError(Rule rule, NoiseProcess process, int steps) {
        var run = new SamplingRun(
                rule.sampler().apply(path(process, Gaussians.STRETCHED.score(), TimeGrid.LOG_SNR, steps)),
                40,
                new PriorStart(),
                NOISE,
                ParticleBlocks.ONE);
        var x = run.state().x().clone();
        var y = run.state().y().clone();
        var end = run.finish();
        assertEquals(Status.DONE, end.diagnostics().status());
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double exactX = Gaussians.STRETCHED.flowX(process, process.tMax(), process.tMin(), x[i]);
            double exactY = Gaussians.STRETCHED.flowY(process, process.tMax(), process.tMin(), y[i]);
            worst = Math.max(worst, Math.hypot(end.x()[i] - exactX, end.y()[i] - exactY));
        }
        return worst;
    }

    private static LevelSequence path(NoiseProcess process, MixtureScore score, TimeGrid grid, int steps) {
        return new LevelSequence(score, process, grid.times(process, process.tMax(), process.tMin(), steps));
    }

    @Test
    void ddimIsExactForAPointMassHoweverFewTheSteps() {
        var point = new MixtureScore(new GaussianMixture(List.of(new Component(1, 1.5, -0.5, 0, 0, 0))));
        for (var process : List.of(EXPLODING, PRESERVING)) {
            for (var sampler : List.of(
                    Ddim.along(path(process, point, TimeGrid.UNIFORM, 2), 0),
                    new DpmSolver.Multistep(path(process, point, TimeGrid.UNIFORM, 3)))) {
                var run = new SamplingRun(sampler, 40, new PriorStart(), NOISE, ParticleBlocks.ONE);
                var x = run.state().x().clone();
                var end = run.finish();
                var from = process.at(process.tMax());
                var to = process.at(process.tMin());
                for (int i = 0; i < x.length; i++) {
                    double exact = to.alpha() * 1.5 + to.sigma() / from.sigma() * (x[i] - from.alpha() * 1.5);
                    assertEquals(exact, end.x()[i], 1e-12, process.toString());
                }
            }
        }
    }

    /** Mean distance from a run sixteen times as fine along the same Brownian path. */
    @ParameterizedTest
    @CsvSource({"false, 1", "false, 0.5", "true, 1"})
    void theReverseSdeConvergesStronglyWithOrderOne(boolean heun, double lambda) {
        for (var process : List.of(EXPLODING, PRESERVING)) {
            int finest = 1 << 13;
            var reference = strongEnds(process, heun, lambda, finest, finest);
            assertOrder(1, 0.2, steps -> distance(reference, strongEnds(process, heun, lambda, steps, finest)), 256);
        }
    }

    private static double[] strongEnds(NoiseProcess process, boolean heun, double lambda, int steps, int finest) {
        var path = path(process, Gaussians.STRETCHED.score(), TimeGrid.UNIFORM, steps);
        var sampler = heun ? new StochasticHeun(path, lambda) : ReverseSde.eulerMaruyama(path, lambda);
        return new SamplingRun(
                        sampler, 200, new PriorStart(), new PooledNoise(NOISE, finest / steps), ParticleBlocks.ONE)
                .finish()
                .x()
                .clone();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 1", "false, 0.5, 1", "true, 1, 2", "true, 0.5, 2"})
    void theReverseSdeConvergesWeakly(boolean heun, double lambda, int order) {
        for (var process : List.of(EXPLODING, PRESERVING)) {
            assertOrder(order, 0.15, steps -> weakError(process, heun, lambda, steps), heun ? 512 : 2048);
        }
    }

    /** Errors of the variance at t = 0.2, from exact initial variance, and of the mean's gain. */
    private static double weakError(NoiseProcess process, boolean heun, double lambda, int steps) {
        double last = 0.2;
        var path = new LevelSequence(
                Gaussians.STRETCHED.score(), process, TimeGrid.UNIFORM.times(process, process.tMax(), last, steps));
        var sampler = heun ? new StochasticHeun(path, lambda) : ReverseSde.eulerMaruyama(path, lambda);
        var noise = new ImpulseNoise();
        // Particles 0..N−1 receive one unit of noise in one step, N starts one unit off, N + 1 neither.
        var x = new double[steps + 2];
        x[steps] = 1;
        var end = new Recording(sampler, sampler.begin(x, new double[steps + 2], noise), noise, ParticleBlocks.ONE, 1)
                .seek(steps);
        double still = end.x()[steps + 1];
        double variance = square(end.x()[steps] - still) * variance(process, process.tMax());
        for (int i = 0; i < steps; i++) {
            variance += square(end.x()[i] - still);
        }
        double gain = end.x()[steps] - still;
        return Math.abs(variance - variance(process, last)) + Math.abs(gain - gain(process, lambda, last));
    }

    /**
     * dE[x_t]/dE[x_T]: for the flow √(C_t/C_T), for the time reversal Cov(x_t, x_T)/C_T = (α_T/α_t) C_t/C_T, in between
     * geometric in λ².
     */
    private static double gain(NoiseProcess process, double lambda, double t) {
        double ratio = variance(process, t) / variance(process, process.tMax());
        double flow = Math.sqrt(ratio);
        double reversal = process.alpha(process.tMax()) / process.alpha(t) * ratio;
        return flow * Math.pow(reversal / flow, lambda * lambda);
    }

    private static double variance(NoiseProcess process, double t) {
        return square(process.alpha(t)) * Gaussians.STRETCHED.varianceX() + square(process.sigma(t));
    }

    private static double square(double value) {
        return value * value;
    }
}
