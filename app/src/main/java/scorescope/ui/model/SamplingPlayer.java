package scorescope.ui.model;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import scorescope.core.BadInputException;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.picture.ShownParticles;
import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.model.SamplingThread.Picture;
import scorescope.ui.model.SamplingThread.Plan;
import scorescope.words.Words;

/**
 * Plays the session's sampler on its own thread and publishes the newest frames once a pulse. Side by side, one run
 * follows each score from the same start with the same noise and is at the same step, so that differences come from the
 * scores alone.
 *
 * <p>A frame belongs to the density, process, noise level, score and sampler that it was computed for. When one of them
 * changes, earlier frames are dropped, and the runs of the new problem advance to the clock's step; during a drag, once
 * the pointer rests ({@link DeferredPlan}).
 *
 * <p>Each pulse requests the steps of one pulse. With a clock independent of the screen's, the sampler would sometimes
 * have no new state at one pulse and two at the next, which is visible as a stutter.
 */
public final class SamplingPlayer implements AutoCloseable {
    private final WindowModel model;
    private final SamplingThread thread;
    private final DeferredPlan plans;
    private final PublishedFrames frames;
    private final AtomicReference<Picture> newest = new AtomicReference<>();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final Subscription subscriptions;
    private final StepPace pace = new StepPace();

    /** What the runs are computed for; empty while no particles are wanted. */
    private Optional<Plan> plan = Optional.empty();

    /** The step of the run last announced to the model. */
    private OptionalInt announcedStep = OptionalInt.empty();

    /** Whether a person has moved the run since that announcement. */
    private boolean moved;

    public SamplingPlayer(WindowModel model, Background background) {
        this.model = model;
        frames = new PublishedFrames(model);
        thread = new SamplingThread(background, newest::set);
        plans = new DeferredPlan(thread);
        subscriptions = Subscription.combine(
                model.sessionProperty().subscribe(this::sessionChanged),
                model.learnedScoreProperty().subscribe(_ -> inputsChanged(false)),
                model.trainingProperty().map(TrainingStatus::running).subscribe(_ -> inputsChanged(false)),
                model.interactingProperty().subscribe(now -> plans.begin()));
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Speed as a multiple of the usual one, at which a run takes {@link StepPace#SECONDS}. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Starts playback; from the start if the run is at its end. */
    public void play() {
        show();
        playing.set(true);
    }

    /** Stops playback; at the next pulse at rest the step is written into the session. */
    public void pause() {
        thread.pause();
        playing.set(false);
    }

    /** Takes one step, then stops. */
    public void step() {
        show();
        pause();
        thread.step();
    }

    /** Goes to the state after {@code step} steps, in either direction, and stops there. */
    public void seek(int step) {
        show();
        pause();
        thread.seek(step);
    }

    /** Returns the particles to their start. */
    public void reset() {
        show();
        pause();
        thread.restart();
    }

    /**
     * Waits until the run is at the session's step, for a picture taken without a running clock.
     *
     * @throws BadInputException if the run ends before that step, or the sampler cannot be used for the session
     */
    public void requireStep() {
        awaitRest();
        var picture = Optional.ofNullable(newest.get());
        var problem = picture.flatMap(Picture::problem);
        if (problem.isPresent()) {
            throw new BadInputException(
                    "sampler", problem.get(), Words.text("ui.sampling-player.choose-another-sampler-leave-out-2"));
        }
        var frame = picture.map(one -> one.analytic().count() > 0 ? one.analytic() : one.learned())
                .orElse(ParticleFrame.NONE);
        int step = announcedStep.orElse(0);
        if (frame.count() > 0 && frame.step() < step && !frame.diagnostics().failed()) {
            throw new BadInputException(
                    "sampler.step",
                    Words.text("ui.sampling-player.run-has-steps", frame.step()),
                    Words.text("ui.sampling-player.use-step-from-0-to", frame.step()));
        }
    }

    /**
     * Whether the frames shown belong to the present session and the requested step, and all steps followed the score
     * shown: then they can be computed again from the session alone.
     */
    public boolean settled() {
        return frames.settled();
    }

    /** Waits until all requests are done; the next pulse shows the result. */
    public void awaitRest() {
        plans.begin();
        try {
            thread.awaitRest();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Shows what the thread has computed since the last pulse, and requests the next steps. Called once a pulse.
     *
     * @param now in nanoseconds, of any clock
     * @param behind whether particles published before still wait to be drawn; then no step is requested, since it
     * would not be seen and would take processor time from the drawing
     */
    public void pulse(long now, boolean behind) {
        plans.pulse();
        boolean rests = thread.rests() && !plans.waits();
        // The result first: at the end of a run, one more request would restart it.
        Optional.ofNullable(newest.getAndSet(null)).ifPresent(this::take);
        if (rests && !playing.get() && frames.of(plan)) {
            rest();
        }
        int steps = pace.pulse(
                now, StepPace.perSecond(speed.get(), model.particles().steps()));
        if (playing.get() && steps > 0 && !behind && !plans.waits()) {
            thread.advance(steps);
        }
    }

    private void take(Picture picture) {
        if (!frames.publish(picture, plan)) {
            return;
        }
        if (moved) {
            stands();
        }
        if (picture.finished() && playing.get()) {
            playing.set(false);
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        thread.close();
    }

    /** Shows particles from now on, at a person's request; the session names the step of the run. */
    private void show() {
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
        plans.begin();
        moved = true;
    }

    /** Announces the step shown to the model. */
    private void stands() {
        var frame = model.particles();
        if (frame.count() > 0) {
            announcedStep = OptionalInt.of(frame.step());
            model.stands(announcedStep);
        }
    }

    /**
     * Writes the step of a stopped run, whose last picture is shown, into the session; never a step beyond the end of
     * the run.
     */
    private void rest() {
        // Without a score to follow there is no run, and no step.
        boolean beyond = frames.settled()
                && announcedStep.isPresent()
                && model.particles().step() > 0
                && announcedStep.getAsInt() > model.particles().step();
        var requestedStep = announcedStep;
        if (moved || beyond) {
            moved = false;
            stands();
            model.settle();
        }
        if (beyond) {
            model.show(Message.note(Words.text(
                    "ui.sampling-player.run-ended-before", model.particles().step(), requestedStep.getAsInt())));
        }
    }

    /** An edit of the session keeps the step of the run; any other step is one to go to. */
    private void sessionChanged(Session session) {
        boolean jumped = !session.sampler().step().equals(announcedStep);
        announcedStep = session.sampler().step();
        if (jumped) {
            moved = playing.get();
        }
        thread.attend(ChosenParticle.of(session.view()));
        inputsChanged(jumped);
    }

    /**
     * Follows the inputs of the runs. A newer network does not change the step, although the session, which receives
     * the step once the run rests, may still name an earlier one.
     *
     * @param jumped whether the session names another step than the one last announced to it, as after undo
     */
    private void inputsChanged(boolean jumped) {
        var session = model.session();
        if (wanted(session)) {
            follow(Plan.of(model), jumped);
        } else if (plan.isPresent()) {
            plan = Optional.empty();
            moved = false;
            playing.set(false);
            plans.stop();
            frames.clear();
        }
    }

    /**
     * Whether a picture of the session has particles: the session names a step, or its layers show the end of the run.
     */
    private static boolean wanted(Session session) {
        return session.sampler().step().isPresent()
                || ShownParticles.among(session.view().layers());
    }

    /** @param jumped whether the session names another step than the one last announced to it, as after undo */
    private void follow(Plan next, boolean jumped) {
        int step = announcedStep.orElse(SamplingThread.END);
        if (plan.equals(Optional.of(next))) {
            if (jumped) {
                plans.begin();
                frames.unsettle();
                thread.seek(step);
            }
            return;
        }
        boolean seeking = jumped || plan.isEmpty() || announcedStep.isEmpty();
        boolean goesOn = plan.filter(next::continues).isPresent() && !plans.waits();
        var to = seeking ? OptionalInt.of(step) : OptionalInt.empty();
        frames.unsettle();
        plan = Optional.of(next);
        model.particlesDueProperty().set(true);
        if (model.interacting() && !goesOn) {
            plans.defer(next, to);
        } else {
            plans.follow(next, to);
        }
        frames.keepOnly(next);
    }
}
