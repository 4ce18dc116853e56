package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scorescope.core.score.MixtureScore;
import scorescope.plot.EmbeddedSession;
import scorescope.plot.ExportCatalog;
import scorescope.plot.ExportOptions;
import scorescope.plot.FigureBuilder;
import scorescope.plot.Particles;
import scorescope.plot.SceneData;
import scorescope.plot.Source;
import scorescope.session.Session;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.WorkbenchModel;

/** Writes what the stage shows as a figure for paper, through the drawing code that the command line uses. */
final class FigureExport implements Documents.Exporter {
    private final WorkbenchModel model;

    FigureExport(WorkbenchModel model) {
        this.model = model;
    }

    @Override
    public void write(Session session, Path target) throws IOException {
        var sources =
                switch (model.viewMode()) {
                    case ANALYTIC -> List.of(Source.ANALYTIC);
                    case LEARNED -> List.of(Source.LEARNED);
                    case DIFFERENCE -> List.of(Source.DIFFERENCE);
                    case OVERLAY -> List.of(Source.OVERLAY);
                    case SIDE_BY_SIDE -> List.of(Source.ANALYTIC, Source.LEARNED);
                };
        var shown = session.withFigure(new Session.FigureSpec(session.figure().width(), SceneData.panels(sources)));
        Map<Source, Particles> particles = new EnumMap<>(Source.class);
        put(particles, Source.ANALYTIC, model.analyticParticlesProperty().get());
        put(particles, Source.LEARNED, model.learnedParticlesProperty().get());
        var data =
                new SceneData(shown, new MixtureScore(model.mixture()), model.level(), model.learnedScore(), particles);
        var folder = target.toAbsolutePath().getParent();
        ExportCatalog.write(
                FigureBuilder.forPaper(data), target, ExportOptions.carrying(EmbeddedSession.text(shown, folder)));
    }

    private static void put(Map<Source, Particles> particles, Source source, ParticleFrame frame) {
        if (frame.count() > 0) {
            var tails = frame.tails().stream()
                    .map(tail -> new Particles.Positions(tail.x(), tail.y()))
                    .toList();
            particles.put(source, new Particles(frame.x(), frame.y(), tails));
        }
    }
}
