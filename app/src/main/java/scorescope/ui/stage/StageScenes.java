package scorescope.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Viewport;
import scorescope.plot.picture.StagePlane;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.ui.model.WindowModel;

/** The planes of the present session, assembled in the same way as those of figures. */
final class StageScenes {
    private final WindowModel model;
    private final Map<Source, StagePlane> planes = new EnumMap<>(Source.class);

    StageScenes(WindowModel model) {
        this.model = model;
        refresh(Source.of(model.shown()), false);
    }

    /** Reads the present session, for plots of these scores. */
    void refresh(List<Source> shown, boolean dark) {
        var particles = Map.of(
                Source.ANALYTIC, model.analyticParticlesProperty().get().particles(),
                Source.LEARNED, model.learnedParticlesProperty().get().particles());
        var inputs = new StudyInputs(model.resolved(), new Findings(model.learnedScore(), particles), dark);
        StagePlane.found(inputs, shown).forEach(plane -> planes.put(plane.source(), plane));
    }

    /** The request to evaluate the scores of these plots at one point; scores that do not exist yet are left out. */
    CursorReadings.Request reading(List<Source> sources, double x, double y) {
        var scores = new EnumMap<Source, ScoreField>(Source.class);
        // A plot that was just opened has no plane before the next picture.
        sources.forEach(source -> Optional.ofNullable(planes.get(source))
                .flatMap(StagePlane::score)
                .ifPresent(score -> scores.put(source, score)));
        return new CursorReadings.Request(model.exact(), scores, model.level(), x, y);
    }

    /** The caption of a plot as of the last {@link #refresh}; empty if it was opened since. */
    Optional<Caption> caption(Source source) {
        return Optional.ofNullable(planes.get(source)).map(StagePlane::caption);
    }

    /** The plot of {@code source} as of the last {@link #refresh}. */
    StageRequest.Panel panel(Source source, Viewport viewport, HandleMarks marks) {
        var plane = planes.get(source);
        return new StageRequest.Panel(plane.scene(), viewport, plane.layers(), marks);
    }
}
