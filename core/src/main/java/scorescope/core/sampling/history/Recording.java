package scorescope.core.sampling.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;

/**
 * A run that can be moved to any step. Checkpoints are stored at every step until the memory is used up, then at every
 * second, fourth, … step. A state between two checkpoints is computed again from the earlier one; since noise is addressed
 * by step and particle, it is the same to the last bit.
 *
 * <p>Not safe for use by several threads.
 */
public final class Recording {
    private static final int FEWEST = 8;

    private final Sampler sampler;
    private final NoiseSource noise;
    private final ParticleBlocks blocks;
    private final int most;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Deque<Checkpoint> free = new ArrayDeque<>();
    private final int first;
    private int stride = 1;
    private State state;
    private State spare;
    private int furthest;
    private boolean ended;

    /**
     * A copy of a state.
     *
     * @param arrays copies of positions and carried arrays; they belong to the recording
     * @param carried carried record, from which only numbers besides the arrays are used
     */
    private record Checkpoint(
            int step, NoiseLevel level, double[][] arrays, Carried carried, Diagnostics diagnostics) {}

    /**
     * A run at its first state.
     *
     * @param initial the first state, from {@link Sampler#begin} or {@link Sampler#init}, or a later one. The recording
     *     does not go back beyond it. Its arrays become the recording's; they are not copied
     * @param bytes memory for checkpoints, in bytes; at least 8 checkpoints are stored for any value
     */
    public Recording(Sampler sampler, State initial, NoiseSource noise, ParticleBlocks blocks, long bytes) {
        this.sampler = sampler;
        this.noise = noise;
        this.blocks = blocks;
        state = initial;
        first = initial.step();
        furthest = first;
        spare = sampler.begin(new double[initial.particles()], new double[initial.particles()], noise);
        long numbers = 0;
        for (var array : arrays(initial)) {
            numbers += array.length;
        }
        most = Math.clamp(bytes / (Double.BYTES * numbers), FEWEST, 1 << 20);
        keep();
    }

    public Sampler sampler() {
        return sampler;
    }

    /** The current state. Its arrays are overwritten by the next {@link #seek} or {@link #forward}. */
    public State state() {
        return state;
    }

    /** Number of the first state. */
    public int first() {
        return first;
    }

    /** The last step that was computed. */
    public int furthest() {
        return furthest;
    }

    /** Whether {@link #furthest} is the last step of the run. */
    public boolean ended() {
        return ended;
    }

    /** The number of steps of the whole run: the last step if the run has ended, otherwise {@link Sampler#steps}. */
    public int length() {
        return ended ? furthest : sampler.steps();
    }

    /** Advances by one step; does nothing at the end. */
    public State forward() {
        if (state.diagnostics().status() != Status.RUNNING) {
            return state;
        }
        var next = sampler.step(state, noise, spare, blocks);
        spare = state;
        state = next;
        if (state.step() > furthest) {
            furthest = state.step();
            ended = state.diagnostics().status() != Status.RUNNING;
            if ((furthest - first) % stride == 0) {
                keep();
            }
        }
        return state;
    }

    /** Moves to the state after {@code step} steps, computing it if needed; to the last state if the run ended before. */
    public State seek(int step) {
        int wanted = Math.max(first, ended ? Math.min(step, furthest) : step);
        var nearest = nearest(wanted);
        if (wanted < state.step() || nearest.step() > state.step()) {
            state = restored(nearest, state, blocks);
        }
        while (state.step() < wanted && state.diagnostics().status() == Status.RUNNING) {
            forward();
        }
        return state;
    }

    /**
     * Recomputes earlier states of one particle without moving the run. If particles are independent, only those of its
     * block are computed. Valid as long as the recording.
     */
    public Replay replay(int particle) {
        return new Replay(sampler.independent() ? ParticleBlocks.around(particle) : blocks);
    }

    /** Recomputed states of one particle, independent of the run's current state. For the thread of the recording. */
    public final class Replay {
        private final ParticleBlocks moved;
        private State at = blank();
        private State next = blank();

        private Replay(ParticleBlocks moved) {
            this.moved = moved;
            at = restored(checkpoints.getFirst(), at, moved);
        }

        private State blank() {
            return sampler.begin(new double[state.particles()], new double[state.particles()], noise);
        }

        /**
         * The state after {@code step} steps, or the one reached when {@code deadline} passes, at least one step further.
         * Only the particle of this replay is valid in it. The arrays are overwritten by the next call.
         *
         * @param deadline in nanoseconds of {@link System#nanoTime}
         * @throws IllegalArgumentException if the recording has not reached that step
         */
        public State toward(int step, long deadline) {
            if (step < first || step > furthest) {
                throw new IllegalArgumentException("step " + step + " is not one of " + first + " to " + furthest);
            }
            var nearest = nearest(step);
            if (step < at.step() || nearest.step() > at.step()) {
                at = restored(nearest, at, moved);
            }
            boolean inTime = true;
            while (at.step() < step && inTime) {
                var reached = sampler.step(at, noise, next, moved);
                next = at;
                at = reached;
                inTime = System.nanoTime() <= deadline;
            }
            return at;
        }
    }

    private Checkpoint nearest(int step) {
        return checkpoints.get(Math.min((step - first) / stride, checkpoints.size() - 1));
    }

    private void keep() {
        var from = arrays(state);
        var copy = free.isEmpty() ? copies(from) : free.removeFirst().arrays();
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, copy[i], 0, from[i].length);
        }
        checkpoints.add(new Checkpoint(state.step(), state.level(), copy, state.carried(), state.diagnostics()));
        if (checkpoints.size() > most) {
            thin();
        }
    }

    /** Drops every second checkpoint. */
    private void thin() {
        stride *= 2;
        var remaining = new ArrayList<Checkpoint>();
        for (var checkpoint : checkpoints) {
            if ((checkpoint.step() - first) % stride == 0) {
                remaining.add(checkpoint);
            } else {
                free.add(checkpoint);
            }
        }
        checkpoints.clear();
        checkpoints.addAll(remaining);
    }

    /** Copies a checkpoint into the arrays of another state. */
    private static State restored(Checkpoint checkpoint, State other, ParticleBlocks blocks) {
        var into = arrays(other);
        for (int i = 0; i < into.length; i++) {
            var from = checkpoint.arrays()[i];
            var to = into[i];
            blocks.each(to.length, (begin, end) -> System.arraycopy(from, begin, to, begin, end - begin));
        }
        return other.at(
                checkpoint.step(),
                checkpoint.level(),
                checkpoint.carried().in(other.carried()),
                checkpoint.diagnostics());
    }

    private static double[][] copies(double[][] arrays) {
        var copies = new double[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            copies[i] = new double[arrays[i].length];
        }
        return copies;
    }

    /** All arrays that the next step depends on, always in the same order. */
    private static double[][] arrays(State state) {
        var arrays = new ArrayList<double[]>();
        arrays.add(state.x());
        arrays.add(state.y());
        arrays.addAll(state.carried().arrays());
        return arrays.toArray(double[][]::new);
    }
}
