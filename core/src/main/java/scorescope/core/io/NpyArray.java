package scorescope.core.io;

import java.util.Arrays;

/**
 * An array as in NumPy: a shape and its values in C order (last index fastest). Shape () is a single value. The Java arrays are
 * not copied.
 */
public sealed interface NpyArray {
    int[] shape();

    /** float32. */
    record Floats(int[] shape, float[] values) implements NpyArray {
        public Floats {
            requireCount(shape, values.length);
        }
    }

    /** float64. */
    record Doubles(int[] shape, double[] values) implements NpyArray {
        public Doubles {
            requireCount(shape, values.length);
        }
    }

    /** int64; narrower integers and truth values are widened to it when read. */
    record Longs(int[] shape, long[] values) implements NpyArray {
        public Longs {
            requireCount(shape, values.length);
        }
    }

    /** Unicode strings; byte strings are read into it as UTF-8. */
    record Text(int[] shape, String[] values) implements NpyArray {
        public Text {
            requireCount(shape, values.length);
        }
    }

    /** A vector of float32. */
    static NpyArray of(float... values) {
        return new Floats(new int[] {values.length}, values);
    }

    /** A vector of float64. */
    static NpyArray of(double... values) {
        return new Doubles(new int[] {values.length}, values);
    }

    /** A vector of int64. */
    static NpyArray of(long... values) {
        return new Longs(new int[] {values.length}, values);
    }

    /** One string, shape (). */
    static NpyArray of(String value) {
        return new Text(new int[0], new String[] {value});
    }

    /** Points as rows: n × 2, float64. */
    static NpyArray points(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
        var rows = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            rows[2 * i] = x[i];
            rows[2 * i + 1] = y[i];
        }
        return new Doubles(new int[] {x.length, 2}, rows);
    }

    /** Number of values. */
    default int size() {
        return switch (this) {
            case Floats floats -> floats.values().length;
            case Doubles doubles -> doubles.values().length;
            case Longs longs -> longs.values().length;
            case Text text -> text.values().length;
        };
    }

    /** The product of {@code shape}; 1 for shape (). */
    static long count(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }

    private static void requireCount(int[] shape, int values) {
        if (Arrays.stream(shape).anyMatch(extent -> extent < 0) || count(shape) != values) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " does not hold " + values);
        }
    }
}
