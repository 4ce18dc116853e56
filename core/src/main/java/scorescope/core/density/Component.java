package scorescope.core.density;

import scorescope.core.BadInputException;

/**
 * One Gaussian of a mixture: weight · N((meanX, meanY), [[xx, xy], [xy, yy]]).
 *
 * <p>The covariance is positive semi-definite; zero denotes a point, which has a density only at σ &gt; 0.
 *
 * @param label class of the component; empty for none
 */
public record Component(double weight, double meanX, double meanY, double xx, double xy, double yy, String label) {
    /** A component without a class. */
    public Component(double weight, double meanX, double meanY, double xx, double xy, double yy) {
        this(weight, meanX, meanY, xx, xy, yy, "");
    }

    /**
     * @throws BadInputException naming {@code place} if a number is not finite, the weight not positive, or the covariance
     *     not positive semi-definite
     */
    public Component checked(String place) {
        if (!(weight > 0) || !Double.isFinite(weight)) {
            throw BadInputException.of(place + ".weight", "core.component.weight-not-positive", weight);
        }
        if (!Double.isFinite(meanX) || !Double.isFinite(meanY)) {
            throw BadInputException.of(place + ".mean", "core.component.mean-not-finite");
        }
        if (!Double.isFinite(xx) || !Double.isFinite(xy) || !Double.isFinite(yy)) {
            throw BadInputException.of(place + ".covariance", "core.component.covariance-not-finite");
        }
        double scale = Math.max(Math.abs(xx), Math.abs(yy));
        if (xx < 0 || yy < 0 || determinant() < -1e-12 * scale * scale) {
            throw BadInputException.of(place + ".covariance", "core.component.not-positive-definite", xx, xy, yy);
        }
        return this;
    }

    /** Standard deviation of the first coordinate, √Σ₁₁, in data units. */
    public double stdX() {
        return Math.sqrt(xx);
    }

    /** Standard deviation of the second coordinate, √Σ₂₂, in data units. */
    public double stdY() {
        return Math.sqrt(yy);
    }

    /** Σ₁₂ / √(Σ₁₁Σ₂₂), between −1 and 1; 0 if a standard deviation is 0. */
    public double correlation() {
        double product = Math.sqrt(xx * yy);
        return product == 0 ? 0 : xy / product;
    }

    /** Root mean square of its standard deviation over all directions, √((Σ₁₁ + Σ₂₂)/2), in data units. */
    public double width() {
        return Math.sqrt((xx + yy) / 2);
    }

    public Component withWeight(double changed) {
        return new Component(changed, meanX, meanY, xx, xy, yy, label);
    }

    public Component withMean(double changedX, double changedY) {
        return new Component(weight, changedX, changedY, xx, xy, yy, label);
    }

    public Component labelled(String changed) {
        return new Component(weight, meanX, meanY, xx, xy, yy, changed);
    }

    /** The same weight and mean with Σ = [[s₁², ρs₁s₂], [ρs₁s₂, s₂²]]; in data units, ρ from −1 to 1. */
    public Component withShape(double stdX, double stdY, double correlation) {
        return new Component(weight, meanX, meanY, stdX * stdX, correlation * stdX * stdY, stdY * stdY, label);
    }

    /**
     * xx·yy − xy², to two units in its last place however nearly singular the covariance is.
     *
     * @see <a href="https://doi.org/10.1090/S0025-5718-2013-02679-8">Jeannerod, Louvet and Muller 2013, Further analysis of
     *     Kahan's algorithm for the accurate computation of 2 × 2 determinants</a>
     */
    public double determinant() {
        double square = xy * xy;
        return Math.fma(xx, yy, -square) + Math.fma(-xy, xy, square);
    }

    public static Component isotropic(double weight, double meanX, double meanY, double std) {
        return new Component(weight, meanX, meanY, std * std, 0, std * std);
    }
}
