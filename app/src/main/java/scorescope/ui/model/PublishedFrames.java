package scorescope.ui.model;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.ui.model.SamplingThread.Picture;
import scorescope.ui.model.SamplingThread.Plan;
import scorescope.words.Words;

/** The frames of particles in the model: those of the present session, or none. */
final class PublishedFrames {
    private final WindowModel model;

    /** The plan for which the frames in the model were computed. */
    private Optional<Plan> shown = Optional.empty();

    private boolean settled;

    PublishedFrames(WindowModel model) {
        this.model = model;
    }

    /** Whether frames of {@code plan} are shown, or none where there is no plan. */
    boolean of(Optional<Plan> plan) {
        return shown.equals(plan);
    }

    /** Whether the frames are at the requested step, and all their steps followed the score shown. */
    boolean settled() {
        return settled;
    }

    /** Records that another run or step is requested, whose frames are still to come. */
    void unsettle() {
        settled = false;
    }

    /**
     * Shows what the thread has computed for the present plan. During a drag, runs that have not reached the clock's
     * step are not shown: each change restarts them, and their steps would jump.
     *
     * @return whether the picture is shown
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
     * Removes at once the frames that do not belong to {@code next}, whose own frames come some milliseconds later. A
     * run that follows a score in training continues with newer versions of it, so its frames stay.
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

    /** Removes all frames. */
    void clear() {
        shown = Optional.empty();
        settled = false;
        model.resolve(Cause.Work.SAMPLING);
        model.particlesDueProperty().set(false);
        model.analyticParticlesProperty().set(ParticleFrame.NONE);
        model.learnedParticlesProperty().set(ParticleFrame.NONE);
    }
}
