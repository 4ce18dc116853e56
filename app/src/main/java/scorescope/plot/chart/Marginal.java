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
 * How one coordinate is spread over a part of its axis: the exact marginal density, and that of particles in bins. The exact
 * one stays while what it depends on does; with thousands of components it takes longer than a picture may.
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
     * @param angle of the axis: 0 for x₁, π/2 for x₂
     * @param count of bins
     */
    public Marginal(double angle, int count) {
        this.angle = angle;
        this.count = count;
        bins = new LineBins(0, 1, count);
    }

    /**
     * Takes the density p_t of {@code mixture} at {@code level} between {@code low} and {@code high}, in data units.
     *
     * @return whether it is another one than before
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

    /** Where the exact density stands in {@link #exact()}. */
    public double place(int i) {
        return bins.low() + (bins.high() - bins.low()) * i / (POINTS - 1);
    }

    /** The exact density at every place; the array is kept and must not be written to. */
    public double[] exact() {
        return exact;
    }

    /** The exact density for a chart. */
    public Curve exactCurve() {
        var places = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = place(i);
        }
        return Curve.line(
                        Words.text("figure.marginal-chart.exact"), places, exact.clone(), Palette::analytic, Dash.SOLID)
                .weighing(1.4);
    }

    /** Values in bins for a chart. */
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
