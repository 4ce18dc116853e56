package scorescope.core.tensor;

/**
 * Elementary functions over float arrays, written so that the JIT compiles each loop to vector instructions. The JIT does
 * not vectorise a loop of more than about 60 nodes of its graph, one that mixes integer and float operations, or one that
 * reads and writes arrays at different offsets, which might overlap; therefore all arrays of a call are accessed at the
 * same indices. One long loop costs 16 ns an element, short ones at different offsets 6 ns together, these under 2 ns.
 */
public final class VectorMath {
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 355f / 512;
    private static final float LN2_LOW = (float) (0.6931471805599453 - LN2_HIGH);
    /** 1.5·2²³: adding it rounds a float to an integer, which the low bits of the sum hold. */
    private static final float ROUND = 12582912f;

    private static final float EXP_LIMIT = 87f;
    private static final float INVERSE_PI = 0.31830987f;
    private static final float PI_HIGH = 201f / 64;
    private static final float PI_LOW = (float) (Math.PI - PI_HIGH);

    static final float SIGMOID_LIMIT = 17f;
    /** Coefficients of the numerator of {@link #centredSigmoid}, the highest power of z² first. */
    static final float ABOVE_4 = 1.3935031e-11f;

    static final float ABOVE_3 = 8.301261e-8f;
    static final float ABOVE_2 = 5.5219352e-5f;
    static final float ABOVE_1 = 8.383285e-3f;
    static final float ABOVE_0 = 0.25f;
    /** Coefficients of the denominator, whose last is 1. */
    static final float BELOW_4 = 3.1817287e-9f;

    static final float BELOW_3 = 5.2326304e-6f;
    static final float BELOW_2 = 1.6264247e-3f;
    static final float BELOW_1 = 0.11686645f;

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
        split(x, 1, whole, rest, 0, n);
        powerOfTwo(whole, 0, n);
        for (int i = 0; i < n; i++) {
            x[i] = series(rest[i], whole[i]);
        }
    }

    /**
     * Splits factor·x[i], clamped to ±87, into k ln 2 + r for from ≤ i &lt; to: k into {@code whole}, in the low bits,
     * and r into {@code rest}. With {@link #powerOfTwo} and {@link #series} this is exp(factor·x).
     */
    public static void split(float[] x, float factor, float[] whole, float[] rest, int from, int to) {
        for (int i = from; i < to; i++) {
            float value = Math.max(-EXP_LIMIT, Math.min(EXP_LIMIT, factor * x[i]));
            float shifted = value * LOG2_E + ROUND;
            float k = shifted - ROUND;
            whole[i] = shifted;
            rest[i] = value - k * LN2_HIGH - k * LN2_LOW;
        }
    }

    /** whole[i] = 2^k of the k in its low bits. */
    public static void powerOfTwo(float[] whole, int from, int to) {
        for (int i = from; i < to; i++) {
            whole[i] = Float.intBitsToFloat((Float.floatToRawIntBits(whole[i]) << 23) + 0x3f800000);
        }
    }

    /** scale · exp(r) for |r| ≤ ½ ln 2. */
    public static float series(float r, float scale) {
        float p = 1f / 720 * r + 1f / 120;
        p = p * r + 1f / 24;
        p = p * r + 1f / 6;
        p = p * r + 0.5f;
        p = p * r + 1f;
        p = p * r + 1f;
        return p * scale;
    }

    /**
     * 1/(1+e^−z) − ½ = ½ tanh(z/2), as z times a rational function of z², of degree 4 over 4 and fitted over |z| ≤ 17,
     * where it reaches ½ in float precision: one short loop, whereas an exponential takes three. Absolute error below 2e-7.
     *
     * <p>Uses fused multiply–add, which every processor that the matrix library supports has.
     */
    public static float centredSigmoid(float z) {
        return saturated(Math.max(-SIGMOID_LIMIT, Math.min(SIGMOID_LIMIT, z)));
    }

    /** The same for z ≥ 0, with one clamp instead of two. */
    private static float centredSigmoidOfSize(float z) {
        return saturated(Math.min(SIGMOID_LIMIT, z));
    }

    /**
     * z[i] = z/(1 + e^−z) for from ≤ i &lt; to, as z (½ + sgn z · t) with t for |z|. On wide vectors if the machine has
     * them.
     */
    public static void silu(float[] z, int from, int to) {
        int rest = WideVectors.available() ? WideKernel.silu(z, from, to) : from;
        for (int i = rest; i < to; i++) {
            float size = Math.abs(z[i]);
            z[i] = Math.fma(size, centredSigmoidOfSize(size), 0.5f * z[i]);
        }
    }

    private static float saturated(float z) {
        float q = z * z;
        float above = Math.fma(ABOVE_4, q, ABOVE_3);
        above = Math.fma(above, q, ABOVE_2);
        above = Math.fma(above, q, ABOVE_1);
        above = Math.fma(above, q, ABOVE_0);
        float below = Math.fma(BELOW_4, q, BELOW_3);
        below = Math.fma(below, q, BELOW_2);
        below = Math.fma(below, q, BELOW_1);
        below = Math.fma(below, q, 1f);
        return z * above / below;
    }

    /**
     * log(1 + u) for u in [0, 1]: 2 artanh(w), w = u/(2+u) ≤ 1/3, by its series to w¹³. Relative error below 3e-7.
     */
    public static float log1p(float u) {
        float w = u / (2 + u);
        float q = w * w;
        float p = q * 1f / 13 + 1f / 11;
        p = p * q + 1f / 9;
        p = p * q + 1f / 7;
        p = p * q + 1f / 5;
        p = p * q + 1f / 3;
        p = p * q + 1f;
        return 2 * w * p;
    }

    /**
     * Splits x[i] into kπ + r for from ≤ i &lt; to, |r| ≤ π/2, |x| below 10,000: k into {@code whole}, in the low bits,
     * and r into {@code rest}. With {@link #sign}, {@link #sine} and {@link #cosine} this gives sin and cos.
     */
    public static void halfTurns(float[] x, float[] whole, float[] rest, int from, int to) {
        for (int i = from; i < to; i++) {
            float shifted = x[i] * INVERSE_PI + ROUND;
            float k = shifted - ROUND;
            whole[i] = shifted;
            rest[i] = x[i] - k * PI_HIGH - k * PI_LOW;
        }
    }

    /** whole[i] = (−1)^k of the k in its low bits. */
    public static void sign(float[] whole, int from, int to) {
        for (int i = from; i < to; i++) {
            whole[i] = Float.intBitsToFloat((Float.floatToRawIntBits(whole[i]) << 31) | 0x3f800000);
        }
    }

    /** sign · sin r for |r| ≤ π/2, by its series to r¹³; absolute error below 3e-7. */
    public static float sine(float r, float sign) {
        float q = r * r;
        float p = (float) (1.0 / 6227020800L) * q - 1f / 39916800;
        p = p * q + 1f / 362880;
        p = p * q - 1f / 5040;
        p = p * q + 1f / 120;
        p = p * q - 1f / 6;
        return sign * (r + r * q * p);
    }

    /** sign · cos r for |r| ≤ π/2, by its series to r¹²; absolute error below 3e-7. */
    public static float cosine(float r, float sign) {
        float q = r * r;
        float p = 1f / 479001600 * q - 1f / 3628800;
        p = p * q + 1f / 40320;
        p = p * q - 1f / 720;
        p = p * q + 1f / 24;
        p = p * q - 0.5f;
        return sign * (p * q + 1f);
    }
}
