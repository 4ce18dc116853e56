package scorescope.plot.study.run;

import scorescope.core.measure.ExactSamples;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.quadrature.Estimate;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;

/**
 * How close particles are to the exact distribution at the level they stand at, as {@link ExactSamples} measure it; NaN for
 * a run that failed, or where there is no density.
 *
 * @param floors sliced W₂ in sampling floors, with its sampling error
 * @param logGap mean of log p over the particles, less that over exact samples, in nats
 */
public record SampleQuality(Estimate floors, Uncertain logGap) {
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);
    private static final int DRAWS = 4;
    private static final long SEED = 20_221;

    public static SampleQuality of(State state, MixtureScore exact) {
        if (state.diagnostics().failed() || !exact.mixture().hasDensity(state.level())) {
            return new SampleQuality(Estimate.UNKNOWN, new Uncertain(Double.NaN, Double.NaN));
        }
        var truth = truth(state, exact);
        var found = new Sample(state.x(), state.y());
        return new SampleQuality(truth.floors(found), new Uncertain(truth.logGap(found), 2 * truth.logGapError(found)));
    }

    /** Exact samples, as many as the state has particles, at its level. */
    public static ExactSamples truth(State state, MixtureScore exact) {
        return new ExactSamples(exact, state.level(), state.particles(), DRAWS, SEED, DISTANCE);
    }
}
