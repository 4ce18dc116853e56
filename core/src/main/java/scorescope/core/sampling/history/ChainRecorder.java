package scorescope.core.sampling.history;

import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.measure.ChainStatistics;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.State;

/**
 * Records the first coordinate of some particles over the second half of a run, for {@link ChainStatistics}. Particles are
 * Markov chains of one distribution only while their noise level stays the same.
 */
public final class ChainRecorder {
    /** Largest number of recorded particles, and smallest number of steps for which statistics are computed. */
    private static final int MOST_CHAINS = 64;

    private static final int FEWEST_STEPS = 20;

    private final int first;
    private final double[][] chains;
    private Optional<NoiseLevel> level = Optional.empty();
    private boolean oneLevel = true;
    private int recorded;

    /**
     * @param steps of the whole run
     * @param particles of the run
     */
    public ChainRecorder(int steps, int particles) {
        first = steps / 2 + 1;
        chains = new double[steps >= FEWEST_STEPS ? Math.min(MOST_CHAINS, particles) : 0][steps - first + 1];
    }

    /** Records the state if it belongs to the second half of the run; states come in order, each once. */
    public void add(State state) {
        int at = state.step() - first;
        if (at < 0 || chains.length == 0) {
            return;
        }
        for (int i = 0; i < chains.length; i++) {
            chains[i][at] = state.x()[i];
        }
        oneLevel &= level.isEmpty() || level.get().equals(state.level());
        level = Optional.of(state.level());
        recorded++;
    }

    /** Their statistics; empty if the run was too short, ended early, changed its noise level, or if no particle moved. */
    public Optional<ChainStatistics> statistics() {
        if (!oneLevel || recorded == 0 || recorded < chains[0].length) {
            return Optional.empty();
        }
        boolean moved = IntStream.range(1, recorded)
                .anyMatch(step -> IntStream.range(0, chains.length).anyMatch(i -> chains[i][step] != chains[i][0]));
        return moved ? Optional.of(new ChainStatistics(chains)) : Optional.empty();
    }
}
