package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WorkbenchModel;

/** Writes what the stage shows as a figure for paper, through the drawing code that the command line uses. */
final class FigureExport implements SessionFiles.Exporter {
    private final WorkbenchModel model;
    private final StudyPlayer studies;

    FigureExport(WorkbenchModel model, StudyPlayer studies) {
        this.model = model;
        this.studies = studies;
    }

    @Override
    public void write(Session session, Path target) throws IOException {
        Exports.write(
                atStep(studies.present(session)),
                model.learnedScore().filter(LearnedScore.class::isInstance).map(LearnedScore.class::cast),
                target,
                ExportOptions.PRINT_DPI,
                Contents.SESSION_AND_DATA);
    }

    /** The session with the step at which particles are seen, if some are. */
    private Session atStep(Session session) {
        int step = Math.max(
                step(model.analyticParticlesProperty().get()),
                step(model.learnedParticlesProperty().get()));
        return step < 0 ? session : session.withSampler(session.sampler().at(OptionalInt.of(step)));
    }

    private static int step(ParticleFrame frame) {
        return frame.count() > 0 ? frame.step() : -1;
    }
}
