package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import scorescope.core.reference.ReferenceFolder;
import tools.jackson.databind.JsonNode;

/** Distances of samples against those of an independent program (metrics.json). */
class MetricsReferenceTest {
    private static final double TOLERANCE = 1e-6;

    @Test
    void distancesAgree() {
        for (var reference : ReferenceFolder.cases("metrics.json")) {
            var a = sample(reference.get("a"));
            var b = sample(reference.get("b"));
            var sliced =
                    new SlicedWasserstein2(reference.get("slicedDirections").asInt());
            agree(reference, "wasserstein2", new Wasserstein2().between(a, b));
            agree(reference, "slicedWasserstein2", sliced.between(a, b));
            agree(reference, "mmdSquaredBiasedGaussianBandwidth1", new MaximumMeanDiscrepancy(1).between(a, b));
            agree(reference, "frechet", new Frechet().between(a, b));
        }
    }

    private static void agree(JsonNode reference, String name, double value) {
        assertEquals(reference.get(name).asDouble(), value, TOLERANCE, name);
    }

    private static Sample sample(JsonNode points) {
        var x = new double[points.size()];
        var y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.get(i).get(0).asDouble();
            y[i] = points.get(i).get(1).asDouble();
        }
        return new Sample(x, y);
    }
}
