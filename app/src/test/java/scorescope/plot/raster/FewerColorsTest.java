package scorescope.plot.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.plot.paint.Color;

class FewerColorsTest {
    private static final List<Color> COLORS = List.of(new Color(0xcc212c2d), new Color(0xffd04010));

    private static int[] reduced(int... argb) {
        FewerColors.reduce(argb, COLORS);
        return argb;
    }

    @Test
    void roundedInksAreInksAgainAndMixedColoursStay() {
        assertArrayEquals(
                new int[] {0xff212c2d, 0xff212c2d, 0xffd04010, 0xff805020},
                reduced(0xff232b2c, 0xff1f2e2f, 0xffd24110, 0xff805020));
    }

    @Test
    void opacitiesAreSixteenAndNearTheTrueOnes() {
        int[] all = new int[256];
        Arrays.setAll(all, alpha -> alpha << 24 | 0x805020);
        int[] reduced = reduced(all.clone());
        assertEquals(
                16, Arrays.stream(reduced).map(argb -> argb >>> 24).distinct().count());
        for (int alpha = 0; alpha < 256; alpha++) {
            assertTrue(Math.abs((reduced[alpha] >>> 24) - alpha) <= 8, "opacity " + alpha);
        }
        assertEquals(0, reduced[0]);
        assertEquals(0xff805020, reduced[255]);
    }
}
