package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/**
 * The legend at the bottom of a figure: notes of the scene, entries of its parts, and captions that did not fit above
 * them.
 */
record FigureLegend(TextMeasure ruler, Style style) {
    /** The legend as far as it is known before the layout. */
    Legend foreseen(StudyScene scene, List<Part> parts) {
        var entries = new ArrayList<>(scene.notes());
        var compared = planes(parts).filter(ScenePlane::named).toList();
        entries.addAll(ScenePlane.compared(compared));
        var own = parts.stream()
                .filter(part -> !(part instanceof PlanePart plane && compared.contains(plane.content())))
                .flatMap(part -> part.legend().stream())
                .toList();
        // An arrow length whose meaning differs between planes is left out, since the legend would not say which plane
        // it is about.
        boolean oneLength = own.stream()
                        .filter(entry -> entry.sample().measure() > 0)
                        .map(Legend.Entry::text)
                        .distinct()
                        .count()
                == 1;
        // An entry that two parts share is listed once.
        var said = new HashSet<String>();
        own.stream()
                .filter(entry -> oneLength || entry.sample().measure() == 0)
                .filter(entry -> said.add(entry.text()))
                .forEach(entries::add);
        return new Legend(entries);
    }

    /** The whole legend, including captions for which the panels have no room above their plots. */
    Legend of(StudyScene scene, List<Part> parts, List<Panel> panels) {
        var foreseen = foreseen(scene, parts);
        var unfamiliar = panels.stream()
                .filter(panel -> !says(foreseen, panel.caption().formula().plain()))
                .toList();
        return foreseen.and(unsaidNotes(panels)).and(unsaidTitles(unfamiliar)).and(unsaidFormulas(unfamiliar));
    }

    /** The planes of scenes among the parts. */
    static Stream<ScenePlane> planes(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof PlanePart plane && plane.content() instanceof ScenePlane content
                        ? Stream.of(content)
                        : Stream.empty());
    }

    /** Whether an entry contains the formula of a caption. */
    private static boolean says(Legend legend, String formula) {
        return !formula.isEmpty() && legend.words().stream().anyMatch(words -> words.contains(formula));
    }

    /** Notes that do not fit above narrow panels of a composed figure. */
    private List<Legend.Entry> unsaidNotes(List<Panel> panels) {
        return UnsaidWords.listed(panels.stream()
                .flatMap(panel ->
                        panel instanceof PlanePanel plane ? plane.unsaidNote(ruler, style).stream() : Stream.empty())
                .toList());
    }

    /** Titles that do not fit above narrow plots. */
    private List<Legend.Entry> unsaidTitles(List<Panel> panels) {
        return UnsaidWords.listed(panels.stream()
                .flatMap(panel -> panel.unsaidTitle(ruler, style).stream())
                .toList());
    }

    /** Formulas that do not fit above narrow plots. */
    private List<Legend.Entry> unsaidFormulas(List<Panel> panels) {
        var captions = new HashSet<String>();
        return panels.stream()
                .flatMap(panel -> panel.unsaidFormula(ruler, style).stream())
                .filter(entry -> captions.add(entry.text()))
                .toList();
    }
}
