package scorescope.core.objective;

import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.MinimumError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.Derivatives;

/**
 * Hyvärinen's implicit score matching, λ(tr J + ½‖s_θ‖²), with the exact trace. Equal to the explicit loss up to a
 * constant, without knowing the score.
 *
 * @see <a href="https://jmlr.org/papers/v6/hyvarinen05a.html">Hyvärinen 2005</a>
 */
public record Implicit(Weighting weighting, NoiseProcess process) implements Pointwise {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "implicit",
            "Implicit (Hyvärinen)",
            "Needs neither the score nor the noise, but the network's divergence: λ(tr J + ½‖s‖²).",
            List.of(Weighting.PARAMETER),
            values -> Objective.Family.of(subject -> new Implicit(values.get(Weighting.PARAMETER), subject.process())));

    /** E[tr ∇s + ½‖s‖²] = −½E‖s‖², by parts. */
    @Override
    public Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        double lambda = weighting.lambda(at.sigma(), at.t(), process);
        return Optional.of(MinimumError.squaredScore(at, error).times(-0.5 * lambda));
    }

    @Override
    public BatchRequirements requirements() {
        return BatchRequirements.of(Derivatives.TRACE);
    }

    @Override
    public double loss(Samples at) {
        double lambda = weighting.of(at, process);
        double sum = at.trace();
        at.addTraceAdjoint(lambda);
        for (int i = 0; i < 2; i++) {
            sum += 0.5 * at.score(i) * at.score(i);
            at.addScoreAdjoint(i, lambda * at.score(i));
        }
        return lambda * sum;
    }
}
