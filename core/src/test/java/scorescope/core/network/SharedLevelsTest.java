package scorescope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of one noise level are embedded once; results do not depend on the order of samples. */
class SharedLevelsTest {
    private static final int SAMPLES = 48;
    private static final int LEVELS = 3;
    private static final Architecture PLANE = Architecture.plane(List.of(12, 7), Activation.SILU, 5);

    /** A network, the derivatives carried through it, and a capacity above the number of samples. */
    private record Case(Architecture network, Jet jet, int room) {}

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        var seconds = new Jet(2, List.of(new Jet.Pair(0, 0), new Jet.Pair(0, 1)));
        for (var jet : List.of(Jet.NONE, Jet.first(2), seconds)) {
            cases.add(new Case(PLANE, jet, 0));
        }
        cases.add(new Case(PLANE, Jet.first(1), 29));
        cases.add(new Case(PLANE.with(NoiseEmbedding.FOURIER), Jet.NONE, 0));
        cases.add(new Case(PLANE.asEnergy(), seconds, 16));
        // Layers wider and narrower than the embedding, and a single hidden layer.
        cases.add(new Case(Architecture.plane(List.of(3), Activation.TANH, 9), seconds, 5));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sortedAndInterleavedLevelsGiveTheSameOutputsAndGradients(Case given) {
        var jet = given.jet();
        int outputs = given.network().outputs();
        var weights = rough(given.network());
        var random = new SplittableRandom(5);
        var sorted = Workspace.forTraining(given.network(), SAMPLES + given.room(), jet);
        var mixed = Workspace.forTraining(given.network(), SAMPLES + given.room(), jet);
        int[] place = new int[SAMPLES];
        for (int j = 0; j < SAMPLES; j++) {
            int level = j * LEVELS / SAMPLES;
            place[j] = j % (SAMPLES / LEVELS) * LEVELS + level;
            sorted.condition()[j] = level - 1.5f;
            mixed.condition()[place[j]] = level - 1.5f;
            set(sorted.points(), j, mixed.points(), place[j], 2, random);
            for (int d = 0; d < jet.directions(); d++) {
                set(sorted.directions(), d * SAMPLES + j, mixed.directions(), d * SAMPLES + place[j], 2, random);
            }
            for (int b = 0; b < jet.blocks(); b++) {
                int from = b * SAMPLES;
                set(sorted.outputGradient(), from + j, mixed.outputGradient(), from + place[j], outputs, random);
            }
        }
        var gradients = new WeightArray[] {new WeightArray(given.network()), new WeightArray(given.network())};
        var network = new Mlp(given.network());
        network.forward(weights, sorted, SAMPLES);
        network.backward(weights, sorted, SAMPLES, gradients[0]);
        network.forward(weights, mixed, SAMPLES);
        network.backward(weights, mixed, SAMPLES, gradients[1]);

        assertEquals(LEVELS, sorted.levels());
        assertEquals(SAMPLES, mixed.levels());
        for (int b = 0; b < jet.blocks(); b++) {
            for (int j = 0; j < SAMPLES; j++) {
                for (int i = 0; i < outputs; i++) {
                    assertEquals(
                            mixed.output()[outputs * (b * SAMPLES + place[j]) + i],
                            sorted.output()[outputs * (b * SAMPLES + j) + i],
                            2e-5);
                }
            }
        }
        assertArrayEquals(gradients[1].values(), gradients[0].values(), 4e-4f);
    }

    /** Evaluation without derivatives alternates between two arrays; passes of other sizes must leave nothing in them. */
    @Test
    void valuesAloneAreThoseOfTraining() {
        var weights = rough(PLANE);
        var random = new SplittableRandom(6);
        var quick = Workspace.forValues(PLANE, SAMPLES + 7);
        var whole = Workspace.forTraining(PLANE, SAMPLES + 7, Jet.NONE);
        var network = new Mlp(PLANE);
        for (int n : new int[] {SAMPLES, 5, SAMPLES + 7, 1, 8}) {
            for (boolean shared : new boolean[] {true, false}) {
                for (int j = 0; j < n; j++) {
                    float condition = shared ? 0.4f : (float) random.nextGaussian();
                    quick.condition()[j] = condition;
                    whole.condition()[j] = condition;
                    set(quick.points(), j, whole.points(), j, 2, random);
                }
                network.forward(weights, quick, n);
                network.forward(weights, whole, n);
                assertEquals(shared && n >= 8 ? 1 : n, quick.levels());
                for (int i = 0; i < 2 * n; i++) {
                    assertEquals(whole.output()[i], quick.output()[i], 1e-5, n + " samples, coordinate " + i);
                }
            }
        }
    }

    /** A level of NaN makes the results of its own samples NaN, and every gradient. */
    @Test
    void aLevelThatIsNoNumberStaysWithItsSamples() {
        var space = Workspace.forTraining(PLANE, SAMPLES, Jet.NONE);
        for (int j = 0; j < SAMPLES; j++) {
            space.condition()[j] = j == 20 || j == 21 ? Float.NaN : j < 24 ? -1 : 1;
        }
        var weights = rough(PLANE);
        var gradient = new WeightArray(PLANE);
        var network = new Mlp(PLANE);
        network.forward(weights, space, SAMPLES);
        assertEquals(5, space.levels());
        for (int j = 0; j < SAMPLES; j++) {
            assertEquals(j == 20 || j == 21, Float.isNaN(space.output()[2 * j]), "sample " + j);
        }
        System.arraycopy(space.output(), 0, space.outputGradient(), 0, 2 * SAMPLES);
        network.backward(weights, space, SAMPLES, gradient);
        assertFalse(gradient.freeze().finite());
    }

    @Test
    void manyLevelsAreNotSummedOneByOneAndALargeBatchNeedsNoSquareOfItself() {
        var narrow = Architecture.plane(List.of(2), Activation.RELU, 1);
        int n = 1 << 17;
        var space = Workspace.forTraining(narrow, n, Jet.NONE);
        for (int j = 0; j < n; j++) {
            space.condition()[j] = Math.floorDiv(j, 1024);
        }
        space.arrange(n);
        assertEquals(n, space.levels(), "128 levels");
        space.arrange(n / 2);
        assertEquals(64, space.levels());
        assertTrue(space.membership(n / 2).length() <= 64 * n);
    }

    private static WeightArray rough(Architecture network) {
        var weights = Weights.initial(network, 3).thaw();
        var random = new SplittableRandom(4);
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] += (float) random.nextGaussian(0, 0.2);
        }
        return weights;
    }

    private static void set(float[] a, int at, float[] b, int to, int rows, SplittableRandom random) {
        for (int i = 0; i < rows; i++) {
            float value = (float) random.nextGaussian();
            a[rows * at + i] = value;
            b[rows * to + i] = value;
        }
    }
}
