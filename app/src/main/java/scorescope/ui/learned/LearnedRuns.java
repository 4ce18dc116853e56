package scorescope.ui.learned;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import scorescope.core.density.GaussianMixture;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingRun;
import scorescope.core.training.TrainingTask;
import scorescope.session.Session;
import scorescope.ui.background.Cores;

/** The latest trainings of a window by number, so that undo can restore an earlier one. Older ones are closed. */
public final class LearnedRuns {
    /** Most runs kept: each holds a network, an optimizer's state and a waiting thread. */
    private static final int MOST_RUNS = 5;

    private final NavigableMap<Integer, Running> runs = new TreeMap<>();
    private int last;

    /** What a run learns: the distribution, settings and process. */
    public record Task(GaussianMixture mixture, TrainingTask training) {
        /** @param mixture the mixture of {@code session} */
        public static Task of(Session session, GaussianMixture mixture) {
            return new Task(mixture, new TrainingTask(session.training(), session.process()));
        }

        public TrainingData data() {
            return TrainingData.of(mixture, training.settings());
        }

        public boolean differsInMixtureAlone(Task other) {
            return training.equals(other.training) && !mixture.equals(other.mixture);
        }
    }

    /** @param session the session when the run began */
    public record Running(Task task, TrainingRun run, Session session) implements Cores.Training {
        @Override
        public void yieldCore(boolean yield) {
            run.yieldCore(yield);
        }

        @Override
        public void frameTook(long nanos) {
            run.frameTook(nanos);
        }
    }

    /** Keeps a run and returns its number, above 0. */
    public int add(Running running) {
        last++;
        runs.put(last, running);
        if (runs.size() > MOST_RUNS) {
            runs.pollFirstEntry().getValue().run().close();
        }
        return last;
    }

    /** The run of a number; empty if there is none, or it is no longer kept. */
    public Optional<Running> numbered(int number) {
        return Optional.ofNullable(runs.get(number));
    }

    /** Closes and removes a run that nothing refers to. */
    public void remove(int number) {
        Optional.ofNullable(runs.remove(number))
                .ifPresent(running -> running.run().close());
    }

    public void close() {
        runs.values().forEach(running -> running.run().close());
        runs.clear();
    }
}
