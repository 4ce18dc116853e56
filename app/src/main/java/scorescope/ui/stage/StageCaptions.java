package scorescope.ui.stage;

import java.util.Map;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.Source;
import scorescope.ui.model.TrainingStatus;
import scorescope.words.Sentence;
import scorescope.words.Words;

/** What each plot says it shows. */
final class StageCaptions {
    private static final Map<Source, String> NAMES = Map.of(
            Source.ANALYTIC, "analytic",
            Source.LEARNED, "learned",
            Source.DIFFERENCE, "difference",
            Source.OVERLAY, "overlay");

    private StageCaptions() {}

    /**
     * The caption of a plot.
     *
     * @param learned the learned score shown at {@code level}, if there is one
     * @param narrow whether the plot has no room for the whole note
     */
    static Caption of(
            Source source, TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level, boolean narrow) {
        var name = NAMES.get(source);
        var note = source == Source.ANALYTIC ? Sentence.of("figure.analytic.note") : note(training, learned, level);
        return new Caption(
                source.keys(),
                Words.text("ui.stage-captions." + name),
                Formula.parse(Words.text("figure." + name + ".formula")),
                narrow ? note.shortest() : note.text());
    }

    private static Sentence note(TrainingStatus training, Optional<ScoreField> learned, NoiseLevel level) {
        return switch (training.phase()) {
            case FAILED -> Sentence.of("ui.stage-captions.stopped");
            case STALE ->
                learned.map(score -> shown(0, training, score, level))
                        .orElse(Sentence.of("ui.stage-captions.learned-elsewhere"));
            case IDLE, RUNNING, PAUSED, FINISHED ->
                learned.map(score -> shown(training.step(), training, score, level))
                        .orElse(Sentence.of("ui.stage-captions.not-trained"));
        };
    }

    /**
     * Outside the levels it was trained at, that is what one must know of a network; how far it came comes second.
     *
     * @param step how many steps it was trained here; 0 if it comes from a file
     */
    private static Sentence shown(long step, TrainingStatus training, ScoreField score, NoiseLevel level) {
        boolean extrapolating = score instanceof LearnedScore network && network.extrapolating(level);
        var key = extrapolating
                ? "ui.stage-captions.extrapolating"
                : step == 0 ? "ui.stage-captions.from-file" : "ui.stage-captions.step";
        return Double.isFinite(training.error())
                ? Sentence.of(key + "-error", step, 100 * training.error())
                : Sentence.of(key, step);
    }

    /** What to do where there is nothing to draw yet: a title and a line. */
    static String[] emptyState(TrainingStatus training) {
        return switch (training.phase()) {
            case FAILED -> new String[] {Words.text("ui.stage-captions.training-stopped"), training.advice()};
            case RUNNING ->
                new String[] {
                    Words.text("ui.stage-captions.training-starts"),
                    Words.text("ui.stage-captions.first-arrows-appear-moment")
                };
            case IDLE, PAUSED, FINISHED, STALE ->
                new String[] {
                    Words.text("ui.stage-captions.nothing-learned-yet"),
                    Words.text("ui.stage-captions.press-t-play-under-train")
                };
        };
    }
}
