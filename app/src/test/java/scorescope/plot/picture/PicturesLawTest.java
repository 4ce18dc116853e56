package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static scorescope.plot.picture.LearnedSession.DPI;
import static scorescope.plot.picture.LearnedSession.NETWORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.WeightsFile;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.SessionFile;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.StudySpec;
import scorescope.session.codec.Patches;

/** A picture is a pure function of a session: an exported figure opens as what draws the same bytes again. */
final class PicturesLawTest {
    @TempDir
    Path folder;

    private Session learned;

    @BeforeEach
    void nameANetwork() throws IOException {
        learned = LearnedSession.in(folder);
    }

    /** Exports, takes all files away that the session names, and draws the export anew; in every format. */
    private void holds(Session session, Optional<LearnedScore> trained) throws IOException {
        for (var format : ExportCatalog.formats()) {
            holds(session, trained, format.extension());
        }
    }

    private void holds(Session session, Optional<LearnedScore> trained, String extension) throws IOException {
        var first = folder.resolve("first." + extension);
        Exports.write(session, trained, first, DPI, Contents.SESSION_AND_DATA);
        var hidden = hide();
        var opened = SessionFile.read(first);
        // Elsewhere, since where a figure lies is no part of it.
        var second = Files.createDirectories(folder.resolve("other")).resolve("second." + extension);
        Exports.write(opened, Optional.empty(), second, DPI, Contents.SESSION_AND_DATA);
        restore(hidden);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), extension);
    }

    private List<Path> hide() throws IOException {
        try (var files = Files.list(folder)) {
            var named = files.filter(file -> file.toString().matches(".*\\.(npz|csv)"))
                    .toList();
            for (var file : named) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".hidden"));
            }
            return named;
        }
    }

    private static void restore(List<Path> named) throws IOException {
        for (var file : named) {
            Files.move(file.resolveSibling(file.getFileName() + ".hidden"), file);
        }
    }

    private static Session showing(Session session, Shown shown) {
        return session.withView(session.view().withShown(Optional.of(shown)));
    }

    private static Session at(Session session, OptionalInt step) {
        return session.withSampler(session.sampler().at(step));
    }

    @ParameterizedTest
    @EnumSource(Shown.class)
    void everyViewIsDrawnAgainFromItsExport(Shown shown) throws IOException {
        holds(showing(learned, shown), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Shown.class,
            names = {"LEARNED", "SIDE_BY_SIDE"})
    void aNetworkInTrainingTravelsInTheFigure(Shown shown) throws IOException {
        var unnamed = showing(learned.withScore(new ScoreSpec.Learned(Optional.empty())), shown);
        holds(unnamed, Optional.of(NETWORK));
        holds(unnamed.withScore(new ScoreSpec.Analytic()), Optional.of(NETWORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"langevin", "probability-flow", "ddim"})
    void everyStepOfARunIsDrawnAgain(String sampler) throws IOException {
        var run = showing(
                Patches.apply(learned, Patch.of("sampler.kind", sampler).with("sampler.steps", 30)),
                Shown.SIDE_BY_SIDE);
        holds(at(run, OptionalInt.of(0)), Optional.empty());
        holds(at(run, OptionalInt.of(20)), Optional.empty());
        holds(at(run, OptionalInt.of(30)), Optional.empty());
        holds(run, Optional.empty());
    }

    /** What distinguishes steps is seen: else the law would say little. */
    @Test
    void twoStepsAreTwoPictures() throws IOException {
        var a = folder.resolve("a.svg");
        var b = folder.resolve("b.svg");
        Exports.write(at(learned, OptionalInt.of(20)), Optional.empty(), a, DPI, Contents.SESSION_AND_DATA);
        Exports.write(at(learned, OptionalInt.of(21)), Optional.empty(), b, DPI, Contents.SESSION_AND_DATA);
        assertFalse(Arrays.equals(Files.readAllBytes(a), Files.readAllBytes(b)));
    }

    @Test
    void particlesOfAStepAreSeenWithoutTheirLayerToo() throws IOException {
        var bare = learned.withView(learned.view().withLayers(List.of("density")));
        var file = folder.resolve("a.svg");
        Exports.write(at(bare, OptionalInt.of(20)), Optional.empty(), file, DPI, Contents.SESSION);
        assertTrue(Files.readString(file).contains("step 20 of 30"));
    }

    @Test
    void aStepAfterTheEndIsRefused() {
        var bad = assertThrows(
                BadInputException.class, () -> Pictures.of(at(learned, OptionalInt.of(31)), Findings.NONE));
        assertTrue(bad.place().equals("sampler.step") && bad.remedy().contains("0 to 30"), bad.getMessage());
    }

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    /** At three moments, the formats taking turns. */
    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyIsDrawnAgainFromItsExport(String name) throws IOException {
        var formats = ExportCatalog.formats();
        double[] moments = {0, 0.43, 1};
        for (int i = 0; i < moments.length; i++) {
            var study = new StudySpec(Optional.of(name), Map.of(name, few(name)), moments[i]);
            holds(
                    learned.withView(learned.view().withStudy(study)),
                    Optional.empty(),
                    formats.get((studies().indexOf(name) + i) % formats.size()).extension());
        }
    }

    /** What studies are asked to do less of: the law holds for few particles as for many. */
    private static final Map<String, Long> FEWER =
            Map.of("particles", 20L, "steps", 40L, "samples", 50L, "points", 50L, "cells", 32L, "width", 8L);

    /** Settings of a study that take little time. */
    private static Parameters few(String study) {
        var values = new LinkedHashMap<String, Object>();
        StudyCatalog.CATALOG.kind(study, "study").parameters().forEach(parameter -> {
            if (parameter instanceof Parameter.Whole whole && FEWER.containsKey(whole.key())) {
                values.put(whole.key(), Math.clamp(FEWER.get(whole.key()), whole.min(), whole.max()));
            }
        });
        return new Parameters(values);
    }

    static List<String> layers() {
        return LayerCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsDrawnAgainFromItsExport(String layer) throws IOException {
        var view = learned.view().withLayers(List.of(layer)).withColorMap("viridis");
        holds(learned.withView(view), Optional.empty(), "svg");
    }

    private Session composed() throws IOException {
        var other = folder.resolve("other.npz");
        WeightsFile.write(
                other,
                new LearnedScore(
                        Weights.initial(Architecture.plane(List.of(8), Activation.SILU, 4), 9), NETWORK.domain()));
        var points = Files.writeString(folder.resolve("points.csv"), "x,y\n0.1,2\n-3,0.25\n1,-1\n");
        return learned.withDensity(new DensitySpec.File(points).withPointWidth(0.25))
                .withFigure(new FigureSpec(
                        "120mm",
                        List.of(
                                new FigurePanel(
                                        Patch.of("noise.sigma", 1.5),
                                        Optional.of("Score at $\\sigma = 1.5$"),
                                        Optional.of("a")),
                                FigurePanel.of(Patch.of("score.file", other.toString())),
                                new FigurePanel(
                                        Patch.of("view.shown", "difference"), Optional.empty(), Optional.of("c")),
                                FigurePanel.of(
                                        Patch.of("sampler.stepSize", 0.05).with("sampler.step", 20)),
                                FigurePanel.of(Patch.of("view.study", "schedules"))),
                        OptionalInt.of(2),
                        FigureSpec.ALL_SHARED));
    }

    @Test
    void composedPanelsAreDrawnAgainFromTheirExport() throws IOException {
        holds(composed(), Optional.empty());
        var figure = composed().figure();
        holds(
                composed().withFigure(new FigureSpec("120mm", figure.panels(), OptionalInt.empty(), Set.of())),
                Optional.of(NETWORK));
    }
}
