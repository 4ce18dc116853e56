package scorescope.plot.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Ticks;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;

class ChartPanelTest {
    private static final Style STYLE = Style.SCREEN;

    /** Widths down to that of six charts side by side at 1024 pixels, and ranges over few and many decades. */
    @ParameterizedTest
    @CsvSource({
        "3e-4, 0.06, true",
        "1e-5, 1e-3, true",
        "0.02, 70, true",
        "0.7, 6, true",
        "1e-8, 1e6, true",
        "0, 1, false",
        "-3e-4, 3e-4, false",
        "99990, 100010, false"
    })
    void numbersBelowStandApart(double low, double high, boolean logarithmic) {
        var across = logarithmic ? ChartAxis.log("", low, high) : ChartAxis.linear("", low, high);
        for (int width = 110; width <= 900; width += 7) {
            var place = new Place(40, 10, width, 200);
            var painter = new RecordingPainter();
            new ChartPanel(Caption.plain("", "", ""), place, new Chart(across, ChartAxis.linear("", 0, 1), List.of()))
                    .draw(painter, Palette.LIGHT, STYLE);
            double baseline = place.bottom() + 1.4 * STYLE.ticks();
            var texts = painter.of("text");
            var below = IntStream.range(0, texts.size())
                    .filter(i -> texts.get(i).y()[0] == baseline)
                    .boxed()
                    .toList();
            assertTrue(!below.isEmpty(), "no number at " + width);
            for (int a : below) {
                for (int b : below) {
                    double distance =
                            Math.abs(texts.get(a).x()[0] - texts.get(b).x()[0]);
                    double room = 0.5 * (wide(painter, a) + wide(painter, b));
                    assertTrue(
                            a == b || distance > room,
                            () -> painter.texts.get(a) + " touches " + painter.texts.get(b) + " at " + place.width());
                }
            }
        }
    }

    private static double wide(RecordingPainter painter, int text) {
        return painter.textWidth(painter.texts.get(text), STYLE.ticks(), false);
    }

    /** Grid lines span the whole width; the background of a label at the head covers them. */
    @Test
    void noGridLineStrikesTheLabelAtTheHeadThrough() {
        var up = ChartAxis.linear("brightness", -4.2, 4.05);
        var painter = new RecordingPainter();
        new ChartPanel(
                        Caption.plain("", "", ""),
                        new Place(40, 10, 200, 200),
                        new Chart(ChartAxis.linear("", 0, 1), up, List.of()))
                .draw(painter, Palette.LIGHT, STYLE);
        int number = painter.texts.indexOf("brightness");
        var written = painter.of("text").get(number);
        double high = STYLE.ticks();
        var crossing = painter.of("segments").stream()
                .filter(line -> line.x()[1] - line.x()[0] > 100)
                .filter(line -> line.y()[0] < written.y()[0] && line.y()[0] > written.y()[0] - high)
                .toList();
        assertTrue(!crossing.isEmpty(), "the grid crosses the label's place");
        for (var line : crossing) {
            assertTrue(
                    painter.of("rectangle").stream()
                            .anyMatch(cover -> cover.y()[0] < line.y()[0]
                                    && cover.y()[1] > line.y()[0]
                                    && cover.x()[0] <= written.x()[0]
                                    && cover.x()[1] >= written.x()[0] + painter.textWidth("brightness", high, false)
                                    && painter.calls.indexOf(cover) > painter.calls.indexOf(line)
                                    && painter.calls.indexOf(cover) < painter.calls.indexOf(written)),
                    "the line at " + line.y()[0]);
        }
    }

    /** Without space for all ticks, powers of ten are labelled. */
    @ParameterizedTest
    @CsvSource({"3e-4, 0.06", "0.004, 40", "2e-3, 9"})
    void powersOfTenKeepTheirNumbers(double low, double high) {
        var painter = new RecordingPainter();
        var chart = new Chart(ChartAxis.log("", low, high), ChartAxis.linear("", 0, 1), List.of());
        new ChartPanel(Caption.plain("", "", ""), new Place(40, 10, 277, 200), chart)
                .draw(painter, Palette.LIGHT, STYLE);
        for (double power = 1e-3; power < high; power *= 10) {
            var written = Ticks.logarithmic(List.of(BigDecimal.valueOf(power), BigDecimal.valueOf(low)));
            String label = written.marks().getFirst().label();
            assertTrue(power < low || painter.texts.contains(label), "no " + label + " among " + painter.texts);
        }
    }
}
