package scorescope.plot.study;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.NoiseSource;
import scorescope.core.sampling.PhiloxNoise;
import scorescope.core.sampling.Recording;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplerCatalog;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.Shards;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.sampling.Tails;
import scorescope.core.sampling.Way;
import scorescope.core.score.ScoreField;
import scorescope.plot.Particles;
import scorescope.session.Session.SamplerSpec;

/** One sampler's run from start to end, kept so that a clock can go through it in both directions. */
final class Reel {
    private static final long MEMORY = 96L << 20;
    private static final int TAIL = 8;

    private final Recording recording;
    private final Way way;

    /** All that a run depends on. */
    record Asked(
            Choice method,
            ScoreField score,
            NoiseProcess process,
            NoiseLevel target,
            int particles,
            long seed,
            Start start) {

        /** The session's own sampler on one score, with so many particles. */
        static Asked of(StudyInputs inputs, ScoreField score, int particles) {
            return of(inputs, inputs.session().sampler().method(), score, particles);
        }

        /**
         * A sampler on one score: from the session's start if somebody has chosen it, else from its own.
         *
         * @param method its parameters are the session's where the kind is
         */
        static Asked of(StudyInputs inputs, Choice method, ScoreField score, int particles) {
            var spec = inputs.session().sampler();
            boolean chosen = !spec.start().equals(SamplerSpec.naturalStart(spec.method()));
            return new Asked(
                    method.kind().equals(spec.method().kind()) ? spec.method() : method,
                    score,
                    inputs.process(),
                    inputs.level(),
                    particles,
                    spec.seed(),
                    chosen ? spec.start() : SamplerSpec.naturalStart(method));
        }

        private Sampler sampler() {
            return SamplerCatalog.CATALOG.create(method, "sampler").bind(new Problem(score, process, target));
        }
    }

    /** @throws scorescope.core.BadInputException if the sampler makes no sense there, saying why */
    Reel(Asked asked) {
        var sampler = asked.sampler();
        var noise = new PhiloxNoise(asked.seed());
        this(sampler, sampler.init(asked.particles(), asked.start(), noise), noise, MEMORY);
    }

    /**
     * A run from a state that {@code sampler} has begun with.
     *
     * @param begun handed over, not copied
     * @param bytes what its checkpoints may take
     */
    Reel(Sampler sampler, State begun, NoiseSource noise, long bytes) {
        way = Way.from(begun);
        recording = new Recording(sampler, begun, noise, Shards.ONE, bytes);
        // To the end once: only then is it known how long the run is.
        while (!recording.ended()) {
            way.pass(recording.state());
            recording.forward();
        }
    }

    /** The same sampler taking so many steps, if that is for anybody to choose; as it is for 0. */
    static Choice stepped(Choice method, long steps) {
        return SamplerCatalog.CATALOG.kind(method.kind(), "sampler").parameters().stream()
                .filter(parameter -> parameter.key().equals("steps") && steps > 0)
                .findFirst()
                .map(parameter -> method.with(parameter, steps))
                .orElse(method);
    }

    /** The steps of the run. */
    int steps() {
        return recording.length();
    }

    /** The step at a share of the run. */
    int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps());
    }

    /** The state after {@code step} steps; its arrays are overwritten when another is asked for. */
    State at(int step) {
        return recording.seek(step);
    }

    /** The state at the end of the run; as {@link #at}. */
    State end() {
        return at(steps());
    }

    double time(int step) {
        return recording.sampler().time(at(step));
    }

    /** Where the particles stand after {@code step} steps, and where they came from. */
    Particles particles(int step) {
        var tails = new Tails(recording.state().particles(), 1 + TAIL);
        for (int each = Math.max(0, step - TAIL); each <= step; each++) {
            tails.add(at(each));
        }
        return Particles.of(tails, way.past(step, steps()));
    }
}
