package scorescope.core.measure;

import java.util.Arrays;
import java.util.List;
import scorescope.core.Watcher;
import scorescope.core.density.DoubleDouble;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Squared maximum mean discrepancy, the biased estimate: mean k(a, a') − 2 mean k(a, b) + mean k(b, b') over all pairs,
 * with the Gaussian kernel k = exp(−‖d‖²/(2h²)).
 *
 * @param bandwidth h, in data units
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. 2012, A kernel two-sample test</a>
 */
public record MaximumMeanDiscrepancy(double bandwidth) implements SampleMeasure {
    private static final int MOST_POINTS = 20_000;

    /** Share of the means below which their difference has lost more than five digits. */
    private static final double SMALL = 3e-6;

    private static final int MOST_IN_DOUBLE_DOUBLE = 4000;

    public static final Parameter.Real BANDWIDTH = new Parameter.Real(
            "bandwidth",
            "h",
            "data units",
            1,
            1e-6,
            1e6,
            true,
            "The kernel's width: differences below it are smoothed.");

    public static final Kind<SampleMeasure> KIND = new Kind<>(
            "mmdSquared",
            "MMD²",
            "Squared distance of the samples' mean features under a Gaussian kernel exp(−|d|²/2h²), all pairs (biased).",
            List.of(BANDWIDTH),
            values -> new MaximumMeanDiscrepancy(values.get(BANDWIDTH)));

    @Override
    public int mostPoints() {
        return MOST_POINTS;
    }

    /** Reports to the current {@link Watcher}, which may cancel it. */
    @Override
    public double between(Sample a, Sample b) {
        // Rows of the three means, counted twice in case the difference is small.
        var progress = Watcher.current().counting(Watcher.Work.DISTANCE, 2L * (2L * a.count() + b.count()));
        double within = similarity(a, a, progress) + similarity(b, b, progress);
        double value = within - 2 * similarity(a, b, progress);
        // Each mean has a relative error of about 10⁻¹⁶, so a small difference is computed again with more digits.
        double precise = value < SMALL * within ? Math.max(0, small(a, b, progress)) : value;
        progress.end();
        return precise;
    }

    /** The same with k − 1 in place of k, whose constant cancels; in double-double unless there are too many pairs. */
    private double small(Sample a, Sample b, Watcher.Count progress) {
        boolean few = Math.max(a.count(), b.count()) <= MOST_IN_DOUBLE_DOUBLE;
        return meanLessOne(a, a, few, progress)
                .plus(meanLessOne(b, b, few, progress))
                .minus(meanLessOne(a, b, few, progress).times(2))
                .value();
    }

    private DoubleDouble meanLessOne(Sample a, Sample b, boolean precise, Watcher.Count progress) {
        double scale = -0.5 / (bandwidth * bandwidth);
        var rows = new DoubleDouble[a.count()];
        SpinPool.current().run(rows.length, i -> {
            rows[i] = DoubleDouble.ZERO;
            if (progress.goesOn()) {
                progress.add(1);
                rows[i] = precise ? preciseRow(a, i, b, scale) : row(a, i, b, scale);
            }
        });
        return Arrays.stream(rows)
                .reduce(DoubleDouble.ZERO, DoubleDouble::plus)
                .over(DoubleDouble.product(a.count(), b.count()));
    }

    private static DoubleDouble preciseRow(Sample a, int i, Sample b, double scale) {
        var row = DoubleDouble.ZERO;
        for (int j = 0; j < b.count(); j++) {
            var dx = DoubleDouble.difference(a.x()[i], b.x()[j]);
            var dy = DoubleDouble.difference(a.y()[i], b.y()[j]);
            row = row.plus(dx.squared().plus(dy.squared()).times(scale).exponentialLessOne());
        }
        return row;
    }

    private static DoubleDouble row(Sample a, int i, Sample b, double scale) {
        var row = DoubleDouble.ZERO;
        for (int j = 0; j < b.count(); j++) {
            double dx = a.x()[i] - b.x()[j];
            double dy = a.y()[i] - b.y()[j];
            row = row.plus(DoubleDouble.of(Math.expm1(scale * (dx * dx + dy * dy))));
        }
        return row;
    }

    private double similarity(Sample a, Sample b, Watcher.Count progress) {
        double scale = -0.5 / (bandwidth * bandwidth);
        double sum = 0;
        for (int i = 0; i < a.count(); i++) {
            double row = 0;
            for (int j = 0; j < b.count(); j++) {
                double dx = a.x()[i] - b.x()[j];
                double dy = a.y()[i] - b.y()[j];
                row += Math.exp(scale * (dx * dx + dy * dy));
            }
            sum += row;
            progress.requireWanted();
            progress.add(1);
        }
        return sum / a.count() / b.count();
    }
}
