package scorescope.plot.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.export.GraphicsPainter;
import scorescope.plot.export.SvgPainter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;

class DashTest {
    private static final Color BLACK = new Color(0xFF000000);

    /** Strokes and gaps of a line in line widths are equal for all painters at every width. */
    @ParameterizedTest
    @CsvSource({"DASHED, 4", "DASHED, 8", "DOTTED, 4", "DASH_DOTTED, 4", "DASH_DOTTED, 6"})
    void everyPainterDrawsTheDeclaredPattern(Dash dash, double width) {
        double[] declared =
                Arrays.stream(dash.lengths(width)).map(length -> length / width).toArray();
        double[] x = {0, 900};
        double[] y = {20, 20};
        var raster = new Raster();
        raster.reset(900, 40, 0xFFFFFF);
        var painter = new RasterPainter(raster, (text, size, bold) -> 0);
        painter.begin(1);
        painter.polyline(x, y, 2, false, BLACK, width, dash);
        double[] seen = runs(Arrays.copyOfRange(raster.pixels(), 20 * 900, 21 * 900), declared.length);
        for (int i = 0; i < declared.length; i++) {
            assertEquals(declared[i] * width, seen[i], 1.5, dash + " as pixels, part " + i);
        }
        var paint = new GraphicsPainter(900, 40, 0, 0, 900, 40);
        paint.rectangle(0, 0, 900, 40, new Color(0xFFFFFFFF));
        // The cap of the first stroke begins half a width before the line.
        paint.polyline(new double[] {width / 2, 900}, y, 2, false, BLACK, width, dash);
        double[] printed = runs(Arrays.copyOfRange(paint.argb(), 20 * 900, 21 * 900), declared.length);
        for (int i = 0; i < declared.length; i++) {
            assertEquals(declared[i] * width, printed[i], 1.5, dash + " as a printed image, part " + i);
        }
        var svg = new SvgPainter();
        svg.polyline(x, y, 2, false, BLACK, width, dash);
        String text = svg.document(900, 40, "", "", java.util.Optional.empty());
        String written = text.replaceAll("(?s).*stroke-dasharray=\"([^\"]*)\".*", "$1");
        double[] paper = Arrays.stream(written.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int i = 0; i < paper.length; i++) {
            paper[i] = (paper[i] + (i % 2 == 0 ? width : -width)) / width;
        }
        assertArrayEquals(declared, paper, 0.02, text);
    }

    /** Lengths of the first strokes and gaps of a row, in pixels. */
    private static double[] runs(int[] row, int count) {
        var lengths = new ArrayList<Integer>();
        boolean on = true;
        int length = 0;
        for (int i = 0; i < row.length && lengths.size() < count; i++) {
            boolean inked = (row[i] & 0xFF) < 128;
            if (inked == on) {
                length++;
            } else {
                lengths.add(length);
                on = inked;
                length = 1;
            }
        }
        return lengths.stream().mapToDouble(run -> run).toArray();
    }
}
