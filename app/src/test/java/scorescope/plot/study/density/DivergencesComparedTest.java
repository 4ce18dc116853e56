package scorescope.plot.study.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class DivergencesComparedTest {
    private static StudyInputs normal() {
        return StudyInputs.of(SessionJson.read("""
                {"scorescope": 1, "noise": {"sigma": 0},
                 "density": {"components": [{"weight": 1, "mean": [0, 0], "covariance": [[1, 0], [0, 1]]}]}}""", Path.of("")));
    }

    /** N(0, I) against N((d, 0), I): KL d²/2 both ways, TV 2Φ(d/2) − 1, W₂ d, Fisher d². */
    @Test
    void ofTwoEqualGaussiansApartAreInClosedForm() {
        var study = new DivergencesCompared(Parameters.NONE);
        for (var one : study.measured(normal())) {
            double d = 1.5 * Math.sqrt(2) * one.amount();
            var values = one.values();
            assertEquals(0.5 * d * d, values[0], 2e-3 * (1 + d));
            assertEquals(0.5 * d * d, values[1], 2e-3 * (1 + d));
            assertEquals(2 * phi(0.5 * d) - 1, values[3], 1e-3);
            assertEquals(d, values[4], 1e-9);
            assertEquals(d * d, values[5], 1e-9);
            assertTrue(values[2] <= Math.log(2) && values[2] <= values[0] + 1e-12, "JS " + values[2]);
        }
    }

    /** Φ by integrating the density from 0. */
    private static double phi(double z) {
        int n = 2000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double at = z * (i + 0.5) / n;
            sum += Math.exp(-0.5 * at * at);
        }
        return 0.5 + sum * z / n / Math.sqrt(2 * Math.PI);
    }
}
