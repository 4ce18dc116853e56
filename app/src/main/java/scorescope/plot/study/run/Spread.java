package scorescope.plot.study.run;

import scorescope.core.density.GaussianMixture;
import scorescope.core.density.Moments;
import scorescope.core.measure.Sample;

/** The variance of one coordinate, averaged over both, and its standard error for a sample. */
public final class Spread {
    private Spread() {}

    public static double of(GaussianMixture mixture) {
        return of(mixture.moments());
    }

    public static double of(Sample sample) {
        return of(sample.moments());
    }

    private static double of(Moments moments) {
        return 0.5 * (moments.xx() + moments.yy());
    }

    /** The standard error of {@link #of(Sample)}: the scatter of ½‖x − mean‖² over √n. */
    public static double error(Sample sample) {
        var moments = sample.moments();
        int n = sample.count();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double dx = sample.x()[i] - moments.meanX();
            double dy = sample.y()[i] - moments.meanY();
            double off = 0.5 * (dx * dx + dy * dy) - of(moments);
            squares += off * off;
        }
        return Math.sqrt(squares / n / n);
    }
}
