package scorescope.core.sampling.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.core.sampling.method.ProbabilityFlow;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;

class FlowSamplerTest {
    private static final NoiseProcess EXPLODING = new VarianceExploding(0.01, 10);
    private static final NoiseProcess PRESERVING = new VariancePreserving(0.1, 20);
    private static final NoiseSource NOISE = new PhiloxNoise(1);

    static Stream<Arguments> rulesAndProcesses() {
        return Stream.of(EXPLODING, PRESERVING)
                .flatMap(process -> Stream.of(
                        Arguments.of(RungeKutta.EULER, 1, 2048, process),
                        Arguments.of(RungeKutta.HEUN, 2, 512, process),
                        Arguments.of(RungeKutta.RK4, 4, 128, process)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndProcesses")
    void errorFallsWithTheOrderOfTheRule(RungeKutta rule, int order, int steps, NoiseProcess process) {
        double coarse = error(rule, process, steps);
        double fine = error(rule, process, 2 * steps);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.1, coarse + " -> " + fine);
    }

    /** Largest distance from the closed solution over 40 particles, run from tMax to tMin. */
    private static double error(RungeKutta rule, NoiseProcess process, int steps) {
        var times = TimeGrid.UNIFORM.times(process, process.tMax(), process.tMin(), steps);
        var sampler = new FlowSampler(new LevelSequence(Gaussians.STRETCHED.score(), process, times), rule);
        var run = new SamplingRun(sampler, 40, new PriorStart(), NOISE, ParticleBlocks.ONE);
        var x = run.state().x().clone();
        var y = run.state().y().clone();
        var end = run.finish();
        assertEquals(Status.DONE, end.diagnostics().status());
        assertEquals((long) steps * rule.stages(), end.diagnostics().evaluations());
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double exactX = Gaussians.STRETCHED.flowX(process, process.tMax(), process.tMin(), x[i]);
            double exactY = Gaussians.STRETCHED.flowY(process, process.tMax(), process.tMin(), y[i]);
            worst = Math.max(worst, Math.hypot(end.x()[i] - exactX, end.y()[i] - exactY));
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("rulesAndProcesses")
    void encodingUndoesDecoding(RungeKutta rule, int order, int steps, NoiseProcess process) {
        double low = process.tMin();
        var times = TimeGrid.UNIFORM.times(process, low, process.tMax(), steps);
        var path = new LevelSequence(Gaussians.STRETCHED.score(), process, times);
        var up = new FlowSampler(path, rule);
        var down = new FlowSampler(path.reversed(), rule);
        var encoded = last(up, up.begin(new double[] {0.3, 2}, new double[] {-1, 0.25}, NOISE));
        var decoded = last(down, down.begin(encoded.x(), encoded.y(), NOISE));
        double tolerance = order == 1 ? 0.05 : 1e-3;
        assertEquals(0.3, decoded.x()[0], tolerance);
        assertEquals(0.25, decoded.y()[1], tolerance);
    }

    private static State last(FlowSampler sampler, State initial) {
        var state = initial;
        while (state.diagnostics().status() == Status.RUNNING) {
            var spare = sampler.begin(new double[state.particles()], new double[state.particles()], NOISE);
            state = sampler.step(state, NOISE, spare);
        }
        return state;
    }

    @Test
    void endsAtTheTargetsTimeOrElseAtTheProcessesOwnEnd() {
        assertEquals(0.25, end(new Problem(Gaussians.STRETCHED.score(), EXPLODING, EXPLODING.at(0.25))));
        assertEquals(EXPLODING.tMin(), end(new Problem(Gaussians.STRETCHED.score(), EXPLODING, NoiseLevel.plain(0.5))));
    }

    private static double end(Problem problem) {
        var sampler = new ProbabilityFlow(FlowSolver.EULER, 1e-4, Spacing.uniform(3)).bind(problem);
        return new SamplingRun(sampler, 1, new PriorStart(), NOISE, ParticleBlocks.ONE)
                .finish()
                .level()
                .t();
    }

    @Test
    void aTargetOutsideTheProcessIsBadInput() {
        var method = new ProbabilityFlow(FlowSolver.HEUN, 1e-4, Spacing.uniform(3));
        var problem = new Problem(Gaussians.STRETCHED.score(), EXPLODING, new NoiseLevel(1.5, 1, 20));
        var refused = assertThrows(BadInputException.class, () -> method.bind(problem));
        assertEquals("noise.t", refused.place());
    }

    @ParameterizedTest
    @EnumSource(RungeKutta.class)
    void weightsSumToOneAndRowsToTheirNodes(RungeKutta rule) {
        var ones = new double[rule.stages()][];
        Arrays.setAll(ones, stage -> new double[] {1});
        var out = new double[1];
        rule.endPosition(new double[] {5}, 0.5, ones, out, 0, 1);
        assertEquals(5.5, out[0], 1e-15);
        for (int stage = 0; stage < rule.stages(); stage++) {
            rule.stagePosition(stage, new double[] {0}, 1, ones, out, 0, 1);
            assertEquals(rule.node(stage), out[0], 1e-15);
        }
    }
}
