package scorescope.ui.stage;

import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.density.Ellipse;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Viewport;
import scorescope.ui.model.ComponentHandles;
import scorescope.ui.model.ComponentHandles.Part;

/**
 * Marks of what can be dragged: a ring at every mean while the pointer is near, and around the active component its
 * one-σ ellipse with a square at each end of its axes.
 *
 * @param shown whether anything is shown at all
 * @param active the component with an ellipse
 * @param hot the part under the pointer or being dragged, drawn filled
 * @param starts start positions of particles, x and y alternating, each drawn as a cross; only while they are being
 * edited
 * @param brush the spray brush, while it is in use
 */
record HandleMarks(
        List<Component> components,
        double alpha,
        boolean shown,
        Optional<Integer> active,
        Optional<ComponentHandles.Grip> hot,
        List<Double> starts,
        Optional<Brush> brush)
        implements Layer {
    static final HandleMarks NONE =
            new HandleMarks(List.of(), 1, false, Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /**
     * A ring around the area that a puff reaches.
     *
     * @param radius in data units of the picture
     * @param erasing whether it removes points; then the ring is dashed
     */
    record Brush(double x, double y, double radius, boolean erasing) {}

    private static final double RING = 4;
    private static final double SQUARE = 3.5;
    private static final double CROSS = 3;

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        drawStarts(painter, viewport, palette);
        brush.ifPresent(ring -> drawBrush(painter, viewport, palette, ring));
        if (!shown) {
            return;
        }
        active.filter(index -> index < components.size())
                .ifPresent(index -> drawAxes(painter, viewport, palette, index));
        for (int i = 0; i < components.size(); i++) {
            double[] at = ComponentHandles.position(components.get(i), Part.MEAN, alpha);
            double[] x = {viewport.toX(at[0])};
            double[] y = {viewport.toY(at[1])};
            boolean filled = isHot(i, Part.MEAN);
            painter.discs(x, y, 1, RING + 1, palette.text());
            painter.discs(x, y, 1, RING, filled ? palette.text() : palette.panel());
        }
    }

    private void drawStarts(Painter painter, Viewport viewport, Palette palette) {
        var x = new double[2 * starts.size()];
        var y = new double[2 * starts.size()];
        for (int i = 0; i < starts.size(); i += 2) {
            for (int end = 0; end < 4; end++) {
                x[2 * i + end] = viewport.toX(starts.get(i)) + (end % 2 == 0 ? -CROSS : CROSS);
                y[2 * i + end] = viewport.toY(starts.get(i + 1)) + (end == 0 || end == 3 ? -CROSS : CROSS);
            }
        }
        painter.segments(x, y, x.length, palette.panel(), 3);
        painter.segments(x, y, x.length, palette.text(), 1.2);
    }

    private void drawBrush(Painter painter, Viewport viewport, Palette palette, Brush ring) {
        double radius = ring.radius() * viewport.scale();
        double x = viewport.toX(ring.x());
        double y = viewport.toY(ring.y());
        painter.ellipse(x, y, radius, radius, 0, palette.panel().fade(0.8), 3, Dash.SOLID);
        painter.ellipse(x, y, radius, radius, 0, palette.text(), 1.2, ring.erasing() ? Dash.DASHED : Dash.SOLID);
    }

    private void drawAxes(Painter painter, Viewport viewport, Palette palette, int index) {
        var c = components.get(index);
        var ellipse = Ellipse.of(c);
        double scale = alpha * viewport.scale();
        painter.ellipse(
                viewport.toX(alpha * c.meanX()),
                viewport.toY(alpha * c.meanY()),
                ellipse.a() * scale,
                ellipse.b() * scale,
                ellipse.angle(),
                palette.text(),
                1,
                Dash.SOLID);
        for (var part : Part.values()) {
            if (part != Part.MEAN) {
                double[] at = ComponentHandles.position(c, part, alpha);
                square(painter, viewport.toX(at[0]), viewport.toY(at[1]), isHot(index, part), palette);
            }
        }
    }

    private static void square(Painter painter, double x, double y, boolean filled, Palette palette) {
        double outer = SQUARE + 0.5;
        double inner = SQUARE - 0.5;
        painter.rectangle(x - outer, y - outer, 2 * outer, 2 * outer, palette.text());
        painter.rectangle(x - inner, y - inner, 2 * inner, 2 * inner, filled ? palette.text() : palette.panel());
    }

    private boolean isHot(int index, Part part) {
        return hot.filter(grip -> grip.index() == index && grip.part() == part).isPresent();
    }
}
