package scorescope.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorMathTest {
    @Test
    void expIsExactToFloatOverItsWholeRange() {
        for (double x = -86; x < 86; x += 0.0173) {
            float[] value = {(float) x};
            VectorMath.exp(value, new float[1], new float[1], 1);
            assertEquals(1, value[0] / Math.exp((float) x), 3e-7, () -> "exp(" + value[0] + ")");
        }
    }

    @Test
    void expStaysFiniteOutsideItsRange() {
        float[] values = {-1e30f, 1e30f, Float.NEGATIVE_INFINITY};
        VectorMath.exp(values, new float[3], new float[3], 3);
        assertEquals(Math.exp(-87), values[0], 1e-42);
        assertEquals(1, values[1] / Math.exp(87), 1e-6);
        assertEquals(values[0], values[2]);
    }

    @Test
    void log1pIsExactToFloatOnTheUnitInterval() {
        for (double u = 1e-6; u <= 1; u += 1.7e-3) {
            assertEquals(1, VectorMath.log1p((float) u) / Math.log1p((float) u), 3e-7);
        }
    }

    @Test
    void sineAndCosineAreExactToFloatOverManyTurns() {
        for (double x = -200; x < 200; x += 0.0371) {
            float[] value = {(float) x};
            float[] whole = new float[1];
            float[] rest = new float[1];
            VectorMath.halfTurns(value, whole, rest, 0, 1);
            VectorMath.sign(whole, 0, 1);
            double error = 4e-7 + 2e-8 * Math.abs(x);
            assertEquals(Math.sin((float) x), VectorMath.sine(rest[0], whole[0]), error);
            assertEquals(Math.cos((float) x), VectorMath.cosine(rest[0], whole[0]), error);
        }
    }

    @Test
    void centredSigmoidIsExactToFloatAndSaturates() {
        for (double z = -40; z < 40; z += 0.00371) {
            double exact = 1 / (1 + Math.exp(-(float) z)) - 0.5;
            assertEquals(exact, VectorMath.centredSigmoid((float) z), 2e-7);
            assertEquals(Math.abs(exact), VectorMath.centredSigmoidOfSize((float) Math.abs(z)), 2e-7);
        }
        assertEquals(0.5, VectorMath.centredSigmoid(1e30f), 1e-7);
        assertEquals(-0.5, VectorMath.centredSigmoid(Float.NEGATIVE_INFINITY), 1e-7);
        assertEquals(Float.NaN, VectorMath.centredSigmoid(Float.NaN));
    }
}
