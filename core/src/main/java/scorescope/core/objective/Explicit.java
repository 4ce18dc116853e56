package scorescope.core.objective;

import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;

/**
 * Explicit score matching, λ·½‖s_θ − ∇log p_t‖²: needs the exact score, so it serves only as a baseline for known
 * densities.
 */
public record Explicit(Weighting weighting, NoiseProcess process, ExactScore exact) implements Pointwise {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "explicit",
            "Explicit (oracle)",
            "Compares with the exact score, λ·½‖s − ∇log p‖²: what all others do without it.",
            List.of(Weighting.PARAMETER),
            values -> Objective.Family.of(subject -> new Explicit(
                    values.get(Weighting.PARAMETER), subject.process(), new ExactScore(required(subject.mixture())))));

    private static GaussianMixture required(Optional<GaussianMixture> mixture) {
        return mixture.orElseThrow(() -> BadInputException.of("training.objective", "core.explicit.no-density"));
    }

    @Override
    public Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        return Optional.of(Estimate.exact(0));
    }

    @Override
    public BatchRequirements requirements() {
        return BatchRequirements.SCORE;
    }

    @Override
    public double loss(Samples at) {
        double lambda = weighting.of(at, process);
        double x = at.noisy(0);
        double y = at.noisy(1);
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double r = at.score(i) - exact.coordinate(i, x, y, at.alpha(), at.sigma());
            sum += r * r;
            at.addScoreAdjoint(i, lambda * r);
        }
        return 0.5 * lambda * sum;
    }
}
