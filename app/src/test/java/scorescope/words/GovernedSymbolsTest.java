package scorescope.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Symbols that depend on the notation stand in texts by name, {@code {step}}, never as a character. */
final class GovernedSymbolsTest {
    /** Names of formulas that depend on the notation, with a pattern of their symbols. */
    private static final Map<String, Pattern> SYMBOLS = Map.of(
            "signal", Pattern.compile("[αᾱ]|α\u0304"),
            "step", Pattern.compile("[ηδ]"),
            "eps", Pattern.compile("ε"),
            "level-first", Pattern.compile("σ_(?:1|L|\\{1}|\\{L})|σ[₁ᴸ]"),
            "learned-score-name", Pattern.compile("s_(?:θ|\\{θ})"));

    /** Other quantities with the same letter: DDIM's η and the learning rate η. */
    private static final TreeSet<String> OTHERS =
            new TreeSet<>(List.of("η", "η(n)", "The part ηd of all weights that a step takes away."));

    private static final Pattern PLACE = Pattern.compile("\\{[a-z][a-z0-9-]*}");

    static List<Notation> notations() {
        return NotationCatalog.notations().stream()
                .filter(notation -> !notation.equals(Notation.DEFAULT))
                .toList();
    }

    @Test
    void noTextHasASymbolThatNotationsWrite() {
        var found = new TreeSet<String>();
        for (var bundle : Sources.BUNDLES) {
            if (!bundle.equals("notation")) {
                var words = Words.bundle(bundle);
                words.keySet().stream()
                        .filter(key -> governed(words.getString(key)))
                        .forEach(key -> found.add(key + "=" + words.getString(key)));
            }
        }
        assertEquals(new TreeSet<String>(), found);
    }

    @Test
    void noDeclarationHasASymbolThatNotationsWrite() {
        var found = Declared.ofCore();
        found.addAll(Declared.ofProgram());
        found.removeIf(text -> OTHERS.contains(text) || !governed(text));
        assertEquals(new TreeSet<String>(), found);
    }

    private static boolean governed(String text) {
        return SYMBOLS.values().stream().anyMatch(symbol -> symbol.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("notations")
    void aNotationWritesAllFormulasThatHaveItsSymbols(Notation notation) {
        var usual = Words.bundle("notation");
        var left = new TreeSet<String>();
        SYMBOLS.forEach((name, symbol) -> {
            if (notation.differences().containsKey("notation." + name)) {
                usual.keySet().stream()
                        .filter(key -> key.startsWith("notation.")
                                && symbol.matcher(usual.getString(key)).find()
                                && !notation.differences().containsKey(key))
                        .forEach(left::add);
            }
        });
        assertEquals(new TreeSet<String>(), left);
    }

    @ParameterizedTest
    @MethodSource("notations")
    void everyDeclarationIsWritten(Notation notation) {
        var all = Declared.ofCore();
        all.addAll(Declared.ofProgram());
        for (var text : all) {
            var written = Words.in(notation, () -> Words.written(text));
            assertFalse(PLACE.matcher(written).find(), written);
        }
    }
}
