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

    private final PanelContentCache cache = new PanelContentCache();

    @Test
    void everyPanelGetsItsOwnContentBackInTheNextPicture() {
        var first = cache.next(DENSITY, 0, Style.SCREEN);
        var second = cache.next(DENSITY, 0, Style.SCREEN);
        assertNotSame(first, second, "two panels of one picture");
        cache.begin();
        assertSame(first, cache.next(DENSITY, 0, Style.SCREEN));
        assertSame(second, cache.next(DENSITY, 0, Style.SCREEN));
    }

    @Test
    void otherLayersSettingsSharesAndSizesAreOtherContents() {
        var before = cache.next(BOTH, 0, Style.SCREEN);
        var settings = Map.of("quiver", new Parameters(Map.of("across", 12L)));
        for (var request : List.of(
                new Request(DENSITY, 0, Style.SCREEN),
                new Request(BOTH, 1, Style.SCREEN),
                new Request(BOTH, 0, Style.PAPER),
                new Request(new ShownLayers(BOTH.ids(), settings), 0, Style.SCREEN))) {
            cache.begin();
            var other = cache.next(request.layers(), request.from(), request.style());
            assertNotSame(before, other, request.toString());
            before = other;
        }
    }

    private record Request(ShownLayers layers, int from, Style style) {}
}
