package scorescope.core.sampling.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import scorescope.core.sampling.State;

/**
 * Where the particles of a run began and, while they are few, the way that they came. What is told of a step depends on
 * the step alone, so that going back and forth through a run changes nothing: a power of two is the distance of two marks,
 * the least that leaves no more than 64 of them.
 *
 * <p>Not safe for use by several threads; a {@link Past} is.
 */
public final class ParticleHistory {
    /** Of more particles than these only the start is remembered. */
    public static final int MOST_FOLLOWED = 500;

    private static final int MOST_MARKS = 64;

    private final double[] startX;
    private final double[] startY;
    private final NavigableMap<Integer, Mark> marks = new TreeMap<>();

    /** Positions of all particles after {@code step} steps. The arrays are not to be modified. */
    public record Mark(int step, double[] x, double[] y) {}

    /**
     * What is known of particles at one moment. The arrays are not to be modified.
     *
     * @param startX where each began; empty if that is not known
     * @param marks the way of few particles, the earliest position first, without the present one
     * @param step steps taken
     * @param steps steps of the whole run
     */
    public record Past(double[] startX, double[] startY, List<Mark> marks, int step, int steps) {
        public static final Past NONE = new Past(new double[0], new double[0], List.of(), 0, 0);

        public Past {
            marks = List.copyOf(marks);
        }

        /** How much of the run lies behind, from 0 to 1. */
        public double share(int atStep) {
            return steps == 0 ? 0 : Math.min(1, atStep / (double) steps);
        }
    }

    private ParticleHistory(double[] startX, double[] startY) {
        this.startX = startX;
        this.startY = startY;
    }

    /** The way of particles that stand at their start. */
    public static ParticleHistory from(State begun) {
        return new ParticleHistory(begun.x().clone(), begun.y().clone());
    }

    /** No marks yet, for particles that began where these did and go on in a run of its own. */
    public ParticleHistory goingOn() {
        return new ParticleHistory(startX, startY);
    }

    /** From {@code step} on the run goes another way: what lay ahead is forgotten. */
    public void turn(int step) {
        marks.tailMap(step, true).clear();
    }

    /** Remembers a state through which the run passes; every state in order, at least the first time. */
    public void pass(State state) {
        int step = state.step();
        if (startX.length <= MOST_FOLLOWED && step % distance(step + 1) == 0 && !marks.containsKey(step)) {
            marks.put(step, new Mark(step, state.x().clone(), state.y().clone()));
        }
    }

    /** What lies behind after {@code step} of {@code steps} steps. */
    public Past past(int step, int steps) {
        int distance = distance(step);
        var behind = marks.headMap(step, false).values().stream()
                .filter(mark -> mark.step() % distance == 0)
                .toList();
        return new Past(startX, startY, behind, step, steps);
    }

    /** The steps between two marks of what is told after {@code step} steps: a power of two. */
    public static int distance(int step) {
        int distance = 1;
        while (step > (long) MOST_MARKS * distance) {
            distance *= 2;
        }
        return distance;
    }
}
