package scorescope.plot.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.Marks;
import scorescope.plot.paint.Painter.Dash;

/** Palettes of strong contrast have wider lines and darker colours, in charts and on the planes of studies too. */
class StrongContrastTest {
    private static final double[] ENDS = {0, 1};

    /** Widths of all lines. */
    private static final class Widths extends RecordingPainter {
        private final List<Double> widths = new ArrayList<>();

        @Override
        public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
            widths.add(width);
        }
    }

    private static double curve(Palette palette) {
        var painter = new Widths();
        var axis = ChartAxis.linear("", 0, 1);
        Curve.line("", ENDS, ENDS, Palette::learned, Dash.SOLID)
                .draw(painter, new Place(0, 0, 100, 100), axis, axis, palette, Style.SCREEN);
        return painter.widths.getFirst();
    }

    private static double sample(Palette palette) {
        var painter = new Widths();
        new Marks.Path("a path", ENDS, ENDS, Palette::learned, Dash.SOLID, 1)
                .legend()
                .getFirst()
                .sample()
                .draw(painter, 0, 0, palette, Style.SCREEN);
        return painter.widths.getFirst();
    }

    @Test
    void curvesAndMarksAreWider() {
        for (var strong : List.of(Palette.LIGHT_CONTRAST, Palette.DARK_CONTRAST)) {
            assertEquals(strong.strength() * curve(Palette.LIGHT), curve(strong), 1e-9);
            assertEquals(strong.strength() * sample(Palette.LIGHT), sample(strong), 1e-9);
        }
        assertEquals(Style.SCREEN, Style.SCREEN.on(Palette.DARK));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void coloursOfSeriesStandOut(int index) {
        for (var palette : List.of(Palette.LIGHT, Palette.DARK, Palette.LIGHT_CONTRAST, Palette.DARK_CONTRAST)) {
            double contrast = contrast(ThemeColor.category(index).on(palette), palette.panel());
            assertTrue(contrast >= (palette.strength() > 1 ? 4.5 : 3), contrast + " on " + palette.panel());
        }
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.argb() >> 16 & 0xff)
                + 0.7152 * linear(color.argb() >> 8 & 0xff)
                + 0.0722 * linear(color.argb() & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
