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
 * A training on its way to another distribution, with its weights, its optimizer and its losses.
 *
 * @param settings those of the training; where it had taken all its steps, with as many more
 * @param then what to do with it when it is there
 */
public record ContinuedTraining(CompletableFuture<Running> run, TrainingSettings settings, Consumer<TrainingRun> then) {
    /** @param session with the settings of {@code from} */
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

    /** The session with the settings of the training. */
    public Session into(Session session) {
        return session.withTraining(settings);
    }

    /** The run, once it is done; empty if the one that it goes on from has ended. */
    public Optional<Running> arrived() {
        return run.isCompletedExceptionally() ? Optional.empty() : Optional.of(run.join());
    }
}
