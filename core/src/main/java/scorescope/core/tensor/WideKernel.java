package scorescope.core.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on vectors of sixteen floats, for code that the JIT does not vectorise by itself. Call only if
 * {@link WideVectors#available()}; otherwise each operation allocates an object.
 */
final class WideKernel {
    /** Rows of a matrix in one tile. */
    static final int ROWS = 12;

    /** Samples of a panel, two vectors: with twelve rows, 24 of the 32 registers hold sums. */
    static final int SAMPLES = 32;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;
    static final int LANES = 16;

    private WideKernel() {}

    /** Number of floats in this processor's vectors. */
    static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    /**
     * z = Wa + b of one tile of rows and one panel of samples; every sample read from memory is used for twelve rows, every weight
     * for two vectors.
     *
     * @param w from {@code wAt} on, twelve weights of an input after those of the one before
     * @param pairs half the number of inputs
     * @param a from {@code aAt} on, {@link #SAMPLES} values of an input after those of the one before
     * @param b from {@code bAt} on, a bias for each row
     * @param z from {@code zAt} on, overwritten, laid out like a; may not alias it
     */
    static void tile(float[] w, int wAt, int pairs, float[] a, int aAt, float[] b, int bAt, float[] z, int zAt) {
        var p0 = FloatVector.broadcast(SPECIES, b[bAt]);
        var q0 = p0;
        var p1 = FloatVector.broadcast(SPECIES, b[bAt + 1]);
        var q1 = p1;
        var p2 = FloatVector.broadcast(SPECIES, b[bAt + 2]);
        var q2 = p2;
        var p3 = FloatVector.broadcast(SPECIES, b[bAt + 3]);
        var q3 = p3;
        var p4 = FloatVector.broadcast(SPECIES, b[bAt + 4]);
        var q4 = p4;
        var p5 = FloatVector.broadcast(SPECIES, b[bAt + 5]);
        var q5 = p5;
        var p6 = FloatVector.broadcast(SPECIES, b[bAt + 6]);
        var q6 = p6;
        var p7 = FloatVector.broadcast(SPECIES, b[bAt + 7]);
        var q7 = p7;
        var p8 = FloatVector.broadcast(SPECIES, b[bAt + 8]);
        var q8 = p8;
        var p9 = FloatVector.broadcast(SPECIES, b[bAt + 9]);
        var q9 = p9;
        var p10 = FloatVector.broadcast(SPECIES, b[bAt + 10]);
        var q10 = p10;
        var p11 = FloatVector.broadcast(SPECIES, b[bAt + 11]);
        var q11 = p11;
        int next = wAt;
        int from = aAt;
        for (int k = 0; k < pairs; k++) {
            var x = FloatVector.fromArray(SPECIES, a, from);
            var y = FloatVector.fromArray(SPECIES, a, from + 16);
            var c = FloatVector.broadcast(SPECIES, w[next]);
            p0 = x.fma(c, p0);
            q0 = y.fma(c, q0);
            c = FloatVector.broadcast(SPECIES, w[next + 1]);
            p1 = x.fma(c, p1);
            q1 = y.fma(c, q1);
            c = FloatVector.broadcast(SPECIES, w[next + 2]);
            p2 = x.fma(c, p2);
            q2 = y.fma(c, q2);
            c = FloatVector.broadcast(SPECIES, w[next + 3]);
            p3 = x.fma(c, p3);
            q3 = y.fma(c, q3);
            c = FloatVector.broadcast(SPECIES, w[next + 4]);
            p4 = x.fma(c, p4);
            q4 = y.fma(c, q4);
            c = FloatVector.broadcast(SPECIES, w[next + 5]);
            p5 = x.fma(c, p5);
            q5 = y.fma(c, q5);
            c = FloatVector.broadcast(SPECIES, w[next + 6]);
            p6 = x.fma(c, p6);
            q6 = y.fma(c, q6);
            c = FloatVector.broadcast(SPECIES, w[next + 7]);
            p7 = x.fma(c, p7);
            q7 = y.fma(c, q7);
            c = FloatVector.broadcast(SPECIES, w[next + 8]);
            p8 = x.fma(c, p8);
            q8 = y.fma(c, q8);
            c = FloatVector.broadcast(SPECIES, w[next + 9]);
            p9 = x.fma(c, p9);
            q9 = y.fma(c, q9);
            c = FloatVector.broadcast(SPECIES, w[next + 10]);
            p10 = x.fma(c, p10);
            q10 = y.fma(c, q10);
            c = FloatVector.broadcast(SPECIES, w[next + 11]);
            p11 = x.fma(c, p11);
            q11 = y.fma(c, q11);
            x = FloatVector.fromArray(SPECIES, a, from + 32);
            y = FloatVector.fromArray(SPECIES, a, from + 48);
            c = FloatVector.broadcast(SPECIES, w[next + 12]);
            p0 = x.fma(c, p0);
            q0 = y.fma(c, q0);
            c = FloatVector.broadcast(SPECIES, w[next + 13]);
            p1 = x.fma(c, p1);
            q1 = y.fma(c, q1);
            c = FloatVector.broadcast(SPECIES, w[next + 14]);
            p2 = x.fma(c, p2);
            q2 = y.fma(c, q2);
            c = FloatVector.broadcast(SPECIES, w[next + 15]);
            p3 = x.fma(c, p3);
            q3 = y.fma(c, q3);
            c = FloatVector.broadcast(SPECIES, w[next + 16]);
            p4 = x.fma(c, p4);
            q4 = y.fma(c, q4);
            c = FloatVector.broadcast(SPECIES, w[next + 17]);
            p5 = x.fma(c, p5);
            q5 = y.fma(c, q5);
            c = FloatVector.broadcast(SPECIES, w[next + 18]);
            p6 = x.fma(c, p6);
            q6 = y.fma(c, q6);
            c = FloatVector.broadcast(SPECIES, w[next + 19]);
            p7 = x.fma(c, p7);
            q7 = y.fma(c, q7);
            c = FloatVector.broadcast(SPECIES, w[next + 20]);
            p8 = x.fma(c, p8);
            q8 = y.fma(c, q8);
            c = FloatVector.broadcast(SPECIES, w[next + 21]);
            p9 = x.fma(c, p9);
            q9 = y.fma(c, q9);
            c = FloatVector.broadcast(SPECIES, w[next + 22]);
            p10 = x.fma(c, p10);
            q10 = y.fma(c, q10);
            c = FloatVector.broadcast(SPECIES, w[next + 23]);
            p11 = x.fma(c, p11);
            q11 = y.fma(c, q11);
            next += 2 * ROWS;
            from += 2 * SAMPLES;
        }
        p0.intoArray(z, zAt);
        q0.intoArray(z, zAt + 16);
        p1.intoArray(z, zAt + 32);
        q1.intoArray(z, zAt + 48);
        p2.intoArray(z, zAt + 64);
        q2.intoArray(z, zAt + 80);
        p3.intoArray(z, zAt + 96);
        q3.intoArray(z, zAt + 112);
        p4.intoArray(z, zAt + 128);
        q4.intoArray(z, zAt + 144);
        p5.intoArray(z, zAt + 160);
        q5.intoArray(z, zAt + 176);
        p6.intoArray(z, zAt + 192);
        q6.intoArray(z, zAt + 208);
        p7.intoArray(z, zAt + 224);
        q7.intoArray(z, zAt + 240);
        p8.intoArray(z, zAt + 256);
        q8.intoArray(z, zAt + 272);
        p9.intoArray(z, zAt + 288);
        q9.intoArray(z, zAt + 304);
        p10.intoArray(z, zAt + 320);
        q10.intoArray(z, zAt + 336);
        p11.intoArray(z, zAt + 352);
        q11.intoArray(z, zAt + 368);
    }

    /**
     * z[i] = z/(1 + e^−z) from {@code from} on, for whole vectors before {@code to}; {@link VectorMath#centredSigmoid} on vectors.
     *
     * <p>One method without helpers: the compiler inlines a helper only if it has counted enough of its calls by then, and a vector
     * that is passed to a method that is not inlined is an object (5 times slower in one process of ten).
     *
     * @return the index after the last element computed
     */
    static int silu(float[] z, int from, int to) {
        var limit = FloatVector.broadcast(SPECIES, VectorMath.SIGMOID_LIMIT);
        var above4 = FloatVector.broadcast(SPECIES, VectorMath.ABOVE_4);
        var above3 = FloatVector.broadcast(SPECIES, VectorMath.ABOVE_3);
        var above2 = FloatVector.broadcast(SPECIES, VectorMath.ABOVE_2);
        var above1 = FloatVector.broadcast(SPECIES, VectorMath.ABOVE_1);
        var above0 = FloatVector.broadcast(SPECIES, VectorMath.ABOVE_0);
        var below4 = FloatVector.broadcast(SPECIES, VectorMath.BELOW_4);
        var below3 = FloatVector.broadcast(SPECIES, VectorMath.BELOW_3);
        var below2 = FloatVector.broadcast(SPECIES, VectorMath.BELOW_2);
        var below1 = FloatVector.broadcast(SPECIES, VectorMath.BELOW_1);
        var below0 = FloatVector.broadcast(SPECIES, 1);
        int end = to - (to - from) % LANES;
        for (int i = from; i < end; i += LANES) {
            var value = FloatVector.fromArray(SPECIES, z, i);
            var size = value.abs();
            // One comparison, whereas a minimum that handles −0 and NaN takes six instructions. A NaN propagates
            // through the other term.
            var limited = size.blend(limit, size.compare(VectorOperators.GT, VectorMath.SIGMOID_LIMIT));
            var q = limited.mul(limited);
            var above = above4.fma(q, above3).fma(q, above2).fma(q, above1).fma(q, above0);
            var below = below4.fma(q, below3).fma(q, below2).fma(q, below1).fma(q, below0);
            size.fma(limited.mul(above).div(below), value.mul(0.5f)).intoArray(z, i);
        }
        return end;
    }
}
