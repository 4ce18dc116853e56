package scorescope.core.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Cache of states 0, 1, 2, … of a run, each computed from the previous one; the key is the number of the step. Not for use
 * by several threads at once.
 */
public final class StepCache<S> {
    private final List<S> states = new ArrayList<>();
    private final BiFunction<S, Integer, S> next;

    /** @param next computes the next state from a state and the number of the step, from 0 */
    public StepCache(S start, BiFunction<S, Integer, S> next) {
        states.add(start);
        this.next = next;
    }

    /** Number of the last state that is known. */
    public int reached() {
        return states.size() - 1;
    }

    /** The state after {@code step} steps; missing states before it are computed first. */
    public S at(int step) {
        while (states.size() <= step) {
            states.add(next.apply(states.getLast(), states.size() - 1));
        }
        return states.get(step);
    }
}
