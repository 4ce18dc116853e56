package scorescope.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scorescope.core.score.ScoreField;
import scorescope.plot.paint.Viewport;
import scorescope.plot.picture.StagePlane;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.ui.model.WorkbenchModel;

/** What each plot of the stage shows, from the session as it stands. */
final class StageScenes {
    private final WorkbenchModel model;
    private List<StagePlane> planes = List.of();

    StageScenes(WorkbenchModel model) {
        this.model = model;
    }

    /** Takes the session as it is now. */
    void refresh(boolean dark) {
        var particles = Map.of(
                Source.ANALYTIC, model.analyticParticlesProperty().get().particles(),
                Source.LEARNED, model.learnedParticlesProperty().get().particles());
        planes = StagePlane.found(
                new StudyInputs(model.resolved(), new Findings(model.learnedScore(), particles), dark));
    }

    /** The scores of these plots at one point, to be read; those that do not exist yet are left out. */
    CursorReadings.Request reading(List<Source> sources, double x, double y) {
        var scores = new EnumMap<Source, ScoreField>(Source.class);
        for (var plane : planes) {
            if (sources.contains(plane.source())) {
                plane.score().ifPresent(score -> scores.put(plane.source(), score));
            }
        }
        return new CursorReadings.Request(model.exact(), scores, model.level(), x, y);
    }

    /** The plot of {@code source}, as of the last {@link #refresh}. */
    StageRequest.Panel panel(Source source, Viewport viewport, HandleMarks marks) {
        var plane = planes.stream()
                .filter(shown -> shown.source() == source)
                .findFirst()
                .orElseThrow();
        return new StageRequest.Panel(plane.scene(), viewport, plane.layers(), marks);
    }
}
