package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static scorescope.plot.picture.DescribedSessions.FOUND;
import static scorescope.plot.picture.DescribedSessions.moved;
import static scorescope.plot.picture.DescribedSessions.opening;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.guide.Numbers;
import scorescope.plot.scene.Findings;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.words.Words;

final class DescriptionTest {
    @Test
    void everyPictureIsToldInTwoSentencesAtLeastAndEightyWordsAtMost() {
        DescribedSessions.all(1).forEach(DescriptionTest::checkWords);
    }

    @Tag("exhaustive")
    @Test
    void everyStudyOfThreePresetsIsToldInTwoSentencesAtLeastAndEightyWordsAtMost() {
        DescribedSessions.all(3).forEach(DescriptionTest::checkWords);
    }

    private static void checkWords(Session session) {
        var description = Description.of(session, FOUND);
        int words = description.text().split("\\s+").length;
        assertTrue(words <= 80 && words == description.words(), words + " words: " + description.text());
        assertTrue(description.sentences().size() >= 2, description.text());
        description.sentences().forEach(sentence -> assertTrue(sentence.matches("[\\p{Lu}\\d].*\\."), sentence));
        assertTrue(!description.text().contains("{") && !description.text().contains("_"), description.text());
        names(session, description.text());
    }

    private static void names(Session session, String text) {
        double sigma = NumbersComputedAgain.level(session).sigma();
        assertTrue(text.contains("σ = " + Numbers.significant(sigma, 3)), text);
        if (session.density() instanceof DensitySpec.Preset preset) {
            assertTrue(
                    text.contains(
                            DensityCatalog.CATALOG.kind(preset.name(), "preset").title()),
                    text);
        }
        var kind = SamplerCatalog.CATALOG.kind(session.sampler().method().kind(), "sampler");
        assertTrue(text.contains(Words.written(kind.title())), text);
        var given = session.sampler().method().parameters().given();
        boolean sized = kind.parameters().stream()
                .filter(parameter -> parameter.key().equals("stepSize"))
                .map(parameter -> given.getOrDefault(parameter.key(), parameter.defaultValue()))
                .anyMatch(size -> ((Number) size).doubleValue() > 0);
        assertEquals(sized, text.matches(".* with \\S+ = .*"), text);
        session.sampler().step().ifPresent(step -> assertTrue(text.contains("step " + step), text));
    }

    /** A panel that changes nothing is named, or counted, like the others. */
    @Test
    void everyPanelOfAFigureIsNamedOrCounted() {
        var panels = Stream.of(0.1, 0.5, 1, 2, 3)
                .map(sigma -> FigurePanel.of(Patch.of("noise.sigma", sigma)))
                .toList();
        var session = opening().withFigure(opening().figure().withPanels(panels));
        var text = Description.of(session, Findings.NONE).text();
        assertTrue(text.contains("5 panels: σ = 0.1; σ = 0.5; σ = 1; σ = 2 and 1 more"), text);
    }

    @ParameterizedTest
    @MethodSource("numbered")
    void everyNumberIsThatOfThePicture(Session session) {
        var description = Description.of(session, FOUND);
        var again = NumbersComputedAgain.of(session, FOUND);
        var checks = checks(again, description);
        assertTrue(!description.numbers().isEmpty(), description.text());
        description.numbers().forEach((name, value) -> {
            var check = checks.get(name.replaceAll("\\d", ""));
            assertTrue(check != null, "nothing checks " + name);
            check.accept(name, value);
        });
    }

    static Stream<Session> numbered() {
        return DescribedSessions.all(1)
                .filter(session -> session.sampler().step().isPresent()
                        || session.density().equals(opening().density()));
    }

    private static Map<String, BiConsumer<String, Double>> checks(NumbersComputedAgain again, Description description) {
        var text = description.text();
        return Map.of(
                "maximum", (_, value) -> isMaximum(again, description.numbers(), value, text),
                "maximumX", (_, value) -> assertTrue(Math.abs(value) < 100),
                "maximumY", (_, value) -> assertTrue(Math.abs(value) < 100),
                "modes", (_, value) -> assertEquals(again.modes(), value, text),
                "largestScore", (_, value) -> isLongest(again.longest(false), value, text),
                "largestError", (_, value) -> isLongest(again.longest(true), value, text),
                "share",
                        (name, value) -> assertEquals(
                                again.shares()[Integer.parseInt(name.substring("share".length())) - 1], value, 1e-12),
                "largestShare",
                        (_, value) ->
                                assertEquals(Arrays.stream(again.shares()).max().orElseThrow(), value, 1e-12),
                "smallestShare",
                        (_, value) ->
                                assertEquals(Arrays.stream(again.shares()).min().orElseThrow(), value, 1e-12));
    }

    /** Asserts that the density is nowhere larger on a fine grid, and as large as stated at the stated point. */
    private static void isMaximum(
            NumbersComputedAgain again, Map<String, Double> description, double value, String text) {
        assertEquals(value, again.density(description.get("maximumX"), description.get("maximumY")), 1e-9 * value);
        var box = again.inputs().exact().mixture().bounds(3);
        for (int i = 0; i <= 80; i++) {
            for (int j = 0; j <= 80; j++) {
                double x = box.x0() + (box.x1() - box.x0()) * i / 80;
                double y = box.y0() + (box.y1() - box.y0()) * j / 80;
                assertTrue(again.density(x, y) <= value * (1 + 1e-9), text);
            }
        }
        assertTrue(text.contains(Numbers.significant(value, 3)), text);
    }

    private static void isLongest(double longest, double value, String text) {
        assertEquals(longest, value, 1e-9 * longest);
        assertTrue(text.contains(Numbers.significant(longest, 3)), text);
    }

    @Test
    void everyFormatCarriesTheText() {
        var composed = moved(opening(), "langevin")
                .withFigure(opening().figure().withPanels(List.of(FigurePanel.of(Patch.of("noise.sigma", 1.5)))));
        for (var session : List.of(composed, moved(opening(), "langevin"))) {
            var text = Description.of(session, Findings.NONE).text();
            var figure = Pictures.of(session, Findings.NONE);
            assertEquals(text, figure.alternative().get());
            for (var format : ExportCatalog.formats()) {
                var file = format.encode(figure, new ExportOptions(72, Optional.empty()))
                        .file();
                var said = new String(file, StandardCharsets.UTF_8);
                switch (format.extension()) {
                    case "svg" ->
                        assertTrue(
                                said.contains(" role=\"img\">") && said.contains("<desc>" + escaped(text) + "</desc>"));
                    case "png" -> assertTrue(said.contains("iTXtDescription\0\0\0\0\0" + text));
                    case "tex" -> assertTrue(said.contains("% " + text + "\n"));
                    default -> {}
                }
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Test
    void aCaptionAddsSeedAndVersion() {
        var session = opening().withSampler(opening().sampler().withSeed(1234));
        var description = Description.of(session, Findings.NONE);
        assertEquals(description.text() + " Seed 1234; Scorescope " + Description.VERSION + ".", description.caption());
    }

    @Test
    void namesOfFilesAreNotSaid() {
        var parameters = new Parameters(Map.of("steps", 3L));
        var points = new DensitySpec.Points(List.of(0.0, 0.0, 1.0, 1.0), 0.2);
        var description = Description.of(
                opening()
                        .withDensity(points)
                        .withSampler(opening().sampler().withMethod(new Choice("langevin", parameters))),
                Findings.NONE);
        assertTrue(
                description.text().startsWith("The density is 2 points under Gaussians of standard deviation 0.2 "),
                description.text());
    }
}
