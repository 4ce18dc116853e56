package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import scorescope.core.BadInputException;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.picture.ShownParticles;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.ui.background.Background;
import scorescope.words.Words;

/**
 * Plays the session's sampler on its own thread and publishes the newest frames once a pulse. Side by side, one run
 * follows each score from the same start with the same noise and stands at the same step, so that differences come from the
 * scores alone.
 *
 * <p>A frame belongs to the density, process, noise level, score and sampler that it was computed for. When one of them
 * changes, frames of before are dropped, and the runs of the new problem go on to the step where the clock stands.
 *
 * <p>Each pulse asks for the steps of one pulse. With a clock of its own beside the screen's the sampler would now and then
 * have nothing new at a pulse and two states at the next, which is seen as a stutter.
 */
public final class SamplingPlayer implements AutoCloseable {
    /** Steps a second at speed 1: a new picture at every pulse of the screen. */
    public static final int PACE = 60;

    private final WorkbenchModel model;
    private final SamplingThread thread;
    private final AtomicReference<SamplingThread.Picture> newest = new AtomicReference<>();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final Subscription subscriptions;
    private final StepPace pace = new StepPace();
    /** What the runs are computed for; empty while no particles are wanted. */
    private Optional<SamplingThread.Plan> plan = Optional.empty();

    /** What the frames in the model were computed for. */
    private Optional<SamplingThread.Plan> shownPlan = Optional.empty();

    private boolean settled;

    /** Where the model was told that the run stands. */
    private OptionalInt told = OptionalInt.empty();

    /** Whether a person has moved the run since the session was told where it stands. */
    private boolean moved;

    public SamplingPlayer(WorkbenchModel model, Background background) {
        this.model = model;
        thread = new SamplingThread(background, newest::set);
        subscriptions = Subscription.combine(
                model.sessionProperty().subscribe(now -> inputsChanged()),
                model.learnedScoreProperty().subscribe(now -> inputsChanged()),
                model.trainingProperty().map(TrainingStatus::running).subscribe(now -> inputsChanged()),
                model.interactingProperty().subscribe(now -> dropStale()));
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** How many times the usual pace. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Plays on; from the start if the run had come to its end. */
    public void play() {
        begin();
        playing.set(true);
    }

    /** Stands where it has come to; at the next pulse at rest the session gets to know where. */
    public void pause() {
        thread.pause();
        playing.set(false);
    }

    /** One step, then stands. */
    public void step() {
        begin();
        pause();
        thread.step();
    }

    /** Goes to the state after {@code step} steps, back or on, and stands there. */
    public void seek(int step) {
        begin();
        pause();
        thread.seek(step);
    }

    /**
     * Waits until the run stands where the session says, for a picture taken without a running clock.
     *
     * @throws BadInputException if the run ends before that step, or the sampler makes no sense for the session
     */
    public void requireStep() {
        awaitRest();
        var picture = Optional.ofNullable(newest.get());
        var problem = picture.flatMap(SamplingThread.Picture::problem);
        if (problem.isPresent()) {
            throw new BadInputException(
                    "sampler", problem.get(), Words.text("ui.sampling-player.choose-another-sampler-leave-out-2"));
        }
        var frame = picture.map(one -> one.analytic().count() > 0 ? one.analytic() : one.learned())
                .orElse(ParticleFrame.NONE);
        int step = told.orElse(0);
        if (frame.count() > 0 && frame.step() < step && !frame.diagnostics().failed()) {
            throw new BadInputException(
                    "sampler.step",
                    Words.text("ui.sampling-player.run-has-steps", frame.step()),
                    Words.text("ui.sampling-player.use-step-from-0-to", frame.step()));
        }
    }

    /** What is shown, if only of one run; the exact one, where there are both. */
    private ParticleFrame frame() {
        return Stream.of(model.analyticParticlesProperty(), model.learnedParticlesProperty())
                .map(ObjectProperty::get)
                .filter(one -> one.count() > 0)
                .findFirst()
                .orElse(ParticleFrame.NONE);
    }

    /**
     * Whether the frames shown are those of the session as it stands, at the step that was asked for, each step along the
     * score that is shown: then they can be computed again from the session alone.
     */
    public boolean settled() {
        return settled;
    }

    /** Waits until all that was asked for is done; a pulse then shows it. */
    public void awaitRest() {
        try {
            thread.awaitRest();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Particles back to their start. */
    public void reset() {
        begin();
        pause();
        thread.restart();
    }

    /**
     * Takes what the thread has drawn since the last pulse, and orders the next steps. Called once a pulse.
     *
     * @param now in nanoseconds, of any clock
     * @param behind whether particles taken before still wait to be drawn: then no step is asked for: it would not
     *     be seen, and would take processor time from the drawing
     */
    public void pulse(long now, boolean behind) {
        boolean rests = thread.rests();
        // First what is there: at the end of a run one order more would begin it anew.
        Optional.ofNullable(newest.getAndSet(null)).ifPresent(this::show);
        if (rests && !playing.get() && plan.equals(shownPlan)) {
            rest();
        }
        int steps = pace.pulse(now, PACE * speed.get());
        if (playing.get() && steps > 0 && !behind) {
            thread.advance(steps);
        }
    }

    private void show(SamplingThread.Picture picture) {
        boolean current = picture.plan().equals(plan);
        if (!current && !model.interacting()) {
            return;
        }
        shownPlan = picture.plan();
        settled = current && picture.settled();
        if (current) {
            model.particlesDueProperty().set(false);
        }
        model.analyticParticlesProperty().set(picture.analytic());
        model.learnedParticlesProperty().set(picture.learned());
        if (current && moved) {
            stands();
        }
        picture.problem().ifPresent(problem -> model.show(Message.problem(problem)));
        if (picture.finished() && playing.get()) {
            playing.set(false);
        }
        for (var frame : List.of(picture.analytic(), picture.learned())) {
            if (frame.diagnostics().failed()) {
                boolean diverged = frame.diagnostics().status() == Status.DIVERGED;
                model.show(new Message(
                        Message.Tone.PROBLEM,
                        Words.text(
                                diverged
                                        ? "ui.sampling-player.sampling-diverged"
                                        : "ui.sampling-player.sampling-stopped",
                                frame.diagnostics().advice())));
            }
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        subscriptions.unsubscribe();
        thread.close();
    }

    /** A person asks for particles: they are seen from now on, and the session says where the run stands. */
    private void begin() {
        model.amend(session -> {
            var view = session.view();
            var sampler = session.sampler();
            var layers = new ArrayList<>(view.layers());
            if (!layers.contains(ParticleLayer.ID)) {
                layers.add(ParticleLayer.ID);
            }
            return session.withView(view.withLayers(layers))
                    .withSampler(plan.isEmpty() ? sampler.at(OptionalInt.of(0)) : sampler);
        });
        moved = true;
    }

    /** The model gets to know the step that is shown. */
    private void stands() {
        var frame = frame();
        if (frame.count() > 0) {
            told = OptionalInt.of(frame.step());
            model.stands(told);
        }
    }

    /** The run stands, and its last picture is shown: the session says where, and never a step that the run has not. */
    private void rest() {
        boolean beyond = settled && told.isPresent() && told.getAsInt() > frame().step();
        if (moved || beyond) {
            moved = false;
            stands();
            model.settle();
        }
    }

    private void inputsChanged() {
        var session = model.session();
        boolean jumped = !session.sampler().step().equals(told);
        told = session.sampler().step();
        if (jumped) {
            moved = playing.get();
        }
        thread.attend(ChosenParticle.of(session.view()));
        if (!wanted(session)) {
            withoutParticles();
            return;
        }
        boolean both = model.shown() == Shown.SIDE_BY_SIDE;
        boolean follows = session.score() instanceof ScoreSpec.Learned;
        var learned = both || follows ? model.learnedScore() : Optional.<ScoreField>empty();
        take(
                new SamplingThread.Plan(
                        both || !follows ? Optional.of(model.exact()) : Optional.empty(),
                        learned,
                        learned.isPresent() && model.training().running(),
                        model.process(),
                        model.level(),
                        session.sampler().at(OptionalInt.empty())),
                jumped);
    }

    /** Whether a picture of the session has particles: it says where its run stands, or shows the end of it. */
    private static boolean wanted(Session session) {
        return session.sampler().step().isPresent()
                || ShownParticles.among(session.view().layers());
    }

    private void withoutParticles() {
        if (plan.isPresent()) {
            plan = Optional.empty();
            settled = false;
            moved = false;
            playing.set(false);
            thread.follow(plan, OptionalInt.empty());
            showNothing();
        }
    }

    private void showNothing() {
        shownPlan = Optional.empty();
        model.particlesDueProperty().set(false);
        model.analyticParticlesProperty().set(ParticleFrame.NONE);
        model.learnedParticlesProperty().set(ParticleFrame.NONE);
    }

    /** @param jumped whether the session says another step than it was told, as after undo */
    private void take(SamplingThread.Plan next, boolean jumped) {
        int step = told.orElse(SamplingThread.END);
        if (plan.equals(Optional.of(next))) {
            if (jumped) {
                settled = false;
                thread.seek(step);
            }
            return;
        }
        boolean sought = jumped || plan.isEmpty() || told.isEmpty();
        settled = false;
        plan = Optional.of(next);
        model.particlesDueProperty().set(true);
        thread.follow(plan, sought ? OptionalInt.of(step) : OptionalInt.empty());
        dropStale();
    }

    /**
     * Drops frames of another problem at once: the first of the new plan come some milliseconds later. While a person drags,
     * those of the moment before stay until then, so that the cloud does not flicker.
     */
    private void dropStale() {
        if (plan.isEmpty() || plan.equals(shownPlan)) {
            return;
        }
        var next = plan.get();
        var same = shownPlan.filter(next::sameProblem);
        boolean exactStays =
                next.analytic().isPresent() && next.analytic().equals(same.flatMap(SamplingThread.Plan::analytic));
        boolean learnedStays = next.learned().isPresent()
                && same.isPresent()
                && (next.learning() || next.learned().equals(same.flatMap(SamplingThread.Plan::learned)));
        boolean keep = model.interacting();
        if (next.analytic().isEmpty() || !(exactStays || keep)) {
            model.analyticParticlesProperty().set(ParticleFrame.NONE);
        }
        if (next.learned().isEmpty() || !(learnedStays || keep)) {
            model.learnedParticlesProperty().set(ParticleFrame.NONE);
        }
    }
}
