package scorescope.ui.model;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;

/**
 * Where all particles of one run stand, and where they came from. The arrays belong to the frame: nobody writes
 * to them while it is the newest one.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 * @param tails earlier positions of all particles, the newest first; fewer or none for very many particles
 * @param step steps taken
 * @param steps steps of the whole run, as far as they are known
 * @param level the noise level that the particles stand at
 * @param diagnostics what the last step told about itself
 */
public record ParticleFrame(
        double[] x, double[] y, List<Tail> tails, int step, int steps, NoiseLevel level, Diagnostics diagnostics) {
    public static final ParticleFrame NONE =
            new ParticleFrame(new double[0], new double[0], List.of(), 0, 0, NoiseLevel.plain(0), Diagnostics.BEGUN);

    /** Positions of all particles at one earlier moment. */
    public record Tail(double[] x, double[] y) {}

    public ParticleFrame {
        tails = List.copyOf(tails);
    }

    public int count() {
        return x.length;
    }
}
