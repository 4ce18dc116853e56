package scorescope.core.measure;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * Error of a score at each noise level: the Fisher divergence E‖s_θ − s‖² under p_t, and E‖s‖² for comparison. Both are means
 * over the same exact samples of p_t, determined by a seed, so that results are reproducible. Reuses its arrays; not for use by
 * several threads at once.
 */
public final class ScoreError {
    private final MixtureScore exact;
    private final long seed;
    private final double[] x;
    private final double[] y;
    private final double[] exactX;
    private final double[] exactY;
    private final double[] scoreX;
    private final double[] scoreY;

    /**
     * @param samples number of samples of p_t at each level; the relative error of a mean falls as 1/√samples
     * @param seed determines the samples; each level has its own
     */
    public ScoreError(MixtureScore exact, int samples, long seed) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1: " + samples);
        }
        this.exact = exact;
        this.seed = seed;
        x = new double[samples];
        y = new double[samples];
        exactX = new double[samples];
        exactY = new double[samples];
        scoreX = new double[samples];
        scoreY = new double[samples];
    }

    /**
     * The error at one level.
     *
     * @param level the noise level, at which {@code score} is evaluated
     * @param fisher E‖s_θ − s‖² under p_t, in 1/data units², with two standard errors of the mean
     * @param magnitude E‖s‖² under p_t, in 1/data units²
     * @param share fisher/magnitude with two standard errors: 0 for the exact score, 1 for the zero score
     */
    public record AtLevel(NoiseLevel level, Estimate fisher, double magnitude, Estimate share) {
        /** E‖s_θ − s‖². */
        public double error() {
            return fisher.value();
        }

        /** error/magnitude. */
        public double relative() {
            return share.value();
        }
    }

    /** The errors of {@code score}, one for each level, in their order. */
    public List<AtLevel> measure(ScoreField score, List<NoiseLevel> levels) {
        var errors = new ArrayList<AtLevel>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            errors.add(at(score, levels.get(i), seed + i));
        }
        return List.copyOf(errors);
    }

    private AtLevel at(ScoreField score, NoiseLevel level, long levelSeed) {
        int n = x.length;
        exact.mixture().noised(level).draw(levelSeed, x, y);
        exact.score(x, y, 0, n, level, exactX, exactY);
        score.score(x, y, 0, n, level, scoreX, scoreY);
        double sumError = 0;
        double sumMagnitude = 0;
        for (int i = 0; i < n; i++) {
            sumError += squaredError(i);
            sumMagnitude += squaredMagnitude(i);
        }
        double error = sumError / n;
        double magnitude = sumMagnitude / n;
        double share = error / magnitude;
        double squares = 0;
        double squaresOfShare = 0;
        for (int i = 0; i < n; i++) {
            double off = squaredError(i) - error;
            squares += off * off;
            // The ratio of two means varies as the mean of this, to first order.
            double offShare = squaredError(i) - share * squaredMagnitude(i);
            squaresOfShare += offShare * offShare;
        }
        double perMean = 2 / Math.sqrt((n - 1.0) * n);
        return new AtLevel(
                level,
                new Estimate(error, perMean * Math.sqrt(squares)),
                magnitude,
                new Estimate(share, perMean * Math.sqrt(squaresOfShare) / magnitude));
    }

    private double squaredError(int i) {
        double dx = scoreX[i] - exactX[i];
        double dy = scoreY[i] - exactY[i];
        return dx * dx + dy * dy;
    }

    private double squaredMagnitude(int i) {
        return exactX[i] * exactX[i] + exactY[i] * exactY[i];
    }
}
