package scorescope.plot.study.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.TablePart;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

/** Studies over all noise levels of a process agree with the exact posterior. */
class LevelStudiesTest {
    private static StudyInputs inputs(String process) {
        return StudyInputs.of(SessionJson.read("""
                {"scorescope": 1, "density": {"preset": "eight-gaussians"},
                 "process": {"kind": "%s"}, "noise": {"t": 0.3}}""".formatted(process), Path.of("")));
    }

    private static List<Part> parts(StudyScene scene) {
        return scene.rows().stream().flatMap(row -> row.parts().stream()).toList();
    }

    private static Curve curve(Part part, String name) {
        return ((ChartPart) part)
                .chart().curves().stream()
                        .filter(curve -> curve.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static double at(Curve curve, double ratio) {
        int best = 0;
        for (int i = 0; i < curve.x().length; i++) {
            if (Math.abs(Math.log(curve.x()[i] / ratio)) < Math.abs(Math.log(curve.x()[best] / ratio))) {
                best = i;
            }
        }
        return curve.y()[best];
    }

    /** With growing noise ε becomes predictable and x₀ does not; v is most predictable in between. */
    @Test
    void theTargetsTradePlaces() {
        var scene = new PredictableShares(Parameters.NONE).at(inputs("variance-preserving"), 0);
        var chart = parts(scene).getFirst();
        assertTrue(at(curve(chart, "ε"), 0.02) > 0.99 && at(curve(chart, "ε"), 100) < 0.01);
        assertTrue(at(curve(chart, "x₀"), 0.02) < 0.01 && at(curve(chart, "x₀"), 100) > 0.99);
        double between = at(curve(chart, "v"), 0.72);
        assertEquals(0.11, between, 0.01);
        assertTrue(between < at(curve(chart, "v"), 0.02) && between < at(curve(chart, "v"), 100));
    }

    /** The table's two columns add up to 1. */
    @Test
    void theTableSaysThePresentLevel() {
        var table = ((TablePart) parts(new PredictableShares(Parameters.NONE).at(inputs("ddpm"), 0))
                        .getLast())
                .table();
        assertEquals(4, table.rows().size());
        for (var row : table.rows()) {
            assertEquals(1, number(row.get(1)) + number(row.get(2)), 2e-3, row.toString());
        }
    }

    /** The number of a text such as 5.5×10⁻⁶. */
    private static double number(String text) {
        int power = text.indexOf("×10");
        if (power < 0) {
            return Double.parseDouble(text);
        }
        String exponent = text.substring(power + 3)
                .codePoints()
                .mapToObj(c -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                .map(digit -> digit.equals("-1") ? "-" : digit)
                .collect(Collectors.joining());
        return Double.parseDouble(text.substring(0, power) + "e" + exponent);
    }

    /** The weight of DDPM's bound is least near step 349 and a hundred times as large at low noise. */
    @Test
    void weightsStandInTheCurrencyOfTheNoise() {
        var scene = new LossWeights(Parameters.NONE).at(inputs("ddpm"), 0);
        var chart = parts(scene).getFirst();
        var noise = curve(chart, "‖ε_{θ} − ε‖²");
        for (double w : noise.y()) {
            assertEquals(1, w, 1e-12);
        }
        var bound = curve(chart, "DDPM's bound L");
        assertEquals(0.5, bound.y()[0], 0.1);
        double least = 1;
        for (double w : bound.y()) {
            least = Math.min(least, w);
        }
        assertEquals(0.0050, least, 1e-4);
    }

    /** At one noise level each floor is its weight times the same share of ‖ε‖². */
    @Test
    void floorsStandInTheRatioOfTheWeights() {
        for (var process : List.of("variance-preserving", "variance-exploding", "rectified-flow", "ddpm")) {
            var parts = parts(new LossWeights(Parameters.NONE).at(inputs(process), 0));
            var weights = ((ChartPart) parts.getFirst()).chart().curves();
            var floors = ((ChartPart) parts.getLast()).chart().curves();
            assertEquals(LossWeights.losses(inputs(process)).size(), weights.size());
            for (int k = 1; k < weights.size(); k++) {
                for (int i = 0; i < weights.get(k).x().length; i += 7) {
                    double ratio = weights.get(k).y()[i] / weights.getFirst().y()[i];
                    double expected = ratio * floors.getFirst().y()[i];
                    assertEquals(expected, floors.get(k).y()[i], 1e-9 * expected, process);
                }
            }
        }
    }
}
