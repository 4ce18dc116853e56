package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.step.AffineSampler;
import scorescope.core.sampling.step.AffineStep;

/** x ← pull · x, one step to half of the way, and another to the origin. */
public record ThrowawaySampler(double pull, boolean all) implements SamplingMethod {
    private static final Parameter.Real PULL =
            new Parameter.Real("pull", "p", "", 0.9, 0, 1, false, "How much is left.");
    private static final Option HALF = Option.of("half", "Half way", "One step.");
    private static final Option ALL = Option.of("all", "All the way", "Two steps.");
    private static final Parameter.OneOf<Option> HOW =
            new Parameter.OneOf<>("how", "", ALL, List.of(HALF, ALL), "How far.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "throwaway-sampler",
            "Throw-away sampler",
            "A throw-away sampler.",
            List.of(PULL, HOW),
            values -> new ThrowawaySampler(values.get(PULL), values.get(HOW).equals(ALL)));

    @Override
    public Convergence convergence() {
        return Convergence.none("it is thrown away");
    }

    @Override
    public boolean staysAtOneLevel() {
        return true;
    }

    @Override
    public Sampler bind(Problem problem) {
        return new AffineSampler(problem.score(), new AffineSampler.Plan() {
            @Override
            public int steps() {
                return all ? 2 : 1;
            }

            @Override
            public NoiseLevel level(int step) {
                return problem.target();
            }

            @Override
            public AffineStep rule(int step) {
                return new AffineStep(step == 0 ? pull : 0, 0, 0);
            }

            @Override
            public double priorStd() {
                return 1;
            }

            @Override
            public String remedy() {
                return "";
            }
        });
    }
}
