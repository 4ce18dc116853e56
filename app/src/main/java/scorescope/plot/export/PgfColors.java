package scorescope.plot.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import scorescope.plot.paint.Color;

/** Names for the colours of a figure in TeX, in the order in which they are used. */
final class PgfColors {
    private final Map<Integer, String> names = new LinkedHashMap<>();

    /** The name of a colour, whatever its opacity. */
    String name(Color color) {
        return names.computeIfAbsent(color.argb() & 0xffffff, _ -> "scorescope" + letters(names.size()));
    }

    String definitions() {
        var text = new StringBuilder();
        names.forEach((rgb, name) -> text.append(String.format(
                Locale.ROOT,
                "\\definecolor{%s}{RGB}{%d,%d,%d}%%\n",
                name,
                rgb >> 16 & 0xff,
                rgb >> 8 & 0xff,
                rgb & 0xff)));
        return text.toString();
    }

    private static String letters(int number) {
        return number < 26 ? Character.toString('a' + number) : letters(number / 26 - 1) + letters(number % 26);
    }
}
