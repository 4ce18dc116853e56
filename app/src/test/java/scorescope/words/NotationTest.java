package scorescope.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.sampling.method.AnnealedLangevin;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.UnderdampedLangevin;
import scorescope.plot.paint.Typeface;
import scorescope.plot.picture.Pictures;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.scene.Findings;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

/** Notations change texts everywhere and numbers nowhere. */
final class NotationTest {
    static List<Notation> notations() {
        return NotationCatalog.notations();
    }

    @ParameterizedTest
    @MethodSource("notations")
    void writesEveryText(Notation notation) {
        assertFalse(notation.title().isBlank());
        assertFalse(notation.help().isBlank());
        for (var bundle : Sources.BUNDLES) {
            for (var key : Words.bundle(bundle).keySet()) {
                if (key.startsWith("scorescope.") || key.startsWith("notation-")) {
                    continue;
                }
                var written = notation.write(key, arguments(Words.bundle(bundle).getString(key)));
                assertFalse(
                        written.replaceAll("[_^]\\{[^{}]*}", "").matches("(?s).*\\{[a-z0-9].*"), key + ": " + written);
            }
        }
    }

    /** Arguments for a text: whole numbers where it needs them. */
    private static Object[] arguments(String source) {
        var arguments = new ArrayList<Object>();
        for (int i = 0; i < 8; i++) {
            arguments.add(source.matches("(?s).*\\{" + i + ":%[^}]*d}.*") ? (Object) (i + 1) : (Object) (i + 1.0));
        }
        return arguments.toArray();
    }

    @ParameterizedTest
    @MethodSource("notations")
    void changesOnlyWhatThereIs(Notation notation) {
        for (var key : notation.differences().keySet()) {
            assertTrue(key.equals("notation-title") || key.equals("notation-help") || Words.has(key), key);
        }
    }

    @Test
    void halfOfTheLiteratureStepsByTheVarianceOfTheNoise() {
        var delta = NotationCatalog.named("delta");
        assertEquals(2, Words.in(delta, () -> Words.scale(Langevin.STEP_SIZE.symbol())));
        assertEquals("δ", Words.in(delta, () -> Words.written(AnnealedLangevin.STEP_SIZE.symbol())));
        var help = Words.in(delta, () -> Words.written(Langevin.KIND.help()));
        assertTrue(help.contains("x + (δ/2) s + √δ z") && !help.contains("η"), help);
        assertEquals(1, Words.in(delta, () -> Words.scale(UnderdampedLangevin.STEP_SIZE.symbol())));
    }

    @Test
    void aThreadHasItsFormerNotationAgain() {
        Words.in(NotationCatalog.named("song"), () -> Words.in(NotationCatalog.named("ho"), () -> ""));
        assertEquals(Notation.DEFAULT, Words.notation());
        assertThrows(
                IllegalStateException.class,
                () -> Words.in(NotationCatalog.named("song"), () -> {
                    throw new IllegalStateException();
                }));
        assertEquals(Notation.DEFAULT, Words.notation());
    }

    @Test
    void anUnknownNotationIsBadInput() {
        var bad = assertThrows(BadInputException.class, () -> NotationCatalog.named("etta"));
        assertTrue(bad.getMessage().contains("notation") && bad.getMessage().contains("\"eta\""), bad.getMessage());
    }

    @ParameterizedTest
    @MethodSource("notations")
    void aFigureIsWrittenInTheSessionsNotation(Notation notation) {
        var formula = notation.write("notation.x-alpha-x-plus-sigma-epsilon").replaceAll("[_^]\\{([^}]*)}", "$1");
        var words = words(SessionDefaults.opening().withNotation(notation.id()));
        assertTrue(words.contains(formula), formula + " in\n" + words);
    }

    @Test
    void numbersStayWhatTheyAre() {
        var usual = words(SessionDefaults.opening());
        var other = words(SessionDefaults.opening().withNotation("song"));
        assertFalse(usual.equals(other));
        assertEquals(usual.replaceAll("[^0-9.]", ""), other.replaceAll("[^0-9.]", ""));
    }

    /** All texts of the figure of a study with formulas. */
    private static String words(Session session) {
        var study = session.view().study().showing(Optional.of("forward-process"));
        var figure = Pictures.of(session.withView(session.view().withStudy(study)), Findings.NONE);
        var raster = new Raster();
        raster.reset(10, 10, 0);
        var painter = new RasterPainter(raster, Typeface.MEASURE);
        painter.begin(1);
        figure.draw(painter);
        return painter.words().stream().map(RasterPainter.Word::text).collect(Collectors.joining());
    }
}
