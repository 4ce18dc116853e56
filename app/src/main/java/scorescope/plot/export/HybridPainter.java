package scorescope.plot.export;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.TextLine;
import scorescope.plot.paint.Viewport;
import scorescope.plot.raster.FewerColors;

/**
 * Passes everything on to a vector painter, except layers with more marks than a limit: in each panel such a layer
 * becomes one transparent image of 600 pixels per inch that covers the current clip. Text, axes and other layers remain
 * vectors.
 */
final class HybridPainter implements Painter {
    /** Largest number of marks of a layer in a panel that are written as vectors, unless a format defines its own. */
    static final int MOST_MARKS = 30_000;

    private static final double SCALE = 600 / Length.POINTS_PER_INCH;

    private final Painter vectors;
    private final int limit;
    private final Iterator<Integer> sizes;
    private final double width;
    private final double height;
    private final Map<String, Integer> rastered = new TreeMap<>();
    private final Set<Color> usedColors = new LinkedHashSet<>();
    private Optional<GraphicsPainter> image = Optional.empty();
    private String layer = "";
    private boolean crowded;
    private double[] clip;

    private HybridPainter(Painter vectors, int limit, List<Integer> sizes, double width, double height) {
        this.vectors = vectors;
        this.limit = limit;
        this.sizes = sizes.iterator();
        this.width = width;
        this.height = height;
        clip = new double[] {0, 0, width, height};
    }

    /**
     * Draws a figure.
     *
     * @param limit largest number of marks of a layer in a panel that are written as vectors
     * @return the layers that became images
     */
    static List<ExportedFigure.Rastered> draw(Figure figure, Painter vectors, int limit) {
        var sizes = FigureSurvey.of(figure).sizes();
        var painter = new HybridPainter(vectors, limit, sizes, figure.width(), figure.height());
        figure.draw(painter);
        painter.endImage();
        return painter.rastered.entrySet().stream()
                .map(entry -> new ExportedFigure.Rastered(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void begin(String layer) {
        this.layer = layer;
        crowded = sizes.next() > limit;
        vectors.begin(layer);
    }

    @Override
    public void end() {
        endImage();
        vectors.end();
        layer = "";
        crowded = false;
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        draw(points / 2, List.of(color), painter -> painter.segments(x, y, points, color, width));
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        draw(points, List.of(color), painter -> painter.polyline(x, y, points, closed, color, width, dash));
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        draw(points / 3, List.of(color), painter -> painter.triangles(x, y, points, color));
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        draw(count, List.of(color), painter -> painter.discs(x, y, count, radius, color));
    }

    @Override
    public void particles(
            Viewport viewport, double[] x, double[] y, int[] colorIndex, int count, double radius, List<Color> colors) {
        draw(count, colors, painter -> painter.particles(viewport, x, y, colorIndex, count, radius, colors));
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        vectors().rectangle(x, y, width, height, color);
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        vectors().ellipse(x, y, a, b, angle, color, width, dash);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        vectors().text(text, x, y, size, bold, align, color);
    }

    @Override
    public void line(TextLine line, double x, double y, Align align, Color color) {
        vectors().line(line, x, y, align, color);
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return vectors.textWidth(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        vectors().image(argb, columns, rows, x, y, width, height);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        vectors().clip(x, y, width, height);
        clip = new double[] {x, y, width, height};
    }

    @Override
    public void unclip() {
        vectors().unclip();
        clip = new double[] {0, 0, width, height};
    }

    private void draw(int marks, List<Color> with, Consumer<Painter> drawing) {
        if (!crowded && marks <= limit) {
            drawing.accept(vectors);
            return;
        }
        if (image.isEmpty()) {
            image = Optional.of(new GraphicsPainter(columns(), rows(), clip[0], clip[1], clip[2], clip[3]));
        }
        drawing.accept(image.get());
        usedColors.addAll(with);
        rastered.merge(layer, marks, Integer::sum);
    }

    /** The vector painter, after the image of everything drawn before has been written. */
    private Painter vectors() {
        endImage();
        return vectors;
    }

    private void endImage() {
        image.ifPresent(done -> {
            int[] argb = done.argb();
            FewerColors.reduce(argb, usedColors);
            vectors.image(argb, columns(), rows(), clip[0], clip[1], clip[2], clip[3]);
        });
        image = Optional.empty();
        usedColors.clear();
    }

    private int columns() {
        return (int) Math.max(1, Math.ceil(clip[2] * SCALE));
    }

    private int rows() {
        return (int) Math.max(1, Math.ceil(clip[3] * SCALE));
    }
}
