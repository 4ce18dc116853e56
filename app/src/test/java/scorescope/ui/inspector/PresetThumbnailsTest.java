package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.DensityCatalog;

class PresetThumbnailsTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPresetHasAPictureOfItsOwn(boolean dark) {
        var drawn = PresetThumbnails.draw(dark);
        assertEquals(DensityCatalog.CATALOG.ids(), drawn.keySet().stream().toList());
        var different = new HashSet<Integer>();
        drawn.forEach((id, pixels) -> {
            assertEquals(PresetThumbnails.SIDE * PresetThumbnails.SIDE, pixels.length);
            different.add(Arrays.hashCode(pixels));
            // The data fill the picture without reaching its edge.
            int corner = pixels[0];
            assertNotEquals(1, Arrays.stream(pixels).distinct().count(), id);
            assertTrue(Arrays.stream(pixels).filter(pixel -> pixel != corner).count() > pixels.length / 20, id);
        });
        assertEquals(drawn.size(), different.size());
    }
}
