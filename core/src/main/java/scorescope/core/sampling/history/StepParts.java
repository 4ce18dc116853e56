package scorescope.core.sampling.history;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;

/**
 * One step of one particle taken apart. The step is taken three times from the same state: without noise, which leaves what the
 * method adds by itself; with its noise and any proposal accepted; and as it really is. This holds for every sampler, since
 * noise is addressed and a step depends on nothing but the state and the noise.
 *
 * @param before where the particle stands, in data units, as all of these
 * @param still where it would go with z = 0
 * @param proposed where its noise takes it, before any test
 * @param after where it goes
 * @param level before the step
 * @param next after it
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

    /** Noise of a run, with other numbers where a part is left out. */
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

    /** Whether a test refused the proposal. */
    public boolean refused() {
        return !proposed.equals(after);
    }
}
