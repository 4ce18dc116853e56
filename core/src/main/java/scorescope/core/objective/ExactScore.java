package scorescope.core.objective;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;

/**
 * The exact score of a noised mixture at points with individual noise levels: s = Σ r_k C_k⁻¹(αμ_k − x), C_k = α²Σ_k + σ²I,
 * σ &gt; 0. Allocates nothing after it is made.
 */
public final class ExactScore {
    private final int size;
    private final double[] numbers;

    public ExactScore(GaussianMixture mixture) {
        size = mixture.components().size();
        numbers = mixture.components().stream()
                .flatMapToDouble(c -> Arrays.stream(
                        new double[] {Math.log(c.weight()), c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy()}))
                .toArray();
    }

    /** Coordinate i of the score at (x, y). */
    double coordinate(int i, double x, double y, double alpha, double sigma) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double weighted = 0;
        for (int k = 0; k < size; k++) {
            int at = 6 * k;
            double xx = alpha * alpha * numbers[at + 3] + sigma * sigma;
            double xy = alpha * alpha * numbers[at + 4];
            double yy = alpha * alpha * numbers[at + 5] + sigma * sigma;
            double determinant = xx * yy - xy * xy;
            double dx = alpha * numbers[at + 1] - x;
            double dy = alpha * numbers[at + 2] - y;
            double ux = (yy * dx - xy * dy) / determinant;
            double uy = (xx * dy - xy * dx) / determinant;
            double log = numbers[at] - 0.5 * (dx * ux + dy * uy + Math.log(determinant));
            // The sums are relative to the largest term so far.
            if (log > largest) {
                double fade = Math.exp(largest - log);
                sum *= fade;
                weighted *= fade;
                largest = log;
            }
            double term = Math.exp(log - largest);
            sum += term;
            weighted += term * (i == 0 ? ux : uy);
        }
        return weighted / sum;
    }
}
