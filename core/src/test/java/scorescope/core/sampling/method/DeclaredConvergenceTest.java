package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.ImpulseNoise;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Convergence.Sense;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;

/** Every sampler of the catalog, with each of its solvers, on a Gaussian with its closed solution: the order it declares. */
class DeclaredConvergenceTest {
    private static final NoiseProcess PROCESS = new VarianceExploding(0.01, 10);
    private static final NoiseProcess PRESERVING = new VariancePreserving(0.1, 20);

    /** Errors below this are rounding or the remaining effect of the start, and show no order. */
    private static final double LEAST_ERROR = 1e-8;

    private static final Gaussians TRUTH = Gaussians.STRETCHED;
    private static final double TIME_OF_END = 0.2;

    /** One kind with some of its options chosen. */
    private record Case(Kind<SamplingMethod> kind, Parameters values) {
        SamplingMethod method() {
            return kind.create().apply(values);
        }

        /** The same with these steps, step size and grid, as far as the sampler declares them. */
        Case with(int steps, double stepSize, String grid) {
            var changed = values;
            for (var parameter : kind.parameters()) {
                changed = switch (parameter.key()) {
                    case "steps" -> changed.with(parameter, (long) steps);
                    case "stepSize" -> changed.with(parameter, stepSize);
                    case "grid" -> changed.with(parameter, grid);
                    default -> changed;
                };
            }
            return new Case(kind, changed);
        }

        @Override
        public String toString() {
            return kind.id() + " " + values.given();
        }
    }

    static Stream<Case> samplers() {
        return cases(SamplerCatalog.CATALOG);
    }

    private static Stream<Case> cases(Catalog<SamplingMethod> catalog) {
        var cases = new ArrayList<Case>();
        for (var kind : catalog.kinds()) {
            cases.add(new Case(kind, Parameters.NONE));
            for (var parameter : kind.parameters()) {
                if (parameter instanceof Parameter.OneOf<?> solver
                        && solver.key().equals("solver")) {
                    for (Option option : solver.options()) {
                        cases.add(new Case(kind, Parameters.NONE.with(parameter, option.id())));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theErrorFallsWithTheOrderThatTheSamplerDeclares(Case sampler) {
        var declared = sampler.method().convergence();
        switch (declared.sense()) {
            case FLOW -> {
                int steps = declared.order() == 1 ? 1024 : declared.order() == 2 ? 512 : 256;
                check(sampler, count -> flowError(sampler.with(count, 0, "log-snr")), steps);
            }
            case WEAK -> {
                int steps = declared.order() == 1 ? 1024 : 256;
                check(sampler, count -> weakError(sampler.with(count, 0, "uniform")), steps);
            }
            case STATIONARY -> check(sampler, count -> stationaryError(sampler.with(count, 20.0 / count, "")), 400);
            case EXACT -> assertTrue(sampler.method().staysAtOneLevel(), sampler + ": only a chain can be exact");
            case NONE ->
                assertFalse(
                        declared.reason().isBlank(),
                        sampler + ": say in convergence() why there is no order, or declare one");
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theLevelsOfARunAreAsDeclared(Case sampler) {
        var method = sampler.method();
        var problem = new Problem(TRUTH.score(), PROCESS, PROCESS.at(TIME_OF_END));
        if (method.refusal(problem).isPresent()) {
            return;
        }
        var bound = sampler.with(20, 0.01, "log-snr").method().bind(problem);
        var end = new SamplingRun(bound, 5, method.naturalStart(), new PhiloxNoise(1), ParticleBlocks.ONE);
        var first = end.state().level();
        var last = end.finish().level();
        assertEquals(
                method.staysAtOneLevel(),
                first.sigma() == last.sigma(),
                sampler + ": declare in staysAtOneLevel() that it goes from σ = " + first.sigma() + " to "
                        + last.sigma());
    }

    private static void check(Case sampler, IntToDoubleFunction error, int steps) {
        var declared = sampler.method().convergence();
        double coarse = error.applyAsDouble(steps);
        double fine = error.applyAsDouble(2 * steps);
        if (declared.sense() == Sense.STATIONARY && coarse < LEAST_ERROR && fine < LEAST_ERROR) {
            // Some splittings are exact on Gaussians.
            return;
        }
        double order = Math.log(coarse / fine) / Math.log(2);
        assertEquals(
                declared.order(),
                order,
                0.25,
                () -> sampler + " declares " + declared.sense() + " order " + declared.order() + ", but " + coarse
                        + " -> " + fine + " is order " + order + ": declare in convergence() what it has");
    }

    /** Largest distance from the closed solution of the flow over 20 particles. */
    private static double flowError(Case sampler) {
        var end = PROCESS.at(PROCESS.tMin());
        var bound = bound(sampler, end);
        var run = new SamplingRun(bound, 20, new PriorStart(), new PhiloxNoise(1), ParticleBlocks.ONE);
        var x = run.state().x().clone();
        var y = run.state().y().clone();
        var ends = run.finish();
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double toX = TRUTH.flowX(PROCESS, PROCESS.tMax(), end.t(), x[i]);
            double toY = TRUTH.flowY(PROCESS, PROCESS.tMax(), end.t(), y[i]);
            worst = Math.max(worst, Math.hypot(ends.x()[i] - toX, ends.y()[i] - toY));
        }
        return worst;
    }

    /** |variance at the end − the exact one|, from exact initial variance. */
    private static double weakError(Case sampler) {
        var end = PRESERVING.at(TIME_OF_END);
        var bound = sampler.method().bind(new Problem(TRUTH.score(), PRESERVING, end));
        return Math.abs(variance(bound, variance(PRESERVING.at(PRESERVING.tMax()))) - variance(end));
    }

    /** |stationary variance − the exact one|. */
    private static double stationaryError(Case sampler) {
        var level = NoiseLevel.plain(0.5);
        return Math.abs(variance(bound(sampler, level), 0) - variance(level));
    }

    private static Sampler bound(Case sampler, NoiseLevel target) {
        return sampler.method().bind(new Problem(TRUTH.score(), PROCESS, target));
    }

    private static double variance(NoiseLevel level) {
        return level.alpha() * level.alpha() * TRUTH.varianceX() + level.sigma() * level.sigma();
    }

    /** Variance at the end of an affine sampler: sum of squared responses to a unit of noise in each step. */
    private static double variance(Sampler sampler, double beginning) {
        int steps = sampler.steps();
        // Particles 0..N−1 receive one unit of noise in one step, N starts one unit off, N + 1 neither.
        var x = new double[steps + 2];
        x[steps] = 1;
        var noise = new ImpulseNoise();
        var state = sampler.begin(x, new double[steps + 2], noise);
        var spare = sampler.begin(new double[steps + 2], new double[steps + 2], noise);
        for (int i = 0; i < steps; i++) {
            var next = sampler.step(state, noise, spare);
            spare = state;
            state = next;
        }
        double still = state.x()[steps + 1];
        double gain = state.x()[steps] - still;
        double variance = gain * gain * beginning;
        for (int i = 0; i < steps; i++) {
            double response = state.x()[i] - still;
            variance += response * response;
        }
        return variance;
    }
}
