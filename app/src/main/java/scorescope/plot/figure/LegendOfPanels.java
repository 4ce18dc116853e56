package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scorescope.plot.guide.Legend;

/**
 * The legend of the panels of a composed figure. An entry that all panels with a layer have is listed once; an entry
 * that only some of them have is preceded by their names.
 */
final class LegendOfPanels {
    private LegendOfPanels() {}

    /**
     * One entry of one panel.
     *
     * @param layer the id of the layer that it is about
     */
    record Said(String panel, String layer, Legend.Entry entry) {}

    /** A text about a layer, with the length of its sample if that has a meaning. */
    private record Key(String layer, String text, double measure) {}

    static List<Legend.Entry> of(List<Said> said) {
        Map<String, Set<String>> panelsOfLayer = new LinkedHashMap<>();
        Map<Key, Set<String>> panelsOfText = new LinkedHashMap<>();
        Map<Key, Legend.Entry> entries = new LinkedHashMap<>();
        for (var one : said) {
            var key = new Key(
                    one.layer(), one.entry().text(), one.entry().sample().measure());
            panelsOfLayer
                    .computeIfAbsent(one.layer(), _ -> new LinkedHashSet<>())
                    .add(one.panel());
            if (!one.entry().text().isEmpty()) {
                panelsOfText.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(one.panel());
                entries.putIfAbsent(key, one.entry());
            }
        }
        var legend = new ArrayList<Legend.Entry>();
        entries.forEach((key, entry) -> {
            var panels = panelsOfText.get(key);
            boolean all = panels.equals(panelsOfLayer.get(key.layer()));
            legend.add(all ? entry : new Legend.Entry(entry.sample(), String.join(", ", panels) + ": " + entry.text()));
        });
        return legend;
    }
}
