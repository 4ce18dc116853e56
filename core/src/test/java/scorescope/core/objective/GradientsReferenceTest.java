package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** Loss and gradient against reference values in double precision, to 1e-5 of the gradient's norm. */
class GradientsReferenceTest {
    private static final double TOLERANCE = 1e-5;

    @TestFactory
    Stream<DynamicTest> lossAndGradientAgreeWithTheReference() {
        return ReferenceFolder.cases("gradients.json")
                .valueStream()
                .map(reference -> DynamicTest.dynamicTest(
                        reference.get("objective").asString() + " "
                                + reference.get("activation").asString(),
                        () -> check(reference)));
    }

    /** The objective for a name of the reference. */
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
        var architecture = architecture(reference);
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

    /** The architecture of the case's matrices, which are out × in; an energy has one output. */
    private static Architecture architecture(JsonNode reference) {
        var matrices = reference.get("parameters");
        var activation =
                Activation.valueOf(reference.get("activation").asString().toUpperCase(Locale.ROOT));
        var widths = IntStream.rangeClosed(1, matrices.size())
                .mapToObj(layer -> matrices.path("W" + layer).size())
                .takeWhile(width -> width > 0)
                .toList();
        var plane = Architecture.plane(
                widths.subList(0, widths.size() - 1),
                activation,
                matrices.get("E1").size());
        return widths.getLast() == 1 ? plane.asEnergy() : plane;
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
