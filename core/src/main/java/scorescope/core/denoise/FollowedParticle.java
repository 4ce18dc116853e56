package scorescope.core.denoise;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.score.ScoreField;

/**
 * One particle of a run and its denoised point x̂₀ = E[x₀ | x_t] after each step, from the run's score at the particle's noise
 * level: the exact posterior's mean, or (x_t + σ²s)/α for a learned score. For large σ it is the mean of all data; it
 * approaches x_t/α as σ goes to 0.
 *
 * <p>A track depends on its step alone, not on the order in which steps are visited: earlier denoised points are those of the
 * steps that a {@link ParticleHistory} marks.
 *
 * <p>Not safe for use by several threads; a {@link Track} is.
 */
public final class FollowedParticle {
    private final int index;
    private final NavigableMap<Integer, Guess> marks = new TreeMap<>();
    private final double[][] point = new double[4][1];
    private Denoiser denoiser;

    /**
     * The particle and its denoised point after {@code step} steps, in data units.
     *
     * @param level the noise level of (x, y)
     */
    public record Guess(int step, NoiseLevel level, double x, double y, double cleanX, double cleanY) {
        /** Whether all coordinates are finite; those of a diverged particle are not. */
        public boolean finite() {
            return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(cleanX) && Double.isFinite(cleanY);
        }
    }

    /**
     * The particle at one step with its denoised points so far.
     *
     * @param index of the particle in the run, from 0
     * @param earlier denoised points of earlier marked steps, the earliest first
     */
    public record Track(int index, List<Guess> earlier, Guess present) {
        public Track {
            earlier = List.copyOf(earlier);
        }
    }

    /** @param index of the particle in the run, from 0 */
    public FollowedParticle(int index, Denoiser denoiser) {
        this.index = index;
        this.denoiser = denoiser;
    }

    /** The chosen particle; empty if none is chosen or the run has fewer particles. */
    public static Optional<FollowedParticle> of(OptionalInt index, int particles, ScoreField score) {
        return index.isPresent() && index.getAsInt() < particles
                ? Optional.of(new FollowedParticle(index.getAsInt(), Denoiser.of(score)))
                : Optional.empty();
    }

    /** Replaces the score from {@code step} on; denoised points of earlier steps remain. */
    public void goOn(int step, ScoreField score) {
        marks.tailMap(step, true).clear();
        denoiser = Denoiser.of(score);
    }

    /** The particle and its denoised point in a state of the run. */
    public Guess in(State state) {
        point[0][0] = state.x()[index];
        point[1][0] = state.y()[index];
        denoiser.mean(point[0], point[1], 0, 1, state.level(), point[2], point[3]);
        return new Guess(state.step(), state.level(), point[0][0], point[1][0], point[2][0], point[3][0]);
    }

    /** Stores the denoised point of a state if its step is marked. */
    public void pass(State state) {
        int step = state.step();
        if (step % ParticleHistory.distance(step + 1) == 0 && !marks.containsKey(step)) {
            marks.put(step, in(state));
        }
    }

    /** The first step, from {@code first} on, whose state is missing for the track at {@code step}. */
    public OptionalInt missing(int first, int step) {
        int distance = ParticleHistory.distance(step);
        for (int mark = Math.ceilDiv(first, distance) * distance; mark < step; mark += distance) {
            if (!marks.containsKey(mark)) {
                return OptionalInt.of(mark);
            }
        }
        return OptionalInt.empty();
    }

    /** The track of the particle in a state, from the states that were passed before. */
    public Track track(State state) {
        int distance = ParticleHistory.distance(state.step());
        var earlier = new ArrayList<Guess>();
        for (var mark : marks.headMap(state.step(), false).values()) {
            if (mark.step() % distance == 0) {
                earlier.add(mark);
            }
        }
        return new Track(index, earlier, in(state));
    }
}
