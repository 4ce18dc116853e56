package scorescope.plot.color;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.words.Words;

/**
 * The colour maps by name. A new one is a table in the assets and one word here. {@code quiet} has one table for
 * light and one for dark surroundings; it starts at the panel's own colour, so arrows and text stay readable on it.
 */
public final class ColorMapCatalog {
    public static final String QUIET = "quiet";

    /** Two hues parting from a pale middle, for values of both signs. */
    public static final String DIVERGING = "coolwarm";

    private static final List<String> NAMES =
            List.of(QUIET, "viridis", "magma", "inferno", "plasma", "cividis", "twilight", "coolwarm");
    private static final Map<String, ColorMap> LOADED = new ConcurrentHashMap<>();

    private ColorMapCatalog() {}

    public static List<String> names() {
        return NAMES;
    }

    /**
     * The map called {@code name}.
     *
     * @param place where the name was given, for the message
     * @throws BadInputException if there is none; it names the nearest
     */
    public static ColorMap named(String name, boolean dark, String place) {
        if (!NAMES.contains(name)) {
            throw new BadInputException(
                    place,
                    Words.text("figure.color-map-catalog.there-no-colour-map", name),
                    Words.text("figure.remedy.nearest", Nearest.of(name, NAMES), String.join(", ", NAMES)));
        }
        var table = name.equals(QUIET) ? (dark ? "quiet-dark" : "quiet-light") : name;
        return LOADED.computeIfAbsent(table, t -> ColorMap.resource(name, t));
    }
}
