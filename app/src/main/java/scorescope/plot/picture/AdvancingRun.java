package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.history.TrailBuffer;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.scene.Particles;
import scorescope.session.source.Resolved;

/**
 * The session's sampler along one score, whose particles are requested at steps in ascending order. Not thread-safe.
 */
public final class AdvancingRun {
    private static final int TRAIL_LENGTH = 12;

    private final SamplingRun run;
    private final TrailBuffer trails;
    private final ParticleHistory history;
    private final Optional<FollowedParticle> followed;
    private final boolean oneLevel;

    /**
     * @throws scorescope.core.BadInputException if the sampler cannot be used there, with the reason
     */
    public AdvancingRun(Resolved resolved, ScoreField score) {
        var spec = resolved.session().sampler();
        var sampler = resolved.sampler(score);
        trails = new TrailBuffer(spec.particles(), TRAIL_LENGTH);
        followed = FollowedParticle.of(ChosenParticle.of(resolved.session().view()), spec.particles(), score);
        history = ParticleHistory.from(sampler.init(spec.particles(), spec.start(), new PhiloxNoise(spec.seed())));
        oneLevel = SamplerCatalog.CATALOG.create(spec.method(), "sampler").staysAtOneLevel();
        run = new SamplingRun(
                        sampler, spec.particles(), spec.start(), new PhiloxNoise(spec.seed()), ParticleBlocks.SHARED)
                .watchedBy(trails::add)
                .watchedBy(history::pass)
                .watchedBy(state -> followed.ifPresent(one -> one.pass(state)));
    }

    /**
     * The particles at a step, with the last steps that led there.
     *
     * @param step not before the last one requested; empty for the end of the run
     * @throws scorescope.core.FailedWork if the run diverges before
     * @throws scorescope.core.BadInputException if the run ends before that step
     */
    public Particles at(OptionalInt step) {
        SamplerWork.advance(run, step);
        var state = run.state();
        int steps = run.running() ? run.sampler().steps() : state.step();
        var moved = copied(Particles.of(trails, history.past(state.step(), steps)))
                .following(followed.map(one -> one.track(state)));
        return oneLevel ? moved : moved.at(state.level());
    }

    /** A copy of the arrays, since those of the run are overwritten. */
    private static Particles copied(Particles particles) {
        var trails = new ArrayList<Particles.Positions>();
        particles
                .trails()
                .forEach(trail -> trails.add(
                        new Particles.Positions(trail.x().clone(), trail.y().clone())));
        return new Particles(particles.x().clone(), particles.y().clone(), trails, particles.past());
    }
}
