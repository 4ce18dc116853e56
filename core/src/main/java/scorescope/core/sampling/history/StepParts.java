package scorescope.core.sampling.history;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;

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
 */
public record StepParts(Place before, Place still, Place proposed, Place after, NoiseLevel level, NoiseLevel next) {
    /** A point of the plane. */
    public record Place(double x, double y) {
        static Place of(State state, int particle) {
            return new Place(state.x()[particle], state.y()[particle]);
        }

        public Place minus(Place other) {
            return new Place(x - other.x, y - other.y);
        }

        public Place plus(double factor, Place other) {
            return new Place(x + factor * other.x, y + factor * other.y);
        }

        public double norm() {
            return Math.hypot(x, y);
        }
    }

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
        return new StepParts(
                Place.of(before, particle),
                Place.of(step(sampler, before, new Altered(noise, true)), particle),
                Place.of(step(sampler, before, new Altered(noise, false)), particle),
                Place.of(after, particle),
                before.level(),
                after.level());
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
