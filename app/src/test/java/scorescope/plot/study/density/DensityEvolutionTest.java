package scorescope.plot.study.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;

final class DensityEvolutionTest {
    private static final Parameters SMALL =
            Parameters.NONE.with(DensityEvolution.CELLS, 48L).with(DensityEvolution.PARTICLES, 5000L);
    private static final int LAST = DensityEvolution.FRAMES;

    private static EvolutionRun run(Parameters values, String process) {
        return new DensityEvolution(values)
                .run(StudyInputs.of(SessionDefaults.opening().withProcess(Choice.of(process))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"variance-preserving", "variance-exploding", "ornstein-uhlenbeck"})
    void underAProcessGridAndParticlesFollowTheExactMarginal(String process) {
        var run = run(SMALL.with(DensityEvolution.MOTION, "process"), process);
        for (int frame : new int[] {20, 60, LAST}) {
            var distances = run.distances(frame);
            assertTrue(distances[0] < 0.02, process + " grid " + Arrays.toString(distances));
            assertTrue(distances[1] < 1.2 * noise(run, frame), process + " particles " + Arrays.toString(distances));
            assertEquals(1, Arrays.stream(run.at(frame).mass()).sum(), 1e-10);
        }
    }

    /** Upper bound on the total variation of n points drawn from the exact density: ½ Σ √(2p/πn). */
    private static double noise(EvolutionRun run, int frame) {
        double sum = 0;
        for (double mass : run.bins().of(EvolutionRun.masses(run.exact(frame)))) {
            sum += Math.sqrt(2 * mass / (Math.PI * run.at(frame).points().count()));
        }
        return 0.5 * sum + 0.01;
    }

    @Test
    void langevinComesToItsTargetAtNoiseScaleOneOnly() {
        var lasting = SMALL.with(DensityEvolution.DURATION, 60.0);
        double one = run(lasting, "variance-exploding").distances(LAST)[0];
        assertTrue(one < 0.01, "c = 1: " + one);
        var hot = run(lasting.with(DensityEvolution.NOISE_SCALE, 1.5), "variance-exploding");
        assertTrue(hot.distances(LAST)[0] > 0.1, "c = 1.5: " + hot.distances(LAST)[0]);
        // Grid and particles converge to p^(1/c²).
        assertEquals(0, apart(hot.at(LAST).mass(), EvolutionRun.masses(hot.exact(LAST))), 0.01);
        assertTrue(hot.distances(LAST)[2] < 1.5 * noise(hot, LAST), Arrays.toString(hot.distances(LAST)));
    }

    /** Without noise the density comes to no density, but to the modes, as its particles do. */
    @Test
    void withoutNoiseGridAndParticlesEndOnTheModes() {
        var still = SMALL.with(DensityEvolution.NOISE_SCALE, 0.0).with(DensityEvolution.DURATION, 20.0);
        var run = run(still.with(DensityEvolution.START_X, -0.5).with(DensityEvolution.START_Y, 0.5), "edm");
        var end = run.at(LAST);
        assertTrue(run.ends().size() > 1);
        assertEquals(1, Arrays.stream(end.mass()).sum(), 1e-12);
        var x = run.grid().centresX();
        var y = run.grid().centresY();
        for (var mode : run.ends()) {
            double gathered = 0;
            for (int i = 0; i < x.length; i++) {
                gathered += Math.hypot(x[i] - mode.x(), y[i] - mode.y()) < 0.6 ? end.mass()[i] : 0;
            }
            double arrived = 0;
            for (int i = 0; i < end.points().count(); i++) {
                double away =
                        Math.hypot(end.points().x()[i] - mode.x(), end.points().y()[i] - mode.y());
                arrived += away < 0.3 ? 1.0 / end.points().count() : 0;
            }
            // Four standard errors of the particles; the grid smears the borders of basins by a cell.
            assertEquals(
                    mode.share(), arrived, 4 * Math.sqrt(0.25 / end.points().count()));
            assertEquals(mode.share(), gathered, 0.06);
        }
    }

    @Test
    void twoStartsDrawTogetherAndTheSecondIsWhereItWasAsked() {
        var study = new DensityEvolution(SMALL.with(DensityEvolution.BESIDE, "second-start")
                .with(DensityEvolution.SECOND_X, 2.0)
                .with(DensityEvolution.DURATION, 60.0));
        var inputs = StudyInputs.of(SessionDefaults.opening());
        var first = study.run(inputs);
        var second = study.second(inputs).orElseThrow();
        assertEquals(2, second.request().start().meanX());
        assertTrue(first.apart(second, 0) > 0.99, "at first " + first.apart(second, 0));
        assertTrue(first.apart(second, LAST) < 0.02, "at last " + first.apart(second, LAST));
    }

    private static double apart(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += 0.5 * Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    /** The grid conserves mass: a start outside would appear at its border. */
    @Test
    void aStartOutsideTheViewIsRefusedWithARemedyThatWorks() {
        var far = SMALL.with(DensityEvolution.START_X, 1000.0);
        var refused = assertThrows(
                BadInputException.class, () -> run(far, "variance-exploding").at(0));
        assertTrue(refused.getMessage().contains("startX"), refused.getMessage());
        assertEquals(
                1,
                Arrays.stream(run(far.with(DensityEvolution.START_X, 1.0), "variance-exploding")
                                .at(0)
                                .mass())
                        .sum(),
                1e-10);
    }
}
