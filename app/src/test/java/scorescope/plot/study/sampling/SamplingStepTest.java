package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.TablePart;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class SamplingStepTest {
    /** x + drift + noise is the new x, to the three digits written. */
    @ParameterizedTest
    @ValueSource(strings = {"langevin", "reverse-sde", "ddim", "probability-flow", "gradient-flow"})
    void linesAddUp(String sampler) {
        var inputs = StudyInputs.of(SessionJson.read(
                "{\"scorescope\": 1, \"process\": {\"kind\": \"ddpm\"}, \"sampler\": {\"kind\": \"" + sampler + "\"}}",
                Path.of("")));
        var scene = new SamplingStep(Parameters.NONE.with(SamplingStep.STEP, 3L)).at(inputs, 1);
        var rows =
                ((TablePart) scene.rows().getLast().parts().getFirst()).table().rows();
        for (int column = 1; column <= 2; column++) {
            double sum = 0;
            double largest = 0;
            for (int row = 0; row < 3; row++) {
                double value = number(rows.get(row).get(column));
                sum += value;
                largest = Math.max(largest, Math.abs(value));
            }
            assertEquals(number(rows.get(3).get(column)), sum, 0.02 * largest, sampler);
            assertTrue(largest > 0);
        }
        boolean noisy = sampler.equals("langevin") || sampler.equals("reverse-sde");
        assertEquals(!noisy, number(rows.get(2).get(1)) == 0, "noise of " + sampler);
    }

    private static double number(String text) {
        var plain = text.replace('−', '-').replace("×10", "e");
        var exponent = plain.indexOf('e');
        if (exponent < 0) {
            return Double.parseDouble(plain);
        }
        var digits = plain.substring(exponent + 1)
                .chars()
                .mapToObj(c -> c == '⁻' ? "-" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                .collect(java.util.stream.Collectors.joining());
        return Double.parseDouble(plain.substring(0, exponent) + "e" + digits);
    }
}
