package scorescope.core.sampling.history;

import scorescope.core.sampling.State;

/** Ring buffer of the last positions of every particle, for drawing trails. */
public final class TrailBuffer {
    private final double[][] x;
    private final double[][] y;
    private int newest = -1;
    private int length;

    /** @param most largest number of stored positions of a particle, the current one included */
    public TrailBuffer(int particles, int most) {
        x = new double[most][particles];
        y = new double[most][particles];
    }

    /** Stores a copy of the positions of {@code state}. */
    public void add(State state) {
        newest = (newest + 1) % x.length;
        length = Math.min(length + 1, x.length);
        System.arraycopy(state.x(), 0, x[newest], 0, state.particles());
        System.arraycopy(state.y(), 0, y[newest], 0, state.particles());
    }

    /** Removes all positions. */
    public void clear() {
        length = 0;
    }

    /** Number of stored positions of a particle. */
    public int length() {
        return length;
    }

    /** First coordinates {@code age} states ago, 0 for the current state; not to be modified. */
    public double[] x(int age) {
        return x[place(age)];
    }

    /** Second coordinates {@code age} states ago. */
    public double[] y(int age) {
        return y[place(age)];
    }

    private int place(int age) {
        if (age < 0 || age >= length) {
            throw new IndexOutOfBoundsException("age " + age + " of " + length);
        }
        return Math.floorMod(newest - age, x.length);
    }
}
