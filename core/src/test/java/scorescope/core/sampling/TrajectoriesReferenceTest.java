package scorescope.core.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.reference.ReferenceFolder;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.score.MixtureScore;
import tools.jackson.databind.JsonNode;

/** The ends of the flow ODE's trajectories as an independent integrator found them (trajectories.json). */
class TrajectoriesReferenceTest {
    private static final double TOLERANCE = 1e-6;
    private static final int STEPS = 1000;

    @Test
    void endPointsAgreeUpAndDown(TestReporter reporter) {
        var skipped = new TreeMap<String, Integer>();
        int compared = 0;
        for (var reference : ReferenceFolder.cases("trajectories.json")) {
            var process = reference.get("process");
            String kind = process.get("kind").asString();
            if (!ProcessCatalog.CATALOG.ids().contains(kind)) {
                skipped.merge(kind, 1, Integer::sum);
                continue;
            }
            compare(reference, process(process), "tStart", "start", "tEnd", "end");
            compare(reference, process(process), "tEnd", "end", "tStart", "start");
            compared++;
        }
        reporter.publishEntry("compared", String.valueOf(compared));
        reporter.publishEntry("skipped for want of their process", skipped.toString());
        assertTrue(compared >= 24, "compared only " + compared);
    }

    private static void compare(
            JsonNode reference, NoiseProcess process, String fromTime, String from, String toTime, String to) {
        var times = TimeGrid.UNIFORM.times(
                process,
                reference.get(fromTime).asDouble(),
                reference.get(toTime).asDouble(),
                STEPS);
        var sampler = new FlowSampler(score(reference), process, RungeKutta.RK4, times);
        var state = sampler.begin(coordinate(reference, from, 0), coordinate(reference, from, 1));
        var spare = sampler.begin(new double[1], new double[1]);
        while (state.diagnostics().status() == Status.RUNNING) {
            var next = sampler.step(state, new PhiloxNoise(0), spare);
            spare = state;
            state = next;
        }
        String where = reference.get("process") + " from " + reference.get(from);
        assertEquals(coordinate(reference, to, 0)[0], state.x()[0], TOLERANCE, where);
        assertEquals(coordinate(reference, to, 1)[0], state.y()[0], TOLERANCE, where);
    }

    private static double[] coordinate(JsonNode reference, String point, int axis) {
        return new double[] {reference.get(point).get(axis).asDouble()};
    }

    private static NoiseProcess process(JsonNode json) {
        Map<String, Object> given = new HashMap<>();
        for (var key : Set.copyOf(json.propertyNames())) {
            if (!key.equals("kind")) {
                given.put(key, json.get(key).asDouble());
            }
        }
        return ProcessCatalog.CATALOG.create(new Choice(json.get("kind").asString(), new Parameters(given)), "process");
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
