package scorescope.plot.study.run;

import java.util.Optional;
import scorescope.core.measure.ChainStatistics;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.ChainRecorder;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.history.Recording;
import scorescope.core.sampling.history.StepParts;
import scorescope.core.sampling.history.TrailBuffer;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Particles;
import scorescope.words.Sentence;

/** One sampler's run from start to end, recorded so that a clock can move through it in both directions. */
public final class RecordedRun {
    private static final long MEMORY = 96L << 20;
    private static final int TRAIL_LENGTH = 8;

    private final Recording recording;
    private final NoiseSource noise;
    private final ParticleHistory history;

    /** Everything that a run depends on. */
    public record Request(
            Choice method,
            ScoreField score,
            NoiseProcess process,
            NoiseLevel target,
            int particles,
            long seed,
            Start start) {

        /** A run of the session's own sampler on one score, with {@code particles} particles. */
        public static Request of(StudyInputs inputs, ScoreField score, int particles) {
            var spec = inputs.session().sampler();
            return new Request(
                    spec.method(), score, inputs.process(), inputs.level(), particles, spec.seed(), spec.start());
        }

        /** The same in {@code steps} steps if the sampler declares that parameter; unchanged for 0. */
        public Request stepped(long steps) {
            return new Request(RecordedRun.stepped(method, steps), score, process, target, particles, seed, start);
        }

        /** The same with another score. */
        public Request following(ScoreField other) {
            return new Request(method, other, process, target, particles, seed, start);
        }

        /** The same with another seed. */
        public Request seeded(long other) {
            return new Request(method, score, process, target, particles, other, start);
        }

        private Sampler sampler() {
            return SamplerCatalog.CATALOG.create(method, "sampler").bind(new Problem(score, process, target));
        }
    }

    /** @throws scorescope.core.BadInputException if the sampler cannot be used there, with the reason */
    public RecordedRun(Request request) {
        var sampler = request.sampler();
        var noise = new PhiloxNoise(request.seed());
        this(sampler, sampler.init(request.particles(), request.start(), noise), noise, MEMORY);
    }

    /**
     * A run from an initial state of {@code sampler}.
     *
     * @param start ownership passes to the run; not copied
     * @param bytes most memory for its checkpoints
     */
    public RecordedRun(Sampler sampler, State start, NoiseSource noise, long bytes) {
        this.noise = noise;
        history = ParticleHistory.from(start);
        recording = new Recording(sampler, start, noise, ParticleBlocks.ONE, bytes);
        // An adaptive sampler chooses its number of steps: the length of the run is known only at its end.
        while (!recording.ended()) {
            history.pass(recording.state());
            recording.forward();
        }
    }

    /**
     * The end of a run, without recording it.
     *
     * @throws scorescope.core.BadInputException if the sampler cannot be used there, with the reason
     */
    public static State end(Request request) {
        var run = new SamplingRun(
                request.sampler(),
                request.particles(),
                request.start(),
                new PhiloxNoise(request.seed()),
                ParticleBlocks.ONE);
        return run.finish();
    }

    /** The same sampler with {@code steps} steps if it declares that parameter; unchanged for 0. */
    public static Choice stepped(Choice method, long steps) {
        return SamplerCatalog.CATALOG.kind(method.kind(), "sampler").parameters().stream()
                .filter(parameter -> parameter.key().equals("steps") && steps > 0)
                .findFirst()
                .map(parameter -> method.with(parameter, steps))
                .orElse(method);
    }

    /** Number of steps of the run. */
    public int steps() {
        return recording.length();
    }

    /** The step at a share of the run. */
    public int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps());
    }

    /** A clock that goes through the run in {@code seconds}. */
    public StudyClock clock(double seconds) {
        return new StudyClock(
                seconds, steps(), moment -> Sentence.of("study.sampling-watched.step", step(moment), steps()));
    }

    /** The state after {@code step} steps; its arrays are overwritten by the next request. */
    public State at(int step) {
        return recording.seek(step);
    }

    /** The state at the end of the run; as {@link #at}. */
    public State end() {
        return at(steps());
    }

    /**
     * The step that follows after {@code step} steps, which must not be the end, split into its parts for one particle.
     */
    public StepParts parts(int step, int particle) {
        return StepParts.of(recording.sampler(), at(step), noise, particle);
    }

    /** Statistics of its particles as Markov chains; empty for a sampler along a process. */
    public Optional<ChainStatistics> chains() {
        var recorder = new ChainRecorder(steps(), recording.state().particles());
        for (int step = steps() / 2; step <= steps(); step++) {
            recorder.add(at(step));
        }
        return recorder.statistics();
    }

    double time(int step) {
        return recording.sampler().time(at(step));
    }

    /** Positions of the particles after {@code step} steps, and their earlier positions. */
    public Particles particles(int step) {
        var trails = new TrailBuffer(recording.state().particles(), 1 + TRAIL_LENGTH);
        for (int each = Math.max(0, step - TRAIL_LENGTH); each <= step; each++) {
            trails.add(at(each));
        }
        return Particles.of(trails, history.past(step, steps())).at(at(step).level());
    }
}
