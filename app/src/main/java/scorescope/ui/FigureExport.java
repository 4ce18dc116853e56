package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import scorescope.core.score.MixtureScore;
import scorescope.plot.export.EmbeddedSession;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureBuilder;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.SceneData;
import scorescope.plot.scene.Source;
import scorescope.plot.study.StudyFigure;
import scorescope.plot.study.run.StudyInputs;
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
        var shown = studies.present(session);
        var folder = target.toAbsolutePath().getParent();
        ExportCatalog.write(figure(shown), target, ExportOptions.carrying(EmbeddedSession.text(shown, folder)));
    }

    private Figure figure(Session shown) {
        var study = StudyInputs.chosen(shown);
        if (study.isPresent()) {
            return StudyFigure.forPaper(study.get(), studies.inputs(shown, false));
        }
        Map<Source, Particles> particles = new EnumMap<>(Source.class);
        put(particles, Source.ANALYTIC, model.analyticParticlesProperty().get());
        put(particles, Source.LEARNED, model.learnedParticlesProperty().get());
        var data =
                new SceneData(shown, new MixtureScore(model.mixture()), model.level(), model.learnedScore(), particles);
        return FigureBuilder.forPaper(data);
    }

    private static void put(Map<Source, Particles> particles, Source source, ParticleFrame frame) {
        if (frame.count() > 0) {
            particles.put(source, frame.particles());
        }
    }
}
