package scorescope.ui.figure;

import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import scorescope.words.Words;

/**
 * The frame around a panel on the page: a click or Tab selects it, dragging or Ctrl with an arrow key moves it, Delete
 * removes it.
 */
final class PanelFrame extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Least distance of a drag, in logical pixels; a shorter one is a click. */
    private static final double LEAST_DRAG = 4;

    private final int index;
    private final ComposerModel composer;
    private final Neighbours neighbours;
    private final Label tag = new Label();
    private Point2D pressed = Point2D.ZERO;

    /** What a frame needs of the page. */
    interface Neighbours {
        /** Index of the panel nearest to a point of the scene. */
        int at(Point2D inScene);

        /** Index of the panel above ({@code direction} −1) or below (1) another. */
        int beyond(int panel, int direction);

        /** Focuses the frame of a panel, as soon as it exists. */
        void focus(int panel);
    }

    PanelFrame(int index, ComposerModel composer, Neighbours neighbours) {
        this.index = index;
        this.composer = composer;
        this.neighbours = neighbours;
        setId("composer-panel-" + index);
        getStyleClass().add("panel-frame");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(Words.text("ui.composer.panel-help"));
        tag.getStyleClass().add("panel-tag");
        tag.setManaged(false);
        tag.setMouseTransparent(true);
        getChildren().setAll(tag);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                composer.select(index);
            }
        });
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
    }

    /** Updates the label: how the panel differs from the session; shown if it is selected. */
    void say(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        String name = composer.figure().letter(index).orElseGet(() -> Words.text("ui.composer.panel", index + 1));
        String differs = composer.differences(index).differing().stream()
                .map(PanelDifferences.Difference::words)
                .collect(Collectors.joining(Words.text("patch.separator")));
        String said = differs.isEmpty()
                ? Words.text("ui.composer.panel-same", name)
                : Words.text("ui.composer.panel-differs", name, differs);
        setAccessibleText(said);
        tag.setText(said);
        tag.setVisible(chosen);
    }

    @Override
    protected void layoutChildren() {
        tag.autosize();
        tag.resizeRelocate(0, -tag.getHeight(), Math.min(tag.getWidth(), Math.max(getWidth(), 160)), tag.getHeight());
    }

    private void press(MouseEvent event) {
        pressed = new Point2D(event.getSceneX(), event.getSceneY());
        requestFocus();
        composer.select(index);
        event.consume();
    }

    private void drag(MouseEvent event) {
        var moved = getParent()
                .sceneToLocal(event.getSceneX(), event.getSceneY())
                .subtract(getParent().sceneToLocal(pressed));
        setTranslateX(moved.getX());
        setTranslateY(moved.getY());
        toFront();
        event.consume();
    }

    private void release(MouseEvent event) {
        var released = new Point2D(event.getSceneX(), event.getSceneY());
        setTranslateX(0);
        setTranslateY(0);
        if (released.distance(pressed) >= LEAST_DRAG) {
            moveTo(neighbours.at(released));
        }
        event.consume();
    }

    private void moveTo(int place) {
        composer.select(index);
        composer.move(place);
        neighbours.focus(composer.selected());
    }

    private void key(KeyEvent event) {
        IntConsumer go = event.isShortcutDown() ? this::moveTo : neighbours::focus;
        switch (event.getCode()) {
            case LEFT -> go.accept(Math.max(0, index - 1));
            case RIGHT -> go.accept(Math.min(composer.panels() - 1, index + 1));
            case UP -> go.accept(neighbours.beyond(index, -1));
            case DOWN -> go.accept(neighbours.beyond(index, 1));
            case DELETE, BACK_SPACE -> {
                composer.select(index);
                composer.remove();
                neighbours.focus(composer.selected());
            }
            default -> {
                if (event.getCode() != KeyCode.ENTER) {
                    return;
                }
                composer.select(index);
            }
        }
        event.consume();
    }
}
