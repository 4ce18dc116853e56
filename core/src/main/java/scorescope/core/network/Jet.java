package scorescope.core.network;

import java.util.List;

/**
 * Derivatives with respect to the points that are propagated through the network together with its values: first
 * derivatives along some directions, and second derivatives along pairs of them.
 *
 * @param directions number of first derivatives
 * @param seconds pairs of direction numbers, from 0
 */
public record Jet(int directions, List<Pair> seconds) {
    /** No derivatives. */
    public static final Jet NONE = new Jet(0, List.of());

    public Jet {
        seconds = List.copyOf(seconds);
        for (var pair : seconds) {
            if (Math.min(pair.a(), pair.b()) < 0 || Math.max(pair.a(), pair.b()) >= directions) {
                throw new IllegalArgumentException(pair + " names a direction that is not carried");
            }
        }
    }

    /** First derivatives only. */
    public static Jet first(int directions) {
        return new Jet(directions, List.of());
    }

    /** The second derivative along directions {@code a} and {@code b}. */
    public record Pair(int a, int b) {}

    /** Number of blocks of columns that pass through a layer: values, first derivatives, second derivatives. */
    int blocks() {
        return 1 + directions + seconds.size();
    }
}
