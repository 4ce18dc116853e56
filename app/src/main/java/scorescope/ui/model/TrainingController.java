package scorescope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import scorescope.core.BadInputException;
import scorescope.core.io.Endings;
import scorescope.core.training.LevelLosses;
import scorescope.core.training.LossHistory;
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
 * Trains the session's network in the background and publishes the newest snapshot once a pulse. What was learned
 * belongs to one distribution and one set of settings. When the distribution changes, training pauses, and the network is
 * shown as one of another distribution, from which training can go on; when settings change, nothing learned is shown.
 * Undo brings back what was learned before, after a reset too.
 */
public final class TrainingController implements AutoCloseable {
    /** How names of files of weights end. */
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

    /** The run at hand. */
    private Optional<Running> current() {
        return runs.numbered(model.edits().learnedProperty().get());
    }

    /** The loss of every step so far. */
    public ReadOnlyObjectProperty<LossHistory> lossesProperty() {
        return published.lossesProperty();
    }

    /** The loss by noise level. */
    public ReadOnlyObjectProperty<LevelLosses> levelLossesProperty() {
        return published.levelLossesProperty();
    }

    /** How many steps a second are taken at most; infinity for as many as there can be. */
    public DoubleProperty paceProperty() {
        return pace;
    }

    /** Whether to show the averaged weights, if an average is kept, or the newest. */
    public void showAverage(boolean show) {
        published.showAverage(show);
    }

    /** Trains on, with the present distribution; anew if what was learned belongs to other settings. */
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

    /** Takes the run of another distribution, as one step of undo, unless that has changed meanwhile. */
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

    /** Forgets what was learned, as one step of undo. */
    public void reset() {
        boolean unusedAlways = model.edits().edit(session -> session, 0);
    }

    /**
     * Writes the training as it stands to a file, with its session inside, while it goes on. The message says when that
     * is done. A stale training is kept with the session it belongs to.
     */
    public void save(Path chosen) {
        if (model.training().step() == 0 || current().isEmpty()) {
            model.show(Message.note(Words.text("ui.training-controller.nothing-learned-yet-train-first")));
            return;
        }
        var file = Endings.with(chosen, ENDING, ENDING);
        files.save(current().orElseThrow().run(), learnedIn(current().orElseThrow()), file);
    }

    /** Goes on with a saved training and its settings (one step of undo), or says why the file cannot be used. */
    public void open(Path file) {
        files.open(file);
    }

    /** Goes on, once asked to, with a training of the present session that ended with its process. */
    public void bringBack(byte[] checkpoint, Path folder) {
        files.bringBack(checkpoint, folder);
    }

    /** Whether a training is on its way from a file. */
    public boolean reading() {
        return files.reading();
    }

    /** What the run at hand has come to, stale or not; empty if nothing is learned. */
    public Optional<TrainingState> learned() {
        return current().map(c -> c.run().latest()).filter(state -> state.step() > 0);
    }

    /** Whether something is learned that is in no file. */
    public boolean unsaved() {
        return learned().isPresent() && !files.hold(current().orElseThrow().run());
    }

    /** The run at hand as a {@link scorescope.core.training.Checkpoint}, once its present step is taken. */
    public CompletableFuture<byte[]> checkpoint(Path folder) {
        var running = current().orElseThrow();
        return running.run().checkpoint(SessionJson.toText(learnedIn(running), folder));
    }

    private Session learnedIn(Running running) {
        return stale() ? running.session() : model.session();
    }

    /** Takes the newest snapshot, and what has come from files. Called once a pulse. */
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

    /** Ends the threads, once what is being saved is saved. */
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

    /** Whether a network is at hand that was trained with these settings, but for another distribution. */
    public boolean elsewhere() {
        return current()
                .filter(c -> c.run().latest().step() > 0 && c.task().differsInMixtureAlone(task()))
                .isPresent();
    }

    private Task task() {
        return Task.of(model.session(), model.mixture());
    }

    /** The run for what the session asks now, which may be a new one. Empty if the settings cannot be used. */
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

    /** To begin a training is no step of undo; to leave another one for it is. */
    private void begin(int number) {
        if (model.edits().learnedProperty().get() == 0) {
            model.edits().learns(number);
        } else {
            boolean unusedAlways = model.edits().edit(session -> session, number);
        }
    }

    /** Another run is at hand, or none. */
    private void runChanged(int before) {
        runs.numbered(before).ifPresent(earlier -> earlier.run().pause());
        current().ifPresent(c -> c.run().pace(pace.get()));
        background.cores().training(current().map(c -> c));
        published.restart(current().map(c -> c.run().latest()));
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
