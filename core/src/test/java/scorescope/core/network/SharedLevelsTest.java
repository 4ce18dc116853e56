package scorescope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that share their noise level are embedded once; the order of the samples must not be seen in the result. */
class SharedLevelsTest {
    private static final int SAMPLES = 48;
    private static final int LEVELS = 3;
    private static final Architecture NETWORK = Architecture.plane(List.of(12, 7), Activation.SILU, 5);

    static List<Jet> jets() {
        return List.of(Jet.NONE, Jet.first(2), new Jet(2, List.of(new Jet.Pair(0, 0), new Jet.Pair(0, 1))));
    }

    @ParameterizedTest
    @MethodSource("jets")
    void sortedAndInterleavedLevelsGiveTheSameOutputsAndGradients(Jet jet) {
        var weights = Weights.initial(NETWORK, 3).thaw();
        var random = new SplittableRandom(4);
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] += (float) random.nextGaussian(0, 0.2);
        }
        var sorted = Workspace.forTraining(NETWORK, SAMPLES, jet);
        var mixed = Workspace.forTraining(NETWORK, SAMPLES, jet);
        int[] place = new int[SAMPLES];
        for (int j = 0; j < SAMPLES; j++) {
            int level = j * LEVELS / SAMPLES;
            place[j] = j % (SAMPLES / LEVELS) * LEVELS + level;
            sorted.condition()[j] = level - 1.5f;
            mixed.condition()[place[j]] = level - 1.5f;
            for (int i = 0; i < 2; i++) {
                set(sorted.points(), j, mixed.points(), place[j], i, random);
                for (int d = 0; d < jet.directions(); d++) {
                    set(sorted.directions(), d * SAMPLES + j, mixed.directions(), d * SAMPLES + place[j], i, random);
                }
                for (int b = 0; b < jet.blocks(); b++) {
                    set(
                            sorted.outputGradient(),
                            b * SAMPLES + j,
                            mixed.outputGradient(),
                            b * SAMPLES + place[j],
                            i,
                            random);
                }
            }
        }
        var gradients = new WeightArray[] {new WeightArray(NETWORK), new WeightArray(NETWORK)};
        var network = new Mlp(NETWORK);
        network.forward(weights, sorted, SAMPLES);
        network.backward(weights, sorted, SAMPLES, gradients[0]);
        network.forward(weights, mixed, SAMPLES);
        network.backward(weights, mixed, SAMPLES, gradients[1]);

        assertEquals(LEVELS, sorted.levels());
        assertEquals(SAMPLES, mixed.levels());
        for (int b = 0; b < jet.blocks(); b++) {
            for (int j = 0; j < SAMPLES; j++) {
                for (int i = 0; i < 2; i++) {
                    assertEquals(
                            mixed.output()[2 * (b * SAMPLES + place[j]) + i],
                            sorted.output()[2 * (b * SAMPLES + j) + i],
                            2e-5);
                }
            }
        }
        assertArrayEquals(gradients[1].values(), gradients[0].values(), 2e-4f);
    }

    private static void set(float[] a, int at, float[] b, int to, int i, SplittableRandom random) {
        float value = (float) random.nextGaussian();
        a[2 * at + i] = value;
        b[2 * to + i] = value;
    }
}
