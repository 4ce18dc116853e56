package scorescope.core.sampling.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PointStart;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.TimeGrid;

/** Rules of higher order under processes whose f and g² jump (DDPM's chain) or grow without bound at the end. */
class SmoothTimeTest {
    private static final NoiseSource NOISE = new PhiloxNoise(1);
    private static final Gaussians GAUSSIAN = Gaussians.STRETCHED;

    static Stream<NoiseProcess> processes() {
        return Stream.concat(
                ProcessCatalog.CATALOG.ids().stream()
                        .map(id -> ProcessCatalog.CATALOG.create(Choice.of(id), "process")),
                Stream.of(
                        new DiscreteDdpm(10, 0.01, 0.5, DiscreteDdpm.Variance.BETA),
                        new DiscreteDdpm(137, 1e-4, 0.1, DiscreteDdpm.Variance.POSTERIOR)));
    }

    /** A tolerance of 1e-9 per step in smooth coordinates gives 1e-7 at the end, in a few hundred steps. */
    @ParameterizedTest
    @MethodSource("processes")
    void theAdaptiveSolverHoldsItsToleranceInFewStepsBothWays(NoiseProcess process) {
        for (boolean down : List.of(true, false)) {
            double from = down ? process.tMax() : process.tMin();
            double to = down ? process.tMin() : process.tMax();
            var path = new LevelSequence(GAUSSIAN.score(), process, TimeGrid.UNIFORM.times(process, from, to, 10_000));
            var end = end(FlowSolver.DORMAND_PRINCE.along(path, 1e-9), 0.8, -1.1);
            assertEquals(
                    Status.DONE, end.diagnostics().status(), end.diagnostics().advice());
            assertTrue(end.step() <= 400, process + " took " + end.step() + " steps");
            double x = GAUSSIAN.flowX(process, from, to, 0.8);
            double y = GAUSSIAN.flowY(process, from, to, -1.1);
            assertEquals(x, end.x()[0], 1e-7 * (1 + Math.abs(x)), process.toString());
            assertEquals(y, end.y()[0], 1e-7 * (1 + Math.abs(y)), process.toString());
        }
    }

    /** Times of the grid do not coincide with the chain's. */
    @ParameterizedTest
    @MethodSource("chains")
    void fixedStepsKeepTheirOrderAcrossTheChainsJumps(DiscreteDdpm chain) {
        double low = 0.02;
        for (var solver : List.of(FlowSolver.EULER, FlowSolver.HEUN, FlowSolver.RK4, FlowSolver.ADAMS_BASHFORTH)) {
            int order =
                    switch (solver) {
                        case EULER -> 1;
                        case HEUN -> 2;
                        default -> 4;
                    };
            IntToDoubleFunction error = steps -> {
                var times = TimeGrid.LOG_SNR.times(chain, 1, low, steps);
                var path = new LevelSequence(GAUSSIAN.score(), chain, times);
                return Math.abs(end(solver.along(path, 0), 0.8, -1.1).x()[0] - GAUSSIAN.flowX(chain, 1, low, 0.8));
            };
            int steps = order == 4 ? 150 : 600;
            double seen = Math.log(error.applyAsDouble(steps) / error.applyAsDouble(2 * steps)) / Math.log(2);
            assertEquals(order, seen, 0.4, solver + " under " + chain);
        }
    }

    static Stream<DiscreteDdpm> chains() {
        return Stream.of(
                new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.BETA),
                new DiscreteDdpm(37, 1e-3, 0.3, DiscreteDdpm.Variance.BETA));
    }

    /** At the chain's times, where β is constant between them, Euler's rule in smooth time is Euler's rule in t. */
    @Test
    void eulersRuleOnTheChainsOwnTimesIsTheTextbooks() {
        var chain = new DiscreteDdpm(50, 1e-3, 0.2, DiscreteDdpm.Variance.BETA);
        var path = new LevelSequence(GAUSSIAN.score(), chain, TimeGrid.UNIFORM.times(chain, 1, 0.02, 49));
        double found = end(FlowSolver.EULER.along(path, 0), 0.8, 0).x()[0];
        double x = 0.8;
        for (int i = 50; i > 1; i--) {
            double beta = -Math.log1p(-chain.beta(i));
            double variance = chain.alphaBar(i) * GAUSSIAN.varianceX() + 1 - chain.alphaBar(i);
            double score = (Math.sqrt(chain.alphaBar(i)) * GAUSSIAN.meanX() - x) / variance;
            x += 0.5 * beta * (x + score);
        }
        assertEquals(x, found, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void smoothTimeGrowsAndIsUndone(NoiseProcess process) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 500; i++) {
            double t = process.tMin() + (process.tMax() - process.tMin()) * i / 500.0;
            double smooth = process.smoothTime(t);
            assertTrue(smooth > before);
            before = smooth;
            assertEquals(t, process.timeAtSmooth(smooth), 1e-12 * Math.max(1, t), process + " at " + t);
        }
    }

    private static State end(Sampler sampler, double x, double y) {
        return new SamplingRun(sampler, 1, new PointStart(x, y), NOISE, ParticleBlocks.ONE).finish();
    }
}
