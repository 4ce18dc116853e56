package scorescope.plot.study.run;

import scorescope.core.measure.ExactSamples;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;

/**
 * How close particles are to the exact distribution at their level, as {@link ExactSamples} measure it; NaN for a run
 * that failed, or if there is no density.
 *
 * @param floors sliced W₂ in sampling floors, with its sampling error
 * @param logGap mean of log p over the particles, minus that over exact samples, in nats
 */
public record SampleQuality(Estimate floors, Uncertain logGap) {
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);
    private static final int DRAWS = 4;
    private static final long SEED = 20_221;

    /** Measures states of a run; exact samples are drawn again only if density, level or number of particles change. */
    public static final class Measure {
        private record Key(MixtureScore exact, NoiseLevel level, int particles) {}

        private final Memo<Key, ExactSamples> truth =
                new Memo<>(key -> new ExactSamples(key.exact(), key.level(), key.particles(), DRAWS, SEED, DISTANCE));

        public SampleQuality of(State state, MixtureScore exact) {
            if (state.diagnostics().failed() || !exact.mixture().hasDensity(state.level())) {
                return new SampleQuality(Estimate.UNKNOWN, new Uncertain(Double.NaN, Double.NaN));
            }
            var truth = truth(state, exact);
            var found = new Sample(state.x(), state.y());
            return new SampleQuality(
                    truth.floors(found), new Uncertain(truth.logGap(found), 2 * truth.logGapError(found)));
        }

        /** Exact samples, as many as the state has particles, at its level. */
        public ExactSamples truth(State state, MixtureScore exact) {
            return truth.of(new Key(exact, state.level(), state.particles()));
        }
    }
}
