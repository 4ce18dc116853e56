package scorescope.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final int OUT = 5;
    private static final int IN = 3;
    private static final int N = 7;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final FloatBlock w = filled(OUT * IN);
    private final FloatBlock a = filled(IN * N);
    private final FloatBlock z = filled(OUT * N);

    @Test
    void applyMultipliesEverySampleByTheRowMajorMatrix() {
        float[] expected = new float[OUT * N];
        for (int j = 0; j < N; j++) {
            for (int o = 0; o < OUT; o++) {
                for (int i = 0; i < IN; i++) {
                    expected[j * OUT + o] += at(w, o * IN + i) * at(a, j * IN + i);
                }
            }
        }
        Products.apply(w, OUT, IN, a, N, z);
        assertArrayEquals(expected, copy(z), 1e-5f);
        assertTrue(Tensors.isReady());
    }

    @Test
    void applyTransposedIsTheAdjointOfApply() {
        float[] expected = new float[IN * N];
        for (int j = 0; j < N; j++) {
            for (int o = 0; o < OUT; o++) {
                for (int i = 0; i < IN; i++) {
                    expected[j * IN + i] += at(w, o * IN + i) * at(z, j * OUT + o);
                }
            }
        }
        Products.applyTransposed(w, OUT, IN, z, N, a);
        assertArrayEquals(expected, copy(a), 1e-5f);
    }

    @Test
    void sumOfOuterGathersOverSamples() {
        float[] expected = new float[OUT * IN];
        for (int j = 0; j < N; j++) {
            for (int o = 0; o < OUT; o++) {
                for (int i = 0; i < IN; i++) {
                    expected[o * IN + i] += at(z, j * OUT + o) * at(a, j * IN + i);
                }
            }
        }
        Products.sumOfOuter(z, OUT, a, IN, N, w);
        assertArrayEquals(expected, copy(w), 1e-5f);
    }

    @Test
    void aBlockThatIsTooShortIsRefusedBeforeNativeCodeSeesIt() {
        assertThrows(IllegalArgumentException.class, () -> Products.apply(w, OUT, IN, a, N + 1, z));
    }

    private FloatBlock filled(int length) {
        float[] array = new float[length + 4];
        for (int i = 0; i < array.length; i++) {
            array[i] = random.nextFloat(-1, 1);
        }
        return FloatBlock.of(array, 2, length);
    }

    private static float at(FloatBlock block, int i) {
        return block.array()[block.offset() + i];
    }

    private static float[] copy(FloatBlock block) {
        return java.util.Arrays.copyOfRange(block.array(), block.offset(), block.offset() + block.length());
    }

    @Test
    void applyPlusOfTheFirstColumnsLeavesTheOthersOut() {
        float[] expected = copy(z);
        for (int j = 0; j < N; j++) {
            for (int o = 0; o < OUT; o++) {
                for (int i = 0; i < 2; i++) {
                    expected[j * OUT + o] += at(w, o * IN + i) * at(a, j * 2 + i);
                }
            }
        }
        Products.applyPlus(w, OUT, 2, IN, a, N, z);
        assertArrayEquals(expected, copy(z), 1e-5f);
    }

    @Test
    void applyTransposedOfTheFirstColumnsLeavesTheOthersOut() {
        float[] expected = new float[2 * N];
        for (int j = 0; j < N; j++) {
            for (int o = 0; o < OUT; o++) {
                for (int i = 0; i < 2; i++) {
                    expected[j * 2 + i] += at(w, o * IN + i) * at(z, j * OUT + o);
                }
            }
        }
        var result = filled(2 * N);
        Products.applyTransposed(w, OUT, 2, IN, z, N, result);
        assertArrayEquals(expected, copy(result), 1e-5f);
    }

    @Test
    void sumOfOuterIntoTheFirstColumnsKeepsTheOthers() {
        float[] expected = copy(w);
        for (int o = 0; o < OUT; o++) {
            for (int i = 0; i < 2; i++) {
                expected[o * IN + i] = 0;
                for (int j = 0; j < N; j++) {
                    expected[o * IN + i] += at(z, j * OUT + o) * at(a, j * 2 + i);
                }
            }
        }
        Products.sumOfOuter(z, OUT, a, 2, N, w, IN);
        assertArrayEquals(expected, copy(w), 1e-5f);
    }

    @Test
    void squaredNormSumsTheBlockAlone() {
        var middle = FloatBlock.of(new float[] {7, 3, 4, 9}, 1, 2);
        assertEquals(25, Products.squaredNorm(middle), 1e-6);
    }
}
