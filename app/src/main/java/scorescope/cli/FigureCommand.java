package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.history.TrailBuffer;
import scorescope.core.score.ScoreField;
import scorescope.plot.export.EmbeddedSession;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureBuilder;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.paint.Length;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.SceneData;
import scorescope.plot.scene.Source;
import scorescope.plot.study.StudyFigure;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {
    private static final int TAIL = 12;

    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.svg|F.png",
            descriptionKey = "cli.figure.output")
    private Path output;

    @Option(names = "--width", paramLabel = "85mm", descriptionKey = "cli.figure.width")
    private Optional<String> width = Optional.empty();

    @Option(names = "--dpi", paramLabel = "300", descriptionKey = "cli.figure.dpi")
    private Optional<Double> dpi = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var unusedFormat = ExportCatalog.forFile(output);
        AtomicFile.requireWritablePlace(output);
        TemporaryFolder.require();
        var shown = sized(session.read());
        var options = new ExportOptions(
                dpi.orElse(ExportOptions.PRINT_DPI),
                Optional.of(EmbeddedSession.text(shown, output.toAbsolutePath().getParent())));
        ExportCatalog.write(figure(shown), output, options);
        return Cli.DONE;
    }

    private static Figure figure(Session shown) {
        var study = StudyInputs.chosen(shown);
        if (study.isPresent()) {
            return StudyFigure.forPaper(study.get(), StudyInputs.of(shown));
        }
        var resolved = Resolved.of(shown);
        resolved.requireDensity();
        return FigureBuilder.forPaper(data(resolved));
    }

    private Session sized(Session asked) {
        if (width.isEmpty()) {
            return asked;
        }
        double unusedPoints = Length.points(width.get(), "--width");
        return asked.withFigure(asked.figure().withWidth(width.get()));
    }

    private static SceneData data(Resolved resolved) {
        var session = resolved.session();
        Optional<ScoreField> learned = Resolved.network(session);
        Map<Source, Particles> particles = new EnumMap<>(Source.class);
        if (session.view().layers().stream()
                .anyMatch(id -> LayerCatalog.kind(id, "view.layers").subject() == LayerKind.Subject.PARTICLES)) {
            for (Source source : SceneData.sources(session)) {
                if (source == Source.ANALYTIC) {
                    particles.put(source, particles(resolved, resolved.exact()));
                } else if (source == Source.LEARNED) {
                    learned.ifPresent(score -> particles.put(source, particles(resolved, score)));
                }
            }
        }
        return new SceneData(session, resolved.exact(), resolved.level(), learned, particles);
    }

    /** Where the session's sampler leaves its particles, with the last of their way. */
    private static Particles particles(Resolved resolved, ScoreField score) {
        var spec = resolved.session().sampler();
        var tails = new TrailBuffer(spec.particles(), TAIL);
        var sampler = resolved.sampler(score);
        var chosen = ChosenParticle.of(resolved.session().view());
        var followed = FollowedParticle.of(chosen, spec.particles(), score);
        var way = ParticleHistory.from(sampler.init(spec.particles(), spec.start(), new PhiloxNoise(spec.seed())));
        var end = SamplerWork.finish(sampler, spec, state -> {
            tails.add(state);
            way.pass(state);
            followed.ifPresent(one -> one.pass(state));
        });
        return Particles.of(tails, way.past(end.step(), end.step())).following(followed.map(one -> one.track(end)));
    }
}
