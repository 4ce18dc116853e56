package scorescope.ui.inspector;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.ui.background.Background;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.control.RovingFocus;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.PointerState;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * The right side of the window: the selected page, if any, and a rail of buttons for the pages. The rail stands at the outer
 * edge, so that folding a page moves no button. Dragging on the stage selects the page of what is dragged, unless folded.
 */
public final class Inspector extends HBox implements AutoCloseable {
    /** Pages in the order of the rail and of their keys, Alt+1 to Alt+6. */
    public enum Page {
        SCENE("1", Icon.SCENE),
        LOOK("2", Icon.LAYERS),
        SAMPLE("3", Icon.PATH),
        TRAIN("4", Icon.CURVE),
        MEASURE("5", Icon.TARGET),
        STUDY("6", Icon.QUESTION);

        private final String digit;
        private final Icon icon;

        Page(String digit, Icon icon) {
            this.digit = digit;
            this.icon = icon;
        }

        /** The digit that shows the page with Alt. */
        public String digit() {
            return digit;
        }

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The pages shown so far: building all of them would delay the first frame. */
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);

    private final Map<Page, Supplier<Node>> builders = new EnumMap<>(Page.class);
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final ObjectProperty<Optional<Page>> shown = new SimpleObjectProperty<>(Optional.of(Page.SCENE));

    /** JavaFX styles hidden controls too, which for all pages would delay the first frame by a third. */
    private final StackPane seen = new StackPane();

    private final ScrollPane room = new ScrollPane();
    private Optional<ScenePanel> scene = Optional.empty();
    private Optional<MeasurePanel> measure = Optional.empty();

    /** The page shown last, which unfolding shows again. */
    private Page last = Page.SCENE;

    /** @param importPoints asks for a file of points or a picture and imports it */
    public Inspector(
            WindowModel model,
            Background background,
            TrainingController training,
            SamplingPlayer player,
            Dialogs dialogs,
            Runnable importPoints) {
        builders.put(Page.SCENE, () -> {
            scene = Optional.of(new ScenePanel(model, background, importPoints));
            return scene.get().panel();
        });
        builders.put(Page.LOOK, () -> new LookPanel(model).panel());
        builders.put(Page.SAMPLE, () -> new SamplePanel(model, background, player).panel());
        builders.put(Page.TRAIN, () -> new TrainPanel(model, training, dialogs).panel());
        builders.put(Page.MEASURE, () -> {
            measure = Optional.of(new MeasurePanel(model, background));
            return measure.get().panel();
        });
        builders.put(Page.STUDY, () -> new StudyPanel(model).panel());
        setId("inspector");
        getStyleClass().add("inspector");
        room.getStyleClass().add("pages");
        room.setFitToWidth(true);
        room.setFocusTraversable(false);
        room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        room.setContent(seen);
        // No cache: under software rendering it is painted again for every changed digit.
        room.skinProperty().subscribe(skin -> {
            if (skin != null) {
                room.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            }
        });
        getChildren().setAll(room, rail());
        var train = tabs.get(Page.TRAIN);
        train.setGraphic(new TrainingMark(train.getGraphic(), model));
        shown.subscribe(this::showPage);
        model.pointerState().lastTargetProperty().addListener((_, _, thing) -> follow(thing));
        model.sessionProperty()
                .map(session -> session.view().study().name().isPresent())
                .subscribe(studying -> tabs.get(Page.STUDY).setDisable(!studying));
        model.sessionProperty().map(session -> session.view().study().name()).addListener((_, _, study) -> {
            if (study.isPresent() && unfolded()) {
                show(Page.STUDY);
            } else if (study.isEmpty() && shown.get().equals(Optional.of(Page.STUDY))) {
                show(Page.SCENE);
            }
        });
    }

    private VBox rail() {
        var rail = new VBox();
        rail.setId("rail");
        rail.getStyleClass().add("rail");
        var roving = new RovingFocus(false);
        for (var page : Page.values()) {
            String title = Words.text("ui.rail." + page.id());
            var tab = Buttons.explain(
                    new ToggleButton(title, page.icon.picture()),
                    title,
                    Words.text("ui.rail.explained", Words.text("ui.rail." + page.id() + ".help"), page.digit));
            tab.setId("rail-" + page.id());
            tab.setContentDisplay(ContentDisplay.TOP);
            tab.setOnAction(_ -> press(page));
            tabs.put(page, tab);
            roving.add(tab);
            rail.getChildren().add(tab);
        }
        return rail;
    }

    /** Shows a page, or folds it if it is shown, as a click on the rail. */
    public void press(Page page) {
        shown.set(shown.get().equals(Optional.of(page)) ? Optional.empty() : Optional.of(page));
        tabs.get(page).setSelected(shown.get().isPresent());
    }

    /** Whether the page has content: that of studies is empty without a study. */
    public boolean canShow(Page page) {
        return !tabs.get(page).isDisabled();
    }

    public void show(Page page) {
        if (canShow(page)) {
            shown.set(Optional.of(page));
        }
    }

    /** Shows a failure scenario, as a click on its button. */
    public void showFailure(String id) {
        show(Page.SAMPLE);
        if (lookup("#failure-" + id) instanceof Button sentence) {
            sentence.fire();
        }
    }

    /** Folds the page, or shows it again. */
    public void fold() {
        shown.set(shown.get().isPresent() ? Optional.empty() : Optional.of(last));
    }

    /** The page shown; empty while folded. */
    public ReadOnlyObjectProperty<Optional<Page>> shownProperty() {
        return shown;
    }

    public boolean unfolded() {
        return shown.get().isPresent();
    }

    private void showPage(Optional<Page> now) {
        now.ifPresent(page -> last = page);
        Panel.show(room, now.isPresent());
        now.filter(page -> !pages.containsKey(page)).ifPresent(this::build);
        pages.forEach((page, node) -> Panel.show(node, now.equals(Optional.of(page))));
        tabs.forEach((page, tab) -> tab.setSelected(now.equals(Optional.of(page))));
    }

    private void build(Page page) {
        var built = builders.get(page).get();
        pages.put(page, built);
        seen.getChildren().add(built);
    }

    private void follow(PointerState.DragTarget thing) {
        if (unfolded()) {
            switch (thing) {
                case COMPONENT -> show(Page.SCENE);
                case PROBE -> show(Page.MEASURE);
                case PARTICLE -> show(Page.SAMPLE);
                case PLANE -> {}
            }
        }
    }

    @Override
    public void close() {
        measure.ifPresent(MeasurePanel::close);
    }

    /** Draws the presets' pictures and waits for them: for snapshots of the window, which have no pulses. */
    public void drawNow() {
        scene.ifPresent(ScenePanel::drawNow);
    }
}
