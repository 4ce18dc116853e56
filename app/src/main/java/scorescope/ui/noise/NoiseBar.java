package scorescope.ui.noise;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import scorescope.core.BadInputException;
import scorescope.plot.paint.Painter.Align;
import scorescope.ui.background.Background;
import scorescope.ui.control.Digits;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.model.Message;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/**
 * A slider for the noise level: a film strip of the density at each level with a thumb on it, and the level in large type. A
 * press anywhere on the strip moves the thumb; the value can be typed after a double click on it (or Enter).
 *
 * <p>Everything inside is unmanaged and placed by this class: a number that changes in a drag must not cause a layout of the
 * window.
 */
public final class NoiseBar extends Region implements AutoCloseable {
    private static final double READOUT = 150;
    private static final double GAP = 16;
    private static final double STRIP = 36;
    private static final double HEIGHT = 58;
    private static final double ABOVE = 5;
    private static final double THUMB_WIDTH = 14;
    private static final double TICK_SIZE = 11;
    private static final double TICK_ROOM = 44;
    static final String STYLES = "/scorescope/styles/stage.css";

    private final WorkbenchModel model;
    private final NoiseNumber number =
            new NoiseNumber(this::askForNumber, this::takeNumber, this::refresh, this::requestFocus);
    private final FilmStripCanvas film;
    private final Region thumb = new Region();
    private final Canvas ticks = new Canvas();
    private final Pane track;
    private final CanvasPainter tickPainter = new CanvasPainter(ticks.getGraphicsContext2D(), "Inter");
    private final SamplerSteps steps;
    private NoiseScale scale;
    private double grip;
    private double dragged = Double.NaN;

    public NoiseBar(WorkbenchModel model, Background background) {
        this.model = model;
        film = new FilmStripCanvas(model, background, STRIP);
        track = new Pane(film.picture(), ticks, thumb);
        steps = new SamplerSteps(model);
        scale = NoiseScale.of(model.session().noise(), model.process());
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
        getChildren().add(track);
        for (var children : List.of(getChildren(), track.getChildren())) {
            children.forEach(child -> child.setManaged(false));
        }
        listen();
        refresh();
    }

    private void listen() {
        track.setOnMousePressed(this::pressed);
        track.setOnMouseDragged(e -> draggedTo(e.getX() - grip));
        track.setOnMouseReleased(_ -> {
            takeDragged();
            model.commitEdit();
        });
        setOnKeyPressed(this::typed);
        model.sessionProperty().addListener((_, _, _) -> refresh());
        model.themeProperty().addListener((_, _, _) -> {
            drawTicks();
            refresh();
        });
        for (var particles : List.of(model.analyticParticlesProperty(), model.learnedParticlesProperty())) {
            particles.addListener((_, _, _) -> {
                if (steps.moved()) {
                    drawTicks();
                }
            });
        }
        model.interactingProperty().addListener((_, _, dragging) -> {
            if (!dragging) {
                drawSteps();
                askForFilm();
            }
        });
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        double off = e.getX() - thumbCenter();
        // Pressed on, the thumb stays under the pointer; pressed beside it, it moves there.
        grip = Math.abs(off) <= THUMB_WIDTH ? off : 0;
        model.beginEdit();
        lookAt(e.getX() - grip);
    }

    /** Takes the pointer's position. Of positions that came while the window was busy only the last is used. */
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

    private void lookAt(double x) {
        set(scale.value(x / Math.max(1, track.getWidth())));
    }

    private void set(double value) {
        var spec = scale.spec(value);
        model.edit(s -> s.withNoise(spec));
    }

    /** Moves a notch up or down the bar, or a fine one. */
    public void notch(int notches, boolean fine) {
        set(scale.stepped(scale.valueOf(model.session().noise()), notches, fine));
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
        number.ask(Digits.exact(scale.valueOf(model.session().noise())));
    }

    private void takeNumber(String typed) {
        try {
            set(scale.parse(typed));
            requestFocus();
        } catch (BadInputException problem) {
            model.show(Message.of(problem));
        }
    }

    private String written() {
        return NoiseScale.written(scale.valueOf(model.session().noise()));
    }

    private double thumbCenter() {
        return scale.position(scale.valueOf(model.session().noise())) * track.getWidth();
    }

    private void refresh() {
        var present = NoiseScale.of(model.session().noise(), model.process());
        if (!present.equals(scale)) {
            scale = present;
            drawTicks();
        }
        number.show(written(), scale.symbol());
        placeThumb();
        drawSteps();
        askForFilm();
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    /** The sampler's steps, computed again at the end of a drag. */
    private void drawSteps() {
        if (!model.interacting() && steps.changed()) {
            drawTicks();
        }
    }

    private void placeThumb() {
        double center =
                Math.clamp(thumbCenter(), THUMB_WIDTH / 2, Math.max(THUMB_WIDTH, track.getWidth()) - THUMB_WIDTH / 2);
        thumb.relocate(Math.floor(center - THUMB_WIDTH / 2 + 0.5), 0);
    }

    private void askForFilm() {
        film.ask(scale, track.getWidth());
    }

    /** Draws the strip and waits for it: for a picture taken without a running clock. */
    public void drawNow() {
        askForFilm();
        film.awaitPicture();
    }

    private void drawTicks() {
        double width = ticks.getWidth();
        ticks.getGraphicsContext2D().clearRect(0, 0, width, ticks.getHeight());
        var color = model.theme().palette().mute();
        steps.draw(tickPainter, scale, width, model.theme().palette());
        for (double tick : scale.ticks((int) (width / TICK_ROOM))) {
            String label = NoiseScale.tick(tick);
            double half = tickPainter.textWidth(label, TICK_SIZE, false) / 2;
            double x = Math.clamp(scale.position(tick) * width, half, Math.max(half, width - half));
            tickPainter.text(label, x, TICK_SIZE + 3, TICK_SIZE, false, Align.CENTER, color);
        }
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double width = Math.max(1, getWidth() - left - getInsets().getRight() - READOUT - GAP);
        number.place(left, top, READOUT, HEIGHT);
        track.resizeRelocate(left + READOUT + GAP, top, width, HEIGHT);
        film.place(0, ABOVE, width);
        ticks.setWidth(width);
        ticks.setHeight(HEIGHT - STRIP - ABOVE);
        ticks.relocate(0, ABOVE + STRIP + 2);
        thumb.resize(THUMB_WIDTH, STRIP + 2 * ABOVE);
        drawTicks();
        refresh();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + getInsets().getTop() + getInsets().getBottom();
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
            case VALUE -> scale.valueOf(model.session().noise());
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
