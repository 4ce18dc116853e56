package scorescope.core.sampling;

import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.random.NoiseSource;

/** N(0, s² I) with s = {@link Sampler#priorStd}: that of the process's prior, or σ_L for annealing. */
public record PriorStart() implements Start {
    public static final Kind<Start> KIND = new Kind<>(
            "prior",
            "Prior",
            "The distribution that the sampler itself asks for.",
            List.of(),
            values -> new PriorStart());

    @Override
    public void fill(double priorStd, NoiseSource noise, double[] x, double[] y) {
        new GaussianStart(0, 0, priorStd).fill(priorStd, noise, x, y);
    }

    @Override
    public Choice choice() {
        return Choice.of(KIND.id());
    }
}
