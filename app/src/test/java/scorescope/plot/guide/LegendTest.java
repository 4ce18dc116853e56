package scorescope.plot.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.export.SvgPainter;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;

class LegendTest {
    private static final String LONG =
            "no data: outside the region of highest density with 99 % of the clean data; 0 % of these answers";

    /** Every word is drawn, in order, and none beyond the width. */
    @ParameterizedTest
    @ValueSource(doubles = {90, 160, 260, 900})
    void whatIsTooLongForALineGoesOnInTheNext(double width) {
        var legend = new Legend(
                List.of(new Legend.Entry(Legend.NOTHING, LONG), new Legend.Entry(Legend.NOTHING, "answers")));
        var ruler = new SvgPainter();
        var painter = new RecordingPainter() {
            private double reach;

            @Override
            public double textWidth(String text, double size, boolean bold) {
                return ruler.textWidth(text, size, bold);
            }

            @Override
            public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
                super.text(text, x, y, size, bold, align, color);
                reach = Math.max(reach, x + textWidth(text, size, bold));
            }
        };
        legend.draw(painter, 0, 0, width, Palette.LIGHT, Style.PAPER);
        assertEquals(LONG + " answers", painter.texts.stream().collect(Collectors.joining(" ")));
        assertTrue(painter.reach <= width, painter.reach + " of " + width);
    }
}
