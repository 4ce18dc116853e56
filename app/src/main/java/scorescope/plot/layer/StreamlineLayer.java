package scorescope.plot.layer;

import java.util.Arrays;
import java.util.List;
import scorescope.core.field.Streamlines;
import scorescope.core.field.VectorField;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/** Lines along the score, evenly spaced, each with an arrow head in its middle. */
public final class StreamlineLayer implements SceneLayer {
    private static final Parameter.Real SPACING = new Parameter.Real(
            "spacing",
            "",
            Words.constant("figure.streamline.percent-view"),
            3.5,
            1,
            20,
            false,
            Words.constant("help.layer.streamlines.spacing"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "streamlines",
            Words.constant("figure.layer.streamlines.title"),
            Words.constant("help.layer.streamlines"),
            LayerKind.Group.LINES,
            LayerKind.Subject.SCORE,
            List.of(SPACING),
            StreamlineLayer::new);

    private static final double OPACITY = 0.75;

    private final Style style;
    private final double spacing;
    private final FieldGrid field = new FieldGrid();
    private final Streamlines streamlines = new Streamlines();
    private final Arrows heads = new Arrows();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] pathX = new double[0];
    private double[] pathY = new double[0];
    private Source source = Source.ANALYTIC;
    private boolean overlaid;

    StreamlineLayer(Style style, Parameters values) {
        this.style = style;
        spacing = values.get(SPACING) / 100;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        source = scene.source().shown();
        overlaid = scene.source() == Source.OVERLAY;
        // Directions between cells are interpolated, so cells much finer than the distance of the lines gain nothing.
        double cells = Math.min(density.detail(), 6 / (spacing * Math.max(viewport.width(), viewport.height())));
        if (!field.evaluate(scene, viewport, cells, FieldGrid.time(density.detail(), style), false, true)) {
            return;
        }
        int count = field.grid().cells();
        var vectors = new VectorField(
                field.grid(),
                Arrays.copyOf(field.x(), count),
                Arrays.copyOf(field.y(), count),
                Arrays.copyOf(field.us(), count),
                Arrays.copyOf(field.vs(), count));
        double extent = Math.max(viewport.width(), viewport.height()) / viewport.scale();
        streamlines.trace(vectors, spacing * extent);
        place(viewport);
    }

    private void place(Viewport viewport) {
        int points = streamlines.points();
        if (x.length < points) {
            x = new double[2 * points];
            y = new double[2 * points];
        }
        for (int i = 0; i < points; i++) {
            x[i] = viewport.toX(streamlines.x()[i]);
            y[i] = viewport.toY(streamlines.y()[i]);
        }
        heads.clear();
        for (int line = 0; line < streamlines.lines(); line++) {
            int start = streamlines.start(line);
            int middle = start + streamlines.length(line) / 2;
            double dx = x[middle] - x[middle - 1];
            double dy = y[middle] - y[middle - 1];
            double length = Math.hypot(dx, dy);
            if (length > 0) {
                double back = style.head() / length;
                heads.add(x[middle] - back * dx, y[middle] - back * dy, x[middle], y[middle], style, source.head());
            }
        }
    }

    @Override
    public List<Legend.Entry> legend() {
        return overlaid ? List.of(source.shown().entry(Words.text("figure.legend.overlay.lines"))) : List.of();
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        var color = source.shown().color(palette).fade(Math.min(1, palette.strength() * OPACITY));
        double width = style.on(palette).arrow();
        for (int line = 0; line < streamlines.lines(); line++) {
            int start = streamlines.start(line);
            int length = streamlines.length(line);
            if (pathX.length < length) {
                pathX = new double[2 * length];
                pathY = new double[2 * length];
            }
            System.arraycopy(x, start, pathX, 0, length);
            System.arraycopy(y, start, pathY, 0, length);
            painter.polyline(pathX, pathY, length, false, color, width, Dash.SOLID);
        }
        heads.draw(painter, source.shown().color(palette), width);
    }
}
