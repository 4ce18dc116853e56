package scorescope.plot;

import java.util.Arrays;

/** The score as arrows on a square grid, each centred on its point. */
public final class QuiverLayer implements SceneLayer {
    /** About as many arrows as a square of this side holds, if {@link Style#spacing} leaves room for as many. */
    public static final int ACROSS = 24;

    private static final double HALO = 0.75;

    private final Style style;
    private final ArrowScaling scaling;
    private final Arrows arrows = new Arrows();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] scoreX = new double[0];
    private double[] scoreY = new double[0];
    private Source source = Source.ANALYTIC;
    private boolean onQuietGround = true;

    public QuiverLayer(Style style, ArrowScaling scaling) {
        this.style = style;
        this.scaling = scaling;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        double spacing = Math.max(Math.sqrt(viewport.width() * viewport.height()) / ACROSS, style.spacing());
        int columns = Math.max(1, (int) (viewport.width() / spacing + 1e-9));
        int rows = Math.max(1, (int) (viewport.height() / spacing + 1e-9));
        int count = columns * rows;
        reserve(count);
        for (int row = 0; row < rows; row++) {
            double py = viewport.top() + viewport.height() / 2 + (row - 0.5 * (rows - 1)) * spacing;
            for (int column = 0; column < columns; column++) {
                double px = viewport.left() + viewport.width() / 2 + (column - 0.5 * (columns - 1)) * spacing;
                x[row * columns + column] = viewport.dataX(px);
                y[row * columns + column] = viewport.dataY(py);
            }
        }
        scene.score().score(x, y, 0, count, scene.level(), scoreX, scoreY);
        source = scene.source();
        onQuietGround = scene.colorMap().name().equals(ColorMapCatalog.QUIET);
        place(viewport, count, spacing);
    }

    private void place(Viewport viewport, int count, double spacing) {
        double extent = Math.max(viewport.width(), viewport.height()) / viewport.scale();
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            largest = Double.isFinite(magnitude) ? Math.max(largest, magnitude) : largest;
        }
        arrows.clear();
        for (int i = 0; i < count; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            if (magnitude > 0 && Double.isFinite(magnitude)) {
                double length = spacing * scaling.length(magnitude, extent, largest);
                double dx = length * scoreX[i] / magnitude;
                double dy = -length * scoreY[i] / magnitude;
                double px = viewport.toX(x[i]);
                double py = viewport.toY(y[i]);
                arrows.add(px - dx / 2, py - dy / 2, px + dx / 2, py + dy / 2, style, source.head());
            }
        }
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        if (!onQuietGround) {
            arrows.drawHalo(painter, palette.background().fade(0.7), style.arrow(), HALO * style.arrow());
        }
        arrows.draw(painter, source.ink(palette), style.arrow());
    }

    /** How many arrows were placed. */
    public int count() {
        return arrows.count();
    }

    private void reserve(int count) {
        if (x.length < count) {
            x = Arrays.copyOf(x, count);
            y = Arrays.copyOf(y, count);
            scoreX = Arrays.copyOf(scoreX, count);
            scoreY = Arrays.copyOf(scoreY, count);
        }
    }
}
