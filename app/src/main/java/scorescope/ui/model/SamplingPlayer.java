package scorescope.ui.model;

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
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.ChosenParticle;
import scorescope.session.ScoreSpec;
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
    private boolean begun;
    private Optional<SamplingThread.Plan> plan = Optional.empty();
    /** What the frames in the model were computed for. */
    private Optional<SamplingThread.Plan> shownPlan = Optional.empty();

    private boolean settled;
    private MixtureScore exact;

    public SamplingPlayer(WorkbenchModel model, Background background) {
        this.model = model;
        exact = new MixtureScore(model.mixture());
        thread = new SamplingThread(background, newest::set);
        subscriptions = Subscription.combine(
                model.mixtureProperty().subscribe(mixture -> exact = new MixtureScore(mixture)),
                model.sessionProperty().subscribe(now -> inputsChanged()),
                model.learnedScoreProperty().subscribe(now -> inputsChanged()),
                model.shownProperty().subscribe(now -> inputsChanged()),
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
     * Goes to the state after {@code step} steps and waits for it, for a picture taken without a running clock.
     *
     * @throws BadInputException if the run ends before, or the sampler makes no sense for the session
     */
    public void standAt(int step) {
        seek(step);
        awaitRest();
        var problem = Optional.ofNullable(newest.get()).flatMap(SamplingThread.Picture::problem);
        if (problem.isPresent()) {
            throw new BadInputException(
                    "sampler", problem.get(), Words.text("ui.sampling-player.choose-another-sampler-leave-out"));
        }
        pulse(System.nanoTime(), false);
        var frame = frame();
        if (frame.step() < step && !frame.diagnostics().failed()) {
            throw new BadInputException(
                    "--step",
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
    void awaitRest() {
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
     * @param behind whether particles taken before still wait to be drawn: then no step is ordered, which nobody would see
     *     and which would keep the drawing from its processor
     */
    public void pulse(long now, boolean behind) {
        // First what is there: at the end of a run one order more would begin it anew.
        Optional.ofNullable(newest.getAndSet(null)).ifPresent(this::show);
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

    /** Nothing is computed before a person asks for particles. */
    private void begin() {
        if (!begun) {
            begun = true;
            inputsChanged();
        }
    }

    private void inputsChanged() {
        if (!begun) {
            return;
        }
        var session = model.session();
        thread.attend(ChosenParticle.of(session.view()));
        boolean both = model.shown() == Shown.SIDE_BY_SIDE;
        boolean follows = session.score() instanceof ScoreSpec.Learned;
        var learned = both || follows ? model.learnedScore() : Optional.<ScoreField>empty();
        take(new SamplingThread.Plan(
                both || !follows ? Optional.of(exact) : Optional.empty(),
                learned,
                learned.isPresent() && model.training().running(),
                model.process(),
                model.level(),
                session.sampler().at(OptionalInt.empty())));
    }

    private void take(SamplingThread.Plan next) {
        if (plan.equals(Optional.of(next))) {
            return;
        }
        boolean otherKind = plan.filter(before -> before.sameKind(next)).isEmpty();
        settled = false;
        plan = Optional.of(next);
        model.particlesDueProperty().set(true);
        thread.follow(plan, otherKind ? OptionalInt.of(0) : OptionalInt.empty());
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
