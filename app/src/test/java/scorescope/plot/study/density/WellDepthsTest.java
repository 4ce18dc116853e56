package scorescope.plot.study.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class WellDepthsTest {
    private static StudyInputs clean(String preset) {
        return StudyInputs.of(SessionJson.read(
                "{\"scorescope\": 1, \"density\": {\"preset\": \"" + preset + "\"}, \"noise\": {\"sigma\": 0}}",
                Path.of("")));
    }

    /** Weight .3 and d = 3: Z = 1 + .3(e³ − 1) = 6.7257; the well falls by 3 − log Z, the other rises by log Z = 1.906. */
    @Test
    void theDeepenedWellFallsAndTheOtherRisesByLogZ() {
        var study = new WellDepths(Parameters.NONE);
        var inputs = clean("three-gaussians");
        var read = new PictureNumbers(study.at(inputs, 1));
        assertEquals(6.72566, read.last(1, 0), 1e-5);
        assertEquals(6.72566, read.last(1, 1), 1e-5);
        assertEquals(1.90593, read.at(0, 1, 1) - read.at(0, 0, 1), 1e-3);
        assertEquals(1.90593 - 3, read.at(0, 1, 0) - read.at(0, 0, 0), 1e-3);
        assertTrue(study.evidence(inputs, study.at(inputs, 1)).holds());
    }

    @Test
    void oneWellHasNoOther() {
        var study = new WellDepths(Parameters.NONE);
        assertThrows(BadInputException.class, () -> study.at(clean("single-gaussian"), 1));
        var fourth = new WellDepths(Parameters.NONE.with(WellDepths.WELL, 4L));
        var complaint = assertThrows(BadInputException.class, () -> fourth.at(clean("three-gaussians"), 1));
        assertTrue(complaint.getMessage().contains("1 to 3"), complaint.getMessage());
    }
}
