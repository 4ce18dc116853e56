package scorescope.ui.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.random.ShiftedNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.history.Recording;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Particles;
import scorescope.session.SamplerSpec;

/**
 * One run of particles along one score, with the tails they leave, to be gone through in both directions. Belongs to one
 * thread, the player's.
 */
final class ParticleRun {
    private static final int TAIL_LENGTH = 8;
    private static final int MOST_TAILED = 5_000;
    private static final long MEMORY = 192L << 20;

    private final NoiseSource noise;
    private final ParticleBlocks shards;
    private final SamplerSpec spec;
    private final Deque<Particles.Positions> tails = new ArrayDeque<>();
    private Sampler sampler;
    private ScoreField score;
    private Recording recording;
    private Optional<Recording.Replay> replay = Optional.empty();
    private ParticleHistory way;
    private OptionalInt chosen = OptionalInt.empty();
    private Optional<FollowedParticle> followed = Optional.empty();
    /** Steps taken before those of the recording: they have used up their noise. */
    private long before;

    private ParticleFrame frame;

    ParticleRun(SamplingMethod method, Problem problem, SamplerSpec spec, ParticleBlocks shards) {
        this.shards = shards;
        this.spec = spec;
        noise = new PhiloxNoise(spec.seed());
        sampler = method.bind(problem);
        score = problem.score();
        begin();
    }

    /** Back to the start. */
    void begin() {
        before = 0;
        var start = sampler.init(spec.particles(), spec.start(), noise);
        way = ParticleHistory.from(start);
        record(start);
        followed = FollowedParticle.of(chosen, spec.particles(), score);
        tails.clear();
        frame = picture();
    }

    private void record(State begun) {
        recording = new Recording(sampler, begun, fresh(), shards, MEMORY);
        replay = Optional.empty();
    }

    private NoiseSource fresh() {
        return before == 0 ? noise : new ShiftedNoise(noise, before);
    }

    boolean done() {
        return recording.state().diagnostics().status() != Status.RUNNING;
    }

    void advance() {
        if (done()) {
            return;
        }
        if (frame.count() <= MOST_TAILED) {
            tails.addFirst(new Particles.Positions(frame.x(), frame.y()));
            if (tails.size() > TAIL_LENGTH) {
                tails.removeLast();
            }
        }
        way.pass(recording.state());
        followed.ifPresent(one -> one.pass(recording.state()));
        recording.forward();
        frame = picture();
    }

    /**
     * Goes towards a step, with the tails that a run up to there leaves; what was computed before is not computed for
     * longer than until {@code deadline}.
     *
     * @return whether it is there
     */
    boolean toward(int step, long deadline) {
        int known = Math.min(step, recording.furthest());
        if (known != recording.state().step()) {
            tails.clear();
            recording.seek(frame.count() <= MOST_TAILED ? known - TAIL_LENGTH : known);
            frame = picture();
            while (recording.state().step() < known) {
                advance();
            }
        }
        while (recording.state().step() < step && !done()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            advance();
        }
        return true;
    }

    ParticleFrame frame() {
        return frame;
    }

    /** Follows one of the particles, the first being 0, with its denoised point; or none. */
    void attend(OptionalInt particle) {
        if (!particle.equals(chosen)) {
            chosen = particle;
            replay = Optional.empty();
            followed = FollowedParticle.of(chosen, spec.particles(), score);
            frame = frame.following(track());
        }
    }

    /**
     * Looks up what the particle that is followed did before somebody chose it, for no longer than until {@code deadline}.
     *
     * @return whether all is known
     */
    boolean trace(long deadline) {
        if (followed.isEmpty()) {
            return true;
        }
        var one = followed.get();
        var missing = one.missing(recording.first(), frame.step());
        if (missing.isEmpty()) {
            return true;
        }
        var past = replay.orElseGet(() -> recording.replay(chosen.getAsInt()));
        replay = Optional.of(past);
        while (missing.isPresent() && System.nanoTime() <= deadline) {
            one.pass(past.toward(missing.getAsInt(), deadline));
            missing = one.missing(recording.first(), frame.step());
        }
        frame = frame.following(track());
        return missing.isEmpty();
    }

    private Optional<FollowedParticle.Track> track() {
        return followed.map(one -> one.track(recording.state()));
    }

    /** Whether this run can follow {@code other} without beginning anew. */
    boolean sameParticles(SamplerSpec other) {
        return spec.method().kind().equals(other.method().kind())
                && spec.particles() == other.particles()
                && spec.seed() == other.seed()
                && spec.start().equals(other.start());
    }

    /**
     * Follows another problem. A method that samples at one level (Langevin) lets the particles go on from where
     * they are, towards the new density; one that runs down a path begins anew, unless only the learned score has
     * moved on.
     */
    void follow(SamplingMethod method, Problem next, boolean learnedMovedOn) {
        var state = recording.state();
        boolean failed = state.diagnostics().failed();
        boolean wasDone = done();
        sampler = method.bind(next);
        if (learnedMovedOn && !failed) {
            // What was recorded followed another score: it cannot be computed again.
            if (!wasDone) {
                score = next.score();
                way.turn(state.step());
                followed.ifPresent(one -> one.goOn(state.step(), score));
                record(state);
                frame = frame.following(track());
            }
        } else if (failed || !staysAt(next.target(), state)) {
            score = next.score();
            begin();
        } else {
            score = next.score();
            before += state.step();
            way = way.goingOn();
            followed = FollowedParticle.of(chosen, spec.particles(), score);
            record(sampler.begin(state.x().clone(), state.y().clone(), fresh()));
            frame = picture();
        }
    }

    /** Whether the sampler stays at the target's level, and so can take over particles that stood at another. */
    private boolean staysAt(NoiseLevel target, State state) {
        return sampler.levels().isEmpty()
                && sampler.begin(new double[1], new double[1], noise).level().equals(target)
                && state.particles() == spec.particles();
    }

    private ParticleFrame picture() {
        var state = recording.state();
        return new ParticleFrame(
                Arrays.copyOf(state.x(), state.particles()),
                Arrays.copyOf(state.y(), state.particles()),
                List.copyOf(tails),
                way.past(state.step(), recording.length()),
                state.level(),
                state.diagnostics(),
                track());
    }
}
