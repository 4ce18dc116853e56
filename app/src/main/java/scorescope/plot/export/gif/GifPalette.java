package scorescope.plot.export.gif;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * At most 255 colours and a transparent one for all frames of a GIF, taken from the frames themselves. A pixel's index
 * depends on its colour alone, without dithering, so that unchanged parts of the picture are unchanged in the file.
 *
 * <p>A colour of the frames is covered if its distance from the nearest entry, times the fourth root of its number of
 * pixels, is at most a bound. Colours that are not covered yet become entries, the most frequent first; the bound is
 * the smallest that gives at most 255 entries. Frequent colours are thus exact, rare ones (blends at edges)
 * approximate.
 */
public final class GifPalette {
    /** Index of the transparent colour. */
    static final int TRANSPARENT = 0;

    static final int SIZE = 256;

    private static final int BISECTIONS = 30;

    /** More than any distance times the root of any number of pixels. */
    private static final double FARTHEST = 1e9;

    /** rgb by index; the value at {@link #TRANSPARENT} is unused. */
    private final int[] colors;

    /** Index by rgb; 0 where it is not known yet. Threads may write the same value twice. */
    private final byte[] known = new byte[1 << 24];

    private GifPalette(int[] colors) {
        this.colors = colors;
    }

    /**
     * The palette for these pixels.
     *
     * @param samples frames, 0xRRGGBB with any alpha; at least one
     */
    public static GifPalette of(List<int[]> samples) {
        long[] counted = counted(samples);
        double low = 0;
        double high = FARTHEST;
        int[] best = chosen(counted, high);
        for (int i = 0; i < BISECTIONS; i++) {
            double bound = (low + high) / 2;
            int[] tried = chosen(counted, bound);
            if (tried.length <= SIZE) {
                best = tried;
                high = bound;
            } else {
                low = bound;
            }
        }
        return new GifPalette(best);
    }

    /** Colours with their numbers of pixels: (most − pixels) << 24 | rgb, so that sorting puts the most frequent first. */
    private static long[] counted(List<int[]> samples) {
        int[] pixels = samples.stream()
                .flatMapToInt(Arrays::stream)
                .map(pixel -> pixel & 0xffffff)
                .toArray();
        Arrays.sort(pixels);
        var colors = LongStream.builder();
        for (int from = 0, to; from < pixels.length; from = to) {
            to = from;
            while (to < pixels.length && pixels[to] == pixels[from]) {
                to++;
            }
            colors.add((long) (Integer.MAX_VALUE - (to - from)) << 24 | pixels[from]);
        }
        return colors.build().sorted().toArray();
    }

    /** The entries for a bound, after the transparent one; one too many if the bound is too small. */
    private static int[] chosen(long[] counted, double bound) {
        int[] entries = new int[SIZE + 1];
        int size = 1;
        for (long color : counted) {
            int rgb = (int) color & 0xffffff;
            double pixels = Integer.MAX_VALUE - (color >>> 24);
            double farthest = bound / Math.sqrt(pixels);
            boolean served = false;
            for (int i = 1; i < size && !served; i++) {
                served = distance(entries[i], rgb) <= farthest;
            }
            if (!served) {
                entries[size++] = rgb;
                if (size > SIZE) {
                    return entries;
                }
            }
        }
        return Arrays.copyOf(entries, size);
    }

    /** Squared distance, with the largest weight on green, as in human vision. */
    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    /** Entry {@code index} as 0xRRGGBB; 0 beyond the last. */
    int color(int index) {
        return index < colors.length ? colors[index] : 0;
    }

    /** Index of the nearest entry; of two equally near ones the first. */
    int index(int rgb) {
        int color = rgb & 0xffffff;
        if (known[color] == 0) {
            known[color] = (byte) nearest(color);
        }
        return known[color] & 0xff;
    }

    private int nearest(int color) {
        int nearest = 1;
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < colors.length; i++) {
            int distance = distance(colors[i], color);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
