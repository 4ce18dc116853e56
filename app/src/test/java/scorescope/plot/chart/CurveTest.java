package scorescope.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;

class CurveTest {
    private static final double[] TWO = {1, 2};

    private static RecordingPainter legend(Curve curve) {
        var painter = new RecordingPainter();
        curve.entry().sample().draw(painter, 10, 20, Palette.LIGHT, Style.SCREEN);
        return painter;
    }

    /** Error bars of the chart are shown in the legend too. */
    @Test
    void aLegendShowsDotsWithTheirErrorBars() {
        var bare = legend(Curve.dots("measured", TWO, TWO, Palette::analytic));
        var barred = legend(Curve.dots("measured", TWO, TWO, Palette::analytic).withErrors(TWO));
        assertEquals(1, bare.of("discs").size());
        assertEquals(0, bare.of("segments").size());
        assertEquals(1, barred.of("discs").size());
        var bar = barred.of("segments").getFirst();
        assertEquals(bar.x()[0], bar.x()[1]);
        assertEquals(barred.of("discs").getFirst().x()[0], bar.x()[0]);
    }

    @Test
    void crossesAreCrossesInTheLegendToo() {
        var painter = legend(Curve.crosses("measured", TWO, TWO, Palette::analytic));
        assertEquals(4, painter.of("segments").getFirst().x().length);
        assertEquals(0, painter.of("discs").size());
    }
}
