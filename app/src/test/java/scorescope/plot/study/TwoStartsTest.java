package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Choice;
import scorescope.plot.Chart;
import scorescope.session.SessionDefaults;

class TwoStartsTest {
    private static Chart chart() {
        var study = StudyFigure.create(Choice.of("two-starts"));
        var scene = study.at(StudyInputs.of(SessionDefaults.opening()), 1);
        return scene.rows().getFirst().parts().stream()
                .filter(ChartPart.class::isInstance)
                .map(part -> ((ChartPart) part).chart())
                .findFirst()
                .orElseThrow();
    }

    /** Both begin far from the truth and from each other, and end as close as exact samples are. */
    @Test
    void bothCloudsEndInTheSameDistribution() {
        var curves = chart().curves();
        for (int k = 0; k < 3; k++) {
            double[] far = curves.get(k).y();
            assertTrue(far[0] > 20, curves.get(k).name() + " begins " + far[0]);
            assertTrue(far[far.length - 1] < 4, curves.get(k).name() + " ends " + far[far.length - 1]);
        }
        assertEquals(1, curves.get(3).y()[0]);
    }
}
