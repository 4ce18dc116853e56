package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.reference.ReferenceFolder;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.score.MixtureScore;
import tools.jackson.databind.JsonNode;

/** Ends of the flow ODE's trajectories against those of an independent integrator (trajectories.json). */
class TrajectoriesReferenceTest {
    private static final double TOLERANCE = 1e-6;
    private static final List<FlowSolver> SOLVERS =
            List.of(FlowSolver.RK4, FlowSolver.ADAMS_BASHFORTH, FlowSolver.DORMAND_PRINCE);

    @Test
    void endPointsAgreeUpAndDown() {
        for (var reference : ReferenceFolder.cases("trajectories.json")) {
            for (var solver : SOLVERS) {
                var end = compare(reference, solver, "tStart", "start", "tEnd", "end");
                // Two points on different sides of a border between modes may be mapped to one double at the noise end.
                if (end.leadsBack(TOLERANCE)) {
                    compare(reference, solver, "tEnd", "end", "tStart", "start");
                }
            }
        }
    }

    @Test
    void likelihoodsAndCodesAgree() {
        for (var reference : ReferenceFolder.cases("trajectories.json")) {
            var process = ReferenceFolder.process(reference.get("process"));
            assertEquals(process.tMax(), reference.get("tEnd").asDouble());
            var encoding = new FlowLikelihood(score(reference), process)
                    .encode(
                            coordinate(reference, "start", 0),
                            coordinate(reference, "start", 1),
                            reference.get("tStart").asDouble());
            String where = process + " from " + reference.get("start");
            assertEquals(coordinate(reference, "end", 0)[0], encoding.x()[0], TOLERANCE, where);
            assertEquals(coordinate(reference, "end", 1)[0], encoding.y()[0], TOLERANCE, where);
            assertEquals(reference.get("logDensityAtStart").asDouble(), encoding.logLikelihood()[0], TOLERANCE, where);
        }
    }

    private static RefinedFlow.End compare(
            JsonNode reference, FlowSolver solver, String fromTime, String from, String toTime, String to) {
        var process = ReferenceFolder.process(reference.get("process"));
        double first = reference.get(fromTime).asDouble();
        double last = reference.get(toTime).asDouble();
        double[] begin = {coordinate(reference, from, 0)[0], coordinate(reference, from, 1)[0]};
        double[] known = {coordinate(reference, to, 0)[0], coordinate(reference, to, 1)[0]};
        var flow = new RefinedFlow(score(reference), process, solver, first, last);
        String where = solver + ", " + reference.get("process") + " from " + reference.get(from);
        var found = flow.end(begin, where);
        assertEquals(0, found.from(known[0], known[1]), found.allowed(TOLERANCE), where);
        return found;
    }

    private static double[] coordinate(JsonNode reference, String point, int axis) {
        return new double[] {reference.get(point).get(axis).asDouble()};
    }

    private static MixtureScore score(JsonNode reference) {
        var components = reference
                .get("density")
                .get("components")
                .valueStream()
                .map(json -> new Component(
                        json.get("weight").asDouble(),
                        json.get("mean").get(0).asDouble(),
                        json.get("mean").get(1).asDouble(),
                        json.get("covariance").get(0).get(0).asDouble(),
                        json.get("covariance").get(0).get(1).asDouble(),
                        json.get("covariance").get(1).get(1).asDouble()))
                .toList();
        return new MixtureScore(new GaussianMixture(components));
    }
}
