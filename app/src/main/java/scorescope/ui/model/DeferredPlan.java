package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import scorescope.ui.model.SamplingThread.Plan;

/**
 * Gives the sampling thread its plans. In a drag a new plan waits until nothing has changed for {@link #REST} pulses: a run
 * that the next change would throw away is not begun, and the processor is left to the pictures.
 */
final class DeferredPlan {
    /** Pulses without a change after which a hand rests. Not a time: changes come late on a busy machine. */
    private static final int REST = 2;

    private final SamplingThread thread;
    private Optional<Waiting> waiting = Optional.empty();

    /**
     * A plan that waits.
     *
     * @param step where the clock stands, if the session says another step than it was told
     * @param pulses since the last change
     */
    private record Waiting(Plan plan, OptionalInt step, int pulses) {}

    DeferredPlan(SamplingThread thread) {
        this.thread = thread;
    }

    boolean waits() {
        return waiting.isPresent();
    }

    /** No particles any more. */
    void stop() {
        waiting = Optional.empty();
        thread.follow(Optional.empty(), OptionalInt.empty());
    }

    /** The thread follows the plan now. */
    void follow(Plan plan, OptionalInt step) {
        var to = step.isPresent() ? step : waiting.map(Waiting::step).orElse(step);
        waiting = Optional.empty();
        thread.follow(Optional.of(plan), to);
    }

    /** The thread follows the plan once the hand rests, and computes nothing until then. */
    void defer(Plan plan, OptionalInt step) {
        var to = step.isPresent() ? step : waiting.map(Waiting::step).orElse(step);
        if (waiting.isEmpty()) {
            thread.follow(Optional.empty(), OptionalInt.empty());
        }
        waiting = Optional.of(new Waiting(plan, to, 0));
    }

    void pulse() {
        waiting = waiting.map(one -> new Waiting(one.plan(), one.step(), one.pulses() + 1));
        if (waiting.filter(one -> one.pulses() >= REST).isPresent()) {
            begin();
        }
    }

    /** The thread follows the plan that waits, if one does. */
    void begin() {
        waiting.ifPresent(one -> follow(one.plan(), one.step()));
    }
}
