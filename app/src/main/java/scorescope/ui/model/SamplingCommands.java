package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import scorescope.ui.model.SamplingThread.Plan;

/**
 * Requests to the {@link SamplingThread} that are not done yet. A newer plan, target step or tracked particle replaces
 * the older one. Thread-safe.
 */
final class SamplingCommands {
    private Optional<Optional<Plan>> plan = Optional.empty();
    private boolean restart;
    private int singleSteps;
    private int playbackSteps;
    private OptionalInt seekStep = OptionalInt.empty();
    private OptionalInt attended = OptionalInt.empty();
    private boolean tracing;
    private boolean catchingUp;
    private boolean working;
    private boolean closed;

    /**
     * What to do in one turn.
     *
     * @param plan the plan to follow from now on, if it was replaced; empty inside for no particles
     * @param attended the particle that is tracked with its denoised point
     * @param step whether to take a step
     * @param playing whether that step belongs to playback
     */
    record Turn(
            Optional<Optional<Plan>> plan,
            boolean restart,
            OptionalInt seek,
            OptionalInt attended,
            boolean step,
            boolean playing) {}

    /**
     * What one turn has left to do.
     *
     * @param catchingUp whether runs have not reached the clock's step yet
     * @param tracing whether past positions of the tracked particle are still to be computed
     * @param over whether no more steps can be taken: the run has ended, or cannot be run
     */
    record Left(boolean catchingUp, boolean tracing, boolean over) {}

    synchronized void follow(Optional<Plan> next, OptionalInt step) {
        plan = Optional.of(next);
        if (step.isPresent()) {
            goTo(step);
        }
        notifyAll();
    }

    private void goTo(OptionalInt step) {
        seekStep = step;
        singleSteps = 0;
        playbackSteps = 0;
    }

    synchronized void advance(int steps) {
        playbackSteps = Math.min(playbackSteps + steps, 2 * steps);
        notifyAll();
    }

    synchronized void pause() {
        playbackSteps = 0;
        notifyAll();
    }

    synchronized void step() {
        singleSteps++;
        notifyAll();
    }

    synchronized void restart() {
        restart = true;
        seekStep = OptionalInt.empty();
        notifyAll();
    }

    synchronized void seek(int step) {
        goTo(OptionalInt.of(step));
        notifyAll();
    }

    synchronized void attend(OptionalInt particle) {
        tracing |= !attended.equals(particle);
        attended = particle;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Whether all requests are done. */
    synchronized boolean rests() {
        return !working && !waiting();
    }

    /** Waits until all requests are done. */
    synchronized void awaitRest() throws InterruptedException {
        while (!closed && !rests()) {
            wait();
        }
    }

    private boolean waiting() {
        return plan.isPresent()
                || restart
                || tracing
                || catchingUp
                || seekStep.isPresent()
                || singleSteps > 0
                || playbackSteps > 0;
    }

    /** Waits for the next request; empty once closed. Steps wait until the runs have caught up with the clock. */
    synchronized Optional<Turn> next() throws InterruptedException {
        while (!closed && !waiting()) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        boolean mayStep = plan.isEmpty() && !restart && !catchingUp && seekStep.isEmpty();
        boolean single = mayStep && singleSteps > 0;
        boolean playing = mayStep && !single && playbackSteps > 0;
        var turn = new Turn(plan, restart, seekStep, attended, single || playing, playing);
        plan = Optional.empty();
        restart = false;
        seekStep = OptionalInt.empty();
        tracing = false;
        singleSteps -= single ? 1 : 0;
        playbackSteps -= playing ? 1 : 0;
        working = true;
        return Optional.of(turn);
    }

    /** Ends the work of a turn, whose result is published next. */
    synchronized void worked(Left left) {
        catchingUp = left.catchingUp();
        tracing |= left.tracing();
        if (left.over()) {
            // Discards steps requested before the end of the run was known.
            playbackSteps = 0;
        }
    }

    /** Records that the result of a turn has been published. */
    synchronized void published() {
        working = false;
        notifyAll();
    }
}
