package scorescope.core.measure;

import java.util.List;
import scorescope.core.density.Moments;
import scorescope.core.parameter.Kind;

/**
 * Squared Fréchet distance of the Gaussians with the samples' means and unbiased covariances A, B:
 * ‖μ_a − μ_b‖² + tr(A + B − 2(AB)^½), the plane's counterpart of the FID.
 *
 * @see <a href="https://doi.org/10.1016/0047-259X(82)90077-X">Dowson and Landau 1982, The Fréchet distance between
 *     multivariate normal distributions</a>
 */
public record Frechet() implements SampleMeasure {
    public static final Kind<SampleMeasure> KIND = new Kind<>(
            "frechet",
            "Fréchet distance",
            "Squared W₂ of the two Gaussians with the samples' means and covariances: blind to everything else.",
            List.of(),
            _ -> new Frechet());

    @Override
    public double between(Sample a, Sample b) {
        return between(CovarianceFactor.of(a), CovarianceFactor.of(b));
    }

    /** The distance of two Gaussians. */
    public static double between(Moments a, Moments b) {
        return between(CovarianceFactor.of(a), CovarianceFactor.of(b));
    }

    /** Distance of the means plus distance of the shapes, each a sum of squares, so that small distances do not cancel. */
    private static double between(CovarianceFactor a, CovarianceFactor b) {
        return a.squaredDistanceOfMeans(b).plus(a.squaredDistanceOfShapes(b)).value();
    }
}
