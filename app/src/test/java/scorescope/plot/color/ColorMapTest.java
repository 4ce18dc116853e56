package scorescope.plot.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.plot.color.ColorMap.Scaling;
import scorescope.plot.paint.Palette;

class ColorMapTest {
    private static ColorMap light(String name) {
        return ColorMapCatalog.named(name, false, "view.colorMap");
    }

    @ParameterizedTest
    @CsvSource({
        "viridis, false, 1",
        "magma, false, 1",
        "inferno, false, 1",
        "plasma, false, 1",
        "cividis, false, 1",
        "quiet, false, -1",
        "quiet, true, 1"
    })
    void lightnessIsMonotoneSoThatGreyPrintsKeepTheOrder(String name, boolean dark, int direction) {
        var map = ColorMapCatalog.named(name, dark, "view.colorMap");
        double before = lightness(map.argb(0));
        for (int k = 1; k < 64; k++) {
            double now = lightness(map.argb(k / 63.0));
            assertTrue(direction * (now - before) > 0, name + " at " + k + ": " + before + " then " + now);
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void quietStartsAtThePanelsColour(boolean dark) {
        var panel = dark ? Palette.DARK.panel() : Palette.LIGHT.panel();
        assertEquals(panel.argb(), ColorMapCatalog.named("quiet", dark, "").argb(0));
    }

    /** WCAG 2.2 requires 3 : 1 for graphical objects; the palettes of strong contrast give more than that. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void arrowsAreReadOnEveryShadeOfTheQuietRamp(boolean dark) {
        areRead(dark ? Palette.DARK : Palette.LIGHT, 3);
        areRead(dark ? Palette.DARK_CONTRAST : Palette.LIGHT_CONTRAST, 4.5);
    }

    private static void areRead(Palette palette, double least) {
        var map = ColorMapCatalog.named("quiet", palette.dark(), "");
        for (var color : List.of(palette.analytic(), palette.learned())) {
            for (int k = 0; k < 256; k++) {
                double contrast = contrast(map.argb(k / 255.0), color.argb());
                assertTrue(contrast >= least, "contrast " + contrast + " at " + k);
            }
        }
    }

    /**
     * The ratio of luminances.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
     */
    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    @Test
    void everyNameLoads() {
        for (var name : ColorMapCatalog.names()) {
            assertEquals(256, light(name).entries(), name);
        }
    }

    @Test
    void unknownNameIsRefusedWithTheNearest() {
        var e = assertThrows(BadInputException.class, () -> light("viridi"));
        assertTrue(e.getMessage().contains("\"viridis\""), e.getMessage());
    }

    @Test
    void badRowIsRefusedWithItsLine() {
        var e = assertThrows(
                BadInputException.class, () -> ColorMap.parse("m", List.of("r,g,b", "0,0,0", "1,2"), "m.csv"));
        assertEquals("m.csv, line 3", e.place());
    }

    @Test
    void bulkMappingAgreesWithSingleColoursInBothScalings() {
        var map = light("viridis");
        float[] values = {Float.NaN, -1f, 0f, 0.001f, 0.02f, 0.5f, 1f, 7f};
        int[] out = new int[values.length];
        map.map(values, values.length, Scaling.LINEAR, 0, 1, out);
        for (int i = 0; i < values.length; i++) {
            assertEquals(map.argb(values[i]), out[i], "linear " + values[i]);
        }
        map.map(values, values.length, Scaling.LOG, 0.001, 1, out);
        assertEquals(0, out[0]);
        assertEquals(map.argb(0), out[1]);
        assertEquals(map.argb(0), out[2]);
        assertEquals(map.argb(Math.log(0.02f / 0.001) / Math.log(1000)), out[4]);
        assertEquals(map.argb(1), out[7]);
    }

    /** CIE L*, from sRGB. */
    static double lightness(int argb) {
        double y = luminance(argb);
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
