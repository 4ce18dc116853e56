package scorescope.plot.export.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPanel;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.Panel;
import scorescope.plot.figure.PlanePanel;
import scorescope.plot.figure.TablePanel;
import scorescope.plot.paint.Formula;
import scorescope.words.Words;

/**
 * The arrays of a figure, panel by panel: the marks of a plane's layers, the curves of a chart, the cells of a table.
 */
final class DrawnArrays {
    private DrawnArrays() {}

    static List<DrawnArray> of(Figure figure) {
        var arrays = new ArrayList<DrawnArray>();
        int number = 0;
        for (var panel : figure.panels()) {
            number++;
            String letter = word(panel.caption().letter());
            String name =
                    letter.isEmpty() ? "panel" + number : letter + (number > 1 && repeats(figure, panel) ? number : "");
            String title = Formula.parse(panel.caption().title()).plain();
            switch (panel) {
                case PlanePanel plane -> {
                    var painter = new DataPainter(name, title, plane.viewport());
                    plane.content().draw(painter, plane.viewport(), figure.palette());
                    arrays.addAll(painter.arrays());
                }
                case ChartPanel chart -> addCurves(arrays, name, title, chart);
                case TablePanel table -> arrays.add(cells(name, title, table.table()));
                default -> {}
            }
        }
        return arrays;
    }

    /** Whether another panel of the figure has the same letter, as for parts of one study. */
    private static boolean repeats(Figure figure, Panel panel) {
        return figure.panels().stream()
                        .filter(other ->
                                other.caption().letter().equals(panel.caption().letter()))
                        .count()
                > 1;
    }

    private static void addCurves(List<DrawnArray> arrays, String panel, String title, ChartPanel shown) {
        var chart = shown.chart();
        String across = chart.across().label().plain();
        String label = chart.up().label().plain();
        String up = label.isBlank() ? shown.caption().formula().plain() : label;
        int number = 0;
        for (var curve : chart.curves()) {
            number++;
            boolean withError = curve.error().length > 0;
            var columns = withError ? List.of("x", "y", "error") : List.of("x", "y");
            double[] values = new double[curve.x().length * columns.size()];
            for (int i = 0, at = 0; i < curve.x().length; i++) {
                values[at++] = curve.x()[i];
                values[at++] = curve.y()[i];
                if (withError) {
                    values[at++] = curve.error()[i];
                }
            }
            var said = Formula.parse(curve.name()).plain();
            arrays.add(DrawnArray.of(
                    panel + "_curve" + number,
                    Words.text("figure.data.curve", joined(title, said), across, up),
                    columns,
                    values));
        }
    }

    private static DrawnArray cells(String panel, String title, Table table) {
        var columns =
                table.head().stream().map(head -> Formula.parse(head).plain()).toList();
        var cells = table.rows().stream().flatMap(List::stream).toArray(String[]::new);
        return DrawnArray.of(panel + "_table", Words.text("figure.data.table", title), columns, cells);
    }

    /** The texts that are not empty, joined. */
    static String joined(String... texts) {
        return String.join(
                Words.text("patch.separator"),
                Stream.of(texts).filter(text -> !text.isBlank()).toList());
    }

    /** A text as an array name: letters without accents, digits and underscores. */
    static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }
}
