package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.NoiseEmbedding;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.Probes;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;

/**
 * Loss and gradient of every objective in float, against its definition in double and finite differences by every weight.
 */
class ObjectiveGradientsTest {
    private static final double TOLERANCE = 2e-5;
    private static final GaussianMixture MIXTURE = new GaussianMixture(
            List.of(new Component(0.4, -1, 0.5, 0.3, 0.1, 0.2), Component.isotropic(0.6, 1, 0, 0.5)));

    /** Number of samples, and which share a noise level. */
    private enum Layout {
        /** Each sample has its own level. */
        APART(5),
        /** Three levels, each for eight consecutive samples: the network embeds each once. */
        TOGETHER(24),
        /** The same samples interleaved: each is embedded separately. */
        MIXED(24);

        private final int samples;

        Layout(int samples) {
            this.samples = samples;
        }

        int level(int j) {
            return switch (this) {
                case APART -> j;
                case TOGETHER -> j / 8;
                case MIXED -> j % 3;
            };
        }
    }

    /** Settings varied for each objective. */
    private record Variant(Architecture architecture, Domain domain, Parameters own, Layout layout) {
        Variant(Architecture architecture, Domain domain) {
            this(architecture, domain, Parameters.NONE, Layout.APART);
        }
    }

    @TestFactory
    Stream<DynamicTest> theGradientIsTheSlopeOfTheLossAsDefined() {
        var tests = new ArrayList<DynamicTest>();
        for (var kind : ObjectiveCatalog.CATALOG.kinds()) {
            var family = kind.create().apply(Parameters.NONE);
            for (var activation : Activation.values()) {
                for (boolean energy : family.energy() ? new boolean[] {true} : new boolean[] {false, true}) {
                    var plane = Architecture.plane(List.of(7, 6), activation, 4);
                    var variant = new Variant(energy ? plane.asEnergy() : plane, domain(family, Prediction.SCORE, 0));
                    tests.add(test(kind.id(), family, variant));
                }
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyPredictionAndEmbeddingAndPreconditioning() {
        var tests = new ArrayList<DynamicTest>();
        for (String id : List.of("ncsn", "implicit", "second-order", "sliced")) {
            var family = ObjectiveCatalog.CATALOG.kind(id, "").create().apply(Parameters.NONE);
            for (var prediction : Prediction.values()) {
                var required = prediction == Prediction.MEAN
                        ? Objective.NoiseRequirement.CHAIN
                        : Objective.NoiseRequirement.PATH;
                var plane = Architecture.plane(List.of(6), Activation.TANH, 4).with(NoiseEmbedding.FOURIER);
                var domain = domain(new Objective.Family(required, false, family.over()), prediction, 0);
                tests.add(test(id, family, new Variant(plane, domain)));
                tests.add(test(id, family, new Variant(plane.asEnergy(), domain)));
            }
            var plane = Architecture.plane(List.of(6), Activation.SILU, 4);
            var edm = domain(family, Prediction.SCORE, 1.7);
            tests.add(test(id, family, new Variant(plane, edm)));
            tests.add(test(id, family, new Variant(plane.asEnergy(), edm)));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyWeightingAndEveryFormOfSlicing() {
        var tests = new ArrayList<DynamicTest>();
        for (String id : List.of("ncsn", "explicit", "implicit", "sliced", "second-order")) {
            for (String weighting : List.of("one", "likelihood")) {
                tests.addAll(own(id, Parameters.NONE.with(Weighting.PARAMETER, weighting)));
            }
        }
        for (var law : Probes.Law.values()) {
            for (String form : List.of("variance-reduced", "projected")) {
                var own = Parameters.NONE.with(Sliced.LAW, law).with(Sliced.FORM, form);
                tests.addAll(own("sliced", own));
                tests.addAll(own("sliced", own.with(Sliced.PROBES, 3)));
            }
        }
        tests.addAll(own(
                "contrastive-divergence",
                Parameters.NONE.with(ContrastiveDivergence.STEPS, 2).with(ContrastiveDivergence.STEP_SIZE, 0.3)));
        return tests.stream();
    }

    private static List<DynamicTest> own(String id, Parameters own) {
        var family = ObjectiveCatalog.CATALOG.kind(id, "").create().apply(own);
        var plane = Architecture.plane(List.of(6), Activation.SOFTPLUS, 3);
        var domain = domain(family, Prediction.SCORE, 0);
        var energy = test(id, family, new Variant(plane.asEnergy(), domain, own, Layout.APART));
        return family.energy()
                ? List.of(energy)
                : List.of(energy, test(id, family, new Variant(plane, domain, own, Layout.APART)));
    }

    /** Batches sorted by level, as in a training with levels, and batches of continuous noise. */
    @TestFactory
    Stream<DynamicTest> samplesThatShareTheirLevelAndSamplesThatDoNot() {
        var tests = new ArrayList<DynamicTest>();
        for (var kind : ObjectiveCatalog.CATALOG.kinds()) {
            var family = kind.create().apply(Parameters.NONE);
            for (boolean energy : family.energy() ? new boolean[] {true} : new boolean[] {false, true}) {
                for (var layout : List.of(Layout.TOGETHER, Layout.MIXED)) {
                    var plane = Architecture.plane(List.of(5), Activation.SILU, 3)
                            .with(energy ? NoiseEmbedding.FOURIER : NoiseEmbedding.LOG_SIGMA);
                    var domain = domain(family, Prediction.EPSILON, energy ? 1.3 : 0);
                    var network = energy ? plane.asEnergy() : plane;
                    tests.add(test(kind.id(), family, new Variant(network, domain, Parameters.NONE, layout)));
                }
            }
        }
        return tests.stream();
    }

    private static Domain domain(Objective.Family family, Prediction prediction, double sigmaData) {
        var process =
                switch (family.noiseRequirement()) {
                    case ANY -> Choice.of("variance-preserving");
                    case PATH -> Choice.of("rectified-flow");
                    case CHAIN -> new Choice("ddpm", new Parameters(Map.of("steps", 20L, "betaEnd", 0.3)));
                };
        return new Domain(process, 0.01, 100, prediction, sigmaData);
    }

    private static DynamicTest test(String id, Objective.Family family, Variant variant) {
        var architecture = variant.architecture();
        String name = id + " " + architecture.activation().id() + (architecture.energy() ? " energy " : " ")
                + variant.domain().prediction().id() + " "
                + architecture.noiseEmbedding().id()
                + (variant.domain().sigmaData() > 0 ? " edm " : " ")
                + variant.layout()
                + variant.own().given();
        return DynamicTest.dynamicTest(name, () -> check(id, family, variant));
    }

    private static void check(String id, Objective.Family family, Variant variant) {
        var architecture = variant.architecture();
        var domain = variant.domain();
        var objective = family.over(new Objective.Subject(domain.noiseProcess(), Optional.of(MIXTURE)));
        int n = variant.layout().samples;
        var samples = new Samples(architecture, domain, objective.requirements(), n, n);
        fill(samples.batch(), variant, objective.requirements());
        var start = rough(architecture);
        var gradient = new WeightArray(architecture);
        double loss = objective.lossAndGradient(samples, start.thaw(), gradient);

        double[] weights = wide(start.toArray());
        var plain = new PlainLoss(architecture, domain, MIXTURE, variant.own());
        double expected = plain.mean(id, weights, samples.batch());
        assertEquals(expected, loss, TOLERANCE * Math.max(1, Math.abs(expected)), "loss");
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < weights.length; i++) {
            double original = weights[i];
            double h = 1e-5;
            weights[i] = original + h;
            double above = plain.mean(id, weights, samples.batch());
            weights[i] = original - h;
            double slope = (above - plain.mean(id, weights, samples.batch())) / (2 * h);
            weights[i] = original;
            difference += Math.pow(slope - gradient.values()[i], 2);
            norm += slope * slope;
        }
        assertEquals(0, Math.sqrt(difference / norm), TOLERANCE, "gradient");
    }

    /** Weights larger than initial ones, so that every derivative of the activations matters. */
    private static Weights rough(Architecture architecture) {
        var random = new SplittableRandom(7);
        float[] values = new float[architecture.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.6 * random.nextGaussian());
        }
        return Weights.of(architecture, values);
    }

    private static void fill(Batch batch, Variant variant, BatchRequirements requirements) {
        var process = variant.domain().noiseProcess();
        var random = new SplittableRandom(23);
        for (int j = 0; j < batch.size(); j++) {
            double t = (4.0 + 3 * variant.layout().level(j)) / 20;
            batch.time()[j] = t;
            batch.alpha()[j] = process.alpha(t);
            batch.sigma()[j] = process.sigma(t);
            for (int c = 0; c < 2; c++) {
                batch.clean()[2 * j + c] = (float) random.nextGaussian();
                batch.noise()[2 * j + c] = (float) random.nextGaussian();
            }
        }
        for (int i = 0; i < batch.vectors().length; i++) {
            batch.vectors()[i] = requirements.law() == Probes.Law.RADEMACHER
                    ? 2 * random.nextInt(2) - 1
                    : (float) random.nextGaussian();
        }
        batch.mix();
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
