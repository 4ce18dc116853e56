package scorescope.core.guidance;

import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.parameter.Nearest;
import scorescope.core.parameter.Parameter;
import scorescope.core.score.CombinedScore;
import scorescope.core.score.MixtureScore;

/**
 * Guidance of sampling towards a class of a mixture.
 *
 * @param label label of the class
 * @param weight strength w, see {@link CombinedScore#guided}
 */
public record Guidance(String label, double weight) {
    public static final Parameter.Real WEIGHT =
            new Parameter.Real("weight", "w", "", 1, 0, 8, false, "0 for all data, 1 for the class, more sharpens it.");

    /** @throws BadInputException if no component of the mixture has the label */
    public CombinedScore of(MixtureScore all) {
        return CombinedScore.guided(all, new MixtureScore(classOf(all.mixture(), label)), weight);
    }

    static GaussianMixture classOf(GaussianMixture mixture, String label) {
        var labels = mixture.labels();
        return mixture.given(label)
                .filter(_ -> !label.isEmpty())
                .orElseThrow(() -> labels.isEmpty()
                        ? BadInputException.of("guidance.label", "core.guidance.no-labels", label)
                        : BadInputException.of(
                                "guidance.label",
                                "core.guidance.no-label",
                                label,
                                Nearest.of(label, labels),
                                String.join(", ", labels)));
    }
}
