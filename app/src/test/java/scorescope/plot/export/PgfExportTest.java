package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

class PgfExportTest {
    private static final String JSON = "{\"title\": \"σ < 1 % \\\\end{document}\"}\n";

    @TempDir
    Path folder;

    private static Figure sideBySide() {
        return Examples.figure("quiet", "85mm", Source.ANALYTIC, Source.LEARNED);
    }

    private static ExportedFigure tex(Figure figure) {
        return new PgfExport().encode(figure, ExportOptions.carrying(JSON));
    }

    private static String line(String formula) {
        return new TexText().add(Formula.parse(formula).line(8, false)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "σ = 0.5; \\ensuremath{\\sigma } = 0.5",
                "p_{σ}; \\ensuremath{p_{\\sigma }}",
                "E[x_{0} | x]; \\ensuremath{E}[\\ensuremath{x_{0}} \\ensuremath{|} \\ensuremath{x}]",
                "100 % & more_or #1; 100 \\% \\& more\\_or \\#1",
                "x̃; \\ensuremath{\\tilde{x}}",
                "10⁻³; 10\\ensuremath{^{-}}\\ensuremath{^{3}}",
                "a view; a view",
            })
    void symbolsBecomeMathematics(String formula, String tex) {
        assertEquals(tex, line(formula));
    }

    /** Sources that LaTeX without packages cannot set are translated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Score at $\\sigma = 1.5$ and $x_i^2$; Score at \\ensuremath{\\sigma = 1.5} and \\ensuremath{x_i^2}",
                "$\\nabla\\log p_\\sigma(\\tilde x)$; \\ensuremath{\\nabla\\log p_\\sigma(\\tilde x)}",
                "$σ$; \\ensuremath{\\sigma }",
                "$\\mathbb{R}$; \\ensuremath{R}",
                "$5\\%$; 5\\%",
                "$x_i^2_j$; \\ensuremath{{x_{i}^{2}}_{j}}",
                "$\\unknown$ and 5 $; \\$\\textbackslash{}unknown\\$ and 5 \\$",
            })
    void aFormulaInLatexPassesThrough(String text, String tex) {
        assertEquals(tex, line(text));
        var formula = Formula.parse(text);
        assertEquals(formula, Formula.parse(formula.marked()));
    }

    /** TeX skips blanks after a macro without an argument. */
    @Test
    void aBoldTextKeepsItsFirstBlank() {
        var line = Formula.parse("Score $s$ at 2").line(8, true);
        assertEquals(
                "{\\bfseries{}Score }\\ensuremath{s}{\\bfseries{} at 2}",
                new TexText().add(line).toString());
    }

    /** Every character of the bundles has a form in TeX. */
    @ParameterizedTest
    @ValueSource(strings = {"figure", "study", "notation"})
    void everyCharacterOfTheBundlesHasAForm(String name) {
        ResourceBundle texts = Words.bundle(name);
        for (var key : texts.keySet()) {
            assertTrue(TexText.knows(texts.getString(key)), key + ": " + texts.getString(key));
        }
    }

    @Test
    void theSessionIsInComments() {
        byte[] file = tex(sideBySide()).file();
        assertTrue(new PgfExport().recognises(file));
        assertEquals(Optional.of(JSON), new PgfExport().session(file, "f.tex"));
        byte[] torn = new String(file, StandardCharsets.UTF_8)
                .replaceFirst("% session ...", "% session ???")
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(BadInputException.class, () -> new PgfExport().session(torn, "f.tex"));
    }

    @Test
    void imagesStandBesideTheFileUnderTheirContentsName() {
        var one = tex(sideBySide());
        var other = tex(sideBySide());
        assertArrayEquals(one.file(), other.file());
        assertEquals(2, one.beside().size(), "the density, shown twice, and a colour bar");
        var text = new String(one.file(), StandardCharsets.UTF_8);
        for (var image : one.beside()) {
            assertTrue(text.contains("\\S@f " + image.name()), image.name());
        }
    }

    /** Beyond the limit all marks of a layer in a panel become one image, and the layer is reported; texts and axes stay. */
    @Test
    void aLayerWithTooManyMarksBecomesAnImage() {
        var crowded = FigureSurvey.of(sideBySide()).layers().stream()
                .max(Comparator.comparingInt(FigureSurvey.Layer::largest))
                .orElseThrow();
        var vectors = new SvgPainter();
        var rastered = HybridPainter.draw(sideBySide(), vectors, crowded.largest() - 1);
        assertEquals(
                List.of(crowded.id()),
                rastered.stream().map(ExportedFigure.Rastered::layer).toList());
        assertTrue(rastered.getFirst().marks() >= crowded.largest(), rastered.toString());
        var svg = vectors.document(120, 120, "", "", Optional.empty());
        assertTrue(svg.contains("<image") && svg.contains("<path") && svg.contains("<text"), svg.substring(0, 300));
        assertEquals(List.of(), HybridPainter.draw(sideBySide(), new SvgPainter(), crowded.largest()));
    }

    /** Alone, and in a document of another folder that loads only pgf. */
    @ParameterizedTest
    @CsvSource({"article, 10pt", "article, 12pt"})
    void latexSetsIt(String documentClass, String size) throws Exception {
        Assumptions.assumeTrue(installed(), "LaTeX with pgf is not installed");
        var figures = Files.createDirectories(folder.resolve("figures"));
        var exported = tex(sideBySide());
        Files.write(figures.resolve("score.tex"), exported.file());
        for (var image : exported.beside()) {
            Files.write(figures.resolve(image.name()), image.bytes());
        }
        Files.writeString(
                folder.resolve("paper.tex"),
                "\\documentclass[" + size + "]{" + documentClass
                        + "}\\usepackage{pgf}\\begin{document}\\noindent\\input{figures/score}\\end{document}");
        for (var run : List.of(List.of(folder, "paper"), List.of(figures, "score"))) {
            var where = (Path) run.getFirst();
            var log = latex(where, run.getLast() + ".tex");
            assertTrue(Files.exists(where.resolve(run.getLast() + ".pdf")), log);
            assertTrue(!log.contains("Warning") && !log.contains("Overfull") && !log.contains("\n!"), log);
        }
    }

    private static String latex(Path where, String file) throws IOException, InterruptedException {
        var log = where.resolve("console.log").toFile();
        var process = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", file)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        process.waitFor(60, TimeUnit.SECONDS);
        return Files.readString(log.toPath(), StandardCharsets.ISO_8859_1);
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("kpsewhich", "pgf.sty")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
