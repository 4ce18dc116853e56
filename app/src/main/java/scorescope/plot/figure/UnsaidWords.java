package scorescope.plot.figure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scorescope.plot.guide.Legend;

/**
 * Words of a panel's caption that have no room above its plot.
 *
 * @param name of the panel, by which the legend refers to it
 */
record UnsaidWords(String name, String words) {
    /** Legend entries for these words, each preceded by the names of all panels that it is about. */
    static List<Legend.Entry> listed(List<UnsaidWords> all) {
        Map<String, Set<String>> namesOfWords = new LinkedHashMap<>();
        for (var one : all) {
            namesOfWords
                    .computeIfAbsent(one.words(), _ -> new LinkedHashSet<>())
                    .add(one.name());
        }
        return namesOfWords.entrySet().stream()
                .map(entry ->
                        new Legend.Entry(Legend.NOTHING, String.join(", ", entry.getValue()) + ": " + entry.getKey()))
                .toList();
    }
}
