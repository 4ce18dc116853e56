package scorescope.plot.export.gif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;

class GifFileTest {
    private static final String SESSION = "{\"scorescope\": 1, \"note\": \"σ → λ " + "x".repeat(700) + "\"}";

    private static byte[] gif(List<int[]> frames, int columns, int rows) throws IOException {
        var palette = GifPalette.of(frames);
        var out = new ByteArrayOutputStream();
        var file = new GifFile(out, palette, columns, rows, 0, "σ in words", Optional.of(SESSION));
        for (int i = 0; i < frames.size(); i++) {
            var before = i == 0 ? Optional.<int[]>empty() : Optional.of(frames.get(i - 1));
            file.frame(file.coded(before, frames.get(i)), 3 + i);
        }
        file.end();
        return out.toByteArray();
    }

    /** Frames of at most {@code colors} colours, each differing from the last in a part. */
    private static List<int[]> frames(int columns, int rows, int colors, double changed, long seed) {
        var random = new Random(seed);
        int[] palette =
                random.ints(colors, 0, 1 << 24).map(rgb -> 0xff000000 | rgb).toArray();
        var frames = new ArrayList<int[]>();
        int[] pixels = new int[columns * rows];
        Arrays.setAll(pixels, _ -> palette[random.nextInt(colors)]);
        for (int i = 0; i < 4; i++) {
            frames.add(pixels.clone());
            for (int at = 0; at < pixels.length; at++) {
                if (random.nextDouble() < changed) {
                    pixels[at] = palette[random.nextInt(colors)];
                }
            }
        }
        return frames;
    }

    /** Noise fills the code table many times; few colours give long matches. */
    @ParameterizedTest
    @CsvSource({
        "150, 120, 255, 0.5",
        "150, 120, 255, 0.01",
        "150, 120, 2, 0.3",
        "151, 121, 1, 0",
        "64, 65, 17, 0",
        "1, 1, 1, 0",
        "300, 3, 3, 1"
    })
    void anotherReaderSeesTheFramesAsTheyWere(int columns, int rows, int colors, double changed) throws IOException {
        var frames = frames(columns, rows, colors, changed, 7);
        var read = GifFrames.of(gif(frames, columns, rows));
        assertEquals(columns, read.columns());
        assertEquals(rows, read.rows());
        for (int i = 0; i < frames.size(); i++) {
            assertArrayEquals(frames.get(i), read.pixels().get(i), "frame " + i);
        }
        assertEquals(List.of(3, 4, 5, 6), read.hundredths());
    }

    @Test
    void whatDoesNotChangeTakesNoRoom() throws IOException {
        var one = frames(200, 200, 255, 0, 3);
        int still = gif(one.subList(0, 1), 200, 200).length;
        int all = gif(one, 200, 200).length;
        assertTrue(all - still < 100, "three frames without a change take " + (all - still) + " bytes");
    }

    /** Frequent colours are exact; rare ones become the nearest entry, equal in all frames. */
    @Test
    void flatColoursAreExactAndBlendsAreNear() {
        var random = new Random(11);
        int[] pixels = new int[200 * 200];
        Arrays.setAll(
                pixels, at -> at < 36_000 ? 0xff000000 | 0x102030 * (at % 7) : 0xff000000 | random.nextInt(1 << 24));
        var palette = GifPalette.of(List.of(pixels));
        for (int k = 0; k < 7; k++) {
            assertEquals(0x102030 * k & 0xffffff, palette.color(palette.index(0xff000000 | 0x102030 * k)));
        }
        double worst = 0;
        for (int pixel : pixels) {
            int entry = palette.color(palette.index(pixel));
            worst = Math.max(worst, Math.abs((entry >> 8 & 0xff) - (pixel >> 8 & 0xff)));
        }
        assertTrue(worst <= 40, "a green is off by " + worst);
    }

    @Test
    void theSessionIsReadBack() throws IOException {
        byte[] file = gif(frames(40, 30, 5, 0.2, 1), 40, 30);
        assertTrue(GifComments.isGif(file));
        assertEquals(Optional.of(SESSION), GifComments.session(file, "F.gif"));
    }

    @Test
    void aFileThatEndsBeforeItsSessionIsRefusedAndOneWithoutHasNone() throws IOException {
        byte[] file = gif(frames(40, 30, 5, 0.2, 1), 40, 30);
        for (int length : new int[] {9, 14, 500, 800, 1000}) {
            var refused = assertThrows(
                    BadInputException.class, () -> GifComments.session(Arrays.copyOf(file, length), "F.gif"));
            assertEquals("F.gif", refused.place());
        }
        var out = new ByteArrayOutputStream();
        var frames = frames(9, 7, 3, 0.5, 2);
        var bare = new GifFile(out, GifPalette.of(frames), 9, 7, 1, "", Optional.empty());
        bare.frame(bare.coded(Optional.empty(), frames.getFirst()), 5);
        bare.end();
        assertEquals(Optional.empty(), GifComments.session(out.toByteArray(), "F.gif"));
        assertTrue(!new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("NETSCAPE"));
    }
}
