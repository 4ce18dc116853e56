package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

class BasinsTest {
    /** Two equal Gaussians at (±2, 0): by symmetry each start ends on its own side, in both maps. */
    @Test
    void symmetryDividesThePlane() {
        var inputs = StudyInputs.of(SessionJson.read("""
                {"scorescope": 1, "noise": {"sigma": 0.2},
                 "density": {"components": [{"weight": 1, "mean": [-2, 0], "covariance": [[0.25, 0], [0, 0.25]]},
                                            {"weight": 1, "mean": [2, 0], "covariance": [[0.25, 0], [0, 0.25]]}]}}""", Path.of("")));
        var study = new Basins(Parameters.NONE.with(Basins.CELLS, 12L));
        for (var map : new Basins.Map[] {study.gradient(inputs), study.flow(inputs)}) {
            for (int i = 0; i < map.ends().length; i++) {
                assertTrue(map.x()[i] != 0);
                assertEquals(map.x()[i] < 0 ? 0 : 1, map.ends()[i], "from " + map.x()[i] + ", " + map.y()[i]);
            }
        }
    }
}
