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
 * Two inks of a figure that are taken for each other.
 *
 * @param one its name for people
 * @param other its name for people
 * @param visions in which they are
 */
public record CloseInks(String one, String other, List<Vision> visions) {
    /** Inks closer than this in CIEDE2000 are taken for each other. */
    public static final double LEAST = 10;

    private static final int CATEGORIES = 8;

    /** All pairs of the inks, as they look on white paper, that are too close in some way of seeing. */
    public static List<CloseInks> among(Set<Color> inks, Palette palette) {
        var all = inks.stream()
                .collect(Collectors.toMap(
                        ink -> ink.argb() & 0xffffff,
                        ink -> ink,
                        (one, other) -> one.argb() >>> 24 >= other.argb() >>> 24 ? one : other,
                        TreeMap::new))
                .values()
                .stream()
                .toList();
        var close = new ArrayList<CloseInks>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var first = all.get(i);
                var second = all.get(j);
                var visions = Arrays.stream(Vision.values())
                        .filter(vision -> difference(first, second, vision) < LEAST)
                        .toList();
                if (!visions.isEmpty()) {
                    close.add(new CloseInks(name(first, palette), name(second, palette), visions));
                }
            }
        }
        return close;
    }

    /** CIEDE2000 between two colours as they are seen on white paper. */
    public static double difference(Color one, Color other, Vision vision) {
        return seen(one, vision).difference(seen(other, vision));
    }

    private static Lab seen(Color ink, Vision vision) {
        return Lab.of(new Color(vision.seen(ink.onWhite().argb())));
    }

    private static String name(Color ink, Palette palette) {
        return names(palette).entrySet().stream()
                .filter(entry -> (entry.getKey().argb() & 0xffffff) == (ink.argb() & 0xffffff))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> "#%06x".formatted(ink.argb() & 0xffffff));
    }

    private static Map<Color, String> names(Palette palette) {
        var names = new LinkedHashMap<Color, String>();
        names.put(palette.analytic(), Words.text("figure.ink.analytic"));
        names.put(palette.learned(), Words.text("figure.ink.learned"));
        names.put(palette.clean(), Words.text("figure.ink.clean"));
        names.put(palette.probe(), Words.text("figure.ink.probe"));
        names.put(palette.particle(), Words.text("figure.ink.particle"));
        names.put(palette.contour(), Words.text("figure.ink.contour"));
        for (int k = 0; k < CATEGORIES; k++) {
            names.putIfAbsent(ThemeColor.category(k).on(palette), Words.text("figure.ink.category", k + 1));
        }
        return names;
    }

    /** What to tell a person. */
    public String words() {
        return Words.text(
                "figure.ink.close",
                one,
                other,
                visions.stream()
                        .map(vision -> Words.text("figure.vision." + vision.id()))
                        .collect(Collectors.joining(", ")));
    }
}
