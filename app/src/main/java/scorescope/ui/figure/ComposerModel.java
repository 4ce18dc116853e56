package scorescope.ui.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.BadInputException;
import scorescope.core.memo.MemoTable;
import scorescope.plot.color.Vision;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.paint.Latex;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.FigureSpec.Share;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.Venue;
import scorescope.session.codec.Patches;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * State of the composer. The figure itself is the {@code figure} section of the session, so that it is undone, saved and
 * exported with it. The selected panel, the simulated vision and the settings of the exported file are held here.
 */
public final class ComposerModel {
    /** Index for no selected panel. */
    public static final int NONE = -1;

    private final WindowModel model;
    private final FigureEdits edits;
    private final StudyPlayer studies;
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ObjectProperty<Vision> vision = new SimpleObjectProperty<>(Vision.ALL_COLORS);
    private final ObjectProperty<ExportFormat> format;
    private final BooleanProperty withoutSession = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Path>> exported = new SimpleObjectProperty<>(Optional.empty());
    private final MemoTable<PanelDifferences.Patched, PanelDifferences> differences =
            new MemoTable<>(4 * SessionParameters.MOST_PANELS, PanelDifferences.Patched::differences);

    public ComposerModel(WindowModel model, StudyPlayer studies) {
        this.model = model;
        edits = new FigureEdits(model);
        this.studies = studies;
        format = new SimpleObjectProperty<>(ExportCatalog.formats().stream()
                .filter(known -> known.extension().equals("pdf"))
                .findFirst()
                .orElseGet(ExportCatalog.formats()::getFirst));
        model.sessionProperty().addListener((_, _, _) -> select(selected.get()));
    }

    public FigureSpec figure() {
        return model.session().figure();
    }

    /** The session that the figure is drawn from: with the present moment of the study. */
    public Session session() {
        return studies.present(model.session());
    }

    public int panels() {
        return figure().panels().size();
    }

    /** Index of the selected panel; {@link #NONE} if none is. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected;
    }

    public int selected() {
        return selected.get();
    }

    /** Selects a panel; an index beyond the last selects the last. */
    public void select(int panel) {
        selected.set(Math.clamp(panel, NONE, panels() - 1));
    }

    public ObjectProperty<Vision> visionProperty() {
        return vision;
    }

    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Whether the exported file carries no session, for double-blind review. */
    public BooleanProperty withoutSessionProperty() {
        return withoutSession;
    }

    public Contents contents() {
        return withoutSession.get() ? Contents.NOTHING : Contents.SESSION_AND_DATA;
    }

    /** The file written last. */
    public ObjectProperty<Optional<Path>> exportedProperty() {
        return exported;
    }

    public boolean full() {
        return panels() >= SessionParameters.MOST_PANELS;
    }

    /** Appends a panel of what the stage shows, and selects it. */
    public void addPresent() {
        if (!full() && edits.edit(figure -> figure.withPanels(with(figure.panels(), FigurePanel.of(present()))))) {
            select(panels() - 1);
        }
    }

    /** Replaces the view of the selected panel by that of the stage; title and letter stay. */
    public void takePresent() {
        change(panel -> new FigurePanel(present(), panel.title(), panel.letter()));
    }

    private Patch present() {
        model.settle();
        return ViewPatch.of(session());
    }

    private static List<FigurePanel> with(List<FigurePanel> panels, FigurePanel more) {
        var all = new ArrayList<>(panels);
        all.add(more);
        return all;
    }

    /** Removes the selected panel and selects the next one. */
    public void remove() {
        int panel = selected.get();
        if (panel != NONE) {
            edits.edit(figure -> {
                var left = new ArrayList<>(figure.panels());
                left.remove(panel);
                return figure.withPanels(left);
            });
        }
    }

    /** Moves the selected panel to index {@code to}; the panels between shift by one. */
    public void move(int to) {
        int from = selected.get();
        if (from == NONE) {
            return;
        }
        int place = Math.clamp(to, 0, panels() - 1);
        if (from == place) {
            return;
        }
        edits.edit(figure -> {
            var moved = new ArrayList<>(figure.panels());
            Collections.rotate(moved.subList(Math.min(from, place), Math.max(from, place) + 1), from < place ? -1 : 1);
            return figure.withPanels(moved);
        });
        select(place);
    }

    /** Applies the patch of the selected panel to the session, so that the stage shows it. */
    public void showOnStage() {
        int panel = selected.get();
        if (panel != NONE) {
            model.edit(session -> Patches.apply(
                            session.withoutPanels(),
                            figure().panels().get(panel).patch())
                    .withFigure(session.figure()));
        }
    }

    /**
     * Sets the title of the selected panel; a blank text removes it, so that the panel has its default title.
     *
     * @return the problem, if the title was refused
     */
    public Optional<String> title(String text) {
        String place = place() + ".panel.title";
        return FigureEdits.attempt(() -> {
            if (text.length() > SessionParameters.LONGEST_TITLE) {
                throw new BadInputException(
                        place,
                        Words.text("session.too-many-characters", text.length()),
                        Words.text("session.at-most", SessionParameters.LONGEST_TITLE));
            }
            var unusedFormula = Latex.checked(text, place);
            change(panel -> new FigurePanel(
                    panel.patch(), Optional.of(text.strip()).filter(one -> !one.isEmpty()), panel.letter()));
        });
    }

    private String place() {
        return Patches.panelPlace(selected.get());
    }

    /** The selected panel. */
    public Optional<FigurePanel> panel() {
        return selected.get() == NONE
                ? Optional.empty()
                : Optional.of(figure().panels().get(selected.get()));
    }

    /** The keys of a panel's patch, by whether they differ from the session. */
    PanelDifferences differences(int panel) {
        var bare = model.session().withFigure(SessionDefaults.opening().figure());
        return differences.of(
                new PanelDifferences.Patched(bare, figure().panels().get(panel).patch()));
    }

    /** Removes a key from the patch of the selected panel, so that it follows the session there. */
    public void follow(String path) {
        change(panel -> new FigurePanel(panel.patch().without(path), panel.title(), panel.letter()));
    }

    /**
     * Sets a key in the patch of the selected panel.
     *
     * @param setting such as {@code noise.sigma=1.5}, as for {@code --set}
     * @return the problem, if the setting was refused
     */
    public Optional<String> differ(String setting) {
        var chosen = panel();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        try {
            var own =
                    Patches.apply(model.session().withoutPanels(), chosen.get().patch());
            var more = chosen.get().patch().and(Patches.setting(own, setting));
            var changed =
                    new FigurePanel(more, chosen.get().title(), chosen.get().letter());
            edits.take(model.session().withFigure(with(figure(), selected.get(), changed)));
            return Optional.empty();
        } catch (BadInputException bad) {
            // With the place, which names the key.
            return Optional.of(bad.getMessage());
        }
    }

    /**
     * Changes keys of the session, as {@code --set} does.
     *
     * @return the problem, if the change was refused
     */
    public Optional<String> set(Patch change) {
        return edits.set(change);
    }

    /** Sets a number, given as text; a blank text restores the default. */
    Optional<String> setNumber(String key, String text) {
        return FigureEdits.attempt(() -> edits.take(
                text.isBlank()
                        ? Patch.of(key, Patch.REMOVED)
                        : Patches.setting(model.session(), key + "=" + text.strip())));
    }

    /** Sets the figure's width and its size of type to those of the venue. */
    public void print(Venue venue) {
        var unusedProblem = set(Patch.of("figure.width", venue.id()).with("figure.type", Patch.REMOVED));
    }

    /** Sets whether panels share a scale. */
    public void share(Share what, boolean shared) {
        var all = EnumSet.noneOf(Share.class);
        all.addAll(figure().share());
        if (shared) {
            all.add(what);
        } else {
            all.remove(what);
        }
        edits.edit(figure -> figure.withShare(all));
    }

    /** The figure with one panel replaced. */
    private static FigureSpec with(FigureSpec figure, int panel, FigurePanel changed) {
        var panels = new ArrayList<>(figure.panels());
        panels.set(panel, changed);
        return figure.withPanels(panels);
    }

    private void change(UnaryOperator<FigurePanel> change) {
        int panel = selected.get();
        if (panel != NONE) {
            edits.edit(
                    figure -> with(figure, panel, change.apply(figure.panels().get(panel))));
        }
    }
}
