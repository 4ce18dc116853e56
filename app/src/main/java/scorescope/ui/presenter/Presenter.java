package scorescope.ui.presenter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import scorescope.plot.paint.Style;
import scorescope.ui.background.Background;
import scorescope.ui.draw.Magnification;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.ui.noise.NoiseBar;
import scorescope.ui.stage.StageView;
import scorescope.ui.study.StudyView;

/**
 * Presenter mode: the stage or the study shown, and the noise bar, fill the screen in large type. The other controls stay
 * unchanged below it; leaving the mode restores the focus.
 */
public final class Presenter extends StackPane implements AutoCloseable {
    /** Size of the smallest type, as a share of the window's height: 18 px of 768. */
    private static final double SMALLEST_TYPE = 18.0 / 768;

    private final WindowModel model;
    private final Background background;
    private final SamplingPlayer player;
    private final StudyPlayer studies;
    private final Chalk chalk;
    private final Spotlight spotlight = new Spotlight();
    private final Region blank = new Region();
    private final Breathing breathing;
    private final BooleanProperty chalking = new SimpleBooleanProperty();

    /** Views by the window's height. They stay subscribed to the session, so that each is made only once. */
    private final Map<Double, Presented> made = new HashMap<>();

    private Optional<Presented> presented = Optional.empty();
    private Optional<Before> before = Optional.empty();

    /** The views shown, in sizes for a window of that height. */
    private record Presented(double height, StageView stage, StudyView study, NoiseBar noise) {
        /** Hides the views, which then draw nothing. */
        void hide() {
            stage.setVisible(false);
            study.setVisible(false);
        }

        void close() {
            stage.close();
            study.close();
            noise.close();
        }
    }

    /** State of the window before presenter mode. */
    private record Before(Optional<Node> focus, boolean fullScreen) {}

    public Presenter(WindowModel model, Background background, SamplingPlayer player, StudyPlayer studies) {
        this.model = model;
        this.background = background;
        this.player = player;
        this.studies = studies;
        chalk = new Chalk(
                background.pulses(), () -> model.preferences().theme().palette(), model.preferences()::reducedMotion);
        breathing = new Breathing(model, background.pulses());
        setId("presenter");
        getStyleClass().add("presenter");
        blank.getStyleClass().add("presenter-blank");
        blank.setVisible(false);
        spotlight.setVisible(false);
        addEventFilter(MouseEvent.ANY, event -> spotlight.at(event.getX(), event.getY()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> draw(event, true));
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> draw(event, false));
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::keepFromStage);
        studies.chosenProperty().addListener((_, _, _) -> showWhatIsChosen());
        heightProperty().subscribe(height -> resized(height.doubleValue()));
        setVisible(false);
    }

    public boolean shown() {
        return presented.isPresent();
    }

    /** Fills the window and makes it full screen. */
    public void open() {
        if (shown()) {
            return;
        }
        before = Optional.of(new Before(
                Optional.ofNullable(getScene().getFocusOwner()),
                window().map(Stage::isFullScreen).orElse(false)));
        present(getScene().getHeight() / Magnification.inWindow(this));
        setVisible(true);
        window().ifPresent(stage -> {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        });
        takeFocus();
    }

    /** Shows the views for a window of that height. */
    private void present(double height) {
        presented.ifPresent(Presented::hide);
        var now = made.computeIfAbsent(height, this::make);
        presented = Optional.of(now);
        setStyle("-fx-font-size:" + Math.round(style(height).ticks()) + "px;");
        var framed = new StackPane(now.stage(), now.study());
        VBox.setVgrow(framed, Priority.ALWAYS);
        var content = new VBox(framed, now.noise());
        content.getStyleClass().add("presented");
        getChildren().setAll(content, chalk, spotlight, blank);
        showWhatIsChosen();
    }

    private static Style style(double height) {
        return Style.SCREEN.scaled(size(height));
    }

    private static double size(double height) {
        return Math.max(1, height * SMALLEST_TYPE / Style.SCREEN.ticks());
    }

    private Presented make(double height) {
        return new Presented(
                height,
                new StageView(model, background, style(height)),
                new StudyView(model, background, studies, style(height)),
                new NoiseBar(model, background, player, size(height)));
    }

    /** Uses views of another size: full screen enlarges the window some time after the request. */
    private void resized(double height) {
        if (presented.filter(now -> height > 0 && height != now.height()).isPresent()) {
            present(height);
            takeFocus();
        }
    }

    private void takeFocus() {
        presented.ifPresent(now -> now.noise().requestFocus());
    }

    /** Leaves the mode and restores full screen and focus of before. */
    public void leave() {
        breathing.stop();
        chalking.set(false);
        chalk.wipe();
        spotlight.setVisible(false);
        blank.setVisible(false);
        setVisible(false);
        getChildren().clear();
        presented.ifPresent(Presented::hide);
        presented = Optional.empty();
        before.ifPresent(was -> {
            window().ifPresent(stage -> stage.setFullScreen(was.fullScreen()));
            was.focus().ifPresent(Node::requestFocus);
        });
        before = Optional.empty();
    }

    private Optional<Stage> window() {
        return getScene().getWindow() instanceof Stage stage ? Optional.of(stage) : Optional.empty();
    }

    private void showWhatIsChosen() {
        presented.ifPresent(now -> {
            now.stage().setVisible(!studies.shown());
            now.study().setVisible(studies.shown());
        });
    }

    /** Hides everything, or shows it again. */
    public void blank() {
        blank.setVisible(!blank.isVisible());
    }

    public boolean blanked() {
        return blank.isVisible();
    }

    public void spotlight() {
        spotlight.setVisible(!spotlight.isVisible());
    }

    public boolean spotlit() {
        return spotlight.isVisible();
    }

    /** Switches drawing by the pointer on or off. */
    public void chalk() {
        chalking.set(!chalking.get());
    }

    public boolean chalking() {
        return chalking.get();
    }

    /** Starts the sweep of the noise level, or stops it and restores the level. */
    public void breathe() {
        if (breathing.running()) {
            breathing.stop();
        } else {
            breathing.start();
        }
    }

    public boolean breathing() {
        return breathing.running();
    }

    private void draw(MouseEvent event, boolean begins) {
        if (chalking.get()) {
            chalk.draw(event.getX(), event.getY(), begins);
            event.consume();
        }
    }

    private void keepFromStage(MouseEvent event) {
        if (chalking.get()) {
            event.consume();
        }
    }

    /** Draws the present session and waits for it: for snapshots of the window, which have no pulses. */
    public void drawNow() {
        presented.ifPresent(now -> {
            now.stage().drawNow();
            now.study().drawNow();
            now.noise().drawNow();
        });
    }

    @Override
    public void close() {
        breathing.stop();
        made.values().forEach(Presented::close);
    }
}
