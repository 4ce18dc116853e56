package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import scorescope.core.noise.NoiseProcess;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.ScoreField;

/**
 * The end of a flow's path, with steps halved until the solver's order of convergence is visible: with d₁ and d₂ the changes
 * of the end at two halvings, log₂(d₁/d₂) is the order and d₂/(2^order − 1) the remaining error. For a solver of another order
 * than declared the test fails.
 */
record RefinedFlow(ScoreField score, NoiseProcess process, FlowSolver solver, double from, double to) {
    private static final NoiseSource NOISE = new PhiloxNoise(0);
    private static final int ORDER = 4;
    private static final int FIRST_STEPS = 250;
    private static final int MOST_STEPS = 300_000;
    /** Step limit of the adaptive solver. */
    private static final int MOST_CHOSEN_STEPS = 10_000;

    private static final double LOOSEST = 1e-7;
    /** Largest accepted error of the end, relative to the larger coordinate. */
    private static final double GOOD = 1e-7;
    /** Error of a stated start, relative to the larger coordinate. */
    private static final double KNOWN = 1e-10;
    /** Changes below this, relative to the larger coordinate, are rounding and show no order. */
    private static final double ROUNDING = 1e-10;

    /**
     * The end of a path.
     *
     * @param spread change of the end for a change of the start by its error
     * @param shrink smallest singular value of the flow's map
     */
    record End(double x, double y, double spread, double shrink) {
        double from(double otherX, double otherY) {
            return Math.hypot(x - otherX, y - otherY);
        }

        private double from(End other) {
            return from(other.x, other.y);
        }

        /** Largest distance of a correct end from the known one. */
        double allowed(double tolerance) {
            return tolerance * scale() + spread;
        }

        /** Whether the end determines the start to {@code tolerance}. */
        boolean leadsBack(double tolerance) {
            return KNOWN * scale() < tolerance * shrink;
        }

        private double scale() {
            return Math.max(1, Math.hypot(x, y));
        }
    }

    End end(double[] begin, String where) {
        return solver == FlowSolver.DORMAND_PRINCE ? byTolerance(begin) : bySteps(begin, where);
    }

    private End bySteps(double[] begin, String where) {
        var coarse = run(begin, FIRST_STEPS, 0);
        var middle = run(begin, 2 * FIRST_STEPS, 0);
        for (int steps = 4 * FIRST_STEPS; steps <= MOST_STEPS; steps *= 2) {
            var fine = run(begin, steps, 0);
            double now = middle.from(fine);
            double seen = Math.log(coarse.from(middle) / now) / Math.log(2);
            double left = now / (Math.pow(2, ORDER) - 1);
            boolean ordered = Math.abs(seen - ORDER) < 0.5 && left < fine.allowed(GOOD);
            if (ordered || now < fine.allowed(ROUNDING)) {
                return fine;
            }
            coarse = middle;
            middle = fine;
        }
        return fail(where + ": the order " + ORDER + " does not show within " + MOST_STEPS + " steps");
    }

    private End byTolerance(double[] begin) {
        var coarse = run(begin, MOST_CHOSEN_STEPS, LOOSEST);
        for (double tolerance = 0.1 * LOOSEST; tolerance > 1e-13; tolerance *= 0.1) {
            var fine = run(begin, MOST_CHOSEN_STEPS, tolerance);
            if (coarse.from(fine) < fine.allowed(GOOD)) {
                return fine;
            }
            coarse = fine;
        }
        return coarse;
    }

    private End run(double[] begin, int steps, double tolerance) {
        var times = TimeGrid.UNIFORM.times(process, from, to, steps);
        var sampler = solver.along(new LevelSequence(score, process, times), tolerance);
        double aside = KNOWN * Math.max(1, Math.hypot(begin[0], begin[1]));
        double[] x = {begin[0], begin[0] + aside, begin[0]};
        double[] y = {begin[1], begin[1], begin[1] + aside};
        var state = sampler.begin(x, y, NOISE);
        var spare = sampler.begin(new double[3], new double[3], NOISE);
        while (state.diagnostics().status() == Status.RUNNING) {
            var next = sampler.step(state, NOISE, spare);
            spare = state;
            state = next;
        }
        if (state.diagnostics().status() == Status.DIVERGED) {
            return new End(Double.NaN, Double.NaN, 0, 0);
        }
        assertEquals(Status.DONE, state.diagnostics().status());
        double xx = state.x()[1] - state.x()[0];
        double xy = state.y()[1] - state.y()[0];
        double yx = state.x()[2] - state.x()[0];
        double yy = state.y()[2] - state.y()[0];
        double spread = Math.hypot(Math.hypot(xx, xy), Math.hypot(yx, yy));
        return new End(state.x()[0], state.y()[0], spread, Math.abs(xx * yy - xy * yx) / (spread * aside));
    }
}
