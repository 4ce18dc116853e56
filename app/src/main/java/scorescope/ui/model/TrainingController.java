package scorescope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import scorescope.core.BadInputException;
import scorescope.core.io.Endings;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingRun;
import scorescope.core.training.TrainingState;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.ui.background.Background;
import scorescope.ui.learned.ContinuedTraining;
import scorescope.ui.learned.LearnedRuns;
import scorescope.ui.learned.LearnedRuns.Running;
import scorescope.ui.learned.LearnedRuns.Task;
import scorescope.words.Words;

/**
 * Trains the session's network in the background and publishes the newest snapshot once a pulse. A trained network
 * belongs to one distribution and one set of settings. When the distribution changes, training pauses, and the network
 * is shown as one of another distribution, from which training can continue; when settings change, no network is shown.
 * Undo restores earlier trainings, also after a reset.
 */
public final class TrainingController implements AutoCloseable {
    /** Extension of weight files. */
    public static final String ENDING = Endings.NPZ;

    private final WindowModel model;
    private final Background background;
    private final PublishedTraining published;
    private final TrainingFiles files;
    private final DoubleProperty pace = new SimpleDoubleProperty(this, "pace", Double.POSITIVE_INFINITY);
    private final Subscription subscriptions;
    private final LearnedRuns runs = new LearnedRuns();
    private Optional<ContinuedTraining> continuing = Optional.empty();

    public TrainingController(WindowModel model, Background background) {
        this.model = model;
        this.background = background;
        published = new PublishedTraining(model, background);
        files = new TrainingFiles(background);
        subscriptions = Subscription.combine(
                model.sessionProperty().subscribe(_ -> inputsChanged()),
                model.edits().learnedProperty().subscribe((before, _) -> runChanged(before.intValue())),
                pace.subscribe(now -> current().ifPresent(c -> c.run().pace(now.doubleValue()))));
    }

    /** The current run. */
    private Optional<Running> current() {
        return runs.numbered(model.edits().learnedProperty().get());
    }

    /** Losses of the current run. */
    public PublishedTraining published() {
        return published;
    }

    /** Largest number of steps per second; infinity for no limit. */
    public DoubleProperty paceProperty() {
        return pace;
    }

    /** Whether to show the averaged weights, if an average is kept, or the newest. */
    public void showAverage(boolean show) {
        published.showAverage(show);
    }

    /**
     * Starts or continues training with the present distribution; begins a new training if the settings have changed.
     */
    public void start() {
        goOn(TrainingRun::start);
    }

    public void pause() {
        current().ifPresent(c -> c.run().pause());
    }

    public void startOrPause() {
        if (model.training().running()) {
            pause();
        } else {
            start();
        }
    }

    public void step() {
        goOn(TrainingRun::step);
    }

    private void goOn(Consumer<TrainingRun> then) {
        if (elsewhere()) {
            continuing = continuing.or(() -> Optional.of(
                    ContinuedTraining.of(current().orElseThrow().run(), model.session(), model.mixture(), then)));
        } else {
            fresh().ifPresent(then);
        }
    }

    /** Continues the run of another distribution, as one undo step, unless the distribution has changed meanwhile. */
    private void goOnWith(ContinuedTraining there) {
        continuing = Optional.empty();
        there.arrived()
                .ifPresentOrElse(
                        running -> take(there, running),
                        () -> model.show(
                                Message.problem(Words.text("ui.training-files.this-training-has-ended-cannot"))));
    }

    private void take(ContinuedTraining there, Running running) {
        int number = runs.add(running);
        boolean wanted = model.mixture().equals(running.task().mixture())
                && model.edits().edit(there::into, number);
        if (wanted) {
            there.then().accept(running.run());
        } else {
            runs.remove(number);
        }
    }

    /** Discards the training, as one undo step. */
    public void reset() {
        boolean unusedAlways = model.edits().edit(session -> session, 0);
    }

    /**
     * Writes the present state of the training to a file, with its session inside, without stopping it. A message says
     * when the file is written. A stale training is saved with the session it belongs to.
     */
    public void save(Path chosen) {
        if (model.training().step() == 0 || current().isEmpty()) {
            model.show(Message.note(Words.text("ui.training-controller.nothing-learned-yet-train-first")));
            return;
        }
        var file = Endings.with(chosen, ENDING, ENDING);
        files.save(current().orElseThrow().run(), learnedIn(current().orElseThrow()), file);
    }

    /** Continues a saved training with its settings (one undo step), or says why the file cannot be used. */
    public void open(Path file) {
        files.open(file);
    }

    /** Restores a training of the present session whose process was killed; it continues when a person starts it. */
    public void bringBack(byte[] checkpoint, Path folder) {
        files.bringBack(checkpoint, folder);
    }

    /** Whether a training is being read from a file. */
    public boolean reading() {
        return files.reading();
    }

    /** The state of the current run, stale or not; empty if there is no run. */
    public Optional<TrainingState> learned() {
        return current().map(c -> c.run().latest()).filter(state -> state.step() > 0);
    }

    /** Whether there is a training state that no file holds. */
    public boolean unsaved() {
        return learned().isPresent() && !files.hold(current().orElseThrow().run());
    }

    /** The current run as a {@link scorescope.core.training.Checkpoint}, once its present step is done. */
    public CompletableFuture<byte[]> checkpoint(Path folder) {
        var running = current().orElseThrow();
        return running.run().checkpoint(SessionJson.toText(learnedIn(running), folder));
    }

    private Session learnedIn(Running running) {
        return stale() ? running.session() : model.session();
    }

    /** Shows the newest snapshot, and the results of reading and writing files. Called once a pulse. */
    public void pulse() {
        files.saved().ifPresent(model::show);
        files.opened(model::show).ifPresent(this::goOnWith);
        continuing.filter(there -> there.run().isDone()).ifPresent(this::goOnWith);
        if (current().isEmpty()) {
            return;
        }
        var state = current().orElseThrow().run().latest();
        if (elsewhere()) {
            published.showElsewhere(state);
            published.offer(this::start);
            return;
        }
        if (stale()) {
            return;
        }
        published.show(state);
    }

    private void goOnWith(TrainingFiles.Opened opened) {
        int number = runs.add(new Running(new Task(opened.mixture(), opened.task()), opened.run(), opened.session()));
        if (opened.file().isEmpty()) {
            model.edits().learns(number);
        } else if (!model.edits().edit(opened::into, number)) {
            runs.remove(number);
            return;
        }
        var state = opened.run().latest();
        opened.file()
                .ifPresent(file -> model.show(Message.note(Words.text(
                        "ui.training-controller.opened-step-train-goes-from",
                        file.getFileName(),
                        state.step(),
                        state.steps()))));
    }

    /** Ends the threads, once files in progress are written. */
    @Override
    public void close() {
        files.finish();
        subscriptions.unsubscribe();
        background.cores().training(Optional.empty());
        runs.close();
    }

    private boolean stale() {
        return current().filter(c -> c.task().equals(task())).isEmpty();
    }

    /** Whether the current network was trained with these settings, but for another distribution. */
    public boolean elsewhere() {
        return current()
                .filter(c -> c.run().latest().step() > 0 && c.task().differsInMixtureAlone(task()))
                .isPresent();
    }

    private Task task() {
        return Task.of(model.session(), model.mixture());
    }

    /** The run for the session's distribution and settings, which may be a new one. Empty if these cannot be used. */
    private Optional<TrainingRun> fresh() {
        if (stale()) {
            var task = task();
            try {
                begin(runs.add(new Running(task, new TrainingRun(task.training(), task.data()), model.session())));
            } catch (BadInputException problem) {
                model.show(Message.of(problem));
                return Optional.empty();
            }
        }
        return current().map(Running::run);
    }

    /** Beginning a training is not an undo step, unless it replaces another one. */
    private void begin(int number) {
        if (model.edits().learnedProperty().get() == 0) {
            model.edits().learns(number);
        } else {
            boolean unusedAlways = model.edits().edit(session -> session, number);
        }
    }

    /** Switches the display to another run, or to none. */
    private void runChanged(int before) {
        runs.numbered(before).ifPresent(earlier -> earlier.run().pause());
        current().ifPresent(c -> c.run().pace(pace.get()));
        background.cores().training(current().map(c -> c));
        published.restart(current());
        inputsChanged();
    }

    private void inputsChanged() {
        if (current().isEmpty()) {
            model.trainingProperty().set(TrainingStatus.idle(steps()));
        } else if (stale()) {
            var run = current().orElseThrow().run();
            run.pause();
            if (elsewhere()) {
                published.showElsewhere(run.latest());
            } else {
                published.hide(run.latest());
            }
        }
    }

    private long steps() {
        return model.session().training().scalars().get(TrainingParameters.STEPS);
    }
}
