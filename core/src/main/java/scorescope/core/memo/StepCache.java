package scorescope.core.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * States 0, 1, 2, … of a run, each made from the one before and kept: the key is the number of the step. For one thread at a
 * time.
 */
public final class StepCache<S> {
    private final List<S> states = new ArrayList<>();
    private final BiFunction<S, Integer, S> next;

    /** @param next the state after one and the number of the step that leads there, the first being 0 */
    public StepCache(S start, BiFunction<S, Integer, S> next) {
        states.add(start);
        this.next = next;
    }

    /** The state after {@code step} steps; those before it are made first. */
    public S at(int step) {
        while (states.size() <= step) {
            states.add(next.apply(states.getLast(), states.size() - 1));
        }
        return states.get(step);
    }
}
