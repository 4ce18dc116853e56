package scorescope.core.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.io.NpyArray;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.history.TrailBuffer;
import scorescope.core.sampling.history.Trajectory;
import scorescope.core.sampling.method.AnnealedLangevin;
import scorescope.core.sampling.method.Ddim;
import scorescope.core.sampling.method.Ddpm;
import scorescope.core.sampling.method.EdmHeun;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.ProbabilityFlow;
import scorescope.core.sampling.method.ReverseSde;
import scorescope.core.sampling.method.SamplerCatalog;

public class SamplingRunTest {
    private static final int PARTICLES = 3 * ParticleBlocks.BLOCK + 17;

    static Stream<SamplingMethod> methods() {
        var few = Parameters.NONE
                .with(Langevin.STEPS, 20)
                .with(AnnealedLangevin.STEPS_PER_LEVEL, 2)
                .with(Ddim.ETA, 0.5)
                .with(EdmHeun.CHURN, 2);
        var kinds = SamplerCatalog.CATALOG.kinds().stream()
                .map(kind -> kind.create().apply(few));
        var solvers = Stream.of(FlowSolver.values())
                .map(solver -> ProbabilityFlow.KIND.create().apply(few.with(ProbabilityFlow.SOLVER, solver)));
        var heun = Stream.of(ReverseSde.KIND.create().apply(few.with(ReverseSde.SOLVER, "heun")));
        return Stream.of(kinds, solvers, heun).flatMap(methods -> methods);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void samplesAreTheSameForAnyNumberOfThreads(SamplingMethod method) {
        var alone = samples(method, 7, 1);
        assertArrayEquals(alone, samples(method, 7, 2));
        assertArrayEquals(alone, samples(method, 7, 3));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void samplesFollowFromTheSeed(SamplingMethod method) {
        assertArrayEquals(samples(method, 7, 1), samples(method, 7, 1));
        assertFalse(Arrays.equals(samples(method, 7, 1), samples(method, 8, 1)));
    }

    private static double[] samples(SamplingMethod method, long seed, int threads) {
        try (var blocks = new ParticleBlocks(threads)) {
            var run = new SamplingRun(sampler(method), PARTICLES, method.naturalStart(), new PhiloxNoise(seed), blocks);
            var end = run.finish();
            return assertInstanceOf(NpyArray.Doubles.class, NpyArray.points(end.x(), end.y()))
                    .values();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aStepLeavesItsStateAsItWasAndSwapsTwoSetsOfArrays(SamplingMethod method) {
        var run = run(method, 50);
        var first = run.state();
        var x = first.x().clone();
        var second = run.step();
        assertArrayEquals(x, first.x());
        var third = run.step();
        assertSame(first.x(), third.x());
        assertEquals(Set.of(1, 2), Set.of(second.step(), third.step()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTrajectoryHoldsEveryFrameAndTailsTheLast(SamplingMethod method) {
        var run = run(method, 50);
        var trajectory = new Trajectory(run.sampler(), 50);
        var trails = new TrailBuffer(50, 4);
        run.watchedBy(trajectory::add).watchedBy(trails::add);
        double startY = run.state().y()[49];
        var end = run.finish();
        int steps = run.state().step();
        assertEquals(steps + 1, trajectory.frames());
        assertEquals(startY, trajectory.y(0, 49));
        assertEquals(end.x()[13], trajectory.x(steps, 13));
        assertEquals(run.sampler().time(end), trajectory.time(steps));
        assertNotEquals(trajectory.time(0), trajectory.time(steps));
        assertArrayEquals(new int[] {steps + 1, 50, 2}, trajectory.positions().shape());
        assertEquals(4, trails.length());
        for (int age = 0; age < 4; age++) {
            assertEquals(trajectory.x(steps - age, 13), trails.x(age)[13]);
            assertEquals(trajectory.y(steps - age, 13), trails.y(age)[13]);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> trails.x(4));
    }

    @Test
    void aTrajectoryThatCannotFitIsRefusedBeforeTheRun() {
        var sampler = sampler(new Langevin(0.01, 1_000_000, 1));
        assertThrows(BadInputException.class, () -> new Trajectory(sampler, 100_000));
    }

    @Test
    void startsAreWhereTheyAreAskedToBe() {
        var x = new double[10_000];
        var y = new double[10_000];
        var noise = new PhiloxNoise(2);
        new UniformStart(-1, 2, 5, 6).fill(9, noise, x, y);
        assertEquals(0.5, Arrays.stream(x).average().orElseThrow(), 5 * 3 / Math.sqrt(12 * 10_000));
        assertEquals(-1, Arrays.stream(x).min().orElseThrow(), 0.01);
        assertEquals(6, Arrays.stream(y).max().orElseThrow(), 0.01);
        new GaussianStart(4, -4, 0.5).fill(9, noise, x, y);
        assertEquals(-4, Arrays.stream(y).average().orElseThrow(), 5 * 0.5 / 100);
        new PriorStart().fill(9, noise, x, y);
        assertEquals(81, Arrays.stream(x).map(value -> value * value).average().orElseThrow(), 5 * 81 * 0.0142);
        new PointStart(4, -4).fill(9, noise, x, y);
        assertEquals(4, x[9_999]);
    }

    /** Particles are distributed evenly over drawn points, whether there are more or fewer of them. */
    @Test
    void drawnStartsAreWhereThePointsAre() {
        var points = new DrawnStart(List.of(-1.0, 0.0, 2.0, 5.0), 0.1);
        var x = new double[10_000];
        var y = new double[10_000];
        points.fill(9, new PhiloxNoise(2), x, y);
        assertEquals(-1, Arrays.stream(x, 0, 5000).average().orElseThrow(), 5 * 0.1 / Math.sqrt(5000));
        assertEquals(5, Arrays.stream(y, 5000, 10_000).average().orElseThrow(), 5 * 0.1 / Math.sqrt(5000));
        double squares = Arrays.stream(x, 5000, 10_000)
                .map(v -> (v - 2) * (v - 2))
                .average()
                .orElseThrow();
        assertEquals(0.01, squares, 5 * 0.01 * Math.sqrt(2 / 5000.0));
        var line = IntStream.range(0, 200).boxed().map(i -> 0.5 * i).toList();
        var few = new double[10];
        new DrawnStart(line, 0).fill(9, new PhiloxNoise(2), few, new double[10]);
        assertArrayEquals(IntStream.range(0, 10).mapToDouble(i -> 10 * i).toArray(), few);
    }

    @Test
    void aFailingShardFailsTheStep() {
        try (var blocks = new ParticleBlocks(2)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> blocks.each(PARTICLES, (from, to) -> {
                        throw new IllegalStateException("broken");
                    }));
        }
    }

    private static SamplingRun run(SamplingMethod method, int particles) {
        return new SamplingRun(
                sampler(method), particles, method.naturalStart(), new PhiloxNoise(7), ParticleBlocks.ONE);
    }

    public static Sampler sampler(SamplingMethod method) {
        var process = method instanceof Ddpm
                ? new DiscreteDdpm(25, 0.01, 0.5, DiscreteDdpm.Variance.BETA)
                : new VarianceExploding(0.01, 10);
        return method.bind(new Problem(Gaussians.STRETCHED.score(), process, NoiseLevel.plain(0.5)));
    }
}
