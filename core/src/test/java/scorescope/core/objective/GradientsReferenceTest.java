package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.random.Probes;
import scorescope.core.reference.ReferenceFolder;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;
import tools.jackson.databind.JsonNode;

/** Loss and gradient against numbers computed elsewhere in double, to 1e-5 of the gradient's norm. */
class GradientsReferenceTest {
    private static final double TOLERANCE = 1e-5;

    @TestFactory
    Stream<DynamicTest> lossAndGradientAgreeWithTheReference() {
        var cases = StreamSupport.stream(ReferenceFolder.cases("gradients.json").spliterator(), false)
                .toList();
        assertTrue(cases.size() >= 18, "reference cases are missing");
        return cases.stream()
                .map(reference -> DynamicTest.dynamicTest(
                        reference.get("objective").asString() + " "
                                + reference.get("activation").asString(),
                        () -> check(reference)));
    }

    /** The reference's losses, by its names. */
    private static Objective objective(String name, NoiseProcess process) {
        return switch (name) {
            case "dsm", "energyDsm" -> new Ncsn(Weighting.SIGMA_SQUARED, process);
            case "epsilon" -> new Epsilon();
            case "implicit" -> new Implicit(Weighting.ONE, process);
            case "sliced" -> new Sliced(Weighting.ONE, process, new Probes(Probes.Law.RADEMACHER, 1), true);
            case "sure" -> new SureLoss();
            default -> throw new IllegalArgumentException("the reference has a new loss: " + name);
        };
    }

    private static Prediction prediction(String name) {
        return switch (name) {
            case "epsilon" -> Prediction.EPSILON;
            case "sure" -> Prediction.SAMPLE;
            default -> Prediction.SCORE;
        };
    }

    private static void check(JsonNode reference) {
        String name = reference.get("objective").asString();
        var plane = Architecture.plane(
                List.of(8, 8),
                Activation.valueOf(reference.get("activation").asString().toUpperCase(Locale.ROOT)),
                4);
        var architecture = name.equals("energyDsm") ? plane.asEnergy() : plane;
        var weights = weights(architecture, reference.get("parameters")).thaw();
        var expected = weights(architecture, reference.get("gradient")).thaw();
        var given = reference.get("batch");
        int n = given.get("sigma").size();
        var domain = new Domain("variance-exploding", 0.01, 10, prediction(name));
        var objective = objective(name, domain.noiseProcess());
        var samples = new Samples(architecture, domain, objective.requirements(), n, n);
        var batch = samples.batch();
        for (int j = 0; j < n; j++) {
            batch.sigma()[j] = given.get("sigma").get(j).asDouble();
            for (int i = 0; i < 2; i++) {
                batch.clean()[2 * j + i] = number(given, "clean", j, i);
                batch.noise()[2 * j + i] = number(given, "eps", j, i);
                if (batch.vectors().length > 0) {
                    batch.vectors()[2 * j + i] = number(given, "probe", j, i);
                }
            }
        }
        batch.mix();
        var gradient = new WeightArray(architecture);
        double loss = objective.lossAndGradient(samples, weights, gradient);
        double known = reference.get("loss").asDouble();
        assertEquals(known, loss, TOLERANCE * Math.abs(known));
        assertEquals(0, distance(gradient, expected) / distance(expected, new WeightArray(architecture)), TOLERANCE);
    }

    private static float number(JsonNode batch, String key, int j, int i) {
        return (float) batch.get(key).get(j).get(i).asDouble();
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
