package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.source.Resolved;
import scorescope.ui.preference.Preferences;
import scorescope.ui.preference.SystemWishes;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * State of the window: one immutable session, values derived from it, and the newest results of the engines. Holds no
 * controls; confined to one thread, the JavaFX thread in the program.
 *
 * <p>The session changes only through {@link #edit} and its kin, {@code adjust} and {@code amend}. Between {@link #beginEdit} and {@link #commitEdit} (a drag) all
 * edits together are one undo step.
 */
public final class WindowModel {
    private final LiveObjects live;
    private final EditedSession edits;
    private final ReadOnlyObjectWrapper<Session> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Resolved> resolved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.ANALYTIC);
    private final PointerState pointerState = new PointerState();
    private final Preferences preferences = new Preferences(SystemWishes::reducedMotion);
    private final Messages messages = new Messages();
    private final ShownNetwork network = new ShownNetwork();
    private final ShownRun run = new ShownRun();
    private final ObjectProperty<TrainingStatus> training = new SimpleObjectProperty<>(TrainingStatus.idle(0));
    private NoiseLevel target = NoiseLevel.plain(0);

    /** @throws BadInputException if the session's density or process cannot be made */
    public WindowModel(Session opening, SessionReading reading) {
        this(opening, reading, System::nanoTime);
    }

    /** @param now in ns, of any clock */
    WindowModel(Session opening, SessionReading reading, LongSupplier now) {
        live = new LiveObjects(reading);
        edits = new EditedSession(opening, this::take, this::show, now);
        run.onTick(() -> resolved.set(run.seen(resolved().at(target), level())));
    }

    /** Runs {@code write}, which sets texts with formulas, now and again whenever the session's notation changes. */
    public void onNotation(Runnable write) {
        session.map(Session::notation).subscribe(_ -> write.run());
    }

    /** The present session. Values derived from it change first, so that its listeners see them up to date. */
    public ReadOnlyObjectProperty<Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Session session() {
        return session.get();
    }

    /** The objects that the session names; density, process and level are created once, for the whole window. */
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

    public GaussianMixture mixture() {
        return exact().mixture();
    }

    public NoiseProcess process() {
        return resolved().process();
    }

    /** The noise level shown: the one that the run shown has reached, else the session's own. */
    public NoiseLevel level() {
        return resolved().level();
    }

    /** The session's own noise level, which samplers receive. */
    public NoiseLevel target() {
        return target;
    }

    /** Whether the noise level shown is the one that a run has reached. */
    public boolean follows() {
        return run.follows();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Shown shown() {
        return shown.get();
    }

    /** What the pointer does on the stage. */
    public PointerState pointerState() {
        return pointerState;
    }

    public Preferences preferences() {
        return preferences;
    }

    public ReadOnlyObjectProperty<Optional<Message>> messageProperty() {
        return messages.shownProperty();
    }

    /**
     * The newest learned score of the present distribution, else the network of the file that the session names; empty
     * while there is neither.
     */
    public ObjectProperty<Optional<ScoreField>> learnedScoreProperty() {
        return network.scoreProperty();
    }

    public Optional<ScoreField> learnedScore() {
        return network.scoreProperty().get();
    }

    public ObjectProperty<TrainingStatus> trainingProperty() {
        return training;
    }

    /** Sets the score found by training; empty if there is none that fits the session. */
    public void trained(Optional<ScoreField> score) {
        network.trained(score);
    }

    public TrainingStatus training() {
        return training.get();
    }

    /** Particles that follow the analytic score; {@link ParticleFrame#NONE} while there are none. */
    public ObjectProperty<ParticleFrame> analyticParticlesProperty() {
        return run.analyticProperty();
    }

    /** Particles that follow the learned score; {@link ParticleFrame#NONE} while there are none. */
    public ObjectProperty<ParticleFrame> learnedParticlesProperty() {
        return run.learnedProperty();
    }

    /** The particles shown; the exact ones where there are both. */
    public ParticleFrame particles() {
        return run.frame();
    }

    /** True for the milliseconds until the session's first particles are computed: a picture of the stage waits for them. */
    public BooleanProperty particlesDueProperty() {
        return run.dueProperty();
    }

    /** The session with its undo history. */
    public EditedSession edits() {
        return edits;
    }

    /** True during a drag: background work should then leave one core free. */
    public ReadOnlyBooleanProperty interactingProperty() {
        return edits.interactingProperty();
    }

    public boolean interacting() {
        return edits.interactingProperty().get();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return edits.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return edits.redoableProperty();
    }

    /**
     * Changes the session, as one undo step (or part of the present drag). If the change is bad input, the session
     * stays as it was and the message says why.
     *
     * @return whether the change was accepted
     */
    public boolean edit(UnaryOperator<Session> change) {
        return edits.edit(change);
    }

    /**
     * As {@link #edit}, by one notch of a wheel or a key: notches for the same value within a second are one undo step.
     *
     * @param what name of the value, such as {@code noise}
     */
    public boolean adjust(String what, UnaryOperator<Session> change) {
        return edits.adjust(what, change);
    }

    /**
     * Changes the session without an undo step: for the moment of a clock, and for layers that show what is played. If
     * the change is bad input, the session stays as it was and the message says why.
     */
    public void amend(UnaryOperator<Session> change) {
        edits.amend(change);
    }

    /**
     * Announces the step of the sampler's run. It is written into the session when the run rests ({@link #settle}) and
     * before any other change, so that undo restores it; not at each of sixty steps per second.
     */
    public void stands(OptionalInt step) {
        edits.stands(step);
    }

    public void settle() {
        edits.settle();
    }

    /** The session with the present step of the sampler's run, which the session itself may not contain yet. */
    public Session asItStands() {
        return edits.asItStands();
    }

    public void beginEdit() {
        edits.beginEdit();
    }

    public void commitEdit() {
        edits.commitEdit();
    }

    public void undo() {
        edits.undo();
    }

    public void redo() {
        edits.redo();
    }

    public void setSigma(double sigma) {
        edit(s -> s.withNoise(new NoiseSpec.Sigma(sigma)));
    }

    /** Shows scores on the stage, as one undo step; a score shown alone is also the one that particles follow. */
    public void showScore(Shown wanted) {
        edit(s -> ShownScore.in(s, wanted, network.file()));
    }

    public void show(Message message) {
        messages.show(message, session());
    }

    public void dismissMessage() {
        messages.dismiss();
    }

    /** Removes the message about work that has succeeded since, or is not wanted any more. */
    public void resolve(Cause.Work work) {
        messages.resolve(work);
    }

    /** Creates all live objects first, so that a session that cannot be read changes nothing. */
    private void take(Session next) {
        var before = Optional.ofNullable(session.get());
        boolean sameDensity =
                before.filter(now -> now.density().equals(next.density())).isPresent();
        var nextNetwork = network.of(next, sameDensity, live::network);
        var nextResolved = live.of(next);
        Words.use(NotationCatalog.named(next.notation()));
        target = nextResolved.level();
        resolved.set(before.isEmpty() ? nextResolved : run.seen(nextResolved, level()));
        network.use(nextNetwork);
        shown.set(next.shown());
        session.set(next);
        messages.sessionIs(next);
    }
}
