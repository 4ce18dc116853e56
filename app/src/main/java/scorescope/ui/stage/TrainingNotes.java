package scorescope.ui.stage;

import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.plot.scene.Source;
import scorescope.ui.model.TrainingStatus;
import scorescope.words.Sentence;
import scorescope.words.Words;

/** What the window adds to the captions of figures: whose score a plot shows, and how far it is trained. */
final class TrainingNotes {
    private TrainingNotes() {}

    /**
     * The note at the right end of a caption.
     *
     * @param learned the learned score shown at {@code level}, if there is one
     */
    static Sentence of(Source source, TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level) {
        return source == Source.ANALYTIC ? Sentence.of("figure.analytic.note") : note(training, learned, level);
    }

    private static Sentence note(TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level) {
        return switch (training.phase()) {
            case FAILED -> Sentence.of("ui.training-notes.stopped");
            case STALE ->
                learned.map(score -> shown(0, training, score, level))
                        .orElse(Sentence.of("ui.training-notes.learned-elsewhere"));
            case ELSEWHERE -> withError("ui.training-notes.elsewhere", training.step(), training);
            case IDLE, RUNNING, PAUSED, FINISHED ->
                learned.map(score -> shown(training.step(), training, score, level))
                        .orElse(Sentence.of("ui.training-notes.not-trained"));
        };
    }

    /**
     * Outside the noise levels that a network was trained at, the note says so first; the number of steps comes second.
     *
     * @param step how many steps it was trained here; 0 if it comes from a file
     */
    private static Sentence shown(long step, TrainingStatus training, ScoreField score, NoiseLevel level) {
        boolean extrapolating = score.extrapolating(level);
        var key = extrapolating
                ? "ui.training-notes.extrapolating"
                : step == 0 ? "ui.training-notes.from-file" : "ui.training-notes.step";
        return withError(key, step, training);
    }

    private static Sentence withError(String key, long step, TrainingStatus training) {
        return Double.isFinite(training.error().value())
                ? Sentence.of(
                        key + "-error", step, Numbers.holding(training.error().times(100), 3))
                : Sentence.of(key, step);
    }

    /** The instruction if there is nothing to draw yet: a title and a line. */
    static String[] emptyState(TrainingStatus training) {
        return switch (training.phase()) {
            case FAILED -> new String[] {Words.text("ui.training-notes.training-stopped"), training.advice()};
            case RUNNING ->
                new String[] {
                    Words.text("ui.training-notes.training-starts"),
                    Words.text("ui.training-notes.first-arrows-appear-moment")
                };
            case IDLE, PAUSED, FINISHED, ELSEWHERE, STALE ->
                new String[] {
                    Words.text("ui.training-notes.nothing-learned-yet"),
                    Words.text("ui.training-notes.press-t-play-under-train")
                };
        };
    }
}
