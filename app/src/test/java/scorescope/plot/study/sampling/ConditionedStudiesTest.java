package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.TablePart;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

/** Statements of the studies of guidance and measurements hold in their pictures. */
class ConditionedStudiesTest {
    private static StudyInputs inputs(String more) {
        return StudyInputs.of(SessionJson.read(
                "{\"scorescope\": 1, \"process\": {\"kind\": \"variance-preserving\"}" + more + "}", Path.of("")));
    }

    private static List<List<String>> rows(StudyScene scene) {
        return ((TablePart) scene.rows().getLast().parts().getLast()).table().rows();
    }

    /** Guided samples are several floors away from the tilted density; at w = 1 they are not. */
    @Test
    void guidedSamplesEndElsewhere() {
        var study = new GuidanceStudy(Parameters.NONE.with(GuidanceStudy.PARTICLES, 1000L));
        var labelled = """
                , "density": {"components": [
                   {"weight": 1, "mean": [-1, 0], "covariance": [[0.5, 0], [0, 0.3]], "label": "a"},
                   {"weight": 2, "mean": [1, 0.6], "covariance": [[0.5, 0.1], [0.1, 0.4]], "label": "b"}]},
                 "guidance": {"label": "b", "weight": %s}""";
        for (double weight : new double[] {1, 4}) {
            var scene = study.at(inputs(labelled.formatted(weight)), 1);
            var distance = rows(scene).getLast();
            double ratio = Double.parseDouble(distance.get(1)) / Double.parseDouble(distance.get(2));
            assertTrue(weight == 1 ? ratio < 3 : ratio > 3, "at w = " + weight + " " + ratio);
            var curve = ((ChartPart) scene.rows().getLast().parts().getFirst())
                    .chart()
                    .curves()
                    .getFirst();
            double most = 0;
            for (double y : curve.y()) {
                most = Math.max(most, y);
            }
            assertTrue(weight == 1 ? most < 1e-6 : most > 0.3, "at w = " + weight + " the scores differ by " + most);
        }
    }

    /** In a mixture without classes the first component is one. */
    @Test
    void guidanceIsThereForSessionsWithoutClasses() {
        var scene = new GuidanceStudy(Parameters.NONE.with(GuidanceStudy.PARTICLES, 20L)).at(inputs(""), 0.5);
        assertEquals(2, scene.rows().getFirst().parts().size());
    }

    @Test
    void theExactConditionalScoreEndsInThePosteriorAndTheApproximationsDoNot() {
        var study = new MeasurementStudy(Parameters.NONE.with(MeasurementStudy.PARTICLES, 1000L));
        var rows = rows(study.at(inputs(", \"measurement\": {\"matrix\": [[1, 0]], \"value\": [0.3]}"), 1));
        double exact = floors(rows.getFirst());
        assertTrue(exact < 2.5, "exact " + exact);
        for (var row : rows.subList(1, rows.size())) {
            assertTrue(floors(row) > 1.5 * exact, row + " against " + exact);
        }
    }

    /** The distance of a row in floors, without its error. */
    private static double floors(List<String> row) {
        return Double.parseDouble(row.get(1).replaceFirst(" ±.*", ""));
    }
}
