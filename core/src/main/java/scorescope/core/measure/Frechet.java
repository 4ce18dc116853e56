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
        return between(a.moments(), b.moments());
    }

    /** Of two Gaussians; (AB)^½ has trace √(tr AB + 2 √(det A · det B)) in the plane. */
    public static double between(Moments a, Moments b) {
        double dx = a.meanX() - b.meanX();
        double dy = a.meanY() - b.meanY();
        double product = a.xx() * b.xx() + 2 * a.xy() * b.xy() + a.yy() * b.yy();
        double determinants = Math.sqrt(determinant(a) * determinant(b));
        double root = Math.sqrt(Math.max(0, product + 2 * determinants));
        return Math.max(0, dx * dx + dy * dy + a.xx() + a.yy() + b.xx() + b.yy() - 2 * root);
    }

    private static double determinant(Moments m) {
        return Math.max(0, m.xx() * m.yy() - m.xy() * m.xy());
    }
}
