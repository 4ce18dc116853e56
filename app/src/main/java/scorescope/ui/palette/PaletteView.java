package scorescope.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.ui.control.Buttons;
import scorescope.words.Words;

/**
 * A text field over a list of matching entries. Arrow keys select, Enter runs, Esc or a click outside closes and restores the focus.
 */
public final class PaletteView extends StackPane {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 512;
    private static final Insets MARGIN = new Insets(56, 16, 16, 16);

    private final Supplier<Function<String, List<Entry>>> entries;
    private final List<String> used = new ArrayList<>();
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label none = new Label();
    private Function<String, List<Entry>> present = typed -> List.of();
    private Optional<Node> focusedBefore = Optional.empty();

    /** @param entries called when the palette opens; returns the function from a typed text to all entries */
    public PaletteView(Supplier<Function<String, List<Entry>>> entries) {
        this.entries = entries;
        setId("palette");
        getStyleClass().add("palette-place");
        field.setId("palette-field");
        field.setPromptText(Words.text("ui.palette.prompt"));
        Buttons.explain(field, Words.text("ui.palette.title"), Words.text("ui.palette.help"));
        list.setId("palette-list");
        list.setAccessibleText(Words.text("ui.palette.title"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EntryCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        none.getStyleClass().add("palette-none");
        none.setWrapText(true);
        var foot = new Label(Words.text("ui.palette.foot"));
        foot.getStyleClass().add("palette-foot");
        var card = new VBox(field, none, list, foot);
        card.getStyleClass().add("palette");
        card.setMaxSize(WIDTH, HEIGHT);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, MARGIN);
        getChildren().setAll(card);
        field.textProperty().subscribe(this::show);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(_ -> take());
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
    }

    public void open() {
        focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
        setVisible(true);
        field.clear();
        field.requestFocus();
        present = entries.get();
        show(field.getText());
    }

    public void close() {
        setVisible(false);
        focusedBefore.ifPresent(Node::requestFocus);
        focusedBefore = Optional.empty();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> take();
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case PAGE_DOWN -> choose(8);
            case PAGE_UP -> choose(-8);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 4));
    }

    private void show(String typed) {
        if (!isVisible()) {
            return;
        }
        list.getItems().setAll(Search.among(present.apply(typed), typed, entry -> used.indexOf(entry.id()) + 1));
        list.getSelectionModel().selectFirst();
        boolean empty = list.getItems().isEmpty();
        none.setText(Words.text("ui.palette.none", typed));
        none.setVisible(empty);
        none.setManaged(empty);
    }

    /** Runs the selected entry, or its remedy if it is impossible; without a remedy the palette stays open. */
    private void take() {
        var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        var action = chosen.filter(Entry::possible).map(Entry::action).or(() -> chosen.flatMap(Entry::remedy)
                .map(Entry.Remedy::action));
        action.ifPresent(act -> {
            used.remove(chosen.orElseThrow().id());
            used.add(chosen.orElseThrow().id());
            close();
            act.run();
        });
    }

    /** A title, its detail, and a key or a place at the right end; the first of a group has the group's name above. */
    private static final class EntryCell extends ListCell<Entry> {
        private final Label group = styled("palette-group");
        private final Label title = styled("palette-title");
        private final Label detail = styled("palette-detail");
        private final Label side = styled("palette-side");
        private final VBox content;

        EntryCell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            detail.setMinWidth(0);
            title.setMinWidth(USE_PREF_SIZE);
            side.setMinWidth(USE_PREF_SIZE);
            var line = new HBox(12, title, detail, gap, side);
            line.setAlignment(Pos.CENTER_LEFT);
            content = new VBox(4, group, line);
            // The list sets the width of a line; a long detail is cut.
            setPrefWidth(0);
        }

        private static Label styled(String style) {
            var label = new Label();
            label.getStyleClass().add(style);
            return label;
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : content);
            if (empty || entry == null) {
                return;
            }
            var listed = Search.listed(entry);
            boolean first =
                    getIndex() == 0 || Search.listed(getListView().getItems().get(getIndex() - 1)) != listed;
            group.setText(listed.title());
            group.setVisible(first);
            group.setManaged(first);
            title.setText(entry.title());
            detail.setText(entry.obstacle().orElse(entry.detail()));
            side.setText(entry.remedy().map(Entry.Remedy::title).orElse(entry.side()));
            getStyleClass().remove("impossible");
            if (!entry.possible()) {
                getStyleClass().add("impossible");
            }
            setAccessibleText(entry.title() + ". " + detail.getText() + " " + side.getText());
        }
    }
}
