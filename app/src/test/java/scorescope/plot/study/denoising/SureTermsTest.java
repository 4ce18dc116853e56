package scorescope.plot.study.denoising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class SureTermsTest {
    private static final SureTerms STUDY = new SureTerms(Parameters.NONE);

    private static StudyInputs inputs() {
        return StudyInputs.of(SessionJson.read("{\"scorescope\": 1, \"noise\": {\"sigma\": 0.6}}", Path.of("")));
    }

    /** On average the sum of the terms is the true error for every strength; at a fixed point it is not. */
    @Test
    void theSumIsTheErrorOnAverageAlone() {
        var average = STUDY.average(inputs());
        var here = SureTerms.at(inputs().exact(), inputs().level(), 1, 1);
        double off = 0;
        for (double c : new double[] {0, 0.5, 1, 2}) {
            assertEquals(average.truth(c), average.sure(c), 1e-9);
            off = Math.max(off, Math.abs(here.truth(c) - here.sure(c)));
        }
        assertTrue(off > 0.05, "at a fixed point they differ by " + off);
    }

    /** Averages against the mean over 4,000 noisy samples of what is computed at each, within four standard errors. */
    @Test
    void averagesAreMeansOverNoisyPoints() {
        var inputs = inputs();
        int n = 4000;
        var x = new double[n];
        var y = new double[n];
        inputs.exact().mixture().noised(inputs.level()).draw(8, x, y);
        var average = STUDY.average(inputs);
        for (double c : new double[] {0.5, 1.5}) {
            double[] sums = new double[4];
            for (int i = 0; i < n; i++) {
                var one = SureTerms.at(inputs.exact(), inputs.level(), x[i], y[i]);
                double sure = one.sure(c);
                double truth = one.truth(c);
                sums[0] += sure / n;
                sums[1] += sure * sure / n;
                sums[2] += truth / n;
                sums[3] += truth * truth / n;
            }
            assertEquals(average.sure(c), sums[0], 4 * Math.sqrt((sums[1] - sums[0] * sums[0]) / n));
            assertEquals(average.truth(c), sums[2], 4 * Math.sqrt((sums[3] - sums[2] * sums[2]) / n));
        }
    }
}
