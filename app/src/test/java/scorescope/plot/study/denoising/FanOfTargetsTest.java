package scorescope.plot.study.denoising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class FanOfTargetsTest {
    private static StudyInputs inputs() {
        return StudyInputs.of(SessionJson.read("{\"scorescope\": 1, \"noise\": {\"sigma\": 0.8}}", Path.of("")));
    }

    /** The mean of 2,000 targets is the score within four standard errors; a single target is not. */
    @Test
    void theMeanOfTheTargetsIsTheScoreAndNoTargetIs() {
        var fan = new FanOfTargets(Parameters.NONE.with(FanOfTargets.TARGETS, 2000L)).fan(inputs());
        assertTrue(fan.off(2000) < 4 * fan.spread() / Math.sqrt(2000), fan.off(2000) + " of " + fan.spread());
        assertTrue(fan.off(1) > 0.05 * fan.spread());
    }

    /** The stated spread, from the posterior's covariance, is that of the targets drawn. */
    @Test
    void theSpreadIsThatOfTheTargets() {
        var fan = new FanOfTargets(Parameters.NONE.with(FanOfTargets.TARGETS, 2000L)).fan(inputs());
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += Math.pow(fan.x()[i] - fan.scoreX(), 2) + Math.pow(fan.y()[i] - fan.scoreY(), 2);
        }
        assertEquals(fan.spread(), Math.sqrt(sum / 2000), 0.08 * fan.spread());
    }
}
