package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.guide.Legend;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

/** If particles have another noise level than the fields drawn with them, figure and stage state both levels. */
class NoiseLevelsSaidTest {
    private static final int STEP = 3;

    static Stream<String> samplers() {
        return SamplerCatalog.CATALOG.ids().stream();
    }

    static Stream<String> layers() {
        return LayerCatalog.CATALOG.ids().stream();
    }

    private static Session session(String sampler, List<String> layers, int step) {
        var opening = SessionDefaults.opening();
        var declared = SamplerCatalog.CATALOG.kind(sampler, "sampler").parameters();
        boolean stepped =
                declared.stream().anyMatch(parameter -> parameter.key().equals("steps"));
        var method = new Choice(sampler, stepped ? new Parameters(Map.of("steps", 12L)) : Parameters.NONE);
        return opening.withProcess(Choice.of(sampler.equals("ddpm") ? "ddpm" : "variance-preserving"))
                .withNoise(new NoiseSpec.Time(0.25))
                .withView(opening.view().withLayers(layers))
                .withSampler(new SamplerSpec(method, 20, 7, SamplerSpec.naturalStart(method)).at(OptionalInt.of(step)));
    }

    private static boolean moves(String sampler) {
        return !SamplerCatalog.CATALOG.create(Choice.of(sampler), "sampler").staysAtOneLevel();
    }

    /** The plane of the session's figure. */
    private static StagePlane plane(Session session) {
        return StagePlane.whole(StudyInputs.of(session)).getFirst();
    }

    /** The plane of the window's stage with the same particles. */
    private static StagePlane onStage(Session session) {
        var particles = Map.of(Source.ANALYTIC, plane(session).scene().particles());
        var inputs = new StudyInputs(Resolved.of(session), new Findings(Optional.empty(), particles), false);
        return StagePlane.found(inputs, List.of(Source.ANALYTIC)).getFirst();
    }

    private static PanelContent content(StagePlane plane) {
        var content = new PanelContent(plane.layers(), Style.SCREEN);
        content.compute(plane.scene(), Viewport.fit(0, 0, 60, 60, -5, 5, -5, 5), 0.2);
        return content;
    }

    private static String text(List<Legend.Entry> entries) {
        return entries.stream().map(Legend.Entry::text).collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everySamplerThatMovesBetweenLevelsIsSaidTo(String sampler) {
        var plane = plane(session(sampler, List.of("density", "quiver", "particles"), STEP));
        var content = content(plane);
        var own = plane.scene().particles().level();
        assertEquals(moves(sampler), own.isPresent());
        if (own.isPresent()) {
            var said = Words.text(
                    "figure.noise.apart",
                    SceneWords.level(own.get()),
                    SceneWords.level(plane.scene().level()));
            assertTrue(text(content.legend()).contains(said), () -> text(content.legend()) + " lacks " + said);
            assertTrue(PanelContent.words(List.of(content)).words().contains(said));
        } else {
            assertFalse(text(content.legend()).contains("everything else"));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void besideEveryLayer(String layer) {
        var plane = plane(session("reverse-sde", List.of(layer), STEP));
        assertTrue(plane.layers().ids().contains("particles"), "a run at a step is seen");
        var content = content(plane);
        assertTrue(text(content.legend()).contains("everything else at"), () -> text(content.legend()));
    }

    /** The description states the same levels as the legend. */
    @ParameterizedTest
    @MethodSource("samplers")
    void theDescriptionSaysSoToo(String sampler) {
        var run = session(sampler, List.of("density", "particles"), STEP).withNoise(new NoiseSpec.Sigma(0.5));
        var description = Description.of(run.withSampler(run.sampler().at(OptionalInt.empty())), Findings.NONE);
        assertEquals(
                moves(sampler), description.text().contains("Two noise levels: particles at "), description.text());
        assertTrue(description.words() <= Description.MOST_WORDS, description.text());
    }

    /** At equal levels a figure states nothing; the window keeps the line, so that nothing moves. */
    @Test
    void atTheSameLevelTheWindowKeepsItsLine() {
        var plane = plane(session("ddim", List.of("density", "particles"), 12));
        var content = content(plane);
        assertFalse(text(content.legend()).contains("everything else"));
        assertTrue(PanelContent.words(List.of(content)).words().toString().contains("as everything else"));
    }

    @Test
    void levelsThatRoundAlikeAreToldApart() {
        var particles = new Particles(new double[1], new double[1], List.of()).at(NoiseLevel.plain(0.50004));
        assertEquals(
                Optional.of("particles at σ = 0.50004, everything else at σ = 0.5"),
                SceneWords.levels(particles, NoiseLevel.plain(0.5), false));
        assertEquals(
                Optional.empty(), SceneWords.levels(particles.at(NoiseLevel.plain(0.5)), NoiseLevel.plain(0.5), false));
    }

    /** Stage and figure have equal captions. */
    @Test
    void theStageSaysWhatTheFigureSays() {
        for (var shown : List.of(List.of("quiver"), List.of("density"), List.of("particles", "density", "quiver"))) {
            var session = session("langevin", shown, STEP);
            var figure = plane(session);
            var stage = onStage(session);
            assertEquals(figure.caption().title(), stage.caption().title());
            assertEquals(figure.caption().formula(), stage.caption().formula());
            assertEquals(text(content(figure).legend()), text(content(stage).legend()));
        }
    }
}
