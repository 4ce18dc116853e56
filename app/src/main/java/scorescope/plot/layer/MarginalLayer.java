package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.plot.chart.Marginal;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * The distributions of both coordinates at the panel's lower and left edges: histograms of the particles, and the exact
 * marginal densities p_t(x₁) and p_t(x₂) at the level shown. Each edge has its own scale; a bin of height p contains
 * the share p · width of all particles, including those outside the picture.
 */
public final class MarginalLayer implements SceneLayer {
    static final Kind<LayerKind> KIND = LayerKind.of(
            "marginals",
            Words.constant("figure.layer.marginals.title"),
            Words.constant("help.layer.marginals"),
            LayerKind.Group.LINES,
            LayerKind.Subject.PARTICLES,
            List.of(),
            (style, _) -> new MarginalLayer(style));

    private static final int BINS = 64;

    /** Height of an exact curve's maximum, as a share of the panel's shorter side. */
    private static final double REACH = 0.16;

    private static final double FILL = 0.22;

    private final Style style;
    private final Edge lower = new Edge(0);
    private final Edge left = new Edge(Math.PI / 2);
    private boolean some;

    MarginalLayer(Style style) {
        this.style = style;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var particles = scene.particles();
        some = particles.count() > 0;
        double reach = REACH * Math.min(viewport.width(), viewport.height());
        var mixture = scene.exact().mixture();
        lower.compute(mixture, scene.level(), viewport.x0(), viewport.x1(), particles.x(), reach);
        left.compute(mixture, scene.level(), viewport.y0(), viewport.y1(), particles.y(), reach);
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        double bottom = viewport.top() + viewport.height();
        if (some) {
            var fill = palette.particle().fade(FILL);
            for (int b = 0; b < BINS; b++) {
                double from = viewport.toX(lower.binStart(b));
                double to = viewport.toX(lower.binStart(b + 1));
                double height = lower.bins[b];
                painter.rectangle(from, bottom - height, to - from, height, fill);
                double above = viewport.toY(left.binStart(b + 1));
                double below = viewport.toY(left.binStart(b));
                painter.rectangle(viewport.left(), above, left.bins[b], below - above, fill);
            }
        }
        for (int i = 0; i < Marginal.POINTS; i++) {
            lower.px[i] = viewport.toX(lower.place(i));
            lower.py[i] = bottom - lower.exact[i];
            left.px[i] = viewport.left() + left.exact[i];
            left.py[i] = viewport.toY(left.place(i));
        }
        painter.polyline(lower.px, lower.py, Marginal.POINTS, false, palette.analytic(), style.arrow(), Dash.SOLID);
        painter.polyline(left.px, left.py, Marginal.POINTS, false, palette.analytic(), style.arrow(), Dash.SOLID);
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        if (some) {
            entries.add(new Legend.Entry(MarginalLayer::bars, Words.text("figure.legend.marginals.particles")));
        }
        entries.add(new Legend.Entry(
                Legend.Sample.line(Palette::analytic, Style::arrow, Dash.SOLID),
                Words.text("figure.legend.marginals.exact")));
        return entries;
    }

    private static void bars(Painter painter, double x, double y, Palette palette, Style style) {
        double size = style.ticks();
        double[] heights = {0.3, 0.7, 0.5};
        for (int k = 0; k < heights.length; k++) {
            double height = heights[k] * size;
            var color = palette.particle().fade(2 * FILL);
            painter.rectangle(x + 0.35 * k * size, y + 0.35 * size - height, 0.35 * size, height, color);
        }
    }

    /** One coordinate. Heights are in points of the picture. */
    private static final class Edge {
        private final Marginal marginal;
        private final double[] exact = new double[Marginal.POINTS];
        private final double[] bins = new double[BINS];
        private final double[] px = new double[Marginal.POINTS];
        private final double[] py = new double[Marginal.POINTS];
        private double reached;
        private double scale;

        Edge(double angle) {
            marginal = new Marginal(angle, BINS);
        }

        void compute(GaussianMixture mixture, NoiseLevel level, double from, double to, double[] values, double reach) {
            if (marginal.compute(mixture, level, from, to) || reach != reached) {
                raise(reach);
            }
            marginal.bins().densities(values, bins);
            for (int b = 0; b < BINS; b++) {
                bins[b] *= scale;
            }
        }

        /** Scales the curve so that its maximum has the height {@code reach}. */
        private void raise(double reach) {
            double largest = Double.MIN_NORMAL;
            for (double density : marginal.exact()) {
                largest = Math.max(largest, density);
            }
            scale = reach / largest;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = scale * marginal.exact()[i];
            }
            reached = reach;
        }

        double place(int i) {
            return marginal.place(i);
        }

        double binStart(int b) {
            return marginal.bins().edge(b);
        }
    }
}
