package scorescope.plot.study.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.TablePart;
import scorescope.plot.paint.Range;

/**
 * Reads numbers off the charts and tables of a study's picture, which are counted from 0 in the order of the picture.
 */
public record PictureNumbers(StudyScene picture) {
    private <T> List<T> parts(Class<T> type) {
        return picture.rows().stream()
                .flatMap(row -> row.parts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public Curve curve(int chart, int curve) {
        return parts(ChartPart.class).get(chart).chart().curves().get(curve);
    }

    public double first(int chart, int curve) {
        return curve(chart, curve).y()[0];
    }

    public double last(int chart, int curve) {
        var y = curve(chart, curve).y();
        return y[y.length - 1];
    }

    /** The spread of a chart's curves at their beginning. */
    public double firstSpread(int chart) {
        return spread(chart, curve -> first(chart, curve));
    }

    /** The spread of a chart's curves at their end. */
    public double lastSpread(int chart) {
        return spread(chart, curve -> last(chart, curve));
    }

    private double spread(int chart, IntToDoubleFunction value) {
        return Range.of(IntStream.range(0, curves(chart)).mapToDouble(value).toArray())
                .span();
    }

    /**
     * The value of a curve at {@code x}, interpolated between neighbouring points; beyond an end, the value at that
     * end.
     */
    public double at(int chart, int curve, double x) {
        var line = curve(chart, curve);
        int above = 0;
        while (above < line.x().length - 1 && line.x()[above] < x) {
            above++;
        }
        int below = Math.max(0, above - 1);
        double step = line.x()[above] - line.x()[below];
        double part = step > 0 ? Math.clamp((x - line.x()[below]) / step, 0, 1) : 0;
        return line.y()[below] + part * (line.y()[above] - line.y()[below]);
    }

    /** The last known value of a curve. */
    public double lastKnown(int chart, int curve) {
        var y = curve(chart, curve).y();
        int at = y.length - 1;
        while (at > 0 && !Double.isFinite(y[at])) {
            at--;
        }
        return y[at];
    }

    /** Position of the line that marks the present on a chart. */
    public double cursor(int chart) {
        return parts(ChartPart.class).get(chart).chart().cursor().orElseThrow();
    }

    public int curves(int chart) {
        return parts(ChartPart.class).get(chart).chart().curves().size();
    }

    /** The text of a cell of a table. */
    public String cell(int table, int row, int column) {
        return parts(TablePart.class).get(table).table().rows().get(row).get(column);
    }

    public double number(int table, int row, int column) {
        return Double.parseDouble(cell(table, row, column).replace('−', '-').replaceAll("[^0-9.eE+-].*", ""));
    }

    /** The coordinates of a cell such as "(−1.2, 3×10⁻⁵)". */
    public static double[] vector(String cell) {
        return Arrays.stream(cell.substring(1, cell.length() - 1).split(", ", -1))
                .mapToDouble(PictureNumbers::decimal)
                .toArray();
    }

    private static double decimal(String text) {
        var parts = text.replace('−', '-').split("×10", -1);
        double digits = Double.parseDouble(parts[0]);
        if (parts.length == 1) {
            return digits;
        }
        var exponent = parts[1].chars()
                .mapToObj(c -> c == '⁻' ? "-" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                .collect(Collectors.joining());
        return digits * Math.pow(10, Integer.parseInt(exponent));
    }
}
