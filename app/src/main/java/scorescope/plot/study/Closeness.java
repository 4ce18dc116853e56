package scorescope.plot.study;

import java.util.Arrays;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;

/**
 * How close particles are to the exact distribution at the level they stand at: sliced W₂ to as many exact samples, in
 * units of what two exact samples of that size are apart, and the mean of log p less that of exact samples.
 *
 * @param floors sliced W₂ over the median of three pairs of exact samples
 */
record Closeness(double floors, double logGap) {
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);
    private static final long SEED = 20_221;

    static Closeness of(State state, MixtureScore exact) {
        if (state.diagnostics().failed() || !exact.mixture().hasDensity(state.level())) {
            return new Closeness(Double.NaN, Double.NaN);
        }
        int n = state.particles();
        var noised = exact.mixture().noised(state.level());
        var draws = new Sample[4];
        for (int k = 0; k < draws.length; k++) {
            draws[k] = new Sample(new double[n], new double[n]);
            noised.draw(SEED + k, draws[k].x(), draws[k].y());
        }
        var floors = new double[] {
            DISTANCE.between(draws[0], draws[1]),
            DISTANCE.between(draws[1], draws[2]),
            DISTANCE.between(draws[2], draws[3])
        };
        Arrays.sort(floors);
        var found = new Sample(state.x(), state.y());
        double gap = meanLog(exact, state, found) - meanLog(exact, state, draws[0]);
        return new Closeness(DISTANCE.between(found, draws[0]) / floors[1], gap);
    }

    private static double meanLog(MixtureScore exact, State state, Sample sample) {
        var log = new double[sample.count()];
        exact.logDensity(sample.x(), sample.y(), 0, log.length, state.level(), log);
        return Arrays.stream(log).average().orElse(Double.NaN);
    }
}
