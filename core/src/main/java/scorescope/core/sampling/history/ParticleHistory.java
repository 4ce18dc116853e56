package scorescope.core.sampling.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import scorescope.core.sampling.State;

/**
 * Start positions of the particles of a run and, if there are at most {@value #MOST_FOLLOWED}, earlier positions ("marks").
 * The distance between marks is a power of two steps: the smallest for which there are at most 64. The marks shown at a
 * step depend on that step alone, so that seeking back and forth through a run changes nothing.
 *
 * <p>Not safe for use by several threads; a {@link Past} is.
 */
public final class ParticleHistory {
    /** Largest number of particles whose earlier positions are stored; for more, only the start is stored. */
    public static final int MOST_FOLLOWED = 500;

    private static final int MOST_MARKS = 64;

    private final double[] startX;
    private final double[] startY;
    private final NavigableMap<Integer, Mark> marks = new TreeMap<>();

    /** Positions of all particles after {@code step} steps. The arrays are not to be modified. */
    public record Mark(int step, double[] x, double[] y) {}

    /**
     * Start and marks at one step of a run. The arrays are not to be modified.
     *
     * @param startX first coordinates at the start; empty if unknown
     * @param marks earlier positions, oldest first, without the current ones; empty for many particles
     * @param step steps taken
     * @param steps steps of the whole run
     */
    public record Past(double[] startX, double[] startY, List<Mark> marks, int step, int steps) {
        public static final Past NONE = new Past(new double[0], new double[0], List.of(), 0, 0);

        public Past {
            marks = List.copyOf(marks);
        }

        /** {@code atStep} as a share of the run's steps, from 0 to 1. */
        public double share(int atStep) {
            return steps == 0 ? 0 : Math.min(1, atStep / (double) steps);
        }
    }

    private ParticleHistory(double[] startX, double[] startY) {
        this.startX = startX;
        this.startY = startY;
    }

    /** History of particles that are at their start. */
    public static ParticleHistory from(State initial) {
        return new ParticleHistory(initial.x().clone(), initial.y().clone());
    }

    /** A history without marks for a further run from the same start. */
    public ParticleHistory goingOn() {
        return new ParticleHistory(startX, startY);
    }

    /** Removes the marks at {@code step} and later, for a run that changes from there on. */
    public void turn(int step) {
        marks.tailMap(step, true).clear();
    }

    /** Records a state of the run. The first time, it must be called with every state in order. */
    public void pass(State state) {
        int step = state.step();
        if (startX.length <= MOST_FOLLOWED && step % distance(step + 1) == 0 && !marks.containsKey(step)) {
            marks.put(step, new Mark(step, state.x().clone(), state.y().clone()));
        }
    }

    /** Start and marks after {@code step} of {@code steps} steps. */
    public Past past(int step, int steps) {
        int distance = distance(step);
        var behind = marks.headMap(step, false).values().stream()
                .filter(mark -> mark.step() % distance == 0)
                .toList();
        return new Past(startX, startY, behind, step, steps);
    }

    /** Steps between two marks after {@code step} steps: a power of two. */
    public static int distance(int step) {
        int distance = 1;
        while (step > (long) MOST_MARKS * distance) {
            distance *= 2;
        }
        return distance;
    }
}
