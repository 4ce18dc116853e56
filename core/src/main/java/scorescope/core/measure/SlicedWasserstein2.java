package scorescope.core.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import scorescope.core.Watcher;
import scorescope.core.density.DoubleDouble;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Sliced W₂: the root of the mean, over {@code directions} equally spaced directions (k + ½)π/L, of the squared W₂ of
 * the two samples projected onto a line, where equal quantiles are matched.
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

    /** Share of the largest projection below which a distance has lost more than seven digits. */
    private static final double SMALL = 1e-9;

    /** Reports to the current {@link Watcher}, which may cancel it. */
    @Override
    public double between(Sample a, Sample b) {
        var shadowA = new double[a.count()];
        var shadowB = new double[b.count()];
        double sum = 0;
        double farthest = 0;
        var watcher = Watcher.current();
        for (int k = 0; k < directions; k++) {
            watcher.step(Watcher.Work.DISTANCE, 0.5 * k / directions);
            double angle = (k + 0.5) * Math.PI / directions;
            project(a, angle, shadowA);
            project(b, angle, shadowB);
            sum += squared(shadowA, shadowB);
            farthest = Math.max(farthest, Math.max(farthest(shadowA), farthest(shadowB)));
        }
        double value = Math.sqrt(sum / directions);
        // Projections have errors of about 10⁻¹⁶ of the largest, so a small distance is computed again with more
        // digits.
        double precise = value < SMALL * farthest ? small(a, b, watcher) : value;
        watcher.reached(Watcher.Work.DISTANCE, 1);
        return precise;
    }

    /** The largest magnitude of sorted numbers. */
    private static double farthest(double[] sorted) {
        return Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    }

    private double small(Sample a, Sample b, Watcher watcher) {
        var sum = DoubleDouble.ZERO;
        for (int k = 0; k < directions; k++) {
            watcher.step(Watcher.Work.DISTANCE, 0.5 + 0.5 * k / directions);
            double angle = (k + 0.5) * Math.PI / directions;
            sum = sum.plus(squared(project(a, angle), project(b, angle)));
        }
        return Math.sqrt(sum.value() / directions);
    }

    private static DoubleDouble[] project(Sample sample, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        var shadow = new DoubleDouble[sample.count()];
        Arrays.setAll(shadow, i -> DoubleDouble.product(c, sample.x()[i]).plus(DoubleDouble.product(s, sample.y()[i])));
        Arrays.sort(shadow, Comparator.comparingDouble(DoubleDouble::high).thenComparingDouble(DoubleDouble::low));
        return shadow;
    }

    private static DoubleDouble squared(DoubleDouble[] a, DoubleDouble[] b) {
        var sum = DoubleDouble.ZERO;
        long n = a.length;
        long m = b.length;
        long at = 0;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            long next = Math.min((i + 1) * m, (j + 1) * n);
            sum = sum.plus(a[i].minus(b[j]).squared().times((double) (next - at)));
            at = next;
            i += at == (i + 1) * m ? 1 : 0;
            j += at == (j + 1) * n ? 1 : 0;
        }
        return sum.over(DoubleDouble.product((double) n, (double) m));
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
