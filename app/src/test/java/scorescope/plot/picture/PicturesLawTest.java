package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static scorescope.plot.picture.LearnedSession.DPI;
import static scorescope.plot.picture.LearnedSession.NETWORK;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.WeightsFile;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.export.Contents;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.study.BriefStudies;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Conditioning;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.StudySpec;
import scorescope.session.codec.Patches;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * A picture is a pure function of a session: an exported figure, opened again, gives equal bytes. {@link
 * WholePicturesLawTest} checks every format.
 */
class PicturesLawTest extends DrawnAgain {
    @ParameterizedTest
    @EnumSource(Shown.class)
    void everyViewIsDrawnAgainFromItsExport(Shown shown) throws IOException {
        holds(showing(learned, shown));
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

    @Test
    void particlesOfAStepAreSeenWithoutTheirLayerToo() throws IOException {
        var bare = learned.withView(learned.view().withLayers(List.of("density")));
        var file = folder.resolve("a.svg");
        Exports.write(at(bare, OptionalInt.of(20)), Optional.empty(), file, DPI, Contents.SESSION);
        assertTrue(Files.readString(file).contains("step 20 of 30"));
    }

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    /** The moments at which each study is drawn. */
    double[] moments() {
        return new double[] {0.43};
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyIsDrawnAgain(String name) throws IOException {
        for (double moment : moments()) {
            holds(studied(name, moment), studies().indexOf(name));
        }
    }

    private Session studied(String name, double moment) {
        var study = new StudySpec(Optional.of(name), Map.of(name, BriefStudies.settings(name)), moment);
        return learned.withView(learned.view().withStudy(study));
    }

    static List<String> layers() {
        return LayerCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsDrawnAgainFromItsExport(String layer) throws IOException {
        holds(layered(layer), layers().indexOf(layer));
    }

    private Session layered(String layer) throws IOException {
        var conditioned = conditioned();
        return conditioned.withView(conditioned.view().withLayers(List.of(layer)));
    }

    /** With classes, a guidance, a measurement and an energy network: what only some of the layers show. */
    private Session conditioned() throws IOException {
        var energy = folder.resolve("energy.npz");
        var architecture = Architecture.plane(List.of(8), Activation.SILU, 4).asEnergy();
        WeightsFile.write(energy, new LearnedScore(Weights.initial(architecture, 5), NETWORK.domain()));
        return learned.withScore(new ScoreSpec.Learned(Optional.of(energy)))
                .withDensity(new DensitySpec.Components(List.of(
                        Component.isotropic(0.4, -2, 0, 0.5).labelled("left"),
                        Component.isotropic(0.6, 1, 1, 0.8).labelled("right"))))
                .withConditioning(Conditioning.NONE
                        .with(new Guidance("right", 2.5))
                        .with(new Measurement(List.of(List.of(1.0, 0.5)), List.of(0.75), 0.4)));
    }

    /** Else the law would say little of them. */
    @Test
    void guidanceMeasurementAndNetworkAreSeen() throws IOException {
        assertNotEquals(
                drawn(layered("guidance"), Patch.NONE), drawn(layered("guidance"), Patch.of("guidance.weight", 4)));
        assertNotEquals(
                drawn(layered("measurement"), Patch.NONE),
                drawn(layered("measurement"), Patch.of("measurement.value", List.of(-1.0))));
        assertNotEquals(
                drawn(layered("learned-energy"), Patch.NONE),
                drawn(
                        layered("learned-energy"),
                        Patch.of("score.file", folder.resolve("net.npz").toString())));
    }

    private String drawn(Session session, Patch patch) throws IOException {
        return drawing(Patches.apply(session, patch));
    }

    @Test
    void ownPointsAreDrawnAgain() throws IOException {
        var points = Files.writeString(folder.resolve("points.csv"), "x,y\n0.1,2\n-3,0.25\n1,-1\n");
        holds(learned.withDensity(new DensitySpec.File(points).withPointWidth(0.25))
                .withView(learned.view().withLayers(List.of("density", "data"))));
    }

    static List<String> colorMaps() {
        return ColorMapCatalog.names();
    }

    @ParameterizedTest
    @MethodSource("colorMaps")
    void everyColorMapIsDrawnAgain(String map) throws IOException {
        holds(colored(map), colorMaps().indexOf(map));
    }

    private Session colored(String map) {
        return learned.withView(learned.view().withLayers(List.of("density")).withColorMap(map));
    }

    static List<String> notations() {
        return NotationCatalog.ids();
    }

    /** In each notation of a session, whatever notation this thread has. */
    @ParameterizedTest
    @MethodSource("notations")
    void everyNotationIsDrawnAgain(String notation) throws IOException {
        Words.use(NotationCatalog.named(SessionDefaults.opening().notation()));
        int member = notations().indexOf(notation);
        holds(written(notation), member);
        holds(studiedIn(notation), member + 1);
    }

    private Session written(String notation) {
        return at(showing(learned, Shown.SIDE_BY_SIDE), OptionalInt.of(20)).withNotation(notation);
    }

    private Session studiedIn(String notation) {
        return learned.withNotation(notation)
                .withView(learned.view().withStudy(new StudySpec(Optional.of("schedules"), Map.of(), 0.5)));
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
                                FigurePanel.of(Patch.of("view.layers", List.of("data", "measurement"))
                                        .with(
                                                "measurement",
                                                Map.of("matrix", List.of(List.of(0L, 1L)), "value", List.of(1L)))),
                                FigurePanel.of(Patch.of("view.layers", List.of("guidance"))
                                        .with("guidance.label", "1")
                                        .with("guidance.weight", 3)),
                                FigurePanel.of(Patch.of("view.study", "schedules"))),
                        OptionalInt.of(2),
                        FigureSpec.ALL_SHARED));
    }

    @Test
    void composedPanelsAreDrawnAgainFromTheirExport() throws IOException {
        holds(composed());
        var figure = composed().figure();
        holds(
                composed().withFigure(new FigureSpec("120mm", figure.panels(), OptionalInt.empty(), Set.of())),
                Optional.of(NETWORK));
        holds(composed().withFigure(figure.withPrint(figure.print().withHeight(Optional.of("230mm")))));
    }
}
