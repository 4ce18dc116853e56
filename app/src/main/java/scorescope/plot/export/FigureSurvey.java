package scorescope.plot.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;

/**
 * Counts what a figure draws, without drawing: marks of layers, images, colours, the smallest text and the thinnest
 * line.
 */
public final class FigureSurvey implements Painter {
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<Color> colors = new LinkedHashSet<>();
    private String layer = "";
    private int size;
    private double smallestType = Double.POSITIVE_INFINITY;
    private double thinnestLine = Double.POSITIVE_INFINITY;

    /**
     * Counts for one layer in all panels.
     *
     * @param id of the layer
     * @param marks lines, areas and discs together
     * @param largest marks in the panel that has most of them, which decides whether they are written as vectors
     */
    public record Layer(String id, int marks, int largest, List<Size> images) {
        Layer with(int more) {
            return new Layer(id, marks + more, Math.max(largest, more), images);
        }

        Layer withImage(int columns, int rows) {
            var all = new ArrayList<>(images);
            all.add(new Size(columns, rows));
            return new Layer(id, marks, largest, all);
        }
    }

    /** Size of an image, in pixels. */
    public record Size(int columns, int rows) {}

    private FigureSurvey() {}

    public static FigureSurvey of(Figure figure) {
        var survey = new FigureSurvey();
        figure.draw(survey);
        return survey;
    }

    /** Layers in the order in which they are drawn. */
    public List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    /** The number of marks of each layer in each panel, in the order in which they are drawn. */
    List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    /** Colours of marks with their opacity. */
    public Set<Color> colors() {
        return Set.copyOf(colors);
    }

    /** The size of the smallest text, in points; infinite if there is none. */
    public double smallestType() {
        return smallestType;
    }

    /** The width of the thinnest line, in points; infinite if there is none. */
    public double thinnestLine() {
        return thinnestLine;
    }

    private void mark(int marks, Color color) {
        if (!layer.isEmpty() && marks > 0) {
            size += marks;
            colors.add(color);
        }
    }

    private void line(int marks, Color color, double width) {
        mark(marks, color);
        if (marks > 0) {
            thinnestLine = Math.min(thinnestLine, width);
        }
    }

    @Override
    public void begin(String id) {
        layer = id;
        size = 0;
    }

    @Override
    public void end() {
        sizes.add(size);
        int all = size;
        if (all > 0) {
            layers.merge(layer, new Layer(layer, all, all, List.of()), (before, _) -> before.with(all));
        }
        layer = "";
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        line(points / 2, color, width);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        line(points, color, width);
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        mark(points / 3, color);
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        mark(count, color);
    }

    @Override
    public void particles(
            Viewport viewport, double[] x, double[] y, int[] color, int count, double radius, List<Color> colors) {
        mark(count, colors.getFirst());
        this.colors.addAll(colors);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        // Backgrounds and frames are not marks that are distinguished by colour.
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        line(1, color, width);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        if (!text.isBlank()) {
            smallestType = Math.min(smallestType, size);
        }
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        if (!layer.isEmpty()) {
            layers.merge(
                    layer,
                    new Layer(layer, 0, 0, List.of()).withImage(columns, rows),
                    (before, _) -> before.withImage(columns, rows));
        }
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // Nothing is drawn.
    }

    @Override
    public void unclip() {
        // Nothing is drawn.
    }
}
