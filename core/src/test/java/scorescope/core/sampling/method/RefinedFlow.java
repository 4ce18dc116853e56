package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import scorescope.core.noise.NoiseProcess;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PointStart;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.ScoreField;

/**
 * The end of a flow's path, refined until the solver's order of convergence shows: with d₁ and d₂ the changes of the end at
 * two halvings of the step, log₂(d₁/d₂) is the order and d₂/(2^order − 1) the error that is left. A solver of another order
 * than its own never gets there, and the test fails.
 */
record RefinedFlow(ScoreField score, NoiseProcess process, FlowSolver solver, double from, double to) {
    private static final NoiseSource NOISE = new PhiloxNoise(0);
    private static final int FIRST_STEPS = 500;
    private static final int MOST_STEPS = 300_000;
    private static final double LOOSEST = 1e-7;
    /** Of the larger coordinate: what is left of the error when the end is taken. */
    private static final double GOOD = 1e-7;
    /** Of the larger coordinate: changes as small as this are rounding, and show no order. */
    private static final double ROUNDING = 1e-10;

    double[] end(double[] begin, String where) {
        return solver == FlowSolver.DORMAND_PRINCE ? byTolerance(begin) : bySteps(begin, where);
    }

    /** By how much a small change of the beginning is larger at the end. */
    double growth(double[] begin, String where) {
        double small = 1e-6;
        var there = end(begin, where);
        double growth = 0;
        for (int axis = 0; axis < 2; axis++) {
            var moved = begin.clone();
            moved[axis] += small;
            growth = Math.max(growth, distance(end(moved, where), there) / small);
        }
        return growth * Math.max(1, Math.hypot(begin[0], begin[1]));
    }

    private double[] bySteps(double[] begin, String where) {
        int order = 4;
        var coarse = run(begin, FIRST_STEPS, 0);
        var middle = run(begin, 2 * FIRST_STEPS, 0);
        for (int steps = 4 * FIRST_STEPS; steps <= MOST_STEPS; steps *= 2) {
            var fine = run(begin, steps, 0);
            double scale = Math.max(1, Math.hypot(fine[0], fine[1]));
            double before = distance(coarse, middle);
            double now = distance(middle, fine);
            double seen = Math.log(before / now) / Math.log(2);
            boolean ordered = Math.abs(seen - order) < 0.5 && now / 15 < GOOD * scale;
            if (ordered || now < ROUNDING * scale) {
                return fine;
            }
            coarse = middle;
            middle = fine;
        }
        return fail(where + ": the order " + order + " does not show within " + MOST_STEPS + " steps");
    }

    private double[] byTolerance(double[] begin) {
        var coarse = run(begin, MOST_STEPS, LOOSEST);
        for (double tolerance = 0.1 * LOOSEST; tolerance > 1e-13; tolerance *= 0.1) {
            var fine = run(begin, MOST_STEPS, tolerance);
            if (distance(coarse, fine) < GOOD * Math.max(1, Math.hypot(fine[0], fine[1]))) {
                return fine;
            }
            coarse = fine;
        }
        // It may still move where the path magnifies small changes; the comparison knows by how much.
        return coarse;
    }

    private double[] run(double[] begin, int steps, double tolerance) {
        var times = TimeGrid.UNIFORM.times(process, from, to, steps);
        var sampler = solver.along(new LevelSequence(score, process, times), tolerance);
        var end = new SamplingRun(sampler, 1, new PointStart(begin[0], begin[1]), NOISE, ParticleBlocks.ONE).finish();
        if (end.diagnostics().status() == Status.DIVERGED) {
            return new double[] {Double.NaN, Double.NaN};
        }
        assertEquals(Status.DONE, end.diagnostics().status());
        return new double[] {end.x()[0], end.y()[0]};
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
