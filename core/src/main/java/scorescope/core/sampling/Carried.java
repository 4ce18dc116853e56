package scorescope.core.sampling;

import java.util.List;

/**
 * What one step of a method hands to the next besides the positions: velocities, earlier derivatives, the length of the
 * next step. Every method that carries something has a record of its own; its arrays hold one number for each particle.
 */
public interface Carried {
    /** No arrays: the next step depends on the positions alone. */
    Carried NONE = List::of;

    /** All arrays of the record, always in the same order. Recordings copy them. */
    List<double[]> arrays();

    /**
     * This record with the arrays of {@code other}, a record of the same method into which the numbers of {@link #arrays}
     * have been copied. A record that holds numbers besides its arrays overrides this.
     */
    default Carried in(Carried other) {
        return other;
    }
}
