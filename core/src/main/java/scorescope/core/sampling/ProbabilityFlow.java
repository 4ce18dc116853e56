package scorescope.core.sampling;

import java.util.Arrays;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/**
 * Sampling by the flow ODE: from the process's prior at tMax down to the target's t (the process's tMin if the
 * target is plain noise). No noise on the way: equal starts give equal ends.
 */
public record ProbabilityFlow(RungeKutta solver, TimeGrid grid, int steps) implements SamplingMethod {
    public static final Parameter.Name SOLVER = new Parameter.Name(
            "solver",
            "",
            RungeKutta.HEUN.id(),
            Arrays.stream(RungeKutta.values()).map(RungeKutta::id).toList(),
            "The rule of integration: euler (order 1), heun (order 2, two evaluations a step), rk4 (order 4, four).");
    public static final Parameter.Name GRID = new Parameter.Name(
            "grid",
            "",
            TimeGrid.UNIFORM.id(),
            Arrays.stream(TimeGrid.values()).map(TimeGrid::id).toList(),
            "How the times are spaced: equal steps in t, in log t, in (σ/α)^(1/7), or in log-SNR.");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 100, 1, 1_000_000, "How many steps are taken from tMax down.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "probability-flow",
            "Probability-flow ODE",
            "Runs the process backwards without noise: a smooth flow from the prior to the data.",
            List.of(STEPS, SOLVER, GRID),
            ProbabilityFlow::of);

    private static ProbabilityFlow of(Parameters values) {
        return new ProbabilityFlow(
                RungeKutta.of(values.get(SOLVER)), TimeGrid.of(values.get(GRID)), Math.toIntExact(values.get(STEPS)));
    }

    /** @throws BadInputException if the target's t is not in the process's [0, tMax] */
    @Override
    public Sampler bind(Problem problem) {
        var process = problem.process();
        double end = Double.isNaN(problem.target().t())
                ? process.tMin()
                : problem.target().t();
        if (!(end >= 0 && end <= process.tMax())) {
            throw new BadInputException(
                    "noise.t", end + " is outside the process", "use a time from 0 to " + process.tMax());
        }
        return new FlowSampler(problem.score(), process, solver, grid.times(process, process.tMax(), end, steps));
    }
}
