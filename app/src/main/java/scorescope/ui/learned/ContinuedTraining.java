package scorescope.ui.learned;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import scorescope.core.density.GaussianMixture;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingRun;
import scorescope.core.training.TrainingSettings;
import scorescope.session.Session;
import scorescope.ui.learned.LearnedRuns.Running;
import scorescope.ui.learned.LearnedRuns.Task;
import scorescope.words.Words;

/**
 * A training that is continued on another distribution, with its weights, state of the optimizer and losses.
 *
 * @param run the continued run, when it is ready
 * @param settings settings of the training; with as many steps again if it had finished
 * @param then receives the continued run
 */
public record ContinuedTraining(CompletableFuture<Running> run, TrainingSettings settings, Consumer<TrainingRun> then) {
    /** @param session a session with the settings of {@code from} */
    public static ContinuedTraining of(
            TrainingRun from, Session session, GaussianMixture mixture, Consumer<TrainingRun> then) {
        var state = from.latest();
        var settings = state.step() < state.steps()
                ? session.training()
                : longer(session.training(), state.step() + state.steps());
        var into = session.withTraining(settings);
        var task = Task.of(into, mixture);
        String place = Words.text("ui.training-files.from-before");
        var run = from.checkpoint("")
                .thenApply(bytes ->
                        new Running(task, TrainingRun.resumed(task.training(), task.data(), bytes, place), into));
        return new ContinuedTraining(run, settings, then);
    }

    private static TrainingSettings longer(TrainingSettings settings, long steps) {
        return new TrainingSettings(
                settings.scalars().with(TrainingParameters.STEPS, steps), settings.hidden(), settings.levels());
    }

    /** The session with the settings of the continued training. */
    public Session into(Session session) {
        return session.withTraining(settings);
    }

    /** Waits for the run; empty if the run that it continues was closed. */
    public Optional<Running> arrived() {
        return run.isCompletedExceptionally() ? Optional.empty() : Optional.of(run.join());
    }
}
