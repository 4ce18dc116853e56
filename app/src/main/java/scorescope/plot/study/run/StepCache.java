package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** States of a march, each made from the one before and kept once made, so that going back costs nothing. */
public final class StepCache<S> {
    private final List<S> states = new ArrayList<>();
    private final BiFunction<S, Integer, S> next;

    /** @param next the state after one and the number of the step that leads there, the first being 0 */
    public StepCache(S start, BiFunction<S, Integer, S> next) {
        states.add(start);
        this.next = next;
    }

    public S at(int step) {
        while (states.size() <= step) {
            states.add(next.apply(states.getLast(), states.size() - 1));
        }
        return states.get(step);
    }
}
