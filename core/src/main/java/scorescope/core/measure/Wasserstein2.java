package scorescope.core.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import scorescope.core.parameter.Kind;

/**
 * W₂ = √(min Σ π_ij ‖a_i − b_j‖²) over all plans π that move the mass of one sample onto the other, computed exactly by
 * {@link TransportPlan} for samples of one size, by {@link NetworkSimplex} for others.
 *
 * @see <a href="https://doi.org/10.1561/2200000073">Peyré and Cuturi 2019, Computational optimal transport</a>
 */
public record Wasserstein2() implements SampleMeasure {
    private static final int MOST_POINTS = 4000;

    public static final Kind<SampleMeasure> KIND = new Kind<>(
            "wasserstein2",
            "W₂",
            "Root of the least mean squared distance over which one sample's points move onto the other's; exact, up to "
                    + MOST_POINTS + " points.",
            List.of(),
            _ -> new Wasserstein2());

    @Override
    public int mostPoints() {
        return MOST_POINTS;
    }

    /** Infinite if the square of a distance overflows. */
    @Override
    public double between(Sample a, Sample b) {
        if (Math.max(a.count(), b.count()) > MOST_POINTS) {
            throw new IllegalArgumentException("more than " + MOST_POINTS + " points");
        }
        double reach = Math.max(farthest(a), farthest(b));
        if (!Double.isFinite(8 * reach * reach)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(
                a.count() == b.count() ? TransportPlan.between(a, b).meanCost() : NetworkSimplex.meanCost(a, b));
    }

    private static double farthest(Sample sample) {
        return DoubleStream.concat(Arrays.stream(sample.x()), Arrays.stream(sample.y()))
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
