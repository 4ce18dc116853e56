package scorescope.ui.stage;

import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Source;

/** Passes the events of one plane to {@link StageInteraction}, and reports the position of the pointer. */
final class PlaneInput {
    private static final double WHEEL_NOTCH = 40;
    private static final double NUDGE = 4;

    private final Pane plane;
    private final StageInteraction interaction;
    private final ParticlePick pick;
    private final Source source;
    private final Supplier<Viewport> viewport;
    private final Pointer pointer;

    /** Receives the position of the pointer. */
    interface Pointer {
        /** The pointer is over the point (x, y), in data units. */
        void at(double x, double y);

        void pointerLeft();
    }

    PlaneInput(
            PlotView plot,
            StageInteraction interaction,
            ParticlePick pick,
            Supplier<Viewport> viewport,
            Pointer pointer) {
        source = plot.source();
        this.pick = pick;
        this.plane = plot.plane();
        this.interaction = interaction;
        this.viewport = viewport;
        this.pointer = pointer;
    }

    void listen() {
        plane.setOnMouseMoved(e -> {
            interaction.moved(viewport.get(), e.getX(), e.getY());
            point(hoverCursor());
            read(e.getX(), e.getY());
        });
        plane.setOnMouseExited(_ -> {
            interaction.left();
            pointer.pointerLeft();
        });
        plane.setOnMousePressed(this::pressed);
        plane.setOnMouseDragged(e -> {
            interaction.dragged(viewport.get(), e.getX(), e.getY(), e.isShiftDown());
            read(e.getX(), e.getY());
        });
        plane.setOnMouseReleased(e -> {
            interaction.released();
            interaction.moved(viewport.get(), e.getX(), e.getY());
            point(hoverCursor());
        });
        plane.setOnMouseClicked(this::clicked);
        plane.setOnScroll(this::scrolled);
        plane.setOnKeyPressed(this::typed);
    }

    private void pressed(MouseEvent e) {
        plane.requestFocus();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            interaction.doubleClicked(viewport.get(), e.getX(), e.getY());
            return;
        }
        interaction.pressed(viewport.get(), e.getX(), e.getY(), e.getButton() != MouseButton.PRIMARY, e.isShiftDown());
        point(interaction.overHandle() ? Cursor.CLOSED_HAND : interaction.brushing() ? Cursor.CROSSHAIR : Cursor.MOVE);
    }

    /** Handles a click; a press that became a drag is not a click. */
    private void clicked(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && !interaction.brushing()) {
            pick.clicked(source, viewport.get(), e.getX(), e.getY());
        }
    }

    private Cursor hoverCursor() {
        return interaction.overHandle() ? Cursor.HAND : interaction.brushing() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
    }

    private void scrolled(ScrollEvent e) {
        // With Shift, platforms report the wheel as horizontal.
        double delta = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        interaction.wheel(viewport.get(), e.getX(), e.getY(), delta / WHEEL_NOTCH, e.isShortcutDown());
        read(e.getX(), e.getY());
        e.consume();
    }

    private void typed(KeyEvent e) {
        double step = NUDGE / viewport.get().scale();
        boolean used = true;
        switch (e.getCode()) {
            case DELETE, BACK_SPACE -> interaction.delete();
            case OPEN_BRACKET -> interaction.select(-1);
            case CLOSE_BRACKET -> interaction.select(1);
            case LEFT -> used = nudge(e, -step, 0);
            case RIGHT -> used = nudge(e, step, 0);
            case UP -> used = nudge(e, 0, step);
            case DOWN -> used = nudge(e, 0, -step);
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }

    /** Only with Alt: bare arrows belong to the noise bar. */
    private boolean nudge(KeyEvent e, double dx, double dy) {
        if (!e.isAltDown()) {
            return false;
        }
        interaction.nudge(dx, dy);
        return true;
    }

    private void point(Cursor cursor) {
        if (plane.getCursor() != cursor) {
            plane.setCursor(cursor);
        }
    }

    private void read(double px, double py) {
        var v = viewport.get();
        pointer.at(v.dataX(px), v.dataY(py));
    }
}
