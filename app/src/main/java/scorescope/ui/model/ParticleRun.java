package scorescope.ui.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.NoiseSource;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.Shards;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.session.Session.SamplerSpec;

/** One run of particles along one score, with the tails they leave. Belongs to one thread, the player's. */
final class ParticleRun {
    private static final int TAIL_LENGTH = 8;
    private static final int MOST_TAILED = 5_000;

    private final NoiseSource noise;
    private final Shards shards;
    private final SamplerSpec spec;
    private final Deque<ParticleFrame.Tail> tails = new ArrayDeque<>();
    private Sampler sampler;
    private State state;
    private State spare;
    private ParticleFrame frame;

    ParticleRun(SamplingMethod method, Problem problem, SamplerSpec spec, NoiseSource noise, Shards shards) {
        this.shards = shards;
        this.spec = spec;
        this.noise = noise;
        sampler = method.bind(problem);
        begin();
    }

    /** Back to the start. */
    void begin() {
        tails.clear();
        state = sampler.init(spec.particles(), spec.start(), noise);
        spare = sampler.init(spec.particles(), spec.start(), noise);
        frame = picture();
    }

    boolean done() {
        return state.diagnostics().status() != Status.RUNNING;
    }

    boolean diverged() {
        return state.diagnostics().status() == Status.DIVERGED;
    }

    void advance() {
        if (done()) {
            return;
        }
        if (state.particles() <= MOST_TAILED) {
            tails.addFirst(new ParticleFrame.Tail(frame.x(), frame.y()));
            if (tails.size() > TAIL_LENGTH) {
                tails.removeLast();
            }
        }
        var next = sampler.step(state, noise, spare, shards);
        spare = state;
        state = next;
        frame = picture();
    }

    ParticleFrame frame() {
        return frame;
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
        boolean wasDone = done();
        boolean diverged = diverged();
        sampler = method.bind(next);
        if (learnedMovedOn && !diverged) {
            return;
        }
        if (diverged || !staysAtTarget(sampler, next.target())) {
            begin();
            return;
        }
        int step = wasDone ? 0 : state.step();
        state = at(state, step, next.target());
        spare = at(spare, 0, next.target());
        frame = picture();
    }

    private static boolean staysAtTarget(Sampler sampler, NoiseLevel target) {
        var level = sampler.init(1, new Start.Point(0, 0), ZERO).level();
        return level.alpha() == target.alpha() && level.sigma() == target.sigma();
    }

    private static State at(State state, int step, NoiseLevel level) {
        return state.at(
                step, level, new Diagnostics(step == 0 ? 0 : state.diagnostics().evaluations(), Status.RUNNING, ""));
    }

    private ParticleFrame picture() {
        return new ParticleFrame(
                Arrays.copyOf(state.x(), state.particles()),
                Arrays.copyOf(state.y(), state.particles()),
                List.copyOf(tails),
                state.step(),
                sampler.steps(),
                state.diagnostics());
    }

    private static final NoiseSource ZERO = new NoiseSource() {
        @Override
        public void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy) {
            Arrays.fill(zx, from, to, 0);
            Arrays.fill(zy, from, to, 0);
        }

        @Override
        public void uniform(int stream, long step, int from, int to, double[] u) {
            Arrays.fill(u, from, to, 0.5);
        }
    };
}
