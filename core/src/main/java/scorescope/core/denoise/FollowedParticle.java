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
 * One particle of a run and its denoised point x̂₀ = E[x₀ | x_t] after each step, by the score that the run follows and at
 * the level that the particle stood at: the exact posterior's mean, or (x_t + σ²s)/α of a learned score. While σ is large it
 * is the mean of all data; it becomes the particle itself, x_t/α, as σ goes to 0.
 *
 * <p>What is told of a step depends on the step alone, so that going back and forth through a run changes nothing: earlier
 * denoised points are those of the steps that a {@link ParticleHistory} marks.
 *
 * <p>Not safe for use by several threads; a {@link Track} is.
 */
public final class FollowedParticle {
    private final int index;
    private final NavigableMap<Integer, Guess> marks = new TreeMap<>();
    private final double[][] point = new double[4][1];
    private Denoiser denoiser;

    /**
     * Where the particle stands after {@code step} steps, and what it is taken for there; in data units.
     *
     * @param level the noise level that (x, y) stands at
     */
    public record Guess(int step, NoiseLevel level, double x, double y, double cleanX, double cleanY) {
        /** Whether there is a place to show; a particle that ran away has none. */
        public boolean finite() {
            return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(cleanX) && Double.isFinite(cleanY);
        }
    }

    /**
     * What is known of the particle at one moment.
     *
     * @param index which of the run's particles it is, the first being 0
     * @param earlier what it was taken for on its way, the earliest first, without the present
     */
    public record Track(int index, List<Guess> earlier, Guess present) {
        public Track {
            earlier = List.copyOf(earlier);
        }
    }

    /** @param index which of the run's particles, the first being 0 */
    public FollowedParticle(int index, Denoiser denoiser) {
        this.index = index;
        this.denoiser = denoiser;
    }

    /** The particle that somebody has chosen, if the run has so many. */
    public static Optional<FollowedParticle> of(OptionalInt index, int particles, ScoreField score) {
        return index.isPresent() && index.getAsInt() < particles
                ? Optional.of(new FollowedParticle(index.getAsInt(), Denoiser.of(score)))
                : Optional.empty();
    }

    /** From {@code step} on the run follows another score; what was told of earlier steps stays. */
    public void goOn(int step, ScoreField score) {
        marks.tailMap(step, true).clear();
        denoiser = Denoiser.of(score);
    }

    /** What the particle is taken for in a state of the run. */
    public Guess in(State state) {
        point[0][0] = state.x()[index];
        point[1][0] = state.y()[index];
        denoiser.mean(point[0], point[1], 0, 1, state.level(), point[2], point[3]);
        return new Guess(state.step(), state.level(), point[0][0], point[1][0], point[2][0], point[3][0]);
    }

    /** Remembers a state through which the run passes, if its step is one to be remembered. */
    public void pass(State state) {
        int step = state.step();
        if (step % ParticleHistory.distance(step + 1) == 0 && !marks.containsKey(step)) {
            marks.put(step, in(state));
        }
    }

    /** The first step from {@code first} on whose state would have to be passed to tell all of {@code step}. */
    public OptionalInt missing(int first, int step) {
        int distance = ParticleHistory.distance(step);
        for (int mark = Math.ceilDiv(first, distance) * distance; mark < step; mark += distance) {
            if (!marks.containsKey(mark)) {
                return OptionalInt.of(mark);
            }
        }
        return OptionalInt.empty();
    }

    /** What lies behind the particle in a state, as far as states before it were passed. */
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
