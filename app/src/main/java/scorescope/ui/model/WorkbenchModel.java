package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.History;
import scorescope.session.NetworkFile;
import scorescope.session.NoiseSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.source.Resolved;
import scorescope.session.source.RunLength;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

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
    private final ReadOnlyObjectWrapper<Resolved> resolved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper interacting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.ANALYTIC);
    private final BooleanProperty spraying = new SimpleBooleanProperty();
    private final BooleanProperty drawingStarts = new SimpleBooleanProperty();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ScoreField>> learnedScore = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TrainingStatus> training = new SimpleObjectProperty<>(TrainingStatus.idle(0));
    private final ObjectProperty<ParticleFrame> analyticParticles = new SimpleObjectProperty<>(ParticleFrame.NONE);
    private final ObjectProperty<ParticleFrame> learnedParticles = new SimpleObjectProperty<>(ParticleFrame.NONE);

    private final BooleanProperty particlesDue = new SimpleBooleanProperty();

    private OptionalInt standing = OptionalInt.empty();
    private final History history;
    private Optional<ScoreField> trained = Optional.empty();
    private CachedNetwork network = CachedNetwork.NOTHING;

    /** The network of a file that a session names, so that the file is read once. */
    private record CachedNetwork(NetworkFile named, Optional<ScoreField> score) {
        private static final CachedNetwork NOTHING = new CachedNetwork(NetworkFile.NONE, Optional.empty());
    }

    /** @throws BadInputException if the session's density or process cannot be made */
    public WorkbenchModel(Session opening, SessionReading reading) {
        this.reading = reading;
        history = new History(opening, UNDO_STEPS);
        take(opening);
        // The pointer is one brush at a time.
        spraying.subscribe(on -> drawingStarts.set(drawingStarts.get() && !on));
        drawingStarts.subscribe(on -> spraying.set(spraying.get() && !on));
    }

    /** Writes texts with formulas now, and again whenever the session has another notation. */
    public void onNotation(Runnable write) {
        session.map(Session::notation).subscribe(_ -> write.run());
    }

    /** The session as it stands. What is derived from it changes first: who listens to the session finds all of it new. */
    public ReadOnlyObjectProperty<Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Session session() {
        return session.get();
    }

    /** The live objects that the session names; its density, process and level are made once, here, for the whole window. */
    public ReadOnlyObjectProperty<Resolved> resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    public Resolved resolved() {
        return resolved.get();
    }

    /** The exact score of the session's distribution; the same object as long as the distribution is the same. */
    public MixtureScore exact() {
        return resolved().exact();
    }

    /** The clean distribution p₀. */
    public GaussianMixture mixture() {
        return exact().mixture();
    }

    public NoiseProcess process() {
        return resolved().process();
    }

    /** The noise level looked at. */
    public NoiseLevel level() {
        return resolved().level();
    }

    /** Which scores the session shows. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Shown shown() {
        return shown.get();
    }

    /** Whether the pointer sprays points on the stage, rather than taking hold of what is there. */
    public BooleanProperty sprayingProperty() {
        return spraying;
    }

    /** Whether the pointer draws where particles begin. */
    public BooleanProperty drawingStartsProperty() {
        return drawingStarts;
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

    /**
     * The newest learned score of the present distribution, else the network of the file that the session names; empty
     * while there is neither.
     */
    public ObjectProperty<Optional<ScoreField>> learnedScoreProperty() {
        return learnedScore;
    }

    public Optional<ScoreField> learnedScore() {
        return learnedScore.get();
    }

    public ObjectProperty<TrainingStatus> trainingProperty() {
        return training;
    }

    /** Takes what training has found; empty if it has found nothing that fits the session. */
    public void trained(Optional<ScoreField> score) {
        trained = score;
        learnedScore.set(score.or(network::score));
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

    /**
     * True while particles of the session as it stands are being computed and none of them is there yet, some milliseconds
     * at a time: a picture of the stage had better wait for them.
     */
    public BooleanProperty particlesDueProperty() {
        return particlesDue;
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
        var settled = settled(before);
        try {
            var after = RunLength.within(change.apply(settled));
            if (after.equals(before)) {
                return true;
            }
            take(after);
        } catch (BadInputException problem) {
            show(Message.of(problem));
            return false;
        }
        history.amend(settled);
        history.change(session.get());
        refreshHistory();
        return true;
    }

    /**
     * Changes the session without a step of undo: for what a clock has come to, and for layers that show what is played. If
     * the change is bad input, the session stays as it was and the message says why.
     */
    public void amend(UnaryOperator<Session> change) {
        var before = session.get();
        try {
            var after = RunLength.within(change.apply(settled(before)));
            if (!after.equals(before)) {
                take(after);
                history.amend(after);
            }
        } catch (BadInputException problem) {
            show(Message.of(problem));
        }
    }

    /**
     * Where the sampler's run stands. The session gets to know it when the run rests ({@link #settle}) and before any other
     * change, so that undo finds it again; not at every step, of which there are sixty a second.
     */
    public void stands(OptionalInt step) {
        standing = step;
    }

    /** The session says where the run stands. */
    public void settle() {
        amend(s -> s);
    }

    private Session settled(Session before) {
        return before.sampler().step().equals(standing)
                ? before
                : before.withSampler(before.sampler().at(standing));
    }

    /** Starts a drag: edits up to {@link #commitEdit} are one step of undo. */
    public void beginEdit() {
        settle();
        history.begin();
        interacting.set(true);
    }

    /** Ends a drag. */
    public void commitEdit() {
        history.commit();
        interacting.set(false);
        refreshHistory();
    }

    public void undo() {
        commitEdit();
        settle();
        travel(history::undo, history::redo);
    }

    public void redo() {
        commitEdit();
        settle();
        travel(history::redo, history::undo);
    }

    /** Goes to another session of the history; one that cannot be read any more (its file is gone) is not gone to. */
    private void travel(Supplier<Session> there, Runnable back) {
        try {
            take(there.get());
        } catch (BadInputException problem) {
            back.run();
            show(Message.of(problem));
        }
        refreshHistory();
    }

    /** Looks at plain noise σ, α = 1. */
    public void lookAt(double sigma) {
        edit(s -> s.withNoise(new NoiseSpec.Sigma(sigma)));
    }

    /** Shows scores on the stage, as one step of undo; one score alone is also the one that particles follow. */
    public void look(Shown wanted) {
        edit(s -> looking(s, wanted));
    }

    /** The session that shows these scores. */
    private Session looking(Session before, Shown wanted) {
        var score =
                switch (wanted) {
                    case ANALYTIC -> new ScoreSpec.Analytic(network(before));
                    case LEARNED -> new ScoreSpec.Learned(network(before));
                    case DIFFERENCE, OVERLAY, SIDE_BY_SIDE -> before.score();
                };
        var said = score.shown() == wanted ? Optional.<Shown>empty() : Optional.of(wanted);
        return before.withScore(score).withView(before.view().withShown(said));
    }

    /** The network that is at hand, where the session has named none. */
    private NetworkFile network(Session session) {
        var named = session.score().network();
        return named.given() ? named : network.named();
    }

    public void show(Message shown) {
        message.set(Optional.of(shown));
    }

    public void dismissMessage() {
        message.set(Optional.empty());
    }

    private void refreshHistory() {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }

    /** Derives everything first, so that a session that cannot be read changes nothing. */
    private void take(Session next) {
        var current = session.get();
        boolean same = current != null;
        var nextExact =
                same && next.density().equals(current.density()) ? exact() : new MixtureScore(reading.mixture(next));
        var nextProcess = same && next.process().equals(current.process()) ? process() : reading.process(next);
        var nextNetwork = network(next, same && next.density().equals(current.density()));
        var nextLevel = Resolved.level(next, nextProcess);
        Words.use(NotationCatalog.named(next.notation()));
        resolved.set(new Resolved(next, nextExact, nextProcess, nextLevel));
        standing = next.sampler().step();
        if (!nextNetwork.equals(network)) {
            network = nextNetwork;
            trained(trained);
        }
        shown.set(next.shown());
        session.set(next);
    }

    /** While the exact score of the same distribution is looked at, the network stays at hand. */
    private CachedNetwork network(Session next, boolean sameDensity) {
        var named = next.score().network();
        if (named.equals(network.named())) {
            return network;
        }
        if (named.given() || next.score() instanceof ScoreSpec.Learned || !sameDensity) {
            return new CachedNetwork(named, reading.learned(next));
        }
        return network;
    }
}
