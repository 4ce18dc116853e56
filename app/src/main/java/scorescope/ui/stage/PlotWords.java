package scorescope.ui.stage;

import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The texts of each plot: its caption, an instruction if there is nothing to draw, and the text for screen readers. */
final class PlotWords {
    /** Width below which a plot has no room for a whole caption, in points. */
    private static final double NARROW = 370;

    private final WindowModel model;
    private final StageScenes scenes;

    PlotWords(WindowModel model, StageScenes scenes) {
        this.model = model;
        this.scenes = scenes;
    }

    /**
     * Writes the texts for the present session. A plot that was just opened has no texts before its picture is
     * requested.
     */
    void writeOn(PlotView plot, Viewport viewport) {
        scenes.caption(plot.source()).ifPresent(caption -> write(plot, viewport, caption));
    }

    private void write(PlotView plot, Viewport viewport, Caption known) {
        var source = plot.source();
        var note = TrainingNotes.of(source, model.training(), model.learnedScore(), model.level());
        var said = plot.getWidth() < NARROW ? note.shortest() : note.text();
        var caption = known.noting(outside(source, viewport).orElse(said));
        plot.write(caption, viewport, model.preferences().theme().palette());
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
