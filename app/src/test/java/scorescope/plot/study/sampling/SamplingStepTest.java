package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.TablePart;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;
import scorescope.words.Words;

class SamplingStepTest {
    private static final Pattern TERM = Pattern.compile("(−|\\+)?\\s*(?:([0-9.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+) · )?(\\([^)]*\\))\\s*");

    static List<String> samplers() {
        return SamplerCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
    }

    private static StudyScene scene(String sampler, double moment) {
        var inputs = StudyInputs.of(SessionJson.read(
                "{\"scorescope\": 1, \"process\": {\"kind\": \"ddpm\"}, \"sampler\": {\"kind\": \"" + sampler + "\"}}",
                Path.of("")));
        return new SamplingStep(Parameters.NONE.with(SamplingStep.STEP, 3L)).at(inputs, moment);
    }

    private static List<List<String>> rows(StudyScene scene) {
        return ((TablePart) scene.rows().getLast().parts().getFirst()).table().rows();
    }

    private static int lit(StudyScene scene) {
        return ((TablePart) scene.rows().getLast().parts().getFirst()).table().emphasised();
    }

    /** The numbers put into a line give its value, to the digits that are written. */
    @ParameterizedTest
    @MethodSource("samplers")
    void theNumbersOfALineGiveItsValue(String sampler) {
        int sums = 0;
        for (var row : rows(scene(sampler, 1))) {
            if (!row.get(1).startsWith("e") && !row.get(1).isEmpty()) {
                double[] sum = {0, 0};
                double size = 0;
                var terms = TERM.matcher(row.get(1));
                while (terms.find()) {
                    var factor = terms.group(2) == null ? "1" : terms.group(2);
                    double sign = "−".equals(terms.group(1)) ? -1 : 1;
                    double times = PictureNumbers.vector("(" + factor + ")")[0];
                    var vector = PictureNumbers.vector(terms.group(3));
                    for (int c = 0; c < 2; c++) {
                        sum[c] += sign * times * vector[c];
                        size = Math.max(size, Math.abs(times * vector[c]));
                    }
                }
                var value = PictureNumbers.vector(row.get(2));
                assertEquals(value[0], sum[0], 0.02 * size, row.toString());
                assertEquals(value[1], sum[1], 0.02 * size, row.toString());
                sums++;
            }
        }
        assertTrue(sums > 0);
    }

    /** A sampler writes its own lines, in formulas, under its rule. */
    @ParameterizedTest
    @MethodSource("samplers")
    void everySamplerHasItsRuleAndItsLines(String sampler) {
        assertTrue(Words.has("study.sampling-step.rule." + sampler), sampler);
        for (var row : rows(scene(sampler, 1))) {
            assertFalse(row.getFirst().contains("{"), row.toString());
            assertFalse(row.getFirst().contains("drift"), row.toString());
        }
    }

    /** From the first line to the last as the clock goes, none left out. */
    @ParameterizedTest
    @MethodSource("samplers")
    void everyLineIsLitInTurn(String sampler) {
        var seen = new ArrayList<Integer>();
        for (int i = 0; i <= 300; i++) {
            int lit = lit(scene(sampler, i / 300.0));
            if (seen.isEmpty() || seen.getLast() != lit) {
                seen.add(lit);
            }
        }
        int last = seen.getLast();
        assertEquals(IntStream.rangeClosed(0, last).boxed().toList(), seen);
        assertEquals(rows(scene(sampler, 1)).size() - (sampler.equals("mala") ? 2 : 1), last);
    }

    /** Drift and noise hang together in either order and end where their sum ends; without one, the other is the sum. */
    @Test
    void theArrowsAreATriangle() {
        var from = new PlaneVector(1, 2);
        var pull = new PlaneVector(0.5, 0);
        var kick = new PlaneVector(0.1, -0.3);
        var nothing = new PlaneVector(0, 0);
        for (boolean noiseFirst : new boolean[] {false, true}) {
            var all = arrows(SamplingStep.arrows(from, pull, kick, noiseFirst, 1));
            assertEquals(3, all.size());
            var first = all.get(noiseFirst ? 1 : 0);
            var second = all.get(noiseFirst ? 0 : 1);
            assertEquals(1, first.x0()[0]);
            assertEquals(first.x1()[0], second.x0()[0]);
            assertEquals(first.y1()[0], second.y0()[0]);
            assertEquals(1.6, second.x1()[0], 1e-12);
            assertEquals(1.6, all.get(2).x1()[0], 1e-12);
            assertEquals(1.7, all.get(2).y1()[0], 1e-12);
            assertEquals(
                    1,
                    arrows(SamplingStep.arrows(from, nothing, kick, noiseFirst, 1))
                            .size());
        }
        assertEquals(
                1, arrows(SamplingStep.arrows(from, pull, kick, false, 0.3)).size(), "the drift comes first");
    }

    private static List<Marks.Displacements> arrows(List<Marks> marks) {
        return marks.stream()
                .filter(Marks.Displacements.class::isInstance)
                .map(Marks.Displacements.class::cast)
                .toList();
    }
}
