package scorescope.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.paint.Typeface;
import scorescope.plot.picture.Pictures;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.scene.Findings;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

/** Notations change words everywhere and numbers nowhere. */
final class NotationTest {
    private static final List<String> BUNDLES =
            List.of("ui", "figure", "study", "help", "cli", "notation", "patch", "view", "window");

    static List<Notation> notations() {
        return NotationCatalog.notations();
    }

    /** What core declares, by the ids under which a notation may name it: help, then symbol. */
    private static Map<String, List<String>> declared() {
        var declared = new LinkedHashMap<String, List<String>>();
        Map.of(
                        "sampler",
                        SamplerCatalog.CATALOG,
                        "process",
                        ProcessCatalog.CATALOG,
                        "objective",
                        ObjectiveCatalog.CATALOG)
                .forEach((family, catalog) -> {
                    for (Kind<?> kind : catalog.kinds()) {
                        declared.put(family + "." + kind.id(), List.of(kind.help(), ""));
                        kind.parameters()
                                .forEach(parameter -> declared.put(
                                        family + "." + kind.id() + "." + parameter.name(),
                                        List.of(parameter.help(), parameter.symbol())));
                    }
                });
        return declared;
    }

    @Test
    void theDefaultNotationSaysWhatIsDeclared() {
        declared().forEach((id, texts) -> {
            assertEquals(texts.get(0), Words.help(id, texts.get(0)), id);
            assertEquals(texts.get(1), Words.symbol(id, texts.get(1)), id);
            assertEquals(1, Words.scale(id), id);
        });
    }

    @Test
    void everyTextOfADeclarationNamesOne() {
        var strange = new TreeSet<String>();
        for (var bundle : List.of("notation", "help")) {
            for (var key : Words.bundle(bundle).keySet()) {
                var id = key.replaceAll(
                        "^(?:notation\\.(?:symbol|scale)|help)\\.(?=(?:sampler|process|objective)\\.)", "");
                if (!id.equals(key) && !declared().containsKey(id)) {
                    strange.add(key);
                }
            }
        }
        assertEquals(new TreeSet<String>(), strange);
    }

    @ParameterizedTest
    @MethodSource("notations")
    void writesEveryText(Notation notation) {
        assertFalse(notation.title().isBlank());
        assertFalse(notation.help().isBlank());
        for (var bundle : BUNDLES) {
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

    /** Whole numbers where the text wants such, else others. */
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
        assertEquals(2, Words.in(delta, () -> Words.scale("sampler.langevin.stepSize")));
        assertEquals("δ", Words.in(delta, () -> Words.symbol("sampler.annealed-langevin.stepSize", "η")));
        var help = Words.in(delta, () -> Words.help("sampler.langevin", "declared"));
        assertTrue(help.contains("x + (δ/2) s + √δ z") && !help.contains("η"), help);
        assertEquals(1, Words.in(delta, () -> Words.scale("sampler.underdamped-langevin.stepSize")));
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

    /** All that is said in the figure of a study with formulas. */
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
