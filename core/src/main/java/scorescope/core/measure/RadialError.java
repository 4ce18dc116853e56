package scorescope.core.measure;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * Error of a score by distance and noise level: the mean over directions of σ‖s_θ − s‖ at |x − centre| = r. The value 1
 * means an error of the denoised point as large as the noise. The centre is the mean of the clean density.
 */
public final class RadialError {
    private static final int DIRECTIONS = 8;

    private RadialError() {}

    /**
     * @param radii distances from the centre, in data units
     * @param sigmas levels of plain noise, each above 0
     * @return one value for each pair, a row for each level, without unit
     */
    public static double[] of(ScoreField score, MixtureScore exact, double[] radii, double[] sigmas) {
        int n = radii.length * DIRECTIONS;
        var moments = exact.mixture().moments();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * (i % DIRECTIONS + 0.5) / DIRECTIONS;
            x[i] = moments.meanX() + radii[i / DIRECTIONS] * Math.cos(angle);
            y[i] = moments.meanY() + radii[i / DIRECTIONS] * Math.sin(angle);
        }
        double[] means = new double[radii.length * sigmas.length];
        for (int row = 0; row < sigmas.length; row++) {
            double[] errors = at(score, exact, x, y, sigmas[row]);
            for (int i = 0; i < n; i++) {
                means[row * radii.length + i / DIRECTIONS] += errors[i] / DIRECTIONS;
            }
        }
        return means;
    }

    /** σ‖s_θ − s‖ at points, under plain noise. */
    public static double[] at(ScoreField score, MixtureScore exact, double[] x, double[] y, double sigma) {
        int n = x.length;
        var level = NoiseLevel.plain(sigma);
        double[][] s = new double[4][n];
        exact.score(x, y, 0, n, level, s[0], s[1]);
        score.score(x, y, 0, n, level, s[2], s[3]);
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            errors[i] = sigma * Math.hypot(s[2][i] - s[0][i], s[3][i] - s[1][i]);
        }
        return errors;
    }
}
