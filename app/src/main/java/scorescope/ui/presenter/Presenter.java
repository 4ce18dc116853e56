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
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.ui.noise.NoiseBar;
import scorescope.ui.stage.StageView;
import scorescope.ui.study.StudyView;

/**
 * Presenter mode: the stage, or the study shown, and the noise bar fill the screen, in sizes for a room. The workbench lies unchanged
 * beneath and is there again, with its focus, when the mode is left.
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

    /** By the window's height. The session tells them of its changes as long as it lives, so none is made twice. */
    private final Map<Double, Presented> made = new HashMap<>();

    private Optional<Presented> presented = Optional.empty();
    private Optional<Before> before = Optional.empty();

    /** What is shown, in sizes for a window of a height. */
    private record Presented(double height, StageView stage, StudyView study, NoiseBar noise) {
        /** Rests until it is shown again. */
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

    /** The window as it was. */
    private record Before(Optional<Node> focus, boolean fullScreen) {}

    public Presenter(WindowModel model, Background background, SamplingPlayer player, StudyPlayer studies) {
        this.model = model;
        this.background = background;
        this.player = player;
        this.studies = studies;
        chalk = new Chalk(background.pulses(), () -> model.theme().palette());
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

    /** Fills the window, and the screen where the window is one of its own. */
    public void open() {
        if (shown()) {
            return;
        }
        before = Optional.of(new Before(
                Optional.ofNullable(getScene().getFocusOwner()),
                window().map(Stage::isFullScreen).orElse(false)));
        present(getScene().getHeight());
        setVisible(true);
        window().ifPresent(stage -> {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        });
        takeFocus();
    }

    /** In sizes for a window of that height. */
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

    /** The window becomes larger when it fills the screen, which may be some time after it was asked to. */
    private void resized(double height) {
        if (presented.filter(now -> height > 0 && height != now.height()).isPresent()) {
            present(height);
            takeFocus();
        }
    }

    private void takeFocus() {
        presented.ifPresent(now -> now.noise().requestFocus());
    }

    /** Back to exactly where the window was. */
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

    /** Hides everything, until the next time. */
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

    /** Takes the chalk up, or lays it down. */
    public void chalk() {
        chalking.set(!chalking.get());
    }

    public boolean chalking() {
        return chalking.get();
    }

    /** Sweeps the noise level to and fro by itself, or stops and goes back to where it began. */
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

    /** Draws what is shown as the session stands now. */
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
