package scorescope.plot.chart;

import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.measure.LineBins;
import scorescope.core.memo.LastKey;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * Marginal density of one coordinate on an interval: exact at {@value #POINTS} points, and that of particles in bins. The
 * exact one is computed again only if its inputs change: with thousands of components it takes longer than a frame.
 */
public final class Marginal {
    public static final int POINTS = 241;

    private final double angle;
    private final int count;
    private final double[] exact = new double[POINTS];
    private final LastKey<Key> last = new LastKey<>();
    private LineBins bins;

    /** All that the exact density depends on. */
    private record Key(GaussianMixture mixture, NoiseLevel level, double low, double high) {}

    /**
     * @param angle of the axis in radians: 0 for x₁, π/2 for x₂
     * @param count number of bins
     */
    public Marginal(double angle, int count) {
        this.angle = angle;
        this.count = count;
        bins = new LineBins(0, 1, count);
    }

    /**
     * Computes the marginal of p_t of {@code mixture} at {@code level} from {@code low} to {@code high} in data units.
     *
     * @return whether the inputs differ from those of the last call
     */
    public boolean compute(GaussianMixture mixture, NoiseLevel level, double low, double high) {
        return last.update(new Key(mixture, level, low, high), () -> {
            bins = new LineBins(low, high, count);
            LineMixture.projection(mixture, angle).densities(low, high, level, exact);
        });
    }

    public LineBins bins() {
        return bins;
    }

    /** Coordinate of entry {@code i} of {@link #exact()}, in data units. */
    public double place(int i) {
        return bins.low() + (bins.high() - bins.low()) * i / (POINTS - 1);
    }

    /** The exact density in 1/data units at {@value #POINTS} equally spaced points; must not be written to. */
    public double[] exact() {
        return exact;
    }

    /** The exact density as a curve. */
    public Curve exactCurve() {
        var places = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = place(i);
        }
        return Curve.line(
                        Words.text("figure.marginal-chart.exact"), places, exact.clone(), Palette::analytic, Dash.SOLID)
                .withWeight(1.4);
    }

    /** Histogram of {@code values}, as a density, in steps. */
    public Curve curve(String name, double[] values, ThemeColor color, Dash dash) {
        var edges = new double[count + 1];
        for (int b = 0; b <= count; b++) {
            edges[b] = bins.edge(b);
        }
        var densities = new double[count + 1];
        bins.densities(values, densities);
        return Curve.steps(name, edges, densities, color, dash);
    }
}
