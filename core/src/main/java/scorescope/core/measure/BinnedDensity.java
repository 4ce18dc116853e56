package scorescope.core.measure;

import java.util.Arrays;
import java.util.Optional;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/** Masses of a noised mixture in bins, for comparison with samples. The bins are wide enough for counts of particles. */
public final class BinnedDensity {
    /** Number of cells along an axis, and number of cells of a bin along it. */
    private static final int FINE = 96;

    private static final int COARSER = 4;

    /** Standard deviations of the mixture that the bins reach beyond its components. */
    private static final double REACH = 4;

    private final Bins bins;
    private final GridDensity exact;

    /** The same from cells twice as wide, whose rule of fourth order has 16 times the error. */
    private final GridDensity rough;

    public BinnedDensity(MixtureScore mixture, NoiseLevel level) {
        var box = mixture.mixture().noised(level).bounds(REACH);
        bins = new Bins(new Grid(FINE, FINE, box.x0(), box.x1(), box.y0(), box.y1()), COARSER);
        exact = masses(bins, mixture, level);
        rough = masses(
                new Bins(new Grid(FINE / 2, FINE / 2, box.x0(), box.x1(), box.y0(), box.y1()), COARSER / 2),
                mixture,
                level);
    }

    private static GridDensity masses(Bins bins, MixtureScore mixture, NoiseLevel level) {
        var mass = Arrays.stream(
                        GridDensity.ofMasses(bins.fine(), mixture, level).logMass())
                .map(Math::exp)
                .toArray();
        return GridDensity.of(bins.grid(), bins.of(mass));
    }

    public Grid grid() {
        return bins.grid();
    }

    /**
     * {@code measure} between the histogram of a sample and the density, with the error that follows from that of the
     * density's masses; empty if no point lies in the bins.
     */
    public Optional<Estimate> between(GridMeasure measure, Sample sample) {
        return histogram(sample).map(found -> {
            double value = measure.between(exact, found);
            return new Estimate(value, Math.abs(measure.between(rough, found) - value));
        });
    }

    private Optional<GridDensity> histogram(Sample sample) {
        var shares = bins.shares(sample);
        return Arrays.stream(shares).sum() > 0 ? Optional.of(GridDensity.of(bins.grid(), shares)) : Optional.empty();
    }
}
