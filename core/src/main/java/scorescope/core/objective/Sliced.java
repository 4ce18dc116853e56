package scorescope.core.objective;

import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.MinimumError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.quadrature.Estimate;
import scorescope.core.random.Probes;
import scorescope.core.score.Derivatives;

/**
 * Sliced score matching, the mean over K random v of λ(vᵀJv + ½‖s_θ‖²), or with ½(vᵀs_θ)² for the second term: implicit
 * score matching with an estimated trace, at one directional derivative per probe.
 *
 * @param reduced whether the second term is the exact ½‖s_θ‖²
 * @see <a href="https://arxiv.org/abs/1905.07088">Song, Garg, Shi and Ermon 2019</a>
 */
public record Sliced(Weighting weighting, NoiseProcess process, Probes probes, boolean reduced) implements Pointwise {
    private static final Option REDUCED =
            Option.of("variance-reduced", "Variance-reduced", "½‖s‖²", "The second term is exact.");
    private static final Option PROJECTED =
            Option.of("projected", "Projected", "½(vᵀs)²", "The second term is estimated along v too.");

    public static final Parameter.Whole PROBES =
            new Parameter.Whole("probes", "K", 1, 1, 64, "Random directions a sample; more of them, less noise.");
    public static final Parameter.OneOf<Probes.Law> LAW = Parameter.OneOf.of(
            "probeLaw", "p(v)", Probes.Law.RADEMACHER, "Law of the directions: ±1 in each coordinate, or normal.");
    public static final Parameter.OneOf<Option> FORM = new Parameter.OneOf<>(
            "slicedForm",
            "½‖s‖²",
            REDUCED,
            List.of(REDUCED, PROJECTED),
            "Second term: the exact ½‖s‖² (variance-reduced), or ½(vᵀs)² (projected).");

    public static final Kind<Objective.Family> KIND = new Kind<>(
            "sliced",
            "Sliced",
            "Hyvärinen's loss with the divergence estimated along random directions: λ(vᵀJv + ½‖s‖²).",
            List.of(Weighting.PARAMETER, PROBES, LAW, FORM),
            values -> Objective.Family.of(subject -> new Sliced(
                    values.get(Weighting.PARAMETER),
                    subject.process(),
                    new Probes(values.get(LAW), Math.toIntExact(values.get(PROBES))),
                    values.get(FORM).equals(REDUCED))));

    /** E[tr ∇s + ½‖s‖²] = −½E‖s‖², by parts. */
    @Override
    public Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        double lambda = weighting.lambda(at.sigma(), at.t(), process);
        return Optional.of(MinimumError.squaredScore(at, error).times(-0.5 * lambda));
    }

    @Override
    public BatchRequirements requirements() {
        return new BatchRequirements(Derivatives.probes(probes.count()), probes.count(), probes.law(), 1);
    }

    @Override
    public double loss(Samples at) {
        double lambda = weighting.of(at, process);
        double share = lambda / probes.count();
        double sum = 0;
        for (int k = 0; k < probes.count(); k++) {
            sum += share * at.quadratic(k);
            at.addQuadraticAdjoint(k, share);
            if (!reduced) {
                double along = at.probe(k, 0) * at.score(0) + at.probe(k, 1) * at.score(1);
                sum += 0.5 * share * along * along;
                at.addScoreAdjoint(0, share * along * at.probe(k, 0));
                at.addScoreAdjoint(1, share * along * at.probe(k, 1));
            }
        }
        for (int i = 0; reduced && i < 2; i++) {
            sum += 0.5 * lambda * at.score(i) * at.score(i);
            at.addScoreAdjoint(i, lambda * at.score(i));
        }
        return sum;
    }
}
