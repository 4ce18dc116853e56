package scorescope.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.Endings;
import scorescope.core.quadrature.Estimate;
import scorescope.core.training.LevelLosses;
import scorescope.core.training.LossHistory;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingRun;
import scorescope.core.training.TrainingState;
import scorescope.core.training.TrainingTask;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.words.Words;

/**
 * Trains the session's network in the background and publishes the newest snapshot once a pulse. What was learned
 * belongs to one distribution and one set of settings: when either changes, training pauses and nothing learned is
 * shown until it is reset; undoing the change brings it back.
 */
public final class TrainingController implements AutoCloseable {
    /** How names of files of weights end. */
    public static final String ENDING = Endings.NPZ;

    private static final String STALE_ADVICE = Words.constant("ui.training-controller.changed-since-reset-to-learn");

    /** What a run learns; another one needs another run. */
    private record Task(GaussianMixture mixture, TrainingTask training) {}

    /** @param session as it was when the run began */
    private record Running(Task task, TrainingRun run, Session session) {}

    private final WorkbenchModel model;
    private final Background background;
    private final ErrorMeter errors;
    private final TrainingFiles files;
    private final ReadOnlyObjectWrapper<LossHistory> losses =
            new ReadOnlyObjectWrapper<>(this, "losses", LossHistory.EMPTY);
    private final ReadOnlyObjectWrapper<LevelLosses> levelLosses =
            new ReadOnlyObjectWrapper<>(this, "levelLosses", LevelLosses.EMPTY);
    private final DoubleProperty pace = new SimpleDoubleProperty(this, "pace", Double.POSITIVE_INFINITY);
    private final Subscription subscriptions;
    private boolean averaged = true;
    private Optional<Running> current = Optional.empty();
    private Optional<TrainingState> seen = Optional.empty();

    public TrainingController(WorkbenchModel model, Background background) {
        this.model = model;
        this.background = background;
        errors = new ErrorMeter(background);
        files = new TrainingFiles(background);
        subscriptions = Subscription.combine(
                model.sessionProperty().subscribe(session -> inputsChanged()),
                pace.subscribe(now -> current.ifPresent(c -> c.run().pace(now.doubleValue()))));
    }

    /** The loss of every step so far. */
    public ReadOnlyObjectProperty<LossHistory> lossesProperty() {
        return losses.getReadOnlyProperty();
    }

    /** The loss by noise level. */
    public ReadOnlyObjectProperty<LevelLosses> levelLossesProperty() {
        return levelLosses.getReadOnlyProperty();
    }

    /** How many steps a second are taken at most; infinity for as many as there can be. */
    public DoubleProperty paceProperty() {
        return pace;
    }

    /** Whether to show the averaged weights, if an average is kept, or the newest. */
    public void showAverage(boolean show) {
        averaged = show;
        seen = Optional.empty();
    }

    /** Trains on; anew if what was learned is stale. */
    public void start() {
        fresh().ifPresent(TrainingRun::start);
    }

    public void pause() {
        current.ifPresent(c -> c.run().pause());
    }

    public void startOrPause() {
        if (model.training().running()) {
            pause();
        } else {
            start();
        }
    }

    public void step() {
        fresh().ifPresent(TrainingRun::step);
    }

    /** Forgets what was learned. */
    public void reset() {
        discard();
        inputsChanged();
    }

    /**
     * Writes the training as it stands to a file, with its session inside, while it goes on. The message says when that
     * is done. A stale training is kept with the session it belongs to.
     */
    public void save(Path chosen) {
        if (model.training().step() == 0 || current.isEmpty()) {
            model.show(Message.note(Words.text("ui.training-controller.nothing-learned-yet-train-first")));
            return;
        }
        var file = Endings.with(chosen, ENDING, ENDING);
        files.save(current.get().run(), learnedIn(current.get()), file);
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
        return current.map(c -> c.run().latest()).filter(state -> state.step() > 0);
    }

    /** Whether something is learned that is in no file. */
    public boolean unsaved() {
        return learned().isPresent() && !files.hold(current.orElseThrow().run());
    }

    /** The run at hand as a {@link scorescope.core.training.Checkpoint}, once its present step is taken. */
    public CompletableFuture<byte[]> checkpoint(Path folder) {
        var running = current.orElseThrow();
        return running.run().checkpoint(SessionJson.toText(learnedIn(running), folder));
    }

    private Session learnedIn(Running running) {
        return stale() ? running.session() : model.session();
    }

    /** Takes the newest snapshot, and what has come from files. Called once a pulse. */
    public void pulse() {
        files.saved().ifPresent(model::show);
        files.opened(model::show).ifPresent(this::goOnWith);
        if (current.isEmpty() || stale()) {
            return;
        }
        var state = current.get().run().latest();
        if (!model.interacting()) {
            errors.ask(state, model.exact(), model.level());
        }
        boolean news = seen.filter(before -> before.equals(state)).isEmpty();
        if (news) {
            seen = Optional.of(state);
            losses.set(state.history());
            levelLosses.set(state.levelLosses());
            if (state.step() > 0) {
                model.trained(Optional.of(averaged ? state.score() : state.newestScore()));
            }
            if (state.status() == TrainingState.Status.DIVERGED || state.status() == TrainingState.Status.FAILED) {
                model.show(Message.problem(Words.text("ui.training-controller.training-stopped", state.advice()))
                        .because(Cause.Work.TRAINING));
            } else {
                model.resolve(Cause.Work.TRAINING);
            }
        }
        model.trainingProperty().set(TrainingStatus.of(state, errors.latest(model.level())));
    }

    private void goOnWith(TrainingFiles.Opened opened) {
        if (opened.file().isPresent() && !model.edit(opened::into)) {
            return;
        }
        discard();
        var session = opened.file().isPresent() ? model.session() : opened.session();
        use(new Running(new Task(opened.mixture(), opened.task()), opened.run(), session));
        inputsChanged();
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
        discard();
    }

    private boolean stale() {
        return current.filter(c -> c.task().equals(task())).isEmpty();
    }

    private Task task() {
        var session = model.session();
        return new Task(model.mixture(), new TrainingTask(session.training(), session.process()));
    }

    /** The run for what the session asks now; a stale one makes room. Empty if the settings cannot be used. */
    private Optional<TrainingRun> fresh() {
        if (current.isEmpty() || stale()) {
            discard();
            var task = task();
            try {
                use(new Running(task, run(task), model.session()));
            } catch (BadInputException problem) {
                model.show(Message.of(problem));
            }
        }
        return current.map(Running::run);
    }

    private void use(Running running) {
        var run = running.run();
        run.pace(pace.get());
        background.cores().training(Optional.of(new Cores.Training() {
            @Override
            public void yieldCore(boolean yield) {
                run.yieldCore(yield);
            }

            @Override
            public void frameTook(long nanos) {
                run.frameTook(nanos);
            }
        }));
        current = Optional.of(running);
    }

    private static TrainingRun run(Task task) {
        return new TrainingRun(
                task.training(), TrainingData.of(task.mixture(), task.training().settings()));
    }

    private void discard() {
        current.ifPresent(c -> c.run().close());
        background.cores().training(Optional.empty());
        current = Optional.empty();
        seen = Optional.empty();
        losses.set(LossHistory.EMPTY);
        levelLosses.set(LevelLosses.EMPTY);
        model.resolve(Cause.Work.TRAINING);
        model.trained(Optional.empty());
    }

    private void inputsChanged() {
        if (current.isEmpty()) {
            model.trainingProperty().set(TrainingStatus.idle(steps()));
        } else if (stale()) {
            current.get().run().pause();
            seen = Optional.empty();
            model.trained(Optional.empty());
            var state = current.get().run().latest();
            model.trainingProperty()
                    .set(new TrainingStatus(
                            Phase.STALE,
                            state.step(),
                            state.steps(),
                            0,
                            state.smoothedLoss(),
                            Estimate.UNKNOWN,
                            STALE_ADVICE));
        }
    }

    private long steps() {
        return model.session().training().scalars().get(TrainingParameters.STEPS);
    }
}
