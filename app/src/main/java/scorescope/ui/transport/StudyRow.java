package scorescope.ui.transport;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import scorescope.plot.study.run.StudyClock;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.FoldingRow;
import scorescope.ui.control.Icon;
import scorescope.ui.control.ShorteningLabel;
import scorescope.ui.control.SpeedMenu;
import scorescope.ui.model.StudyPlayer;
import scorescope.words.Sentence;
import scorescope.words.Words;

/** Controls of a study's clock: play, step, reset, a slider, speed and a read-out. */
public final class StudyRow extends FoldingRow {
    private static final double BUTTON = 32;

    private final StudyPlayer player;
    private final Slider clock = new Slider(0, 1, 0);
    private final ShorteningLabel readout = new ShorteningLabel("study-readout");
    private boolean showing;

    public StudyRow(StudyPlayer player) {
        this.player = player;
        getStyleClass().add("transport");
        setFillHeight(false);
        var play = Buttons.icon(
                "study-play", Icon.PLAY, Words.text("ui.study.play-pause-study-space"), player::playOrPause);
        player.playingProperty().subscribe(playing -> {
            play.setGraphic((playing ? Icon.PAUSE : Icon.PLAY).picture());
            play.getStyleClass().remove("on");
            if (playing) {
                play.getStyleClass().add("on");
            }
        });
        Buttons.explain(clock, Words.text("ui.study.clock-study"), Words.text("ui.study.from-beginning-study-to-end"));
        clock.setId("study-clock");
        clock.setMinWidth(80);
        clock.setPrefWidth(180);
        clock.setBlockIncrement(0.02);
        HBox.setHgrow(clock, Priority.SOMETIMES);
        HBox.setHgrow(readout, Priority.ALWAYS);
        clock.valueProperty().addListener((_, _, to) -> {
            if (!showing) {
                player.scrub(to.doubleValue());
                if (!clock.isValueChanging()) {
                    player.pause();
                }
            }
        });
        clock.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                player.pause();
            }
        });
        var step = Buttons.icon("study-step", Icon.STEP, Words.text("ui.study.step-study"), player::step);
        var reset = Buttons.icon("study-reset", Icon.RESET, Words.text("ui.study.back-to-beginning"), player::restart);
        var speed = SpeedMenu.times(
                "study-speed", player.speedProperty(), Words.text("ui.study.how-many-times-usual-speed"));
        // At least the height of its buttons, so that the noise bar does not move when they are hidden.
        setMinHeight(BUTTON);
        getChildren().setAll(play, step, reset, clock, readout, speed);
        List<Node> moving = List.of(play, step, reset, clock, speed);
        player.chosenProperty().subscribe(_ -> {
            boolean moves = player.clock().isPresent();
            moving.forEach(node -> {
                node.setVisible(moves);
                node.setManaged(moves);
            });
            refresh();
            refold();
        });
        player.momentProperty().subscribe(_ -> refresh());
    }

    /** The read-out is the last part to be left out. */
    public void foldReadout() {
        foldNext(hide -> readout.keepRoom(!hide));
    }

    private void refresh() {
        Optional<StudyClock> now = player.clock();
        double moment = player.momentProperty().get();
        showing = true;
        clock.setValue(moment);
        showing = false;
        readout.say(now.map(c -> c.readOuts(moment))
                .orElseGet(() -> Sentence.of("ui.study.still").forms()));
    }
}
