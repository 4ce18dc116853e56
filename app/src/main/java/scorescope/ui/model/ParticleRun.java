package scorescope.ui.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.PhiloxNoise;
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
 * One run of particles for one problem (score, process, target level) and one {@link SamplerSpec}, with the trails of
 * the particles. It can be stepped in both directions. A state depends on these and on its step alone, unless the score
 * was replaced during the run ({@link #replaceScore}). Confined to one thread, the player's.
 */
final class ParticleRun {
    private static final int TRAIL_LENGTH = 8;
    private static final int MOST_WITH_TRAILS = 5_000;
    private static final long MEMORY = 192L << 20;

    private final NoiseSource noise;
    private final ParticleBlocks blocks;
    private final SamplerSpec spec;
    private final boolean betweenLevels;
    private final Deque<Particles.Positions> trails = new ArrayDeque<>();
    private Sampler sampler;
    private ScoreField score;
    private Recording recording;
    private Optional<Recording.Replay> replay = Optional.empty();
    private ParticleHistory history;
    private OptionalInt chosen = OptionalInt.empty();
    private Optional<FollowedParticle> followed = Optional.empty();
    /** Whether steps before the present one followed another score than the present one. */
    private boolean mixed;

    private ParticleFrame frame;

    ParticleRun(SamplingMethod method, Problem problem, SamplerSpec spec, ParticleBlocks blocks) {
        this.blocks = blocks;
        this.spec = spec;
        betweenLevels = !method.staysAtOneLevel();
        noise = new PhiloxNoise(spec.seed());
        sampler = method.bind(problem);
        score = problem.score();
        begin();
    }

    /** Returns to the start. */
    void begin() {
        mixed = false;
        var start = sampler.init(spec.particles(), spec.start(), noise);
        history = ParticleHistory.from(start);
        record(start);
        followed = FollowedParticle.of(chosen, spec.particles(), score);
        trails.clear();
        frame = picture();
    }

    private void record(State initial) {
        recording = new Recording(sampler, initial, noise, blocks, MEMORY);
        replay = Optional.empty();
    }

    int step() {
        return recording.state().step();
    }

    /**
     * Whether some steps that led to the state followed an earlier score, so that it cannot be computed from the
     * present one.
     */
    boolean mixed() {
        return mixed;
    }

    boolean done() {
        return recording.state().diagnostics().status() != Status.RUNNING;
    }

    void advance() {
        if (done()) {
            return;
        }
        if (frame.count() <= MOST_WITH_TRAILS) {
            trails.addFirst(new Particles.Positions(frame.x(), frame.y()));
            if (trails.size() > TRAIL_LENGTH) {
                trails.removeLast();
            }
        }
        history.pass(recording.state());
        followed.ifPresent(one -> one.pass(recording.state()));
        recording.forward();
        frame = picture();
    }

    /**
     * Advances towards a step and rebuilds the trails that a run up to there leaves. Steps that were not computed
     * before are computed until {@code deadline} at most.
     *
     * @return whether the step is reached
     */
    boolean toward(int step, long deadline) {
        if (step < recording.first()) {
            // Steps before that followed another score.
            begin();
        }
        int known = Math.min(step, recording.furthest());
        if (known != recording.state().step()) {
            trails.clear();
            recording.seek(frame.count() <= MOST_WITH_TRAILS ? known - TRAIL_LENGTH : known);
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

    /** Tracks one of the particles, the first being 0, with its denoised point; or none. */
    void attend(OptionalInt particle) {
        if (!particle.equals(chosen)) {
            chosen = particle;
            replay = Optional.empty();
            followed = FollowedParticle.of(chosen, spec.particles(), score);
            frame = frame.following(track());
        }
    }

    /**
     * Computes the positions of the tracked particle before it was chosen, until {@code deadline} at most.
     *
     * @return whether all positions are known
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

    /**
     * Follows a newer version of the score from the present step on, as during the training of a network: computing all
     * steps again for every version would take longer than the interval between versions. Before the first step this
     * makes it a run of the new score alone. A run that has ended stays where it is.
     */
    void replaceScore(SamplingMethod method, Problem next) {
        var state = recording.state();
        boolean ended = done();
        sampler = method.bind(next);
        score = next.score();
        if (state.step() == 0) {
            begin();
            return;
        }
        mixed = true;
        if (!ended) {
            // States recorded so far followed another score: they cannot be computed again.
            history.turn(state.step());
            followed.ifPresent(one -> one.goOn(state.step(), score));
            record(state);
            frame = frame.following(track());
        }
    }

    private ParticleFrame picture() {
        var state = recording.state();
        return new ParticleFrame(
                Arrays.copyOf(state.x(), state.particles()),
                Arrays.copyOf(state.y(), state.particles()),
                List.copyOf(trails),
                history.past(state.step(), done() ? state.step() : sampler.steps()),
                recording.length(),
                state.level(),
                betweenLevels,
                state.diagnostics(),
                track());
    }
}
