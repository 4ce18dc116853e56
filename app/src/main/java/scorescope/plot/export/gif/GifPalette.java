package scorescope.plot.export.gif;

import java.util.Arrays;

/**
 * At most 255 colours and a transparent one for all frames of a GIF, taken from the frames themselves. A pixel's index depends
 * on its colour alone, without dithering, so that what does not change in the picture does not change in the file.
 *
 * <p>A colour of the frames is served if its distance from the nearest entry, times the fourth root of its pixels, is at most
 * a bound. Colours become entries in the order of their pixels if they are not served yet; the bound is the smallest that
 * leaves at most 255 of them. Frequent colours are thus exact, rare ones (blends at edges) near.
 */
public final class GifPalette {
    /** Index of the transparent colour. */
    static final int TRANSPARENT = 0;

    static final int SIZE = 256;

    private static final int CACHE = 1 << 16;
    private static final int BISECTIONS = 12;

    /** rgb by index; that of {@link #TRANSPARENT} means nothing. */
    private final int[] colors;

    /**
     * rgb << 8 | index, by a hash of rgb; 0 where nothing is known. Threads may overwrite each other's entries: each is one
     * whole number, and every value of a colour is the same.
     */
    private final int[] known = new int[CACHE];

    private GifPalette(int[] colors) {
        this.colors = colors;
    }

    /**
     * The colours that serve these pixels best.
     *
     * @param samples frames, 0xRRGGBB with any alpha; at least one
     */
    public static GifPalette of(Iterable<int[]> samples) {
        long[] counted = counted(samples);
        double low = 0;
        double high = 1e6;
        int[] best = chosen(counted, high);
        for (int i = 0; i < BISECTIONS + 20 && low < high; i++) {
            double bound = i == 0 ? 0 : (low + high) / 2;
            int[] tried = chosen(counted, bound);
            if (tried.length <= SIZE) {
                best = tried;
                high = bound;
            } else {
                low = bound;
            }
            if (high - low < 1e-3 * high) {
                break;
            }
        }
        return new GifPalette(best);
    }

    /** Colours with their numbers of pixels: (most − pixels) << 24 | rgb, so that sorting puts the most frequent first. */
    private static long[] counted(Iterable<int[]> samples) {
        int[] counts = new int[1 << 24];
        for (int[] pixels : samples) {
            for (int pixel : pixels) {
                counts[pixel & 0xffffff]++;
            }
        }
        long[] colors = new long[(int) Arrays.stream(counts).filter(count -> count > 0).count()];
        int n = 0;
        for (int rgb = 0; rgb < counts.length; rgb++) {
            if (counts[rgb] > 0) {
                colors[n++] = (long) (Integer.MAX_VALUE - counts[rgb]) << 24 | rgb;
            }
        }
        Arrays.sort(colors);
        return colors;
    }

    /** The entries for a bound, after the transparent one; one too many where it is too small. */
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

    /** Squared, green weighted most, as the eye does. */
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
        int slot = (color * 0x9e3779b1) >>> 16;
        int entry = known[slot];
        if (entry != 0 && entry >>> 8 == color) {
            return entry & 0xff;
        }
        int nearest = 1;
        for (int i = 2; i < colors.length; i++) {
            nearest = distance(colors[i], color) < distance(colors[nearest], color) ? i : nearest;
        }
        known[slot] = color << 8 | nearest;
        return nearest;
    }
}
