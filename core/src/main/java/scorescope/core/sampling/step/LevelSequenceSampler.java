package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;

/** Base of samplers that take one step from each level of a {@link LevelSequence} to the next. */
public abstract class LevelSequenceSampler extends IndependentSampler {
    public final LevelSequence path;

    public LevelSequenceSampler(LevelSequence path) {
        this.path = path;
    }

    @Override
    public final int steps() {
        return path.steps();
    }

    @Override
    public final double priorStd() {
        return path.priorStd();
    }

    /** Work of a step that does not end on points, used by {@link #mover}. */
    public abstract ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next);

    /** Score evaluations per particle in {@code step} steps, if none of them ends on points. */
    public long stepEvaluations(int step) {
        return step;
    }

    @Override
    public final ParticleBlocks.Work mover(State state, NoiseSource noise, State next) {
        return path.endsOnPoints(state.step()) ? denoising(state, next) : stepWork(state, noise, next);
    }

    @Override
    public final long evaluations(int step) {
        return step > 0 && path.endsOnPoints(step - 1) ? stepEvaluations(step - 1) + 1 : stepEvaluations(step);
    }

    /** The last step onto points: to α′ x̂₀ = α′ (x + σ² s)/α. */
    private ParticleBlocks.Work denoising(State state, State next) {
        var here = path.level(state.step());
        double gain = path.level(state.step() + 1).alpha() / here.alpha();
        double pull = gain * here.sigma() * here.sigma();
        return (from, to) -> {
            path.score().score(state.x(), state.y(), from, to, here, next.x(), next.y());
            Linear.combine(gain, state.x(), pull, next.x(), next.x(), from, to);
            Linear.combine(gain, state.y(), pull, next.y(), next.y(), from, to);
        };
    }

    /** Writes the lines of a step that does not end on points, used by {@link #write}. */
    public abstract void writeStep(StepLines lines);

    @Override
    public final void write(StepLines lines) {
        if (!path.endsOnPoints(lines.step())) {
            writeStep(lines);
            return;
        }
        var here = path.level(lines.step());
        var s = lines.score("s(x)", path.score(), here, lines.position());
        var clean = AffineFormulas.denoised(lines, here, lines.position(), s);
        lines.drift("{signal}ₛ x̂₀", Term.of(path.level(lines.step() + 1).alpha(), clean));
    }

    @Override
    public final NoiseLevel level(int step) {
        return path.level(step);
    }

    @Override
    public final List<NoiseLevel> levels() {
        return path.levels();
    }
}
