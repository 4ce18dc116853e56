package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import scorescope.ui.model.SamplingThread.Plan;

/**
 * Passes plans to the sampling thread. During a drag a new plan waits until nothing has changed for {@link #REST}
 * pulses: this avoids runs that the next change would discard, and leaves the processor to the pictures.
 */
final class DeferredPlan {
    /**
     * Pulses without a change after which the pointer counts as at rest. Counted in pulses, not in time: changes arrive
     * late on a busy machine.
     */
    private static final int REST = 2;

    private final SamplingThread thread;
    private Optional<Waiting> waiting = Optional.empty();

    /**
     * A plan that waits.
     *
     * @param step the step to go to, if the session names another step than the one last announced to it
     * @param pulses since the last change
     */
    private record Waiting(Plan plan, OptionalInt step, int pulses) {}

    DeferredPlan(SamplingThread thread) {
        this.thread = thread;
    }

    boolean waits() {
        return waiting.isPresent();
    }

    /** Stops computing particles. */
    void stop() {
        waiting = Optional.empty();
        thread.follow(Optional.empty(), OptionalInt.empty());
    }

    /** Starts the plan at once. */
    void follow(Plan plan, OptionalInt step) {
        var to = step.isPresent() ? step : waiting.map(Waiting::step).orElse(step);
        waiting = Optional.empty();
        thread.follow(Optional.of(plan), to);
    }

    /** Starts the plan once the pointer rests; nothing is computed until then. */
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

    /** Starts the waiting plan, if there is one. */
    void begin() {
        waiting.ifPresent(one -> follow(one.plan(), one.step()));
    }
}
