package scorescope.plot.export.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;
import scorescope.words.Words;

/**
 * Records what a plane draws, in data units, without drawing: marks of each layer and kind in one array, and the values
 * of images.
 */
final class DataPainter implements Painter {
    private static final List<String> LINE = List.of("line", "x", "y");
    private static final List<String> SEGMENT = List.of("x0", "y0", "x1", "y1");
    private static final List<String> AREA = List.of("x0", "y0", "x1", "y1", "x2", "y2");
    private static final List<String> POINT = List.of("x", "y", "color");
    private static final List<String> ELLIPSE = List.of("x", "y", "a", "b", "angle");
    private static final List<String> VALUE = List.of("x", "y", "value");

    private final String panel;
    private final String title;
    private final Viewport viewport;
    private final Map<String, Rows> kinds = new LinkedHashMap<>();
    private String layer = "";
    private Optional<Values> values = Optional.empty();

    /** Numbers that an image shows. */
    private record Values(float[] numbers, int columns, int rows, String meaning) {}

    /** Collects the rows of one array. */
    private static final class Rows {
        private final String what;
        private final List<String> columns;
        private double[] numbers = new double[64];
        private int count;
        private int lines;

        Rows(String what, List<String> columns) {
            this.what = what;
            this.columns = columns;
        }

        void add(double... row) {
            if (count + row.length > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            System.arraycopy(row, 0, numbers, count, row.length);
            count += row.length;
        }
    }

    DataPainter(String panel, String title, Viewport viewport) {
        this.panel = panel;
        this.title = title;
        this.viewport = viewport;
    }

    List<DrawnArray> arrays() {
        var arrays = new ArrayList<DrawnArray>();
        kinds.forEach((name, rows) ->
                arrays.add(DrawnArray.of(name, rows.what, rows.columns, Arrays.copyOf(rows.numbers, rows.count))));
        return arrays;
    }

    /** The rows of one kind for the present layer; the kind is the key of their explanation in the bundle. */
    private Rows rows(String kind, List<String> columns, Object... arguments) {
        String name = panel + (layer.isEmpty() ? "" : "_" + DrawnArrays.word(layer)) + "_" + kind;
        return kinds.computeIfAbsent(
                name,
                _ -> new Rows(
                        DrawnArrays.joined(title, layerTitle(), Words.text("figure.data." + kind, arguments)),
                        columns));
    }

    private String layerTitle() {
        return LayerCatalog.CATALOG.ids().contains(layer)
                ? Words.written(LayerCatalog.CATALOG.kind(layer, "view.layers").title())
                : "";
    }

    @Override
    public void begin(String id) {
        layer = id;
    }

    @Override
    public void end() {
        layer = "";
    }

    @Override
    public void values(float[] numbers, int columns, int rows, String meaning) {
        values = Optional.of(new Values(numbers, columns, rows, meaning));
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        var rows = rows("segments", SEGMENT);
        for (int i = 0; i + 1 < points; i += 2) {
            rows.add(viewport.dataX(x[i]), viewport.dataY(y[i]), viewport.dataX(x[i + 1]), viewport.dataY(y[i + 1]));
        }
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        var rows = rows("lines", LINE);
        for (int i = 0; i < points; i++) {
            rows.add(rows.lines, viewport.dataX(x[i]), viewport.dataY(y[i]));
        }
        if (closed && points > 0) {
            rows.add(rows.lines, viewport.dataX(x[0]), viewport.dataY(y[0]));
        }
        rows.lines++;
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        var rows = rows("areas", AREA);
        for (int i = 0; i + 2 < points; i += 3) {
            rows.add(
                    viewport.dataX(x[i]),
                    viewport.dataY(y[i]),
                    viewport.dataX(x[i + 1]),
                    viewport.dataY(y[i + 1]),
                    viewport.dataX(x[i + 2]),
                    viewport.dataY(y[i + 2]));
        }
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        var rows = rows("points", POINT);
        for (int i = 0; i < count; i++) {
            rows.add(viewport.dataX(x[i]), viewport.dataY(y[i]), 0);
        }
    }

    @Override
    public void particles(
            Viewport seen, double[] x, double[] y, int[] colorIndex, int count, double radius, List<Color> colors) {
        var rows = rows("points", POINT);
        for (int i = 0; i < count; i++) {
            rows.add(x[i], y[i], colors.size() > 1 ? colorIndex[i] : 0);
        }
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        rows("ellipses", ELLIPSE)
                .add(viewport.dataX(x), viewport.dataY(y), a / viewport.scale(), b / viewport.scale(), angle);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        values.ifPresent(shown -> {
            var cells = rows("values", VALUE, shown.meaning());
            for (int j = 0; j < shown.rows(); j++) {
                double dataY = viewport.dataY(y + (j + 0.5) * height / shown.rows());
                for (int i = 0; i < shown.columns(); i++) {
                    double dataX = viewport.dataX(x + (i + 0.5) * width / shown.columns());
                    cells.add(dataX, dataY, shown.numbers()[j * shown.columns() + i]);
                }
            }
        });
        values = Optional.empty();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        // A background under samples and texts has no numbers.
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        // Texts are not recorded.
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // Not clipped: values outside belong to the data too.
    }

    @Override
    public void unclip() {
        // There is no clip to restore.
    }
}
