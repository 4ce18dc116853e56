package scorescope.plot.study.noising;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.parameter.Choice;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;

class SubVarianceTest {
    /** 1 − exp(−½t²·19.9 − 0.1t) and its square, computed independently to four digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.1, 0.1037, 0.0108",
        "1, 0.2, 0.3416, 0.1167",
        "2, 0.3, 0.6037, 0.3644",
        "3, 0.5, 0.9209, 0.8481",
        "4, 0.7, 0.9929, 0.9858",
        "5, 1, 1, 0.9999"
    })
    void theTableHasTheVariancesOfBoth(int row, double t, double preserving, double below) {
        var study = StudyCatalog.create(Choice.of("sub-variance"));
        var read = new PictureNumbers(study.at(StudyInputs.of(SessionDefaults.opening()), 0));
        assertEquals(t, read.number(0, row, 0), 1e-9);
        assertEquals(preserving, read.number(0, row, 1), 1.01e-4);
        assertEquals(below, read.number(0, row, 2), 1.01e-4);
    }
}
