package scorescope.plot.study;

import scorescope.core.measure.ExactSamples;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;

/**
 * How close particles are to the exact distribution at the level they stand at, as {@link ExactSamples} measure it; NaN for
 * a run that failed, or where there is no density.
 *
 * @param floors sliced W₂ in sampling floors
 */
record Closeness(double floors, double logGap) {
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);
    private static final int DRAWS = 4;
    private static final long SEED = 20_221;

    static Closeness of(State state, MixtureScore exact) {
        if (state.diagnostics().failed() || !exact.mixture().hasDensity(state.level())) {
            return new Closeness(Double.NaN, Double.NaN);
        }
        var truth = truth(state, exact);
        var found = new Sample(state.x(), state.y());
        return new Closeness(truth.floors(found), truth.logGap(found));
    }

    /** Exact samples, as many as the state has particles, at its level. */
    static ExactSamples truth(State state, MixtureScore exact) {
        return new ExactSamples(exact, state.level(), state.particles(), DRAWS, SEED, DISTANCE);
    }
}
