package scorescope.core.sampling.method;

import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;

/**
 * Sampling by the flow ODE: from the process's prior at tMax down to the target's t (the process's tMin if the target is
 * plain noise). Without noise: equal starts give equal ends.
 *
 * @param tolerance tolerance of one step, without unit; used by the adaptive solver
 */
public record ProbabilityFlow(FlowSolver solver, double tolerance, Spacing spacing) implements LevelSequenceMethod {
    public static final Parameter.OneOf<FlowSolver> SOLVER = Parameter.OneOf.of(
            "solver",
            "",
            FlowSolver.HEUN,
            "euler (order 1, one evaluation a step), heun (2, two), rk4 (4, four), adams-bashforth (4, one),"
                    + " dormand-prince (5, chooses its steps).");
    public static final Parameter.Real TOLERANCE = new Parameter.Real(
            "tolerance",
            "",
            "",
            1e-4,
            1e-12,
            1e-1,
            true,
            "Of the solver dormand-prince: the error allowed in one step; it then chooses the steps, at most N.");
    static final Parameter.Whole STEPS = Spacing.steps(100);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.LOG_SNR);

    public static final Kind<SamplingMethod> KIND = Spacing.method(
                    "probability-flow",
                    "Probability-flow ODE",
                    "Runs the process backwards without noise: a smooth flow from the prior to the data.",
                    ProbabilityFlow::of,
                    STEPS,
                    GRID,
                    SOLVER,
                    TOLERANCE)
            .when(SOLVER, FlowSolver.DORMAND_PRINCE, TOLERANCE)
            .unless(SOLVER, FlowSolver.DORMAND_PRINCE, GRID)
            .unless(SOLVER, FlowSolver.DORMAND_PRINCE, Spacing.RHO);

    private static ProbabilityFlow of(Parameters values) {
        return new ProbabilityFlow(values.get(SOLVER), values.get(TOLERANCE), Spacing.of(values, STEPS, GRID));
    }

    @Override
    public Convergence convergence() {
        return switch (solver) {
            case EULER -> Convergence.flow(1);
            case HEUN -> Convergence.flow(2);
            case RK4, ADAMS_BASHFORTH -> Convergence.flow(4);
            case DORMAND_PRINCE -> Convergence.none("it chooses its steps by a tolerance");
        };
    }

    @Override
    public Sampler bind(Problem problem) {
        return solver.along(LevelSequence.down(problem, spacing), tolerance);
    }

    /** The same path in reverse: from the target's time to the prior. */
    public Sampler encoder(Problem problem) {
        return solver.along(LevelSequence.down(problem, spacing).reversed(), tolerance);
    }
}
