package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.core.score.MixtureScore;
import scorescope.core.training.LossFloor;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.learned.LearnedRuns.Task;

/** The least loss that a network can have on the task of the present training, computed once in the background. */
final class FloorMeter {
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<LossFloor>> floor =
            new ReadOnlyObjectWrapper<>(this, "floor", Optional.empty());
    private Optional<Task> requested = Optional.empty();
    private volatile Optional<Found> found = Optional.empty();

    private record Found(Task task, Optional<LossFloor> floor) {}

    FloorMeter(Background background) {
        this.background = background;
    }

    /** Empty until it is computed, and for objectives of which it is not known. */
    ReadOnlyObjectProperty<Optional<LossFloor>> floorProperty() {
        return floor.getReadOnlyProperty();
    }

    /** Switches to another task, or to none. */
    void restart(Optional<Task> task) {
        if (!requested.equals(task)) {
            requested = task;
            floor.set(Optional.empty());
            task.ifPresent(this::compute);
        }
    }

    private void compute(Task task) {
        var unused = background.once(Work.ERROR, () -> {
            found = Optional.of(new Found(task, LossFloor.of(task.training(), new MixtureScore(task.mixture()))));
            return found;
        });
    }

    /** Publishes the floor of the present task once it is computed. Called once a pulse. */
    void pulse() {
        found.filter(latest -> requested.equals(Optional.of(latest.task())))
                .ifPresent(latest -> floor.set(latest.floor()));
    }
}
