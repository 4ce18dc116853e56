package scorescope.ui.noise;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import scorescope.core.BadInputException;
import scorescope.ui.background.Background;
import scorescope.ui.control.Digits;
import scorescope.ui.model.Message;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * A slider for the noise level: a film strip of the density at each level with a thumb on it, and the level in large type. A
 * press anywhere on the strip moves the thumb; the value can be typed after a double click on it (or Enter).
 *
 * <p>Everything inside is unmanaged and placed by this class: a number that changes in a drag must not lay out the window.
 */
public final class NoiseBar extends Region implements AutoCloseable {
    private static final double READOUT = 150;
    private static final double GAP = 16;
    private static final double STRIP = 36;
    private static final double HEIGHT = 58;
    private static final double ABOVE = 5;
    private static final double THUMB_WIDTH = 14;
    /** Significant digits of a level that is dragged on the bar. */
    private static final int DRAGGED_DIGITS = 3;

    static final String STYLES = "/scorescope/styles/stage.css";

    private final WindowModel model;
    private final NoiseNumber number =
            new NoiseNumber(this::askForNumber, this::takeNumber, this::refresh, this::requestFocus);
    private final FilmStripCanvas film;
    private final Region thumb = new Region();
    private final NoiseTicks ticks;
    private final RunScrubber run;
    private final HoldPin hold;
    private final Pane track;
    private NoiseScale scale;
    private final double size;
    private Grip grip = new Grip(0, 0, 0);
    private double dragged = Double.NaN;

    private boolean pointerDown;

    /** Offset of the press from the thumb's middle, and the thumb's position and value at the press. */
    private record Grip(double off, double place, double value) {}

    public NoiseBar(WindowModel model, Background background, SamplingPlayer player, double size) {
        this.size = size;
        this.model = model;
        run = new RunScrubber(model, player);
        hold = new HoldPin(model);
        film = new FilmStripCanvas(model, background, size * STRIP);
        ticks = new NoiseTicks(model, size);
        track = new Pane(film.picture(), ticks.picture(), thumb);
        scale = NoiseScale.of(model);
        getStyleClass().add("noise-bar");
        getStylesheets().add(NoiseBar.class.getResource(STYLES).toExternalForm());
        setId("noise-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Words.text("ui.noise-bar.noise-level"));
        setAccessibleHelp(Words.text("ui.noise-bar.left-right-arrow-change-noise"));
        thumb.getStyleClass().add("noise-thumb");
        thumb.setMouseTransparent(true);
        track.setId("noise-track");
        track.setCursor(Cursor.H_RESIZE);
        getChildren().addAll(number.nodes());
        getChildren().addAll(track, hold);
        for (var children : List.of(getChildren(), track.getChildren())) {
            children.forEach(child -> child.setManaged(false));
        }
        listen();
        refresh();
    }

    private void listen() {
        track.setOnMousePressed(this::pressed);
        track.setOnMouseDragged(e -> draggedTo(e.getX() - grip.off()));
        track.setOnMouseReleased(_ -> {
            takeDragged();
            pointerDown = false;
            model.commitEdit();
        });
        setOnKeyPressed(this::typed);
        model.sessionProperty().addListener((_, _, _) -> refresh());
        model.resolvedProperty().addListener((_, _, _) -> refresh());
        model.preferences().themeProperty().addListener((_, _, _) -> {
            drawTicks();
            refresh();
        });
        for (var particles : List.of(model.analyticParticlesProperty(), model.learnedParticlesProperty())) {
            particles.addListener((_, _, _) -> {
                if (ticks.moved()) {
                    drawTicks();
                }
            });
        }
        model.interactingProperty().addListener((_, _, dragging) -> {
            if (!dragging) {
                drawSteps();
                requestFilmStrip();
            }
        });
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        pointerDown = true;
        double off = e.getX() - thumbCenter();
        // Pressed on, the thumb stays under the pointer; pressed beside it, it moves there.
        grip = new Grip(Math.abs(off) <= THUMB_WIDTH ? off : 0, thumbCenter(), value());
        if (!model.follows()) {
            model.beginEdit();
        }
        lookAt(e.getX() - grip.off());
    }

    /**
     * Takes the pointer's position. Of several positions that arrived while the window was busy, only the last is used.
     */
    private void draggedTo(double x) {
        if (Double.isNaN(dragged)) {
            Platform.runLater(this::takeDragged);
        }
        dragged = x;
    }

    private void takeDragged() {
        if (!Double.isNaN(dragged)) {
            double x = dragged;
            dragged = Double.NaN;
            lookAt(x);
        }
    }

    /** A place of the track; back where the drag began the level is exactly the one of before. */
    private void lookAt(double x) {
        boolean back = Math.abs(x - grip.place()) < 0.5;
        set(back ? grip.value() : Digits.rounded(scale.value(x / Math.max(1, track.getWidth())), DRAGGED_DIGITS));
    }

    private void set(double value) {
        run.take(scale, value, pointerDown, false);
    }

    /** Moves a notch up or down the bar, or a fine one. */
    public void notch(int notches, boolean fine) {
        // As many digits as are preserved by taking the logarithm and the exponential.
        double value = Digits.rounded(scale.stepped(value(), notches, fine), 12);
        run.take(scale, value, false, true);
    }

    private void typed(KeyEvent e) {
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, DOWN -> notch(-1, e.isShiftDown());
            case RIGHT, UP -> notch(1, e.isShiftDown());
            case HOME -> set(scale.lowest());
            case END -> set(scale.highest());
            case ENTER -> askForNumber();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }

    /** Opens the field in which the level is typed. */
    public void askForNumber() {
        number.ask(Digits.exact(value()));
    }

    private void takeNumber(String typed) {
        try {
            set(scale.parse(typed));
            requestFocus();
        } catch (BadInputException problem) {
            model.show(Message.of(problem));
        }
    }

    private double value() {
        return model.follows()
                ? scale.valueOf(model.level())
                : scale.valueOf(model.session().noise());
    }

    private double thumbCenter() {
        return scale.position(value()) * track.getWidth();
    }

    private void refresh() {
        var present = NoiseScale.of(model);
        if (!present.equals(scale)) {
            scale = present;
            drawTicks();
        }
        number.show(NoiseScale.written(value()), scale.symbol());
        hold.refresh();
        placeThumb();
        drawSteps();
        requestFilmStrip();
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    /** The sampler's steps, computed again at the end of a drag. */
    private void drawSteps() {
        if (!model.interacting() && ticks.changed()) {
            drawTicks();
        }
    }

    private void placeThumb() {
        double center =
                Math.clamp(thumbCenter(), THUMB_WIDTH / 2, Math.max(THUMB_WIDTH, track.getWidth()) - THUMB_WIDTH / 2);
        thumb.relocate(Math.floor(center - THUMB_WIDTH / 2 + 0.5), 0);
    }

    private void requestFilmStrip() {
        film.ask(scale, track.getWidth());
    }

    /** Waits for the strip. */
    public void drawNow() {
        requestFilmStrip();
        film.awaitPicture();
    }

    private void drawTicks() {
        ticks.draw(scale);
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double beside = left + size * READOUT;
        double width = Math.max(1, getWidth() - beside - getInsets().getRight() - GAP);
        double pin = HoldPin.SIZE;
        number.place(left, top, beside - pin - left, size * HEIGHT, size);
        hold.resizeRelocate(beside - pin, top + (size * HEIGHT - pin) / 2, pin, pin);
        track.resizeRelocate(beside + GAP, top, width, size * HEIGHT);
        film.place(0, ABOVE, width);
        ticks.place(ABOVE + size * STRIP + 2, width, size * (HEIGHT - STRIP) - ABOVE);
        thumb.resize(THUMB_WIDTH, size * STRIP + 2 * ABOVE);
        drawTicks();
        refresh();
    }

    @Override
    protected double computePrefHeight(double width) {
        return size * HEIGHT + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value();
            case MIN_VALUE -> scale.lowest();
            case MAX_VALUE -> scale.highest();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> notch(1, false);
            case DECREMENT -> notch(-1, false);
            case SET_VALUE -> set((Double) parameters[0]);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    public void close() {
        film.close();
    }
}
