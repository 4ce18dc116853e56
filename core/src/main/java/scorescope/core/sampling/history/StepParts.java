package scorescope.core.sampling.history;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine;
import scorescope.core.sampling.StepLines;

/**
 * One step of one particle, divided into its parts. The step is computed three times from the same state: without noise;
 * with its noise and every proposal accepted; and unchanged. This holds for every sampler, since noise is addressed and a
 * step depends only on the state and the noise.
 *
 * @param before position before the step, in data units, as all positions here
 * @param still position after the step with z = 0
 * @param proposed position after the step with its noise, before any acceptance test
 * @param after position after the unchanged step
 * @param level noise level before the step
 * @param next noise level after the step
 * @param lines of the algorithm, the first of them x; only that one for a sampler that does not write its lines
 */
public record StepParts(
        PlaneVector before,
        PlaneVector still,
        PlaneVector proposed,
        PlaneVector after,
        NoiseLevel level,
        NoiseLevel next,
        List<StepLine> lines) {
    /** Noise of a run with acceptance numbers that accept every proposal and, if {@code silent}, with z = 0. */
    private record Altered(NoiseSource noise, boolean silent) implements NoiseSource {
        /** Below every probability of acceptance that is not 0. */
        private static final double ACCEPTED = Double.MIN_NORMAL;

        @Override
        public void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy) {
            if (silent) {
                java.util.Arrays.fill(zx, from, to, 0);
                java.util.Arrays.fill(zy, from, to, 0);
            } else {
                noise.gaussian(stream, step, from, to, zx, zy);
            }
        }

        @Override
        public void uniform(int stream, long step, int from, int to, double[] u) {
            java.util.Arrays.fill(u, from, to, ACCEPTED);
        }
    }

    /**
     * @param before a state whose run has not ended; not modified
     * @param noise of the run
     */
    public static StepParts of(Sampler sampler, State before, NoiseSource noise, int particle) {
        var after = step(sampler, before, noise);
        var lines = new StepLines(before, after, noise, particle);
        sampler.write(lines);
        return new StepParts(
                PlaneVector.of(before, particle),
                PlaneVector.of(step(sampler, before, new Altered(noise, true)), particle),
                PlaneVector.of(step(sampler, before, new Altered(noise, false)), particle),
                PlaneVector.of(after, particle),
                before.level(),
                after.level(),
                lines.lines());
    }

    private static State step(Sampler sampler, State before, NoiseSource noise) {
        int n = before.particles();
        return sampler.step(before, noise, sampler.begin(new double[n], new double[n], noise));
    }

    /** Whether the acceptance test rejected the proposal. */
    public boolean refused() {
        return !proposed.equals(after);
    }
}
