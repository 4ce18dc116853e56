package scorescope.ui.stage;

import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** What is said with each plot: its caption, what to do where there is nothing to draw, and what a screen reader reads out. */
final class PlotWords {
    /** Narrower plots have no room for a whole caption. */
    private static final double NARROW = 370;

    private final WindowModel model;
    private final StageScenes scenes;

    PlotWords(WindowModel model, StageScenes scenes) {
        this.model = model;
        this.scenes = scenes;
    }

    /** Says it of the session as it stands. A plot that has just been opened has nothing to say before its picture is asked for. */
    void writeOn(PlotView plot, Viewport viewport) {
        scenes.caption(plot.source()).ifPresent(caption -> write(plot, viewport, caption));
    }

    private void write(PlotView plot, Viewport viewport, Caption known) {
        var source = plot.source();
        var note = TrainingNotes.of(source, model.training(), model.learnedScore(), model.level());
        var said = plot.getWidth() < NARROW ? note.shortest() : note.text();
        var caption = known.noting(outside(source, viewport).orElse(said));
        plot.write(caption, viewport, model.theme().palette());
        if (!model.interacting()) {
            plot.plane().setAccessibleText(described(caption.title()));
        }
        if (!model.mixture().hasDensity(model.level())) {
            plot.showEmpty(
                    Words.text("ui.plot-words.no-density-sigma-0"),
                    Words.text("ui.plot-words.points-without-width-have-density"));
        } else if (source == Source.ANALYTIC || model.learnedScore().isPresent()) {
            plot.hideEmpty();
        } else {
            String[] advice = TrainingNotes.emptyState(model.training());
            plot.showEmpty(advice[0], advice[1]);
        }
    }

    private Optional<String> outside(Source source, Viewport viewport) {
        boolean learned = source.followed(model.session()) == Source.LEARNED;
        var frame = (learned ? model.learnedParticlesProperty() : model.analyticParticlesProperty()).get();
        var seen = new Box(viewport.x0(), viewport.x1(), viewport.y0(), viewport.y1());
        return SceneWords.outside(frame.particles(), seen);
    }

    private String described(String title) {
        return Words.text(
                "ui.plot-words.components-noise-level",
                title,
                model.mixture().components().size(),
                model.level().sigma());
    }
}
