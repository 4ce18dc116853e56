package scorescope.plot.figure;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scorescope.core.parameter.Parameters;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.ShownLayers;

class PanelContentCacheTest {
    private static final ShownLayers DENSITY = ShownLayers.of("density");
    private static final ShownLayers BOTH = ShownLayers.of("density", "quiver");

    private final PanelContentCache kept = new PanelContentCache();

    @Test
    void everyPanelGetsItsOwnContentBackInTheNextPicture() {
        var first = kept.next(DENSITY, 0, Style.SCREEN);
        var second = kept.next(DENSITY, 0, Style.SCREEN);
        assertNotSame(first, second, "two panels of one picture");
        kept.begin();
        assertSame(first, kept.next(DENSITY, 0, Style.SCREEN));
        assertSame(second, kept.next(DENSITY, 0, Style.SCREEN));
    }

    @Test
    void otherLayersSettingsSharesAndSizesAreOtherContents() {
        var before = kept.next(BOTH, 0, Style.SCREEN);
        var settings = Map.of("quiver", new Parameters(Map.of("across", 12L)));
        for (var asked : List.of(
                new Asked(DENSITY, 0, Style.SCREEN),
                new Asked(BOTH, 1, Style.SCREEN),
                new Asked(BOTH, 0, Style.PAPER),
                new Asked(new ShownLayers(BOTH.ids(), settings), 0, Style.SCREEN))) {
            kept.begin();
            var other = kept.next(asked.layers(), asked.from(), asked.style());
            assertNotSame(before, other, asked.toString());
            before = other;
        }
    }

    private record Asked(ShownLayers layers, int from, Style style) {}
}
