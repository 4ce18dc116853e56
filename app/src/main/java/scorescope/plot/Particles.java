package scorescope.plot;

import java.util.List;

/**
 * Where particles stand and where they came from. The arrays are not copied; nobody may write to them while the
 * record is in use.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 * @param tails earlier positions of all particles, the newest first
 */
public record Particles(double[] x, double[] y, List<Positions> tails) {
    public static final Particles NONE = new Particles(new double[0], new double[0], List.of());

    /** Positions of all particles at one earlier moment. */
    public record Positions(double[] x, double[] y) {}

    public Particles {
        tails = List.copyOf(tails);
    }

    public int count() {
        return x.length;
    }
}
