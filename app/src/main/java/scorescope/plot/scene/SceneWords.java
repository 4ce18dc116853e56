package scorescope.plot.scene;

import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/** What pictures say about a noise level and a learned score. */
public final class SceneWords {
    private SceneWords() {}

    /** A noise level in words, such as "σ = 0.5". */
    public static String level(NoiseLevel level) {
        return level.alpha() == 1
                ? Words.text("figure.noise.sigma", Numbers.significant(level.sigma(), 3))
                : Words.text(
                        "figure.noise.process",
                        Numbers.significant(level.alpha(), 3),
                        Numbers.significant(level.sigma(), 3));
    }

    /** Whether {@code source} shows a learned score outside the noise levels it was trained at. */
    public static boolean extrapolating(Source source, Optional<ScoreField> learned, NoiseLevel level) {
        return source != Source.ANALYTIC
                && learned.filter(score -> score instanceof LearnedScore trained && trained.extrapolating(level))
                        .isPresent();
    }
}
