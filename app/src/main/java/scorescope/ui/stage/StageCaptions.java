package scorescope.ui.stage;

import java.util.Locale;
import scorescope.plot.Caption;
import scorescope.plot.Formula;
import scorescope.plot.Source;
import scorescope.ui.model.TrainingStatus;

/** What each plot says it shows. */
final class StageCaptions {
    private static final Formula EXACT = Formula.parse("∇ log p_{σ}(x)");
    private static final Formula LEARNED = Formula.parse("s_{θ}(x, σ)");
    private static final Formula DIFFERENCE = Formula.parse("s_{θ} − ∇ log p_{σ}");

    private StageCaptions() {}

    /** @param learned whether there is a learned score at all */
    static Caption of(Source source, TrainingStatus training, boolean learned) {
        return switch (source) {
            case ANALYTIC -> new Caption(source, "Analytic score", EXACT, "exact");
            case LEARNED -> new Caption(source, "Learned score", LEARNED, note(training, learned));
            case DIFFERENCE -> new Caption(source, "Learned − analytic", DIFFERENCE, note(training, learned));
        };
    }

    private static String note(TrainingStatus training, boolean learned) {
        return switch (training.phase()) {
            case FAILED -> "stopped";
            case STALE -> "learned elsewhere";
            case IDLE, RUNNING, PAUSED, FINISHED ->
                !learned ? "not trained" : training.step() == 0 ? "" : progress(training);
        };
    }

    private static String progress(TrainingStatus training) {
        String steps = String.format(Locale.ROOT, "step %,d", training.step());
        return Double.isFinite(training.error())
                ? String.format(Locale.ROOT, "%s · error %.1f %%", steps, 100 * training.error())
                : steps;
    }

    /** What to do where there is nothing to draw yet: a title and a line. */
    static String[] emptyState(TrainingStatus training) {
        return switch (training.phase()) {
            case FAILED -> new String[] {"Training stopped", training.advice()};
            case RUNNING -> new String[] {"Training starts", "The first arrows appear in a moment."};
            case IDLE, PAUSED, FINISHED, STALE ->
                new String[] {"Nothing learned yet", "Press T, or Start under Train: a network learns this field here."
                };
        };
    }
}
