package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/** With a parameter whose name the sliced objective has for another thing. */
public record ThrowawayObjective(double share) implements Residual {
    private static final Parameter.Real PROBES =
            new Parameter.Real("probes", "q", "", 0.5, 0, 1, false, "A share, not a number of directions.");

    public static final Kind<Objective.Family> KIND = new Kind<>(
            "throwaway-objective",
            "Throw-away objective",
            "A throw-away objective.",
            List.of(PROBES),
            values -> Objective.Family.of(subject -> new ThrowawayObjective(values.get(PROBES))));

    @Override
    public double weight(double t, double alpha, double sigma) {
        return share * sigma * sigma;
    }
}
