package scorescope.ui.model;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.ui.model.SamplingThread.Picture;
import scorescope.ui.model.SamplingThread.Plan;
import scorescope.words.Words;

/** The frames of particles in the model: those of the session as it stands, or none. */
final class PublishedFrames {
    private final WindowModel model;

    /** What the frames in the model were computed for. */
    private Optional<Plan> shown = Optional.empty();

    private boolean settled;

    PublishedFrames(WindowModel model) {
        this.model = model;
    }

    /** Whether frames of {@code plan} are shown, or none where there is no plan. */
    boolean of(Optional<Plan> plan) {
        return shown.equals(plan);
    }

    /** Whether the frames stand at the step that was asked for, each of their steps along the score that is shown. */
    boolean settled() {
        return settled;
    }

    /** The run asked for is another or stands elsewhere: its frames are still to come. */
    void unsettle() {
        settled = false;
    }

    /**
     * Shows what the thread has computed for the present plan. While a person drags, runs on their way to the clock's step
     * are not shown: each change begins them anew, and their steps would jump.
     *
     * @return whether it is shown
     */
    boolean publish(Picture picture, Optional<Plan> present) {
        if (!picture.plan().equals(present) || (model.interacting() && !picture.arrived())) {
            return false;
        }
        shown = picture.plan();
        settled = picture.settled();
        model.particlesDueProperty().set(false);
        model.analyticParticlesProperty().set(picture.analytic());
        model.learnedParticlesProperty().set(picture.learned());
        failure(picture)
                .ifPresentOrElse(
                        problem -> model.show(Message.problem(problem).because(Cause.Work.SAMPLING)),
                        () -> model.resolve(Cause.Work.SAMPLING));
        return true;
    }

    private static Optional<String> failure(Picture picture) {
        return picture.problem().or(() -> Stream.of(picture.analytic(), picture.learned())
                .map(ParticleFrame::diagnostics)
                .filter(Diagnostics::failed)
                .findFirst()
                .map(PublishedFrames::said));
    }

    private static String said(Diagnostics failed) {
        boolean diverged = failed.status() == Status.DIVERGED;
        return Words.text(
                diverged ? "ui.sampling-player.sampling-diverged" : "ui.sampling-player.sampling-stopped",
                failed.advice());
    }

    /**
     * Takes away the frames that do not belong to {@code next}, at once: the first of its own come some milliseconds later.
     * A run along a score in training goes on along its newer versions, so its frames stay.
     */
    void keepOnly(Plan next) {
        if (shown.equals(Optional.of(next))) {
            return;
        }
        var same = shown.filter(next::sameProblem);
        if (next.analytic().isEmpty() || !next.analytic().equals(same.flatMap(Plan::analytic))) {
            model.analyticParticlesProperty().set(ParticleFrame.NONE);
        }
        boolean goesOn = same.isPresent() && (next.learning() || next.learned().equals(same.flatMap(Plan::learned)));
        if (next.learned().isEmpty() || !goesOn) {
            model.learnedParticlesProperty().set(ParticleFrame.NONE);
        }
    }

    /** No particles are wanted. */
    void clear() {
        shown = Optional.empty();
        settled = false;
        model.resolve(Cause.Work.SAMPLING);
        model.particlesDueProperty().set(false);
        model.analyticParticlesProperty().set(ParticleFrame.NONE);
        model.learnedParticlesProperty().set(ParticleFrame.NONE);
    }
}
