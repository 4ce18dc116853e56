package scorescope.core.sampling;

import scorescope.core.noise.NoiseLevel;

/**
 * State of a run: positions x[i], y[i] of all particles after {@code step} steps, at {@code level} of noise. Positions,
 * carried arrays and diagnostics are separate.
 *
 * @param x first coordinates in data units, shared and not copied, as {@code y}
 * @param carried what the next step needs besides the positions
 * @param scratch working arrays of the step that computes this state
 */
public record State(
        int step, NoiseLevel level, double[] x, double[] y, Carried carried, Scratch scratch, Diagnostics diagnostics) {

    /** Before the first step. */
    public static State initial(NoiseLevel level, double[] x, double[] y, Carried carried, Scratch scratch) {
        return new State(0, level, x, y, carried, scratch, Diagnostics.INITIAL);
    }

    /** Before the first step of a method that carries nothing and needs no arrays. */
    public static State initial(NoiseLevel level, double[] x, double[] y) {
        return initial(level, x, y, Carried.NONE, Scratch.NONE);
    }

    public int particles() {
        return x.length;
    }

    /** The same arrays after another number of steps. */
    public State at(int newStep, NoiseLevel newLevel, Diagnostics newDiagnostics) {
        return at(newStep, newLevel, carried, newDiagnostics);
    }

    /** The same arrays after another number of steps, with the carried arrays that belong to it. */
    public State at(int newStep, NoiseLevel newLevel, Carried newCarried, Diagnostics newDiagnostics) {
        return new State(newStep, newLevel, x, y, newCarried, scratch, newDiagnostics);
    }

    /**
     * The carried arrays, as a record of the method's own type.
     *
     * @throws IllegalArgumentException if the state belongs to another method
     */
    public <C extends Carried> C carried(Class<C> type) {
        return typed(carried, type);
    }

    /**
     * The working arrays, as a record of the method's own type.
     *
     * @throws IllegalArgumentException if the state belongs to another method
     */
    public <S extends Scratch> S scratch(Class<S> type) {
        return typed(scratch, type);
    }

    private static <T> T typed(Object content, Class<T> type) {
        if (!type.isInstance(content)) {
            throw new IllegalArgumentException(
                    "a state with " + content.getClass().getSimpleName() + " is not one with " + type.getSimpleName());
        }
        return type.cast(content);
    }
}
