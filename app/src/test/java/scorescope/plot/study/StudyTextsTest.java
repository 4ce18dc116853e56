package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextBoxes;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.SessionDefaults;
import scorescope.session.View;

/** All texts of a study are readable, on narrow paper and in a small window. */
final class StudyTextsTest {
    private static final double COLUMN = Length.points("85mm", "");
    private static final double PAGE = Length.points("183mm", "");

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    /** Scenes by study, each laid out in several sizes. */
    private static final Map<Choice, StudyScene> SCENES = new HashMap<>();

    @AfterAll
    static void forget() {
        SCENES.clear();
    }

    private static StudyScene scene(Choice study) {
        return SCENES.computeIfAbsent(
                study, chosen -> StudyCatalog.create(chosen).at(StudyInputs.of(SessionDefaults.opening()), 0.6));
    }

    private static Figure paper(StudyScene scene, double width) {
        return new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, width);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void noTextIsCutOffOrRunsIntoAnother(String name) {
        var scene = scene(Choice.of(name));
        for (double width : new double[] {COLUMN, PAGE}) {
            var figure = paper(scene, width);
            assertEquals(List.of(), TextBoxes.faults(figure, figure.height()), width + " wide");
        }
        var window = new FigureLayout(Palette.LIGHT, Style.SCREEN).onScreen(scene, 680, 508);
        assertEquals(List.of(), TextBoxes.faults(window, 508), "in a window");
    }

    /** Studies with several planes side by side and long numbers on their axes. */
    @ParameterizedTest
    @CsvSource({
        "wrong-on-purpose, 448240, 448262, 541180, 541202",
        "wrong-on-purpose, -999999, -999980, 999980, 999999",
        "wrong-on-purpose, 99990, 100010, -100010, -99990",
        "two-frame-video, 99990, 100010, -100010, -99990"
    })
    void longNumbersOnAxesAreWhole(String study, double x0, double x1, double y0, double y1) {
        var component = Component.isotropic(1, (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 8);
        var far = SessionDefaults.opening()
                .withDensity(new DensitySpec.Components(List.of(component)))
                .withView(new View(x0, x1, y0, y1, List.of("density"), "quiet"));
        var scene = StudyCatalog.create(Choice.of(study)).at(StudyInputs.of(far), 0.6);
        for (double width : new double[] {COLUMN, PAGE}) {
            var figure = paper(scene, width);
            assertEquals(List.of(), TextBoxes.faults(figure, figure.height()), width + " wide");
        }
    }

    /** A formula without space above its plot stands in the legend. */
    @ParameterizedTest
    @MethodSource("studies")
    void everyFormulaOfACaptionIsSaidSomewhere(String name) {
        var figure = paper(scene(Choice.of(name)), COLUMN);
        var painter = new TextBoxes();
        figure.draw(painter);
        var said = String.join(" ", painter.texts).replace(" ", "");
        for (var panel : figure.panels()) {
            var formula = panel.caption().formula().plain().replace(" ", "");
            assertTrue(said.contains(formula), formula + " in " + said);
        }
    }

    /** JavaFX labels repeat words where they wrap a line with combining characters. */
    @ParameterizedTest
    @MethodSource("studies")
    void helpHasNoLettersWithMarksOfTheirOwn(String name) {
        var help = StudyCatalog.CATALOG.kind(name, "").help();
        assertTrue(help.codePoints().noneMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK), help);
    }

    /** Titles are plain bold text without subscripts. */
    @ParameterizedTest
    @MethodSource("studies")
    void titlesAreNoFormulas(String name) {
        for (var panel : paper(scene(Choice.of(name)), PAGE).panels()) {
            var title = panel.caption().title();
            assertTrue(!title.contains("_{") && !title.contains("^{"), title);
        }
    }

    @Test
    void aTableOnNarrowPaperIsNotSetSmallerThanItCanBeRead() {
        var rows = scene(Choice.of("samplers"));
        var sizes = new HashSet<Double>();
        var painter = new TextBoxes() {
            @Override
            public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
                super.text(text, x, y, size, bold, align, color);
                sizes.add(size);
            }
        };
        paper(rows, COLUMN).draw(painter);
        double smallest = sizes.stream().mapToDouble(size -> size).min().orElseThrow();
        assertTrue(smallest > 0.5 * Style.PAPER.text(), "type of " + smallest + " pt");
    }

    @Test
    void onPaperTooColoursSayWhatTheyMean() {
        var energy = new Choice("race", new Parameters(Map.of("race", "output", "steps", 40L, "width", 8L)));
        var words = paper(scene(energy), PAGE).legend().words();
        assertTrue(words.stream().anyMatch(text -> text.contains("∇×s")), words.toString());
    }
}
