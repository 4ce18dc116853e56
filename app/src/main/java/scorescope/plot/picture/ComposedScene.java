package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scorescope.core.BadInputException;
import scorescope.core.density.Box;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.ScenePlane.Bar;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.StudyScene.Sharing;
import scorescope.plot.guide.Legend;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind.Group;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Latex;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec.Share;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.words.Words;

/**
 * A figure of several panels, each the session with a patch. Planes form a grid; a panel that shows a study takes whole
 * lines.
 */
final class ComposedScene {
    private final Session session;
    private final Findings findings;
    private final boolean dark;
    private final SampledRuns runs;
    private final List<Row> rows = new ArrayList<>();
    private final List<Part> grid = new ArrayList<>();
    private final List<ScenePlane> planes = new ArrayList<>();
    private final List<Sharing> shared = new ArrayList<>();
    private final List<Legend.Entry> entries = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    /** Notes, each with the names of the panels that it is about. */
    private final Map<String, Set<String>> notes = new LinkedHashMap<>();

    private final Set<String> names = new LinkedHashSet<>();

    /** The index of the panel that each part belongs to, in the order of the parts. */
    private final List<Integer> owners = new ArrayList<>();

    /** A scene with the index of the panel that each of its parts belongs to, in their order. */
    record Composed(StudyScene scene, List<Integer> owners) {}

    /** A panel with its session. */
    private record Panel(
            int index, FigurePanel spec, Patch differences, StudyInputs inputs, Optional<String> letter, String name) {
        boolean plain() {
            return StudyInputs.chosen(inputs.session()).isEmpty();
        }
    }

    private ComposedScene(StudyInputs inputs, SampledRuns runs) {
        session = inputs.session();
        findings = inputs.findings();
        dark = inputs.dark();
        this.runs = runs;
    }

    /**
     * @param runs results of samplers; new results are added
     */
    static Composed of(StudyInputs inputs, SampledRuns runs) {
        var composed = new ComposedScene(inputs, runs);
        var scene = composed.scene();
        return new Composed(scene, List.copyOf(composed.owners));
    }

    private StudyScene scene() {
        var panels = panels();
        var figure = session.figure();
        boolean oneLevel =
                panels.stream().map(panel -> panel.inputs().level()).distinct().count() == 1;
        boolean oneBar = figure.shares(Share.COLORS)
                && panels.stream().allMatch(Panel::plain)
                && panels.stream()
                                .flatMap(panel -> BackgroundKey.of(panel.inputs()).stream())
                                .distinct()
                                .count()
                        <= 1;
        boolean numbered = !figure.shares(Share.AXES) || boxes(panels).size() > 1;
        if (oneLevel) {
            entries.add(new Legend.Entry(
                    Legend.NOTHING, PlaneCaptions.level(panels.getFirst().inputs())));
        }
        for (int i = 0; i < panels.size(); i++) {
            String place = Patches.panelPlace(i);
            try {
                add(panels.get(i), place, oneLevel, oneBar, numbered);
            } catch (BadInputException bad) {
                throw bad.place().startsWith(place) ? bad : bad.in(place);
            }
        }
        endGrid();
        shared.addFirst(new Sharing(planes, figure.shares(Share.COLORS), figure.shares(Share.ARROWS)));
        notes.forEach((note, whose) -> entries.add(new Legend.Entry(
                Legend.NOTHING, whose.size() == names.size() ? note : String.join(", ", whose) + ": " + note)));
        return new StudyScene(String.join("; ", descriptions), rows, entries, shared, oneBar);
    }

    /**
     * Checks everything for which a figure of several panels can be rejected. The samplers are run, so that their
     * results are known afterwards; studies are not drawn.
     *
     * @throws BadInputException naming the panel
     */
    static void require(StudyInputs inputs) {
        for (var panel : new ComposedScene(inputs, new SampledRuns()).panels()) {
            title(panel.spec(), Patches.panelPlace(panel.index()));
        }
    }

    private List<Panel> panels() {
        var panels = new ArrayList<Panel>();
        for (int i = 0; i < session.figure().panels().size(); i++) {
            var inputs = inputs(i);
            try {
                var letter = session.figure().letter(i);
                panels.add(new Panel(
                        i,
                        session.figure().panels().get(i),
                        Patches.between(session.withoutPanels(), inputs.session()),
                        StudyInputs.chosen(inputs.session()).isPresent() ? inputs : runs.found(inputs),
                        letter,
                        letter.orElse(Words.text("figure.panel", i + 1))));
            } catch (BadInputException bad) {
                throw bad.in(Patches.panelPlace(i));
            }
        }
        return panels;
    }

    /** The inputs of the panel with this index, without particles. */
    private StudyInputs inputs(int index) {
        String place = Patches.panelPlace(index);
        var own = Patches.apply(
                session.withoutPanels(), session.figure().panels().get(index).patch(), place);
        boolean sameNetwork = own.score().network().equals(session.score().network());
        try {
            return StudyInputs.of(own, sameNetwork ? Findings.of(findings.network()) : Findings.NONE)
                    .on(dark);
        } catch (BadInputException bad) {
            throw bad.in(place);
        }
    }

    private static Optional<String> title(FigurePanel panel, String place) {
        return panel.title().map(text -> Latex.checked(text, place + ".panel.title"));
    }

    private static Set<Box> boxes(List<Panel> panels) {
        var boxes = new LinkedHashSet<Box>();
        panels.stream()
                .filter(Panel::plain)
                .forEach(panel -> boxes.add(panel.inputs().session().view().box()));
        return boxes;
    }

    /**
     * Key of a panel's background; panels with equal keys can share one colour bar.
     *
     * @param settings values of the layer's parameters
     */
    private record BackgroundKey(String layer, List<Object> settings, String colorMap) {
        /** The key of the uppermost layer that covers the plane. */
        static Optional<BackgroundKey> of(StudyInputs inputs) {
            var view = inputs.session().view();
            return view.layers().stream()
                    .filter(id -> LayerCatalog.kind(id, "view.layers").group() == Group.BACKGROUND)
                    .reduce((_, upper) -> upper)
                    .map(id -> new BackgroundKey(
                            id,
                            LayerCatalog.values(ShownLayers.of(view), LayerCatalog.CATALOG.kind(id, "view.layers")),
                            view.colorMap()));
        }
    }

    private void add(Panel panel, String place, boolean oneLevel, boolean oneBar, boolean numbered) {
        var inputs = panel.inputs();
        names.add(panel.name());
        var title = title(panel.spec(), place);
        var study = StudyInputs.chosen(inputs.session());
        if (study.isPresent()) {
            endGrid();
            addStudy(panel, Pictures.study(study.get(), inputs), title);
            return;
        }
        var plain = PlainScene.panels(inputs, oneBar ? Bar.SHARED : Bar.OWN, panel.name());
        var note = note(panel, title, oneLevel);
        for (int k = 0; k < plain.parts().size(); k++) {
            var part = (PlanePart) plain.parts().get(k);
            var caption = part.caption().notingFirst(note);
            grid.add(new PlanePart(
                    k == 0 ? caption.named(panel.letter(), title) : caption,
                    part.box(),
                    part.content(),
                    numbered,
                    true));
            owners.add(panel.index());
        }
        planes.addAll(plain.planes());
        plain.notes().forEach(said -> notes.computeIfAbsent(said, _ -> new LinkedHashSet<>())
                .add(panel.name()));
        descriptions.add(title.map(text -> Formula.parse(text).plain()).orElse(plain.description()) + "; "
                + PlaneCaptions.level(inputs));
    }

    /**
     * The note at the right end of a panel's caption: its noise level if panels differ in it, and the other changes of
     * its patch, except what the title says.
     */
    private static String note(Panel panel, Optional<String> title, boolean oneLevel) {
        var level = PlaneCaptions.level(panel.inputs());
        var said = new ArrayList<String>();
        if (!oneLevel && title.filter(text -> says(text, level)).isEmpty()) {
            said.add(level);
        }
        var changes = title.isPresent() ? "" : changes(panel.differences());
        if (!changes.isEmpty()) {
            said.add(changes);
        }
        return String.join(Words.text("patch.separator"), said);
    }

    private static boolean says(String title, String words) {
        return Formula.parse(title).plain().replace(" ", "").contains(words.replace(" ", ""));
    }

    /**
     * The changes of a patch, except the noise level, which the note states separately, and what the caption says
     * anyway.
     */
    private static String changes(Patch patch) {
        var changes = new LinkedHashMap<>(patch.changes());
        changes.remove("score");
        changes.remove("noise");
        if (changes.get("view") instanceof Map<?, ?>) {
            changes.remove("view");
        }
        return changes.isEmpty() ? "" : new Patch(changes).named();
    }

    private void addStudy(Panel panel, StudyScene scene, Optional<String> title) {
        boolean first = true;
        for (var row : scene.rows()) {
            var parts = new ArrayList<>(row.parts());
            if (first && !parts.isEmpty()) {
                parts.set(0, parts.getFirst().under(parts.getFirst().caption().named(panel.letter(), title)));
            }
            parts.forEach(_ -> owners.add(panel.index()));
            rows.add(new Row(parts, row.wraps(), row.columns()));
            first = false;
        }
        entries.addAll(scene.notes());
        shared.addAll(scene.shared());
        descriptions.add(title.map(text -> Formula.parse(text).plain()).orElse(scene.description()));
    }

    /** Ends the grid of planes; later panels are placed under it. */
    private void endGrid() {
        if (!grid.isEmpty()) {
            rows.add(new Row(List.copyOf(grid), true, session.figure().columns()));
            grid.clear();
        }
    }
}
