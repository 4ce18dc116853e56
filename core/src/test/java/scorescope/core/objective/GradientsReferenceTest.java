package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.network.Workspace;
import scorescope.core.reference.ReferenceFolder;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;
import tools.jackson.databind.JsonNode;

/** Loss and gradient against numbers computed elsewhere in double, to 1e-5 of the gradient's norm. */
class GradientsReferenceTest {
    private static final double TOLERANCE = 1e-5;

    @TestFactory
    Stream<DynamicTest> denoisingLossAndGradientAgreeWithTheReference() {
        var cases = StreamSupport.stream(ReferenceFolder.cases("gradients.json").spliterator(), false)
                .filter(reference -> reference.get("objective").asString().equals("dsm"))
                .toList();
        assertTrue(cases.size() >= Activation.values().length, "reference cases are missing");
        return cases.stream()
                .map(reference ->
                        DynamicTest.dynamicTest(reference.get("activation").asString(), () -> check(reference)));
    }

    private static void check(JsonNode reference) {
        var architecture = Architecture.plane(
                List.of(8, 8), Activation.of(reference.get("activation").asString()), 4);
        var weights = weights(architecture, reference.get("parameters")).thaw();
        var expected = weights(architecture, reference.get("gradient")).thaw();
        var given = reference.get("batch");
        int n = given.get("sigma").size();
        var batch = new Batch(n, n);
        for (int j = 0; j < n; j++) {
            batch.sigma()[j] = (float) given.get("sigma").get(j).asDouble();
            for (int i = 0; i < 2; i++) {
                batch.clean()[2 * j + i] =
                        (float) given.get("clean").get(j).get(i).asDouble();
                batch.noise()[2 * j + i] =
                        (float) given.get("eps").get(j).get(i).asDouble();
            }
        }
        var objective = new Ncsn(Weighting.SIGMA_SQUARED, new Domain("variance-exploding", 0.01, 10, Prediction.SCORE));
        var gradient = new WeightArray(architecture);
        double loss = objective.lossAndGradient(
                new Mlp(architecture), weights, batch, new Workspace(architecture, n), gradient);
        double known = reference.get("loss").asDouble();
        assertEquals(known, loss, TOLERANCE * Math.abs(known));
        assertEquals(0, distance(gradient, expected) / distance(expected, new WeightArray(architecture)), TOLERANCE);
    }

    private static double distance(WeightArray a, WeightArray b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double difference = (double) a.values()[i] - b.values()[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static Weights weights(Architecture architecture, JsonNode tensors) {
        var byName = new java.util.HashMap<String, float[]>();
        for (var tensor : architecture.tensors()) {
            var numbers = tensors.get(tensor.name());
            float[] flat = new float[tensor.size()];
            int columns = tensor.shape().size() == 2 ? tensor.shape().get(1) : 1;
            for (int i = 0; i < flat.length; i++) {
                var row = numbers.get(i / columns);
                flat[i] = (float) (row.isArray() ? row.get(i % columns) : row).asDouble();
            }
            byName.put(tensor.name(), flat);
        }
        return Weights.of(architecture, byName);
    }
}
