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
        }
        assertEquals(0.5, VectorMath.centredSigmoid(1e30f), 1e-7);
        assertEquals(-0.5, VectorMath.centredSigmoid(Float.NEGATIVE_INFINITY), 1e-7);
        assertEquals(Float.NaN, VectorMath.centredSigmoid(Float.NaN));
    }

    @Test
    void siluIsExactToFloatWhereverAStretchBegins() {
        float[] given = new float[1003];
        for (int i = 0; i < given.length; i++) {
            given[i] = 0.061f * (i * 619 % 1003 - 500);
        }
        for (int from = 0; from < 40; from++) {
            float[] z = given.clone();
            int to = z.length - 39 + from;
            VectorMath.silu(z, from, to);
            for (int i = 0; i < z.length; i++) {
                double x = given[i];
                boolean inside = i >= from && i < to;
                assertEquals(inside ? x / (1 + Math.exp(-x)) : x, z[i], inside ? 2e-7 * (1 + Math.abs(x)) : 0);
            }
        }
    }

    @Test
    void siluKeepsWhatIsNoNumber() {
        float[] z = new float[40];
        for (int i = 0; i < z.length; i += 4) {
            z[i] = Float.NaN;
            z[i + 1] = Float.POSITIVE_INFINITY;
            z[i + 2] = -1e30f;
        }
        VectorMath.silu(z, 0, z.length);
        for (int i = 0; i < z.length; i += 4) {
            assertEquals(Float.NaN, z[i]);
            assertEquals(Float.POSITIVE_INFINITY, z[i + 1]);
            assertEquals(0, z[i + 2], 1e24);
            assertEquals(0, z[i + 3]);
        }
    }
}
