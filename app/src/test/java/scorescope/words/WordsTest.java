package scorescope.words;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scorescope.cli.Cli;
import scorescope.cli.WindowPictures;

/** Texts for people stand in the bundles, not in literals; every key has a text, and every text is used. */
final class WordsTest {
    /** A key, or the beginning of a key that code completes. */
    private static final Pattern KEY = Pattern.compile(
            "(?:ui|figure|film|study|help|cli|core|notation|patch|session|view|window)\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?");

    /** Two words, a word beside a blank, a character that no keyboard has, or a capitalised word. */
    private static final Pattern SENTENCE =
            Pattern.compile("\\p{L}.* .*\\p{L}|^ .*\\p{L}|\\p{L}{2,}[:,;.]? $|[^\\p{ASCII}…]|^[A-Z][a-z]+[….]?$");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|.)");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern FORMAT = Pattern.compile("%[-,.\\d]*[a-zA-Z%]");

    /** Calls whose argument is shown to people even if it is one lower-case word. */
    private static final Pattern READ = Pattern.compile(
            "(?:new (?:Label|Text|Button|CheckBox|MenuItem|Menu|Tooltip)\\(|\\.setText\\(|Curve\\.line\\(|Caption\\.plain\\(|ChartAxis\\.(?:linear|log|fromZero|around)\\(|Legend\\.NOTHING,\\s*|\\.saying\\()\\s*$");

    /** Files whose literals are not English: markup, font tables, shapes, patterns. */
    private static final Set<String> FOREIGN = Set.of(
            "plot/export/SvgPainter.java",
            "plot/export/SvgSyntax.java",
            "plot/export/PgfColors.java",
            "plot/export/SvgOutlines.java",
            "plot/export/SvgText.java",
            "plot/export/PdfSession.java",
            "plot/export/PgfExport.java",
            "plot/export/PgfPainter.java",
            "plot/export/TexText.java",
            "plot/export/FontSubset.java",
            "plot/paint/Latex.java",
            "plot/paint/LatexSymbols.java",
            "plot/export/png/PngFile.java",
            "plot/paint/Typeface.java",
            "plot/guide/Ticks.java",
            "ui/ThemeStyles.java",
            "session/code/PythonProgram.java",
            "cli/CompletionCommand.java",
            "ui/figure/CopiedTexts.java",
            "ui/control/Icon.java");

    /** Literals that are not texts: font names, system properties, digits, separators, format strings of tables. */
    private static final Set<String> ALLOWED = Set.of(
            "Inter",
            "Carried",
            "GREEK ",
            "Duplicate",
            "\\\\s*\\\\(start marker.*|\\\\R.*",
            "a history keeps at least one step: ",
            "no value of JSON: ",
            "a strip of another size",
            "Headless",
            "Windows",
            "Mac",
            "Serif",
            "the choice is not typed",
            "⁰¹²³⁴⁵⁶⁷⁸⁹",
            "×10",
            "–",
            "−",
            " · ",
            "SiLU",
            "lambda t: ",
            "film strip",
            " → ",
            "Scorescope",
            "Ctrl",
            "Shortcut",
            "first-frame ",
            " ms",
            "no study chosen",
            "the assets lack ",
            "layouts of text stay shared",
            "this Java writes no PNG",
            "[,;\\\\s]+",
            "scorescope: ",
            "%-8s KL(p|q) = %.6g  KL(q|p) = %.6g nats%n");

    /** Literals of core that are not texts: Python constants, file signatures, messages of systems, names of formats. */
    private static final Set<String> OF_CORE = Set.of(
            "JXL \\r\\n\\u0087\\n",
            "gimp xcf",
            "DDS ",
            "SQLite format 3\\0",
            "doctype svg",
            "', 'fortran_order': False, 'shape': (",
            "True",
            "False",
            "no space left",
            "not enough space on the disk",
            "quota exceeded",
            "file too large",
            "read-only file system",
            "permission denied",
            "operation not permitted",
            "file name too long",
            "too many open files",
            "resource busy",
            "being used by another process",
            "bad file descriptor",
            "broken pipe",
            "input/output error",
            "Implode",
            "Zstandard",
            "∞",
            "−∞");

    /** Texts for programmers: exceptions for wrong calls, and reasons why a sampler declares no order of convergence. */
    private static final Pattern MISTAKE = Pattern.compile(
            "Convergence\\.none\\([^;]*$|new (?:IllegalArgument|IllegalState|IndexOutOfBounds|Cancellation)Exception\\([^;]*$|AssertionError\\([^;]*$");

    /** Keys that code composes of a source's name. */
    private static final Pattern COMPOSED = Pattern.compile(
            "figure\\.(?:analytic|learned|difference|overlay|density|clean)\\.(?:title|formula|note|log)"
                    + "|ui\\.training-notes\\.(?:.*-error(?:\\.short)?)"
                    + "|session\\.(?:failure|recipe)\\.[a-z-]+\\.(?:title|watch|help)"
                    + "|view\\.(?:analytic|learned|difference|overlay|side-by-side)");

    /** Keys that code composes of the name of a notation or of a formula. */
    private static final Pattern DECLARED = Pattern.compile("notation-(?:title|help)|notation\\.step-scale");

    @Test
    void noLiteralSaysWhatAPersonReads() {
        var said = Sources.literals("ui", "plot", "cli", "session", "Scorescope.java").stream()
                .filter(literal -> !FOREIGN.contains(literal.file()))
                .filter(literal -> !ALLOWED.contains(literal.text()))
                .filter(WordsTest::isRead)
                .map(Sources.Literal::toString)
                .toList();
        assertTrue(said.isEmpty(), () -> said.size() + " literals belong in a bundle:\n" + String.join("\n", said));
    }

    @Test
    void noLiteralOfCoreSaysWhatAPersonReadsButDeclarations() {
        var declared = Declared.ofCore();
        var said = Sources.ofCore().stream()
                .filter(literal -> !OF_CORE.contains(literal.text()) && isRead(literal))
                .filter(literal -> !MISTAKE.matcher(literal.before()).find())
                .filter(literal -> declared.stream().noneMatch(text -> text.contains(unescaped(literal))))
                .map(Sources.Literal::toString)
                .toList();
        assertTrue(
                said.isEmpty(), () -> said.size() + " literals belong in core's bundle:\n" + String.join("\n", said));
    }

    private static String unescaped(Sources.Literal literal) {
        return UNICODE.matcher(literal.text())
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
                .translateEscapes();
    }

    static boolean isRead(Sources.Literal literal) {
        if (KEY.matcher(literal.text()).matches()) {
            return false;
        }
        var plain =
                FORMAT.matcher(ESCAPE.matcher(literal.text()).replaceAll("")).replaceAll("");
        boolean word = plain.matches(".*\\p{L}{2,}.*")
                && READ.matcher(literal.before()).find();
        return word || SENTENCE.matcher(plain).find();
    }

    @Test
    void everyKeyHasAText() {
        var keys = keys();
        var missing = Stream.concat(Sources.literals("").stream(), Sources.ofCore().stream())
                .filter(literal -> KEY.matcher(literal.text()).matches())
                .filter(literal -> literal.before().matches("(?s).*(?:Words\\.(?:text|constant)|Sentence\\.of)\\(\\s*")
                        || literal.text().startsWith("core."))
                .filter(literal -> literal.text().endsWith(".")
                        ? keys.stream().noneMatch(key -> key.startsWith(literal.text()))
                        : !keys.contains(literal.text()))
                .map(Sources.Literal::toString)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyComplaintOfCoreHasARemedy() {
        var keys = keys();
        var without = Sources.ofCore().stream()
                .filter(literal -> literal.text().startsWith("core."))
                .filter(literal ->
                        literal.before().matches("(?s).*(?:BadInputException\\.of|\\.wrong|wrongAt)\\([^;]*"))
                .filter(literal -> literal.before().matches("(?s).*[(,?:]\\s*"))
                .filter(literal -> !literal.before().matches("(?s).*CoreWords\\.text\\([^)]*"))
                .filter(literal ->
                        keys.stream().noneMatch(key -> key.startsWith(literal.text()) && key.endsWith(".remedy")))
                .map(Sources.Literal::toString)
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyTextHasAUse() {
        var named = Stream.concat(Sources.literals("").stream(), Sources.ofCore().stream())
                .map(Sources.Literal::text)
                .filter(text -> KEY.matcher(text).matches())
                .collect(toSet());
        var declared = Declared.ofCore();
        declared.addAll(Declared.ofProgram());
        var formulas = Stream.concat(Sources.BUNDLES.stream().flatMap(bundle -> texts(bundle)), declared.stream())
                .flatMap(text ->
                        Pattern.compile("\\{([a-z][a-z0-9-]*)}").matcher(text).results())
                .map(place -> "notation." + place.group(1))
                .collect(toSet());
        var commands = Cli.names(WindowPictures.NONE).stream()
                .flatMap(
                        name -> Stream.of("description", "footer").map(part -> "scorescope." + name + ".usage." + part))
                .toList();
        var unused = keys().stream()
                .filter(key -> !key.startsWith("scorescope.usage.") && !commands.contains(key))
                .filter(key -> !named.contains(key)
                        && !named.contains(key.replaceAll("\\.short(?:er)?$|\\.remedy$|\\[\\d]$", "")))
                .filter(key -> !COMPOSED.matcher(key).matches()
                        && !DECLARED.matcher(key).matches())
                .filter(key -> !formulas.contains(key))
                .filter(key -> named.stream().noneMatch(start -> start.endsWith(".") && key.startsWith(start)))
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThrows(MissingResourceException.class, () -> Words.text("ui.there-is-no-such-text"));
        assertThrows(MissingResourceException.class, () -> Words.text("nowhere.at-all"));
    }

    @Test
    void aScanFindsSentencesAndPassesIds() {
        var source =
                "// \"In a comment\"\nvar a = \"Hidden layers\"; b.setId(\"study-close\"); new Label(\"exact\"); c(\"σ\");";
        var read = Sources.of("A.java", source).stream()
                .filter(WordsTest::isRead)
                .map(Sources.Literal::text)
                .toList();
        assertEquals(List.of("Hidden layers", "exact", "σ"), read);
    }

    private static Set<String> keys() {
        return Sources.BUNDLES.stream()
                .flatMap(bundle -> Words.bundle(bundle).keySet().stream())
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> texts(String bundle) {
        var words = Words.bundle(bundle);
        return words.keySet().stream().map(words::getString);
    }
}
