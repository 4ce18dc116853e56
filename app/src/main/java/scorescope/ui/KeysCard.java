package scorescope.ui;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.command.KeyStroke;
import scorescope.ui.command.Place;
import scorescope.words.Words;

/** Overview of keys and gestures; the keys come from the registry of commands. */
final class KeysCard {
    private static final double COLUMN = 300;
    private static final double WIDTH = 3 * COLUMN + 48;

    private KeysCard() {}

    /** @param animated whether the card may fade in */
    static void showOver(Node owner, CommandRegistry commands, boolean animated) {
        var card = new PopOver(content(commands));
        card.setArrowSize(0);
        card.setAnimated(animated);
        card.setDetachable(false);
        card.setAutoHide(true);
        var bounds = owner.localToScreen(owner.getLayoutBounds());
        card.show(owner, bounds.getCenterX() - WIDTH / 2, bounds.getMinY() + 56);
    }

    static Node content(CommandRegistry commands) {
        var columns = new FlowPane(javafx.geometry.Orientation.VERTICAL, 24, 12);
        columns.setId("keys-card");
        columns.setPrefWrapLength(560);
        for (var place : Place.values()) {
            var keyed = commands.of(place).stream()
                    .filter(command -> !command.keys().isEmpty())
                    .toList();
            if (!keyed.isEmpty()) {
                var grid = grid();
                for (var command : keyed) {
                    row(
                            grid,
                            command.keys().stream().map(KeyStroke::written).collect(Collectors.joining("  ")),
                            command.title());
                }
                columns.getChildren().add(section(place.title(), grid));
            }
        }
        var gestures = grid();
        for (var gesture : Gesture.values()) {
            row(gestures, gesture.mouseWords(), gesture.effect());
        }
        columns.getChildren().add(section(Words.text("ui.gestures"), gestures));
        return columns;
    }

    /** Pointer gestures on the stage that have no key. */
    private enum Gesture {
        DRAG_POINT,
        DRAG_HANDLE,
        SNAP,
        DOUBLE_CLICK,
        DELETE,
        WHEEL_PLANE,
        WHEEL_COMPONENT,
        PAN,
        WHEEL_NOISE;

        private String key() {
            return "ui.gesture." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String mouseWords() {
            return Words.text(key());
        }

        String effect() {
            return Words.text(key() + ".effect");
        }
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("keys-card");
        return grid;
    }

    private static void row(GridPane grid, String key, String effect) {
        var left = new Label(key);
        left.getStyleClass().add("key");
        left.setMinWidth(Label.USE_PREF_SIZE);
        var right = new Label(effect);
        right.setWrapText(true);
        grid.addRow(grid.getRowCount(), left, right);
    }

    private static VBox section(String title, GridPane grid) {
        var head = new Label(title);
        head.getStyleClass().add("row-title");
        var section = new VBox(4, head, grid);
        section.setMaxWidth(COLUMN);
        section.setPrefWidth(COLUMN);
        return section;
    }
}
