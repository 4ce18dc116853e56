package scorescope.plot.raster;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scorescope.plot.paint.Typeface;

/**
 * Draws the words of a {@link RasterPainter} on its pixels without a toolkit. Masks of words are cached, since most words of
 * a picture stand in the next one at the same place. Not safe for use by several threads.
 */
public final class WordPainter {
    /** Positions of words are rounded to 1/{@value} pixel. */
    private static final int PARTS = 4;

    private static final int MOST_CACHED = 2000;

    private final Map<Key, Mask> masks = new HashMap<>();

    /**
     * All that a mask depends on.
     *
     * @param size in pixels
     * @param partX fraction of a pixel, in quarters, of the word's horizontal position; {@code partY} of the vertical one
     */
    private record Key(String text, double size, boolean bold, int partX, int partY) {}

    /** Coverage of pixels in 1/255; the mask's top left corner relative to the word's position. */
    private record Mask(int left, int top, int width, int height, byte[] covered) {}

    /**
     * Draws words.
     *
     * @param pixelsPerPoint scale of the picture
     */
    public void set(List<RasterPainter.Word> words, Raster raster, double pixelsPerPoint) {
        if (masks.size() > MOST_CACHED) {
            masks.clear();
        }
        for (var word : words) {
            double shift =
                    switch (word.align()) {
                        case LEFT -> 0;
                        case CENTER -> -Typeface.width(word.text(), word.size(), word.bold()) / 2;
                        case RIGHT -> -Typeface.width(word.text(), word.size(), word.bold());
                    };
            long x = Math.round(PARTS * pixelsPerPoint * (word.x() + shift));
            long y = Math.round(PARTS * pixelsPerPoint * word.y());
            var mask = masks.computeIfAbsent(
                    new Key(
                            word.text(),
                            pixelsPerPoint * word.size(),
                            word.bold(),
                            (int) Math.floorMod(x, (long) PARTS),
                            (int) Math.floorMod(y, (long) PARTS)),
                    WordPainter::mask);
            lay(
                    mask,
                    raster,
                    (int) Math.floorDiv(x, PARTS),
                    (int) Math.floorDiv(y, PARTS),
                    word.color().argb());
        }
    }

    private static Mask mask(Key key) {
        var outline = Typeface.of(key.size, key.bold)
                .layoutGlyphVector(
                        Typeface.EXACT, key.text.toCharArray(), 0, key.text.length(), Font.LAYOUT_LEFT_TO_RIGHT)
                .getOutline(key.partX / (float) PARTS, key.partY / (float) PARTS);
        var bounds = outline.getBounds2D();
        int left = (int) Math.floor(bounds.getMinX());
        int top = (int) Math.floor(bounds.getMinY());
        int width = Math.max(1, (int) Math.ceil(bounds.getMaxX()) - left);
        int height = Math.max(1, (int) Math.ceil(bounds.getMaxY()) - top);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setTransform(AffineTransform.getTranslateInstance(-left, -top));
        graphics.setColor(Color.WHITE);
        graphics.fill(outline);
        graphics.dispose();
        return new Mask(
                left, top, width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static void lay(Mask mask, Raster raster, int x, int y, int argb) {
        int alpha = argb >>> 24;
        int[] pixels = raster.pixels();
        for (int j = 0; j < mask.height; j++) {
            int row = y + mask.top + j;
            if (row < 0 || row >= raster.height()) {
                continue;
            }
            for (int i = 0; i < mask.width; i++) {
                int column = x + mask.left + i;
                int covered = (mask.covered[j * mask.width + i] & 0xff) * alpha / 255;
                if (covered > 0 && column >= 0 && column < raster.width()) {
                    int at = row * raster.width() + column;
                    pixels[at] = 0xff000000 | Raster.mix(pixels[at], argb, covered + (covered >>> 7));
                }
            }
        }
    }
}
