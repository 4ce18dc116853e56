package scorescope.plot.film;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.plot.study.run.ProcessClock;
import scorescope.session.NoiseSpec;
import scorescope.session.source.Resolved;

/** Noise levels from a high one down to the session's, as σ or as a time, whichever the session uses. */
interface NoiseSweep {
    /** The level at {@code share} of the sweep, from 0 (highest) to 1 (the session's). */
    NoiseSpec at(double share);

    static NoiseSweep of(Resolved resolved) {
        return switch (resolved.session().noise()) {
            case NoiseSpec.Sigma(double sigma) -> plain(resolved, sigma);
            case NoiseSpec.Time(double t) -> ofProcess(resolved.process(), t);
        };
    }

    /** σ in equal ratios, from the larger of 4 times the last σ and twice the density's standard deviation. */
    private static NoiseSweep plain(Resolved resolved, double last) {
        var moments = resolved.exact().mixture().noised(NoiseLevel.plain(last)).moments();
        double first = Math.max(2 * Math.sqrt((moments.xx() + moments.yy()) / 2), 4 * last);
        double lowest = Math.max(last, first * 1e-2);
        return share -> new NoiseSpec.Sigma(share >= 1 ? last : first * Math.pow(lowest / first, share));
    }

    /** Times from the end of the process down, spaced by {@link ProcessClock}. */
    private static NoiseSweep ofProcess(NoiseProcess process, double last) {
        var clock = new ProcessClock(process, Math.max(last, process.tMin()), process.tMax());
        return share -> new NoiseSpec.Time(share >= 1 ? last : clock.time(1 - share));
    }
}
