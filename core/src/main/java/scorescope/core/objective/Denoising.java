package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Denoising score matching at one noise level: ½‖s_θ(x_t) + ε/σ‖².
 *
 * @see <a href="https://doi.org/10.1162/NECO_a_00142">Vincent 2011, A connection between score matching and denoising
 *     autoencoders</a>
 */
public record Denoising() implements Residual {
    public static final Parameter.Real SIGMA = new Parameter.Real(
            "sigma",
            "σ",
            "data units",
            0.5,
            1e-6,
            1e6,
            true,
            "The one noise level that is trained; a single level in levels comes before it.");

    public static final Kind<Objective.Family> KIND = new Kind<>(
            "denoising",
            "Denoising, one σ",
            "Vincent's denoising score matching at one noise level: ½‖s + {eps}/σ‖². It knows nothing of other levels.",
            List.of(SIGMA),
            values -> Objective.Family.of(subject -> new Denoising()));

    @Override
    public double weight(double t, double alpha, double sigma) {
        return 0.5;
    }
}
