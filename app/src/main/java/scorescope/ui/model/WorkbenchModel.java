package scorescope.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.ScoreField;
import scorescope.session.Session;
import scorescope.session.Session.NoiseSpec;

/**
 * What the window is about: one immutable session, what follows from it, and what engines have found so far.
 * Holds no controls; belongs to one thread, the JavaFX thread in the program.
 *
 * <p>The session changes only through {@link #edit}. Between {@link #beginEdit} and {@link #commitEdit} (a drag)
 * all edits together are one step of undo.
 */
public final class WorkbenchModel {
    private static final int UNDO_STEPS = 500;

    private final SessionReading reading;
    private final ReadOnlyObjectWrapper<Session> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<GaussianMixture> mixture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NoiseProcess> process = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NoiseLevel> level = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper interacting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ViewMode> viewMode = new SimpleObjectProperty<>(ViewMode.ANALYTIC);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ScoreField>> learnedScore = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TrainingStatus> training = new SimpleObjectProperty<>(TrainingStatus.idle(0));
    private final ObjectProperty<ParticleFrame> analyticParticles = new SimpleObjectProperty<>(ParticleFrame.NONE);
    private final ObjectProperty<ParticleFrame> learnedParticles = new SimpleObjectProperty<>(ParticleFrame.NONE);

    private final Deque<Session> past = new ArrayDeque<>();
    private final Deque<Session> future = new ArrayDeque<>();
    private Optional<Session> beforeDrag = Optional.empty();

    /** @throws BadInputException if the session's density or process cannot be made */
    public WorkbenchModel(Session opening, SessionReading reading) {
        this.reading = reading;
        take(opening);
    }

    /** The session as it stands. What is derived from it changes first: who listens to the session finds all of it new. */
    public ReadOnlyObjectProperty<Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Session session() {
        return session.get();
    }

    /** The clean distribution p₀. */
    public ReadOnlyObjectProperty<GaussianMixture> mixtureProperty() {
        return mixture.getReadOnlyProperty();
    }

    public GaussianMixture mixture() {
        return mixture.get();
    }

    public ReadOnlyObjectProperty<NoiseProcess> processProperty() {
        return process.getReadOnlyProperty();
    }

    public NoiseProcess process() {
        return process.get();
    }

    /** The noise level looked at. */
    public ReadOnlyObjectProperty<NoiseLevel> levelProperty() {
        return level.getReadOnlyProperty();
    }

    public NoiseLevel level() {
        return level.get();
    }

    public ObjectProperty<ViewMode> viewModeProperty() {
        return viewMode;
    }

    public ViewMode viewMode() {
        return viewMode.get();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    public ObjectProperty<Optional<Message>> messageProperty() {
        return message;
    }

    /** The newest learned score of the present distribution; empty while there is none. */
    public ObjectProperty<Optional<ScoreField>> learnedScoreProperty() {
        return learnedScore;
    }

    public Optional<ScoreField> learnedScore() {
        return learnedScore.get();
    }

    public ObjectProperty<TrainingStatus> trainingProperty() {
        return training;
    }

    public TrainingStatus training() {
        return training.get();
    }

    /** Particles that follow the analytic score; {@link ParticleFrame#NONE} while there are none. */
    public ObjectProperty<ParticleFrame> analyticParticlesProperty() {
        return analyticParticles;
    }

    /** Particles that follow the learned score; {@link ParticleFrame#NONE} while there are none. */
    public ObjectProperty<ParticleFrame> learnedParticlesProperty() {
        return learnedParticles;
    }

    /** True while a person drags: background work should leave them a core. */
    public ReadOnlyBooleanProperty interactingProperty() {
        return interacting.getReadOnlyProperty();
    }

    public boolean interacting() {
        return interacting.get();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /**
     * Changes the session, as one step of undo (or part of the drag under way). If the change is bad input, the
     * session stays as it was and the message says why.
     *
     * @return whether the change was taken
     */
    public boolean edit(UnaryOperator<Session> change) {
        var before = session.get();
        try {
            var after = change.apply(before);
            if (after.equals(before)) {
                return true;
            }
            take(after);
        } catch (BadInputException problem) {
            show(Message.of(problem));
            return false;
        }
        if (beforeDrag.isEmpty()) {
            remember(before);
        }
        return true;
    }

    /** Starts a drag: edits up to {@link #commitEdit} are one step of undo. */
    public void beginEdit() {
        if (beforeDrag.isEmpty()) {
            beforeDrag = Optional.of(session.get());
            interacting.set(true);
        }
    }

    /** Ends a drag. */
    public void commitEdit() {
        var before = beforeDrag;
        beforeDrag = Optional.empty();
        interacting.set(false);
        before.filter(s -> !s.equals(session.get())).ifPresent(this::remember);
    }

    public void undo() {
        commitEdit();
        swap(past, future);
    }

    public void redo() {
        commitEdit();
        swap(future, past);
    }

    /** Looks at plain noise σ, α = 1. */
    public void lookAt(double sigma) {
        edit(s -> s.withNoise(new NoiseSpec.Sigma(sigma)));
    }

    public void show(Message shown) {
        message.set(Optional.of(shown));
    }

    public void dismissMessage() {
        message.set(Optional.empty());
    }

    private void remember(Session before) {
        past.push(before);
        if (past.size() > UNDO_STEPS) {
            past.removeLast();
        }
        future.clear();
        refreshHistory();
    }

    private void swap(Deque<Session> from, Deque<Session> to) {
        if (!from.isEmpty()) {
            to.push(session.get());
            take(from.pop());
            refreshHistory();
        }
    }

    private void refreshHistory() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }

    /** Derives everything first, so that a session that cannot be read changes nothing. */
    private void take(Session next) {
        var current = session.get();
        boolean same = current != null;
        var nextMixture = same && next.density().equals(current.density()) ? mixture.get() : reading.mixture(next);
        var nextProcess = same && next.process().equals(current.process()) ? process.get() : reading.process(next);
        var nextLevel =
                switch (next.noise()) {
                    case NoiseSpec.Sigma plain -> NoiseLevel.plain(plain.sigma());
                    case NoiseSpec.Time time -> nextProcess.at(time.t());
                };
        mixture.set(nextMixture);
        process.set(nextProcess);
        level.set(nextLevel);
        session.set(next);
    }
}
