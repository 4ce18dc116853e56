package scorescope.core.sampling;

import scorescope.core.parameter.Choice;
import scorescope.core.random.NoiseSource;

/** Start distribution of particles. {@link StartCatalog} lists the kinds; a new one is a file and a line there. */
public interface Start {
    /**
     * Draws the start positions. The same noise gives the same positions.
     *
     * @param priorStd standard deviation of the start that the method assumes, in data units; see {@link Sampler#priorStd}
     * @param x overwritten with the first coordinate of every particle, in data units
     * @param y overwritten with the second
     */
    void fill(double priorStd, NoiseSource noise, double[] x, double[] y);

    /** Its kind, and a value for each of the kind's parameters, as a session file stores them. */
    Choice choice();

    /** Replaces every value v by origin + scale · v. */
    static void stretch(double[] values, double origin, double scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = origin + scale * values[i];
        }
    }
}
