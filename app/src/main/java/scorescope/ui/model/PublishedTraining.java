package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.core.quadrature.Estimate;
import scorescope.core.training.LevelLosses;
import scorescope.core.training.LossFloor;
import scorescope.core.training.LossHistory;
import scorescope.core.training.TrainingState;
import scorescope.ui.background.Background;
import scorescope.ui.learned.LearnedRuns.Running;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.words.Words;

/** What the window shows of a training: its score, its losses, its error and its status. */
public final class PublishedTraining {
    private static final String STALE = Words.constant("ui.training-controller.changed-since-reset-to-learn");
    private static final String ELSEWHERE = Words.constant("ui.training-controller.elsewhere");

    private final WindowModel model;
    private final ErrorMeter errors;
    private final FloorMeter floor;
    private final ReadOnlyObjectWrapper<LossHistory> losses =
            new ReadOnlyObjectWrapper<>(this, "losses", LossHistory.EMPTY);
    private final ReadOnlyObjectWrapper<LevelLosses> levelLosses =
            new ReadOnlyObjectWrapper<>(this, "levelLosses", LevelLosses.EMPTY);
    private boolean averaged = true;
    private Optional<TrainingState> seen = Optional.empty();

    /** Whether continuing with the present distribution has been offered since the network belongs to another one. */
    private boolean offered;

    PublishedTraining(WindowModel model, Background background) {
        this.model = model;
        errors = new ErrorMeter(background);
        floor = new FloorMeter(background);
    }

    /** The loss of every step so far. */
    public ReadOnlyObjectProperty<LossHistory> lossesProperty() {
        return losses.getReadOnlyProperty();
    }

    /** The loss by noise level. */
    public ReadOnlyObjectProperty<LevelLosses> levelLossesProperty() {
        return levelLosses.getReadOnlyProperty();
    }

    /** The least loss that a network can have on the task of these losses; empty while it is not known. */
    public ReadOnlyObjectProperty<Optional<LossFloor>> floorProperty() {
        return floor.floorProperty();
    }

    /** Whether the averaged weights are shown, if an average is kept, or the newest. */
    void showAverage(boolean show) {
        averaged = show;
        seen = Optional.empty();
    }

    /** Switches to another training, or to none. */
    void restart(Optional<Running> running) {
        var state = running.map(now -> now.run().latest());
        floor.restart(running.map(Running::task));
        seen = Optional.empty();
        offered = false;
        losses.set(state.map(TrainingState::history).orElse(LossHistory.EMPTY));
        levelLosses.set(state.map(TrainingState::levelLosses).orElse(LevelLosses.EMPTY));
        model.resolve(Cause.Work.TRAINING);
        model.trained(Optional.empty());
    }

    /** Shows a training of the session's distribution with the session's settings. */
    void show(TrainingState state) {
        offered = false;
        floor.pulse();
        measure(state);
        if (seen.filter(before -> before.equals(state)).isEmpty()) {
            seen = Optional.of(state);
            losses.set(state.history());
            levelLosses.set(state.levelLosses());
            if (state.step() > 0) {
                showScore(state);
            }
            if (state.status() == TrainingState.Status.DIVERGED || state.status() == TrainingState.Status.FAILED) {
                model.show(Message.problem(Words.text("ui.training-controller.training-stopped", state.advice()))
                        .because(Cause.Work.TRAINING));
            } else {
                model.resolve(Cause.Work.TRAINING);
            }
        }
        model.trainingProperty().set(TrainingStatus.of(state, error()));
    }

    /** Shows a training of another distribution: its score stays, and is compared with the present exact score. */
    void showElsewhere(TrainingState state) {
        seen = Optional.empty();
        floor.pulse();
        showScore(state);
        measure(state);
        model.trainingProperty().set(TrainingStatus.standing(Phase.ELSEWHERE, state, error(), ELSEWHERE));
    }

    /** Offers once, when no drag is in progress, to continue with the present distribution. */
    void offer(Runnable goOn) {
        if (!offered && !model.interacting()) {
            offered = true;
            model.show(Message.note(ELSEWHERE)
                    .offering(new Message.Remedy(Words.text("ui.training-controller.go-on"), goOn))
                    .because(Cause.Work.TRAINING));
        }
    }

    /** Hides a training with other settings: none of its results are shown. */
    void hide(TrainingState state) {
        seen = Optional.empty();
        model.trained(Optional.empty());
        model.trainingProperty().set(TrainingStatus.standing(Phase.STALE, state, Estimate.UNKNOWN, STALE));
    }

    private void showScore(TrainingState state) {
        var score = averaged ? state.score() : state.newestScore();
        if (model.learnedScore().filter(shown -> shown == score).isEmpty()) {
            model.trained(Optional.of(score));
        }
    }

    private void measure(TrainingState state) {
        if (!model.interacting()) {
            errors.ask(state, model.exact(), model.level());
        }
    }

    private Estimate error() {
        return errors.latest(model.exact(), model.level());
    }
}
