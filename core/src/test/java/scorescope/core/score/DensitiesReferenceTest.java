package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scorescope.core.denoise.Denoiser;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.Tweedie;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.reference.ReferenceFolder;
import tools.jackson.databind.JsonNode;

/** The exact mixture against 50-digit reference values, to 1e-9 of each vector's or matrix's norm. */
class DensitiesReferenceTest {
    private static final double TOLERANCE = 1e-9;

    @TestFactory
    Stream<DynamicTest> everyQuantityAgreesWithTheReference() {
        var cases = ReferenceFolder.cases("densities.json");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(reference -> DynamicTest.dynamicTest(name(reference), () -> check(reference)));
    }

    private static String name(JsonNode reference) {
        var noise = reference.has("process")
                ? reference.get("process").get("kind").asString() + " t = "
                        + reference.get("t").asDouble()
                : "plain";
        return reference.get("mixture").asString() + ", " + noise + ", sigma = "
                + reference.get("sigma").asDouble();
    }

    private static void check(JsonNode reference) {
        var mixture = mixture(reference.get("density"));
        var level = level(reference);
        var exact = new MixtureScore(mixture);
        var posterior = new Posterior(exact);
        int n = reference.get("points").size();
        double[] x = column(reference.get("points"), 0);
        double[] y = column(reference.get("points"), 1);
        double[] a = new double[n];
        double[] b = new double[n];
        double[] c = new double[n];
        double[] d = new double[n];
        exact.logDensity(x, y, 0, n, level, a);
        expect(reference.get("logDensity"), "log density", List.of(a));
        exact.score(x, y, 0, n, level, a, b);
        expect(reference.get("score"), "score", List.of(a, b));
        exact.jacobian(x, y, 0, n, level, a, b, c, d);
        expect(reference.get("hessian"), "Hessian", List.of(a, b, c, d));
        if (reference.has("denoised")) {
            posterior.mean(x, y, 0, n, level, a, b);
            expect(reference.get("denoised"), "denoised mean", List.of(a, b));
        }
        if (reference.has("posteriorCovariance")) {
            posterior.covariance(x, y, 0, n, level, a, b, c);
            expect(reference.get("posteriorCovariance"), "posterior covariance", List.of(a, b, b, c));
        }
        // At large sigma Tweedie's formulas cancel, so that only the posterior is compared there.
        var denoisers = level.ratio() < 10 ? List.of(posterior, new Tweedie(exact)) : List.<Denoiser>of(posterior);
        for (var denoiser : denoisers) {
            if (reference.has("noisePrediction")) {
                denoiser.noise(x, y, 0, n, level, a, b);
                expect(reference.get("noisePrediction"), "noise", List.of(a, b));
            }
            if (reference.has("velocityPrediction")) {
                denoiser.velocity(x, y, 0, n, level, a, b);
                expect(reference.get("velocityPrediction"), "velocity", List.of(a, b));
            }
        }
    }

    private static GaussianMixture mixture(JsonNode density) {
        var components = new ArrayList<Component>();
        for (var c : density.get("components")) {
            var mean = c.get("mean");
            var covariance = c.get("covariance");
            components.add(new Component(
                    c.get("weight").asDouble(),
                    mean.get(0).asDouble(),
                    mean.get(1).asDouble(),
                    covariance.get(0).get(0).asDouble(),
                    covariance.get(0).get(1).asDouble(),
                    covariance.get(1).get(1).asDouble()));
        }
        return new GaussianMixture(components);
    }

    /** The stated alpha and sigma, after a check that the process of that name has them too. */
    private static NoiseLevel level(JsonNode reference) {
        double alpha = reference.get("alpha").asDouble();
        double sigma = reference.get("sigma").asDouble();
        if (reference.has("process")) {
            var process = reference.get("process");
            String kind = process.get("kind").asString();
            var ours = ReferenceFolder.process(process).at(reference.get("t").asDouble());
            near(ours.alpha(), alpha, 1e-12 * alpha, kind + " alpha");
            near(ours.sigma(), sigma, 1e-12 * sigma, kind + " sigma");
        }
        return new NoiseLevel(Double.NaN, alpha, sigma);
    }

    private static double[] column(JsonNode points, int coordinate) {
        return StreamSupport.stream(points.spliterator(), false)
                .mapToDouble(point -> point.get(coordinate).asDouble())
                .toArray();
    }

    /** Compares a number, vector or matrix per point, to 1e-9 of the larger of its largest entry and 1e-3. */
    private static void expect(JsonNode reference, String quantity, List<double[]> actual) {
        for (int i = 0; i < reference.size(); i++) {
            var entries = new ArrayList<Double>();
            flatten(reference.get(i), entries);
            double norm = entries.stream().mapToDouble(Math::abs).max().orElse(0);
            for (int k = 0; k < entries.size(); k++) {
                near(actual.get(k)[i], entries.get(k), TOLERANCE * Math.max(1e-3, norm), quantity + " at point " + i);
            }
        }
    }

    private static void flatten(JsonNode node, List<Double> out) {
        if (node.isArray()) {
            node.forEach(child -> flatten(child, out));
        } else {
            out.add(node.asDouble());
        }
    }

    private static void near(double actual, double expected, double tolerance, String what) {
        assertTrue(
                Math.abs(actual - expected) <= tolerance,
                () -> what + ": expected " + expected + " but was " + actual + ", allowed " + tolerance);
    }
}
