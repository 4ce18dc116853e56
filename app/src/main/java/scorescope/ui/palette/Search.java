package scorescope.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Selects and orders the entries that match a typed text. */
final class Search {
    private static final int MOST = 40;
    private static final int WORD = 8;
    private static final int BEGINNING = 6;
    private static final int INSIDE = 3;
    private static final int LETTERS = 1;

    private Search() {}

    private record Found(Entry entry, int score) {}

    /**
     * The entries that contain every typed word, group by group. Groups are ordered by their best entry; impossible entries come
     * last. Among equal scores the entry used last comes first.
     *
     * @param lastUse rank of an entry's last use: larger is more recent, 0 is never
     */
    static List<Entry> among(List<Entry> entries, String typed, ToIntFunction<Entry> lastUse) {
        var words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        var found = new ArrayList<Found>();
        for (var entry : entries) {
            score(entry, words).ifPresent(score -> found.add(new Found(entry, score)));
        }
        found.sort(Comparator.comparingInt((Found one) -> one.score())
                .thenComparingInt(one -> lastUse.applyAsInt(one.entry()))
                .reversed());
        var best = found.stream().limit(MOST).map(Found::entry).toList();
        var groups = best.stream().map(Search::listed).distinct().toList();
        return groups.stream()
                .sorted(Comparator.comparing(group -> group == Group.IMPOSSIBLE))
                .flatMap(group -> best.stream().filter(entry -> listed(entry) == group))
                .toList();
    }

    /** The group under which an entry is shown. */
    static Group listed(Entry entry) {
        return entry.possible() ? entry.group() : Group.IMPOSSIBLE;
    }

    /** Score of an entry; empty if a word is missing. Entries of values are made from the text and always match. */
    private static Optional<Integer> score(Entry entry, List<String> words) {
        if (entry.group() == Group.VALUES) {
            return Optional.of(WORD * words.size() + WORD);
        }
        String title = entry.title().toLowerCase(Locale.ROOT);
        String all = (title + " " + entry.detail() + " " + entry.also()).toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : words) {
            int score = Math.max(2 * score(title, word), score(all, word));
            if (score == 0) {
                return Optional.empty();
            }
            sum += score;
        }
        return Optional.of(sum);
    }

    private static int score(String text, String word) {
        if (word.isEmpty()) {
            return LETTERS;
        }
        int at = text.indexOf(word);
        if (at < 0) {
            return isSubsequence(word, text) ? LETTERS : 0;
        }
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        int end = at + word.length();
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return begins && ends ? WORD : begins ? BEGINNING : INSIDE;
    }

    /** Whether the letters occur in this order within one word of the text that begins with the first of them. */
    private static boolean isSubsequence(String letters, String text) {
        if (letters.length() < 3) {
            return false;
        }
        for (String word : text.split("\\s+", -1)) {
            int next = 0;
            for (int i = 0; i < word.length() && next < letters.length(); i++) {
                next += word.charAt(i) == letters.charAt(next) ? 1 : 0;
            }
            if (next == letters.length() && word.charAt(0) == letters.charAt(0)) {
                return true;
            }
        }
        return false;
    }
}
