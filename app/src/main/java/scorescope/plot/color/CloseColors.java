package scorescope.plot.color;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * Two colours of a figure that are hard to tell apart, on white paper and to some vision.
 *
 * @param one its name for people
 * @param other its name for people
 * @param visions those for which they are
 */
public record CloseColors(String one, String other, List<Vision> visions) {
    /** Colours closer than this in CIEDE2000 count as hard to tell apart. */
    public static final double LEAST = 10;

    private static final int CATEGORIES = 8;

    /** All pairs of colours that are too close on white paper for at least one vision. */
    public static List<CloseColors> among(Set<Color> colors, Palette palette) {
        var all = colors.stream()
                .collect(Collectors.toMap(
                        color -> color.argb() & 0xffffff,
                        color -> color,
                        (one, other) -> one.argb() >>> 24 >= other.argb() >>> 24 ? one : other,
                        TreeMap::new))
                .values()
                .stream()
                .toList();
        var close = new ArrayList<CloseColors>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var first = all.get(i);
                var second = all.get(j);
                var visions = Arrays.stream(Vision.values())
                        .filter(vision -> difference(first, second, vision) < LEAST)
                        .toList();
                if (!visions.isEmpty()) {
                    close.add(new CloseColors(name(first, palette), name(second, palette), visions));
                }
            }
        }
        return close;
    }

    /** CIEDE2000 between two colours as they are seen on white paper. */
    public static double difference(Color one, Color other, Vision vision) {
        return seen(one, vision).difference(seen(other, vision));
    }

    private static Lab seen(Color color, Vision vision) {
        return Lab.of(new Color(vision.seen(color.onWhite().argb())));
    }

    private static String name(Color color, Palette palette) {
        return names(palette).entrySet().stream()
                .filter(entry -> (entry.getKey().argb() & 0xffffff) == (color.argb() & 0xffffff))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> "#%06x".formatted(color.argb() & 0xffffff));
    }

    private static Map<Color, String> names(Palette palette) {
        var names = new LinkedHashMap<Color, String>();
        names.put(palette.analytic(), Words.text("figure.color-name.analytic"));
        names.put(palette.learned(), Words.text("figure.color-name.learned"));
        names.put(palette.clean(), Words.text("figure.color-name.clean"));
        names.put(palette.probe(), Words.text("figure.color-name.probe"));
        names.put(palette.particle(), Words.text("figure.color-name.particle"));
        names.put(palette.contour(), Words.text("figure.color-name.contour"));
        for (int k = 0; k < CATEGORIES; k++) {
            names.putIfAbsent(ThemeColor.category(k).on(palette), Words.text("figure.color-name.category", k + 1));
        }
        return names;
    }

    /** The warning about them. */
    public String words() {
        return Words.text(
                "figure.color-name.close",
                one,
                other,
                visions.stream()
                        .map(vision -> Words.text("figure.vision." + vision.id()))
                        .collect(Collectors.joining(", ")));
    }
}
