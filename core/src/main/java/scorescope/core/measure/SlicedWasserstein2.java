package scorescope.core.measure;

import java.util.Arrays;
import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Sliced W₂: the root of the mean, over {@code directions} equally spaced directions (k + ½)π/L, of the squared W₂ of
 * the two samples projected onto a line, where the quantiles move onto each other.
 *
 * @see <a href="https://doi.org/10.1007/s10851-014-0506-3">Bonneel, Rabin, Peyré, Pfister 2015, Sliced and Radon
 *     Wasserstein barycenters of measures</a>
 */
public record SlicedWasserstein2(int directions) implements SampleMeasure {
    public static final Parameter.Whole DIRECTIONS =
            new Parameter.Whole("directions", "L", 16, 1, 1024, "How many directions the samples are projected onto.");

    public static final Kind<SampleMeasure> KIND = new Kind<>(
            "slicedWasserstein2",
            "Sliced W₂",
            "Root of the mean squared W₂ of the samples' projections onto equally spaced directions.",
            List.of(DIRECTIONS),
            values -> new SlicedWasserstein2(Math.toIntExact(values.get(DIRECTIONS))));

    @Override
    public double between(Sample a, Sample b) {
        var shadowA = new double[a.count()];
        var shadowB = new double[b.count()];
        double sum = 0;
        for (int k = 0; k < directions; k++) {
            double angle = (k + 0.5) * Math.PI / directions;
            project(a, angle, shadowA);
            project(b, angle, shadowB);
            sum += squared(shadowA, shadowB);
        }
        return Math.sqrt(sum / directions);
    }

    private static void project(Sample sample, double angle, double[] out) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int i = 0; i < out.length; i++) {
            out[i] = c * sample.x()[i] + s * sample.y()[i];
        }
        Arrays.sort(out);
    }

    /** ∫₀¹ (F⁻¹(u) − G⁻¹(u))² du for two sorted samples, whose quantile functions are steps. */
    private static double squared(double[] a, double[] b) {
        long n = a.length;
        long m = b.length;
        double sum = 0;
        long at = 0;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            long next = Math.min((i + 1) * m, (j + 1) * n);
            double d = a[i] - b[j];
            sum += (next - at) * d * d;
            at = next;
            i += at == (i + 1) * m ? 1 : 0;
            j += at == (j + 1) * n ? 1 : 0;
        }
        return sum / ((double) n * m);
    }
}
