package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class StepSizesTest {
    /** On N(0, 1): Langevin's variance is 1/(1 − η/2) and diverges beyond η = 2; MALA's is 1 and its acceptance falls. */
    @Test
    void onANormalDensityBiasAndLimitAreInClosedForm() {
        var inputs = StudyInputs.of(SessionJson.read("""
                {"scorescope": 1, "noise": {"sigma": 0},
                 "density": {"components": [{"weight": 1, "mean": [0, 0], "covariance": [[1, 0], [0, 1]]}]}}""", Path.of("")));
        var sweep =
                new StepSizes(Parameters.NONE.with(StepSizes.CHAINS, 400L).with(StepSizes.STEPS, 300L)).sweep(inputs);
        assertEquals(2, sweep.limit(), 1e-12);
        double before = 1.01;
        for (int i = 0; i < sweep.langevin().size(); i++) {
            var free = sweep.langevin().get(i);
            var tested = sweep.mala().get(i);
            assertEquals(free.eta(), tested.eta());
            if (free.eta() < 1.9) {
                double expected = 1 / (1 - free.eta() / 2);
                assertEquals(expected, free.variance(), 0.12 * expected, "at " + free.eta());
            } else if (free.eta() > 2.5) {
                assertTrue(!(free.variance() < 100), "at " + free.eta() + ": " + free.variance());
            }
            assertEquals(1, tested.variance(), 0.12, "at " + free.eta());
            assertTrue(tested.accepted() < before, "acceptance at " + free.eta());
            before = tested.accepted() + 0.01;
        }
    }
}
