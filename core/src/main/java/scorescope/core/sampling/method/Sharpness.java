package scorescope.core.sampling.method;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/** Largest curvature of log p at its modes, which bounds the stable step sizes of explicit rules. */
public final class Sharpness {
    private Sharpness() {}

    /**
     * The largest −λ_min(∇² log p) over the means of the components, in 1/data units²; NaN for a score that is not that of
     * a mixture.
     */
    public static double of(ScoreField score, NoiseLevel level) {
        if (!(score instanceof MixtureScore exact) || !score.definedAt(level)) {
            return Double.NaN;
        }
        var components = exact.mixture().components();
        int n = components.size();
        var x = new double[n];
        var y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = level.alpha() * components.get(k).meanX();
            y[k] = level.alpha() * components.get(k).meanY();
        }
        var xx = new double[n];
        var xy = new double[n];
        var yx = new double[n];
        var yy = new double[n];
        exact.jacobian(x, y, 0, n, level, xx, xy, yx, yy);
        double sharpest = 0;
        for (int k = 0; k < n; k++) {
            double half = 0.5 * (xx[k] - yy[k]);
            double least = 0.5 * (xx[k] + yy[k]) - Math.hypot(half, xy[k]);
            sharpest = Math.max(sharpest, -least);
        }
        return sharpest;
    }
}
