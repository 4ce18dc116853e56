package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Shown;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores;
import scorescope.ui.background.Cores.Work;

/**
 * The thread that moves particles: it carries out {@link SamplingCommands}, and publishes a picture after each turn.
 */
final class SamplingThread implements AutoCloseable {
    /**
     * What to sample: a score for each run wanted, and how.
     *
     * @param learning whether the learned score is being trained, so that newer versions of it follow soon: a run then
     * continues with the newest version instead of being computed again
     * @param spec without a step, since the clock's step is not part of the plan
     */
    record Plan(
            Optional<ScoreField> analytic,
            Optional<ScoreField> learned,
            boolean learning,
            NoiseProcess process,
            NoiseLevel target,
            SamplerSpec spec) {
        /** The plan of the model's session. */
        static Plan of(WindowModel model) {
            var session = model.session();
            boolean both = model.shown() == Shown.SIDE_BY_SIDE;
            boolean follows = session.score() instanceof ScoreSpec.Learned;
            var learned = both || follows ? model.learnedScore() : Optional.<ScoreField>empty();
            return new Plan(
                    both || !follows ? Optional.of(model.exact()) : Optional.empty(),
                    learned,
                    learned.isPresent() && model.training().running(),
                    model.process(),
                    model.target(),
                    session.sampler().at(OptionalInt.empty()));
        }

        /** Whether runs of this plan can continue those of {@code other}: with the same scores or newer versions. */
        boolean continues(Plan other) {
            return sameProblem(other)
                    && analytic.equals(other.analytic)
                    && (learned.equals(other.learned) || (learning && other.learned.isPresent()));
        }

        /** Whether this plan and {@code other} differ only in the scores. */
        boolean sameProblem(Plan other) {
            return process.equals(other.process) && target.equals(other.target) && spec.equals(other.spec);
        }
    }

    /**
     * Frames of both runs at one moment; {@link ParticleFrame#NONE} for a run that is not wanted.
     *
     * @param plan what the frames were computed for; empty if particles are not wanted
     * @param arrived whether the runs are at the requested step, or cannot be run
     * @param settled whether the runs are at the requested step, and all of their steps were computed for {@code plan}
     * @param finished whether the run that was being played is over
     */
    record Picture(
            Optional<Plan> plan,
            ParticleFrame analytic,
            ParticleFrame learned,
            boolean arrived,
            boolean settled,
            boolean finished,
            Optional<String> problem) {}

    /** A step beyond every run: with it as goal, runs advance to their ends. */
    static final int END = Integer.MAX_VALUE;

    private final SamplingCommands commands = new SamplingCommands();
    private final Consumer<Picture> published;
    private final Cores cores;

    SamplingThread(Background background, Consumer<Picture> published) {
        this.published = published;
        cores = background.cores();
        background.thread(Work.SAMPLING, this::work);
    }

    private void work() {
        try {
            var runs = new ClockedRuns();
            var turn = commands.next();
            while (turn.isPresent()) {
                var now = turn.get();
                var outcome = cores.run(Work.SAMPLING, () -> runs.take(now));
                commands.worked(outcome.left());
                published.accept(outcome.picture());
                commands.published();
                turn = commands.next();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Replaces the plan. Runs of the new plan advance to the clock's step.
     *
     * @param next empty for no particles
     * @param step the clock's step from now on, possibly {@link #END}; empty to keep it
     */
    void follow(Optional<Plan> next, OptionalInt step) {
        commands.follow(next, step);
    }

    /**
     * Requests steps of playback; at most twice {@code steps} are pending, so that a slow machine plays more slowly.
     */
    void advance(int steps) {
        commands.advance(steps);
    }

    /** Cancels pending steps of playback; single steps are still taken. */
    void pause() {
        commands.pause();
    }

    void step() {
        commands.step();
    }

    void restart() {
        commands.restart();
    }

    /**
     * Goes to the state after {@code step} steps, in either direction, or to the {@link #END}; a newer request replaces
     * an older one.
     */
    void seek(int step) {
        commands.seek(step);
    }

    /** Tracks one of the particles, the first being 0, with its denoised point; or none. */
    void attend(OptionalInt particle) {
        commands.attend(particle);
    }

    /** Whether all commands are done and published. */
    boolean rests() {
        return commands.rests();
    }

    /** Waits until all commands are done and published. */
    void awaitRest() throws InterruptedException {
        commands.awaitRest();
    }

    @Override
    public void close() {
        commands.close();
    }
}
