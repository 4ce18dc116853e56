package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.export.SvgPainter;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;
import scorescope.session.StudySpec;

/** Contract of every study of the catalog. */
final class StudyCatalogTest {
    /** One of two moments used by all tests, since a study caches results by moment. */
    private static final double EARLY = 0.2;

    private static final double LATE = 0.9;

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    /** Studies by id, shared by the tests. */
    private static final Map<String, Study> STUDIES = new HashMap<>();

    private static Study study(String name) {
        return STUDIES.computeIfAbsent(name, StudyCatalogTest::fresh);
    }

    private static Study fresh(String name) {
        return StudyCatalog.create(new Choice(name, BriefStudies.settings(name)));
    }

    @AfterAll
    static void forget() {
        STUDIES.clear();
    }

    private static List<String> drawn(Study study, double moment) {
        var scene = study.at(StudyInputs.of(SessionDefaults.opening()), moment);
        return drawn(new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, 400));
    }

    private static List<String> drawn(Figure figure) {
        var painter = new RecordingPainter();
        figure.draw(painter);
        assertFalse(painter.texts.isEmpty());
        assertFalse(String.join(" ", painter.texts).contains("everything else at"), "particles beside another level");
        return Drawn.of(painter);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void theSameMomentIsTheSamePictureWhateverWasAskedBefore(String name) {
        var study = study(name);
        var first = drawn(study, EARLY);
        drawn(study, LATE);
        assertEquals(first, drawn(study, EARLY));
        assertEquals(drawn(fresh(name), LATE), drawn(study, LATE));
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("studies")
    void momentsInAnyOrderAreTheSamePictures(String name) {
        var study = study(name);
        for (double moment : new double[] {0.4, 0.1, 0.8, 0.5}) {
            assertEquals(drawn(fresh(name), moment), drawn(study, moment), "at " + moment);
        }
    }

    /** Cached contents are reused for the next picture and must not change it. */
    @ParameterizedTest
    @MethodSource("studies")
    void keptContentsDrawTheSameAsNewOnes(String name) {
        var study = study(name);
        var inputs = StudyInputs.of(SessionDefaults.opening());
        var layout = new FigureLayout(Palette.LIGHT, Style.SCREEN, new SvgPainter(), new PanelContentCache());
        drawn(layout.onScreen(study.at(inputs, LATE), 500, 400));
        var again = drawn(layout.onScreen(study.at(inputs, EARLY), 620, 460));
        var fresh = drawn(new FigureLayout(Palette.LIGHT, Style.SCREEN).onScreen(study.at(inputs, EARLY), 620, 460));
        assertEquals(fresh, again);
    }

    /** Charts explain pictures of the plane and are lower than them. */
    @ParameterizedTest
    @ValueSource(strings = {"fokker-planck", "forward-process", "chains"})
    void picturesAreHigherThanTheChartsUnderThem(String name) {
        var scene = study(name).at(StudyInputs.of(SessionDefaults.opening()), 0.5);
        for (double[] size : new double[][] {{930, 600}, {680, 500}}) {
            var figure = new FigureLayout(Palette.LIGHT, Style.SCREEN).onScreen(scene, size[0], size[1]);
            double plane = figure.panels().getFirst().place().height();
            double chart = figure.panels().getLast().place().height();
            assertTrue(plane > 1.1 * chart, plane + " against " + chart);
            assertTrue(chart > 70, "chart " + chart);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void whatMovesHasAClockAndWhatHasNoneStandsStill(String name) {
        var study = study(name);
        boolean moves = !drawn(study, EARLY).equals(drawn(study, LATE));
        var clock = study.clock(StudyInputs.of(SessionDefaults.opening()));
        assertEquals(clock.isPresent(), moves);
        clock.ifPresent(c -> {
            assertTrue(c.seconds() > 0 && c.steps() > 0);
            assertFalse(c.says(0.3).isBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("studies")
    void nothingOfItLiesOutsideItsFigure(String name) {
        var study = study(name);
        var scene = study.at(StudyInputs.of(SessionDefaults.opening()), EARLY);
        var screen = new FigureLayout(Palette.LIGHT, Style.SCREEN).onScreen(scene, 600, 480);
        for (var panel : screen.panels()) {
            var place = panel.place();
            assertTrue(place.left() >= 0 && place.right() <= 600 && place.width() > 40, place.toString());
            assertTrue(place.top() >= 0 && place.height() > 20, place.toString());
        }
        assertTrue(screen.height() <= 480, "height " + screen.height());
    }

    @Test
    void anUnknownStudyOrSettingNamesTheNearest() {
        var study = new StudySpec(Optional.of("filmstrip"), Map.of(), 0);
        var unknown = assertThrows(BadInputException.class, () -> StudyCatalog.check(study));
        assertEquals("view.study", unknown.place());
        assertTrue(unknown.remedy().contains("film-strip"), unknown.remedy());
        var setting = new StudySpec(Optional.empty(), Map.of("film-strip", new Parameters(Map.of("cont", 5L))), 0);
        var bad = assertThrows(BadInputException.class, () -> StudyCatalog.check(setting));
        assertEquals("view.studies.film-strip.cont", bad.place());
        assertTrue(bad.remedy().contains("count"), bad.remedy());
    }
}
