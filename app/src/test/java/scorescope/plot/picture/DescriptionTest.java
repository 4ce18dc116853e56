package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.Prediction;
import scorescope.core.score.ScoreField;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.NoiseSpec;
import scorescope.session.Patch;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.StudySpec;
import scorescope.session.source.Resolved;

final class DescriptionTest {
    private static final LearnedScore NETWORK = new LearnedScore(
            Weights.initial(Architecture.plane(List.of(8, 8), Activation.SILU, 4), 3),
            new Domain("variance-exploding", 0.01, 10, Prediction.SCORE));
    private static final Findings FOUND = Findings.of(Optional.of(NETWORK));

    private static Session opening() {
        return SessionDefaults.opening();
    }

    private static List<String> presets() {
        return DensityCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
    }

    private static Session of(String preset, double sigma) {
        return opening().withDensity(new DensitySpec.Preset(preset)).withNoise(new NoiseSpec.Sigma(sigma));
    }

    private static Session moved(Session session, String sampler) {
        var few = new SamplerSpec(Choice.of(sampler), 40, 7, SamplerSpec.naturalStart(Choice.of(sampler)))
                .at(OptionalInt.of(1));
        return (sampler.equals("ddpm") ? session.withProcess(Choice.of("ddpm")) : session).withSampler(few);
    }

    /** Every preset, sampler, view and study, each with others of the rest in turn. */
    static Stream<Session> sessions() {
        var all = new ArrayList<Session>();
        var samplers = SamplerCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
        var layers = LayerCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
        int turn = 0;
        for (var preset : presets()) {
            for (double sigma : new double[] {0.05, 0.5, 4}) {
                all.add(of(preset, sigma).withNotation(turn % 2 == 0 ? "eta" : "delta"));
                turn++;
            }
            all.add(moved(of(preset, 0.5), samplers.get(turn++ % samplers.size())));
            for (var study : StudyCatalog.CATALOG.kinds()) {
                var view = opening().view();
                all.add(of(preset, 0.5)
                        .withView(view.withStudy(new StudySpec(Optional.of(study.id()), Map.of(), 0.4)))
                        .withSampler(
                                opening().sampler().withMethod(Choice.of(samplers.get(turn++ % samplers.size())))));
            }
        }
        for (var sampler : samplers) {
            all.add(moved(opening(), sampler));
            all.add(moved(of("eight-gaussians", 0.5), sampler));
            all.add(opening().withSampler(opening().sampler().ofKind(sampler)));
        }
        for (var shown : Shown.values()) {
            var view = opening().view().withShown(Optional.of(shown));
            all.add(opening().withView(view));
            all.add(moved(opening(), "langevin").withView(view.withLayers(layers)));
        }
        return all.stream();
    }

    @Test
    void everyPictureIsToldInTwoSentencesAtLeastAndEightyWordsAtMost() {
        sessions().forEach(session -> {
            var told = Description.of(session, FOUND);
            int words = told.text().split("\\s+").length;
            assertTrue(words <= 80 && words == told.words(), words + " words: " + told.text());
            assertTrue(told.sentences().size() >= 2, told.text());
            told.sentences().forEach(sentence -> assertTrue(sentence.matches("[\\p{Lu}\\d].*\\."), sentence));
            assertTrue(!told.text().contains("{") && !told.text().contains("_"), told.text());
            names(session, told.text());
        });
    }

    private static void names(Session session, String text) {
        var noise = (NoiseSpec.Sigma) session.noise();
        assertTrue(text.contains("σ = " + Numbers.significant(noise.sigma(), 3)), text);
        if (session.density() instanceof DensitySpec.Preset preset) {
            assertTrue(
                    text.contains(
                            DensityCatalog.CATALOG.kind(preset.name(), "preset").title()),
                    text);
        }
        var kind = SamplerCatalog.CATALOG.kind(session.sampler().method().kind(), "sampler");
        assertTrue(text.contains(scorescope.words.Words.written(kind.title())), text);
        boolean sized =
                kind.parameters().stream().anyMatch(parameter -> parameter.key().equals("stepSize"));
        assertEquals(sized, text.matches(".* with \\S+ = .*"), text);
        session.sampler().step().ifPresent(step -> assertTrue(text.contains("step " + step), text));
    }

    /** The numbers, computed here in other ways from the mixture and the particles. */
    @ParameterizedTest
    @MethodSource("numbered")
    void everyNumberIsThatOfThePicture(Session session) {
        var told = Description.of(session, FOUND);
        var inputs = StudyInputs.of(session, FOUND);
        var checks = checks(inputs, told.text());
        assertTrue(!told.numbers().isEmpty(), told.text());
        told.numbers().forEach((name, value) -> {
            var check = checks.get(name.replaceAll("\\d", ""));
            assertTrue(check != null, "nothing checks " + name);
            check.accept(value);
        });
    }

    static Stream<Session> numbered() {
        return sessions()
                .filter(session -> session.sampler().step().isPresent()
                        || session.density().equals(opening().density()));
    }

    private static Map<String, Consumer<Double>> checks(StudyInputs inputs, String text) {
        var told = Description.of(inputs.session(), FOUND).numbers();
        return Map.of(
                "maximum", value -> isMaximum(inputs, told, value, text),
                "maximumX", value -> assertTrue(Math.abs(value) < 100),
                "maximumY", value -> assertTrue(Math.abs(value) < 100),
                "modes", value -> assertEquals(climbed(inputs), value, text),
                "largestScore", value -> assertEquals(longest(inputs, text), value, 1e-9 * value),
                "largestError", value -> assertEquals(longest(inputs, text), value, 1e-9 * value),
                "share", value -> assertTrue(shares(inputs).stream().anyMatch(s -> Math.abs(s - value) < 1e-12)),
                "largestShare",
                        value -> assertEquals(
                                shares(inputs).stream()
                                        .mapToDouble(s -> s)
                                        .max()
                                        .orElseThrow(),
                                value,
                                1e-12),
                "smallestShare",
                        value -> assertEquals(
                                shares(inputs).stream()
                                        .mapToDouble(s -> s)
                                        .min()
                                        .orElseThrow(),
                                value,
                                1e-12));
    }

    /** Nowhere on a fine grid is the density larger; there it is as large as said. */
    private static void isMaximum(StudyInputs inputs, Map<String, Double> told, double value, String text) {
        assertEquals(value, density(inputs, told.get("maximumX"), told.get("maximumY")), 1e-9 * value);
        var box = inputs.exact().mixture().bounds(3);
        for (int i = 0; i <= 80; i++) {
            for (int j = 0; j <= 80; j++) {
                double x = box.x0() + (box.x1() - box.x0()) * i / 80;
                double y = box.y0() + (box.y1() - box.y0()) * j / 80;
                assertTrue(density(inputs, x, y) <= value * (1 + 1e-9), text);
            }
        }
        assertTrue(text.contains(Numbers.significant(value, 3)), text);
    }

    private static double density(StudyInputs inputs, double x, double y) {
        double alpha = inputs.level().alpha();
        double noise = inputs.level().sigma() * inputs.level().sigma();
        double sum = 0;
        double weights = 0;
        for (var c : inputs.exact().mixture().components()) {
            double xx = alpha * alpha * c.xx() + noise;
            double xy = alpha * alpha * c.xy();
            double yy = alpha * alpha * c.yy() + noise;
            double determinant = xx * yy - xy * xy;
            double dx = x - alpha * c.meanX();
            double dy = y - alpha * c.meanY();
            double square = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
            sum += c.weight() * Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
            weights += c.weight();
        }
        return sum / weights;
    }

    /** Ends of climbs along the exact score from every mean and from a lattice, apart from each other. */
    private static double climbed(StudyInputs inputs) {
        var ends = new ArrayList<double[]>();
        var box = inputs.exact().mixture().bounds(1);
        var starts = new ArrayList<double[]>();
        inputs.exact().mixture().components().forEach(c -> starts.add(new double[] {c.meanX(), c.meanY()}));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                starts.add(new double[] {
                    box.x0() + (box.x1() - box.x0()) * (i + 0.5) / 12, box.y0() + (box.y1() - box.y0()) * (j + 0.5) / 12
                });
            }
        }
        for (double[] at : starts) {
            double step = 0.2;
            double here = density(inputs, at[0], at[1]);
            for (int k = 0; k < 6000 && step > 1e-12; k++) {
                double[] score = score(inputs.exact(), inputs.level(), at[0], at[1]);
                double x = at[0] + step * score[0];
                double y = at[1] + step * score[1];
                double there = density(inputs, x, y);
                if (there > here) {
                    at[0] = x;
                    at[1] = y;
                    here = there;
                    step *= 1.2;
                } else {
                    step *= 0.5;
                }
            }
            // Climbs along ridges are slow; Newton's method ends them, at a maximum or elsewhere.
            if (isMaximum(inputs, at)
                    && ends.stream().noneMatch(end -> Math.hypot(end[0] - at[0], end[1] - at[1]) < 1e-2)) {
                ends.add(at);
            }
        }
        return ends.size();
    }

    /** Moves {@code at} to the critical point that Newton's method finds; whether both eigenvalues are negative there. */
    private static boolean isMaximum(StudyInputs inputs, double[] at) {
        double h = 1e-5;
        for (int k = 0; k < 60; k++) {
            double[] s = score(inputs.exact(), inputs.level(), at[0], at[1]);
            double[] right = score(inputs.exact(), inputs.level(), at[0] + h, at[1]);
            double[] left = score(inputs.exact(), inputs.level(), at[0] - h, at[1]);
            double[] above = score(inputs.exact(), inputs.level(), at[0], at[1] + h);
            double[] below = score(inputs.exact(), inputs.level(), at[0], at[1] - h);
            double xx = (right[0] - left[0]) / (2 * h);
            double xy = (above[0] - below[0]) / (2 * h);
            double yy = (above[1] - below[1]) / (2 * h);
            double determinant = xx * yy - xy * xy;
            if (Math.hypot(s[0], s[1]) < 1e-9) {
                return determinant > 0 && xx < 0;
            }
            at[0] -= (yy * s[0] - xy * s[1]) / determinant;
            at[1] -= (xx * s[1] - xy * s[0]) / determinant;
        }
        return false;
    }

    private static double[] score(ScoreField field, NoiseLevel level, double x, double y) {
        double[] u = new double[1];
        double[] v = new double[1];
        field.score(new double[] {x}, new double[] {y}, 0, 1, level, u, v);
        return new double[] {u[0], v[0]};
    }

    private static double longest(StudyInputs inputs, String text) {
        boolean difference = text.contains("difference's largest magnitude");
        ScoreField shown = inputs.session().shown() == Shown.ANALYTIC ? inputs.exact() : NETWORK;
        var view = inputs.session().view();
        double longest = 0;
        for (int i = 0; i < 41; i++) {
            for (int j = 0; j < 41; j++) {
                double x = view.x0() + (view.x1() - view.x0()) * (i + 0.5) / 41;
                double y = view.y0() + (view.y1() - view.y0()) * (j + 0.5) / 41;
                double[] s = score(shown, inputs.level(), x, y);
                double[] exact = difference ? score(inputs.exact(), inputs.level(), x, y) : new double[2];
                longest = Math.max(longest, Math.hypot(s[0] - exact[0], s[1] - exact[1]));
            }
        }
        assertTrue(text.contains(Numbers.significant(longest, 3)), text);
        return longest;
    }

    private static List<Double> shares(StudyInputs inputs) {
        var source = inputs.session().shown() == Shown.LEARNED ? Source.LEARNED : Source.ANALYTIC;
        var end = SamplerWork.run(
                Resolved.of(inputs.session()).sampler(source == Source.LEARNED ? NETWORK : inputs.exact()),
                inputs.session().sampler(),
                _ -> {});
        var components = inputs.exact().mixture().components();
        boolean staysAtOneLevel = SamplerCatalog.CATALOG
                .create(inputs.session().sampler().method(), "sampler")
                .staysAtOneLevel();
        double alpha = staysAtOneLevel ? inputs.level().alpha() : end.level().alpha();
        var counts = new double[components.size()];
        for (int i = 0; i < end.x().length; i++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < counts.length; k++) {
                var c = components.get(k);
                double apart = Math.hypot(end.x()[i] - alpha * c.meanX(), end.y()[i] - alpha * c.meanY());
                if (apart < least) {
                    least = apart;
                    nearest = k;
                }
            }
            counts[nearest]++;
        }
        return Arrays.stream(counts)
                .map(count -> count / end.x().length)
                .boxed()
                .toList();
    }

    @Test
    void everyFormatCarriesTheText() {
        var session = moved(opening(), "langevin")
                .withFigure(opening().figure().withPanels(List.of(FigurePanel.of(Patch.of("noise.sigma", 1.5)))));
        for (var asked : List.of(session, moved(opening(), "langevin"))) {
            var text = Description.of(asked, Findings.NONE).text();
            var figure = Pictures.of(asked, Findings.NONE);
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
        var told = Description.of(session, Findings.NONE);
        assertEquals(told.text() + " Seed 1234; Scorescope " + Description.VERSION + ".", told.caption());
    }

    @Test
    void namesOfFilesAreNotSaid() {
        var parameters = new Parameters(Map.of("steps", 3L));
        var points = new DensitySpec.Points(List.of(0.0, 0.0, 1.0, 1.0), 0.2);
        var told = Description.of(
                opening()
                        .withDensity(points)
                        .withSampler(opening().sampler().withMethod(new Choice("langevin", parameters))),
                Findings.NONE);
        assertTrue(
                told.text().startsWith("The density is 2 points under Gaussians of standard deviation 0.2 "),
                told.text());
    }
}
