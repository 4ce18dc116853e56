package scorescope.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two columns of a table that can only be coordinates although they are not called x and y: numbered ones of one stem,
 * such as x1 and x2 or feature_0 and feature_1, without a third; or longitude and latitude, easting and northing.
 *
 * @param x index of the column with the first coordinate
 * @param y index of the column with the second
 */
record CoordinateNames(int x, int y) {
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}[\\p{L}\\s_.-]*?)[\\s_.\\[(-]*(\\d{1,3})[])]?");
    private static final List<List<Set<String>>> GEOGRAPHIC = List.of(
            List.of(Set.of("longitude", "lon", "lng", "long"), Set.of("latitude", "lat")),
            List.of(Set.of("easting", "eastings"), Set.of("northing", "northings")));

    /** Empty if there is no such pair, or more than one. */
    static Optional<CoordinateNames> among(List<String> names) {
        var pairs = new ArrayList<CoordinateNames>();
        for (var numbers : numbered(names).values()) {
            for (int first : new int[] {0, 1}) {
                if (numbers.size() == 2 && numbers.containsKey(first) && numbers.containsKey(first + 1)) {
                    pairs.add(new CoordinateNames(numbers.get(first), numbers.get(first + 1)));
                }
            }
        }
        for (var pair : GEOGRAPHIC) {
            int x = only(names, pair.get(0));
            int y = only(names, pair.get(1));
            if (x >= 0 && y >= 0) {
                pairs.add(new CoordinateNames(x, y));
            }
        }
        return pairs.size() == 1 ? Optional.of(pairs.getFirst()) : Optional.empty();
    }

    /** Columns by number, by the stem of their names; stems with a number twice are left out. */
    private static Map<String, Map<Integer, Integer>> numbered(List<String> names) {
        var stems = new LinkedHashMap<String, Map<Integer, Integer>>();
        for (int i = 0; i < names.size(); i++) {
            var found = NUMBERED.matcher(names.get(i).strip());
            if (found.matches()) {
                int column = i;
                stems.computeIfAbsent(found.group(1).toLowerCase(Locale.ROOT), _ -> new LinkedHashMap<>())
                        .merge(Integer.parseInt(found.group(2)), column, (_, _) -> -1);
            }
        }
        stems.values().removeIf(numbers -> numbers.containsValue(-1));
        return stems;
    }

    /** The index of the only one of {@code names} that is among {@code wanted}; −1 if there is none or several. */
    private static int only(List<String> names, Set<String> wanted) {
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i).strip().toLowerCase(Locale.ROOT))) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
