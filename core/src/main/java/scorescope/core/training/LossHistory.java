package scorescope.core.training;

import java.util.Arrays;

/** The loss of every step so far. A snapshot: it shares its array with later snapshots, to which steps are appended. */
public final class LossHistory {
    public static final LossHistory EMPTY = new LossHistory(new double[0], 0);

    private final double[] values;
    private final int size;

    private LossHistory(double[] values, int size) {
        this.values = values;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** The loss of step {@code i}, from 0. */
    public double get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(i + " of " + size);
        }
        return values[i];
    }

    public double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Records losses; its array grows by doubling, so that few steps allocate. */
    static final class Recorder {
        private double[] values = new double[1024];
        private int size;

        void add(double loss) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = loss;
        }

        LossHistory history() {
            return new LossHistory(values, size);
        }
    }
}
