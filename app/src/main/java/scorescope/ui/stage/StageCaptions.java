package scorescope.ui.stage;

import java.util.Locale;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.Source;
import scorescope.ui.model.TrainingStatus;

/** What each plot says it shows. */
final class StageCaptions {
    private static final Formula EXACT = Formula.parse("∇ log p_{σ}(x)");
    private static final Formula LEARNED = Formula.parse("s_{θ}(x, σ)");
    private static final Formula DIFFERENCE = Formula.parse("s_{θ} − ∇ log p_{σ}");

    private static final Formula OVERLAY = Formula.parse("s_{θ} over ∇ log p_{σ}");

    private StageCaptions() {}

    /** @param learned the learned score shown at {@code level}, if there is one */
    static Caption of(Source source, TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level) {
        return switch (source) {
            case ANALYTIC -> new Caption(source.keys(), "Analytic score", EXACT, "exact");
            case LEARNED -> new Caption(source.keys(), "Learned score", LEARNED, note(training, learned, level));
            case OVERLAY -> new Caption(source.keys(), "Analytic and learned", OVERLAY, note(training, learned, level));
            case DIFFERENCE ->
                new Caption(source.keys(), "Learned − analytic", DIFFERENCE, note(training, learned, level));
        };
    }

    private static String note(TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level) {
        return switch (training.phase()) {
            case FAILED -> "stopped";
            case STALE ->
                learned.isEmpty() ? "learned elsewhere" : shown("from a file", training, learned.get(), level);
            case IDLE, RUNNING, PAUSED, FINISHED -> {
                String begun =
                        training.step() == 0 ? "from a file" : String.format(Locale.ROOT, "step %,d", training.step());
                yield learned.map(score -> shown(begun, training, score, level)).orElse("not trained");
            }
        };
    }

    /** Outside the levels it was trained at, that is what one must know of a network; how far it came comes second. */
    private static String shown(String begun, TrainingStatus training, ScoreField score, NoiseLevel level) {
        boolean extrapolating = score instanceof LearnedScore network && network.extrapolating(level);
        String first = extrapolating ? "extrapolating" : begun;
        return Double.isFinite(training.error())
                ? String.format(Locale.ROOT, "%s · error %.1f %%", first, 100 * training.error())
                : first;
    }

    /** In a narrow plot, where the whole note would not fit, its most telling part. */
    static Caption narrow(Caption caption) {
        String note = caption.note();
        int cut = note.indexOf(" · ");
        String telling = cut < 0 ? note : note.startsWith("extra") ? note.substring(0, cut) : note.substring(cut + 3);
        return new Caption(caption.keys(), caption.title(), caption.formula(), telling);
    }

    /** What to do where there is nothing to draw yet: a title and a line. */
    static String[] emptyState(TrainingStatus training) {
        return switch (training.phase()) {
            case FAILED -> new String[] {"Training stopped", training.advice()};
            case RUNNING -> new String[] {"Training starts", "The first arrows appear in a moment."};
            case IDLE, PAUSED, FINISHED, STALE ->
                new String[] {"Nothing learned yet", "Press T, or play under Train: a network learns this field here."};
        };
    }
}
