package scorescope.core.tensor;

/**
 * Elementary functions over float arrays, written so that the JIT compiles each loop to vector instructions.
 * It gives up on a loop of more than some 60 nodes, or one that mixes integer and float work: one long loop costs
 * 16 ns an element, these short ones together 2 ns.
 */
public final class VectorMath {
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 355f / 512;
    private static final float LN2_LOW = (float) (0.6931471805599453 - LN2_HIGH);
    /** 1.5·2²³: adding it rounds a float to a whole number, left in the low bits. */
    private static final float ROUND = 12582912f;

    private static final float EXP_LIMIT = 87f;
    private static final float INVERSE_PI = 0.31830987f;
    private static final float PI_HIGH = 201f / 64;
    private static final float PI_LOW = (float) (Math.PI - PI_HIGH);

    private VectorMath() {}

    /**
     * x[i] = exp(x[i]) for i &lt; n, with arguments clamped to ±87. Relative error below 3e-7.
     *
     * <p>exp(x) = 2^k exp(r), k = round(x / ln 2), |r| ≤ ½ ln 2, exp(r) by its series to r⁶.
     *
     * @param x overwritten
     * @param whole scratch of at least n
     * @param rest scratch of at least n
     */
    public static void exp(float[] x, float[] whole, float[] rest, int n) {
        clamp(x, n);
        split(x, whole, rest, n);
        powerOfTwo(whole, n);
        series(rest, whole, x, n);
    }

    /**
     * y[i] = log(1 + u[i]) for u in [0, 1]: 2 artanh(w), w = u/(2+u) ≤ 1/3, by its series to w¹³. Relative error
     * below 3e-7.
     */
    public static void log1p(float[] u, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float w = u[i] / (2 + u[i]);
            float q = w * w;
            float p = q * 1f / 13 + 1f / 11;
            p = p * q + 1f / 9;
            p = p * q + 1f / 7;
            p = p * q + 1f / 5;
            p = p * q + 1f / 3;
            p = p * q + 1f;
            y[i] = 2 * w * p;
        }
    }

    /**
     * x[i] = sin(x[i]) for i &lt; n, |x| below 10,000; absolute error below 3e-7. Leaves in {@code whole} and
     * {@code rest} what {@link #cosineOfReduced} needs.
     *
     * <p>sin(x) = (−1)^k sin r, k = round(x/π), |r| ≤ π/2, sin r by its series to r¹³.
     *
     * @param x overwritten
     * @param whole scratch of at least n
     * @param rest scratch of at least n
     */
    public static void sine(float[] x, float[] whole, float[] rest, int n) {
        halfTurns(x, whole, rest, n);
        sign(whole, n);
        sineSeries(rest, whole, x, n);
    }

    /** rest[i] = cos of what {@link #sine} was called with, by its series to r¹². */
    public static void cosineOfReduced(float[] whole, float[] rest, int n) {
        for (int i = 0; i < n; i++) {
            float q = rest[i] * rest[i];
            float p = 1f / 479001600 * q - 1f / 3628800;
            p = p * q + 1f / 40320;
            p = p * q - 1f / 720;
            p = p * q + 1f / 24;
            p = p * q - 0.5f;
            rest[i] = whole[i] * (p * q + 1f);
        }
    }

    private static void halfTurns(float[] x, float[] whole, float[] rest, int n) {
        for (int i = 0; i < n; i++) {
            float shifted = x[i] * INVERSE_PI + ROUND;
            float k = shifted - ROUND;
            whole[i] = shifted;
            rest[i] = x[i] - k * PI_HIGH - k * PI_LOW;
        }
    }

    /** +1 where the whole number is even, −1 where it is odd. */
    private static void sign(float[] whole, int n) {
        for (int i = 0; i < n; i++) {
            whole[i] = Float.intBitsToFloat((Float.floatToRawIntBits(whole[i]) << 31) | 0x3f800000);
        }
    }

    private static void sineSeries(float[] r, float[] sign, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float q = r[i] * r[i];
            float p = (float) (1.0 / 6227020800L) * q - 1f / 39916800;
            p = p * q + 1f / 362880;
            p = p * q - 1f / 5040;
            p = p * q + 1f / 120;
            p = p * q - 1f / 6;
            out[i] = sign[i] * (r[i] + r[i] * q * p);
        }
    }

    private static void clamp(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(-EXP_LIMIT, Math.min(EXP_LIMIT, x[i]));
        }
    }

    private static void split(float[] x, float[] whole, float[] rest, int n) {
        for (int i = 0; i < n; i++) {
            float shifted = x[i] * LOG2_E + ROUND;
            float k = shifted - ROUND;
            whole[i] = shifted;
            rest[i] = x[i] - k * LN2_HIGH - k * LN2_LOW;
        }
    }

    private static void powerOfTwo(float[] whole, int n) {
        for (int i = 0; i < n; i++) {
            whole[i] = Float.intBitsToFloat((Float.floatToRawIntBits(whole[i]) << 23) + 0x3f800000);
        }
    }

    private static void series(float[] r, float[] scale, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float q = r[i];
            float p = 1f / 720 * q + 1f / 120;
            p = p * q + 1f / 24;
            p = p * q + 1f / 6;
            p = p * q + 0.5f;
            p = p * q + 1f;
            p = p * q + 1f;
            out[i] = p * scale[i];
        }
    }
}
