package scorescope.core.parameter;

import java.util.Collection;
import java.util.Comparator;

/** The valid name closest to a mistyped one: by edit distance (Levenshtein 1966), an abbreviation counting as one edit. */
public final class Nearest {
    private Nearest() {}

    public static String of(String name, Collection<String> valid) {
        return valid.stream()
                .min(Comparator.comparingInt(candidate -> apart(name, candidate)))
                .orElseThrow(() -> new IllegalArgumentException("no valid names to choose from"));
    }

    private static int apart(String name, String candidate) {
        boolean abbreviated = name.length() > 1 && candidate.regionMatches(true, 0, name, 0, name.length());
        return abbreviated ? Math.min(1, distance(name, candidate)) : distance(name, candidate);
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
