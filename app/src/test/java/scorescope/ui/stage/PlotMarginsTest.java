package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.guide.Axes;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.raster.RasterPainter.Word;
import scorescope.session.View;

/** In every view all numbers along the sides of a plot lie inside it, and different values have different texts. */
class PlotMarginsTest {
    private static final double SLACK = 0.5;

    /** Height of digits relative to their size. */
    private static final double RISES = 0.73;

    /** window-far-from-the-origin and others. */
    @ParameterizedTest
    @CsvSource({
        "-5, 5, -5, 5, 420, 500",
        "-1, 1, -4, 4, 600, 400",
        "0, 100, 0, 1000, 420, 360",
        "448240, 448260, 541184, 541202, 920, 600",
        "-999999.5, -999998.5, -999999.5, -999998.5, 230, 360",
        "999999.9995, 1000000.0005, -1000000.0005, -999999.9995, 400, 400",
        "-1000000, 1000000, -1000000, 1000000, 230, 300",
        "-1e-9, 1e-9, -1e-9, 1e-9, 300, 300",
        "-345678.2506, -345678.2496, 999998.9995, 999999.0005, 600, 360",
        "0.123456789, 0.123456799, -12345.678901, -12345.678891, 500, 500",
        "-123456, 654321, -77, 777700, 260, 700",
    })
    void everyNumberHasRoom(double x0, double x1, double y0, double y1, double width, double height) {
        var view = new View(x0, x1, y0, y1, List.of(), "quiet");
        var margins = PlotMargins.of(Typeface.MEASURE, Style.SCREEN, view, width, height);
        var plane = margins.viewport(view, width, height);
        var at = new Viewport(
                margins.left(),
                margins.top(),
                plane.width(),
                plane.height(),
                plane.centerX(),
                plane.centerY(),
                plane.scale());
        var painter = new RasterPainter(new Raster(), Typeface.MEASURE);
        painter.begin(1);
        Axes.PLAIN.draw(painter, at, Palette.LIGHT, Style.SCREEN);
        var words = new ArrayList<>(painter.words());
        String above = Axes.PLAIN.noteUpwards(Style.SCREEN, at);
        assertTrue(above.isEmpty() || margins.top() > PlotMargins.CAPTION, () -> "no room for " + above);
        // The window writes the note of the left axis separately.
        words.removeIf(word -> word.text().equals(above));
        assertTrue(words.size() >= 4, "numbers on both sides");
        for (var word : words) {
            boolean beside = word.x() < margins.left();
            assertTrue(!beside || word.y() - RISES * word.size() >= at.top(), () -> word + " is cut above");
            assertTrue(!beside || word.y() <= at.top() + at.height() + SLACK, () -> word + " is cut below");
            double half = Typeface.width(word.text(), word.size(), false);
            double left = left(word, half);
            assertTrue(left >= -SLACK, () -> word + " begins " + -left + " outside");
            assertTrue(left + half <= width + SLACK, () -> word + " ends outside");
            assertTrue(word.y() <= height + SLACK, () -> word + " stands below");
        }
        var upright = words.stream()
                .filter(word -> word.x() < margins.left())
                .map(Word::text)
                .toList();
        assertFalse(upright.isEmpty());
        assertEquals(upright.size(), upright.stream().distinct().count(), "different numbers read differently");
    }

    private static double left(Word word, double width) {
        return switch (word.align()) {
            case LEFT -> word.x();
            case CENTER -> word.x() - width / 2;
            case RIGHT -> word.x() - width;
        };
    }
}
