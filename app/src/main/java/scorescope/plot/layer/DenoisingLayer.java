package scorescope.plot.layer;

import java.util.Arrays;
import java.util.List;
import scorescope.core.denoise.Denoiser;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.Background;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/**
 * The denoiser's map of the points of a grid: an arrow x → E[x₀ | x] from each point, true to scale, or the image of
 * the whole grid. The analytic panel shows the exact posterior's mean, the learned one Tweedie's formula; their
 * difference goes from the former to the latter.
 */
public final class DenoisingLayer implements SceneLayer {
    private static final Option ARROWS = Option.of(
            "arrows",
            Words.constant("figure.denoising.arrows"),
            Words.constant("figure.denoising.from-every-point-to-denoised"));
    private static final Option GRID = Option.of(
            "grid", Words.constant("figure.denoising.grid"), Words.constant("figure.denoising.image-grid-lines"));
    private static final Parameter.OneOf<Option> SHOW = new Parameter.OneOf<>(
            "show", "", ARROWS, List.of(ARROWS, GRID), Words.constant("help.layer.denoising.show"));
    private static final Parameter.Whole ACROSS =
            new Parameter.Whole("across", "", 14, 4, 40, Words.constant("help.layer.denoising.across"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "denoising",
            Words.constant("figure.layer.denoising.title"),
            Words.constant("help.layer.denoising"),
            LayerKind.Group.ARROWS,
            LayerKind.Subject.SCORE,
            List.of(SHOW, ACROSS),
            DenoisingLayer::new);

    /** Points along a line of the grid for each of its meshes. */
    private static final int FINE = 8;

    private final Style style;
    private final boolean grid;
    private final int across;
    private final Arrows arrows = new Arrows();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] cleanX = new double[0];
    private double[] cleanY = new double[0];
    private int lines;
    private int points;
    private double[] pathX = new double[0];
    private double[] pathY = new double[0];
    private Source source = Source.ANALYTIC;
    private boolean onQuietBackground = true;

    DenoisingLayer(Style style, Parameters values) {
        this.style = style;
        grid = values.get(SHOW).equals(GRID);
        across = (int) values.get(ACROSS);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        source = scene.source();
        onQuietBackground = scene.background() == Background.QUIET;
        double spacing = Math.max(viewport.width(), viewport.height()) / across;
        int columns = Math.max(1, (int) (viewport.width() / spacing + 1e-9));
        int rows = Math.max(1, (int) (viewport.height() / spacing + 1e-9));
        double left = viewport.left() + (viewport.width() - (columns - 1) * spacing) / 2;
        double top = viewport.top() + (viewport.height() - (rows - 1) * spacing) / 2;
        if (grid) {
            layLines(viewport, left, top, columns, rows, spacing);
        } else {
            lines = 0;
            points = columns * rows;
            reserve(points);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    x[row * columns + column] = viewport.dataX(left + column * spacing);
                    y[row * columns + column] = viewport.dataY(top + row * spacing);
                }
            }
        }
        denoise(scene);
        arrows.clear();
        for (int i = 0; i < points && !grid; i++) {
            double toX = viewport.toX(cleanX[i]);
            double toY = viewport.toY(cleanY[i]);
            if (Double.isFinite(toX) && Double.isFinite(toY)) {
                arrows.add(viewport.toX(x[i]), viewport.toY(y[i]), toX, toY, style, source.head());
            }
        }
    }

    private void denoise(Scene scene) {
        var level = scene.level();
        if (scene.source() == Source.DIFFERENCE) {
            var from = new double[][] {new double[points], new double[points]};
            Denoiser.of(scene.exact()).mean(x, y, 0, points, level, from[0], from[1]);
            Denoiser.of(scene.denoising()).mean(x, y, 0, points, level, cleanX, cleanY);
            System.arraycopy(from[0], 0, x, 0, points);
            System.arraycopy(from[1], 0, y, 0, points);
        } else {
            Denoiser.of(scene.score()).mean(x, y, 0, points, level, cleanX, cleanY);
        }
    }

    /** Computes vertical and horizontal lines through the grid's points, {@link #FINE} points per mesh. */
    private void layLines(Viewport viewport, double left, double top, int columns, int rows, double spacing) {
        int along = FINE * (Math.max(columns, rows) - 1) + 1;
        lines = columns + rows;
        points = lines * along;
        reserve(points);
        for (int line = 0; line < lines; line++) {
            boolean upright = line < columns;
            int meshes = upright ? rows - 1 : columns - 1;
            for (int i = 0; i < along; i++) {
                double s = (double) i / (along - 1) * meshes * spacing;
                double px = upright ? left + line * spacing : left + s;
                double py = upright ? top + s : top + (line - columns) * spacing;
                x[line * along + i] = viewport.dataX(px);
                y[line * along + i] = viewport.dataY(py);
            }
        }
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        if (!grid) {
            if (!onQuietBackground) {
                arrows.drawHalo(painter, palette.background().fade(0.7), style.arrow(), 0.75 * style.arrow());
            }
            arrows.draw(painter, palette.clean(), style.arrow());
            return;
        }
        int along = points / lines;
        if (pathX.length < along) {
            pathX = new double[along];
            pathY = new double[along];
        }
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < along; i++) {
                pathX[i] = viewport.toX(cleanX[line * along + i]);
                pathY[i] = viewport.toY(cleanY[line * along + i]);
            }
            painter.polyline(pathX, pathY, along, false, palette.clean(), style.arrow(), Dash.SOLID);
        }
    }

    @Override
    public List<Legend.Entry> legend() {
        return List.of(new Legend.Entry(
                Legend.Sample.arrow(Palette::clean, grid ? ArrowHead.OPEN : source.head()), Words.text(meaning())));
    }

    private String meaning() {
        return switch (source) {
            case OVERLAY -> grid ? "figure.legend.denoised.grid.learned" : "figure.legend.denoised.learned";
            case DIFFERENCE -> grid ? "figure.legend.denoised.grid" : "figure.legend.denoised.difference";
            case ANALYTIC, LEARNED -> grid ? "figure.legend.denoised.grid" : "figure.legend.denoised";
        };
    }

    private void reserve(int count) {
        if (x.length < count) {
            x = Arrays.copyOf(x, count);
            y = Arrays.copyOf(y, count);
            cleanX = Arrays.copyOf(cleanX, count);
            cleanY = Arrays.copyOf(cleanY, count);
        }
    }
}
