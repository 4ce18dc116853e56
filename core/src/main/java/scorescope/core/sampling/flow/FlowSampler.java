package scorescope.core.sampling.flow;

import java.util.ArrayList;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.StageTime;
import scorescope.core.words.CoreWords;

/**
 * Integrates the flow ODE dx/dt = f(t) x − ½ g(t)² s(x, t) along a path by a Runge–Kutta rule of fixed steps, downwards to
 * sample (decode) or upwards to encode. The flow maps every marginal p_t to every other.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al.: Score-based generative modeling through stochastic
 *     differential equations (2021), section 4.3</a>
 */
public final class FlowSampler extends LevelSequenceSampler {
    /**
     * Arrays of a Runge–Kutta step.
     *
     * @param position points at which a stage evaluates the score
     * @param derivativesX first components of the velocities k_j, one row for each stage; {@code derivativesY} the second
     */
    record Stages(Vectors position, double[][] derivativesX, double[][] derivativesY) implements Scratch {
        /** The velocity at the step's beginning. */
        Vectors firstDerivative() {
            return new Vectors(derivativesX[0], derivativesY[0]);
        }
    }

    private final RungeKutta rule;

    public FlowSampler(LevelSequence path, RungeKutta rule) {
        super(path);
        this.rule = rule;
    }

    @Override
    public long stepEvaluations(int step) {
        return (long) step * rule.stages();
    }

    @Override
    public String remedy() {
        return CoreWords.text("core.advice.raise-steps-or-order");
    }

    @Override
    public Scratch scratch(int particles) {
        return new Stages(
                Vectors.zero(particles), new double[rule.stages()][particles], new double[rule.stages()][particles]);
    }

    @Override
    public void writeStep(StepLines lines) {
        double h = path.duration(lines.step());
        var x = lines.position();
        var derivatives = new ArrayList<PlaneVector>();
        var at = x;
        for (int stage = 0; stage < rule.stages(); stage++) {
            if (stage > 0) {
                var terms = StepLines.weighted(x, rule.stageWeights(stage, h), derivatives);
                at = lines.longSum(StepLines.numbered("x", stage + 1), terms);
            }
            derivatives.add(velocity(
                    lines,
                    StepLines.numbered("k", stage + 1),
                    path.stage(lines.step(), rule.node(stage), 0),
                    stage == 0 ? "x" : StepLines.numbered("x", stage + 1),
                    at));
        }
        lines.longSum("x + h Σ b k", StepLines.weighted(x, rule.endWeights(h), derivatives));
    }

    private PlaneVector velocity(StepLines lines, String name, StageTime time, String symbol, PlaneVector at) {
        return velocity(path, lines, name + " = f " + symbol + " − ½ g² s(" + symbol + ")", time, at);
    }

    /** Adds the line of f x − ½ g² s(x) at one time. */
    static PlaneVector velocity(LevelSequence path, StepLines lines, String formula, StageTime time, PlaneVector at) {
        var s = StepLines.evaluated(path.score(), time.level(), at);
        return lines.drift(formula, Term.of(time.drift(), at), Term.of(-time.weight(), s));
    }

    @Override
    public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
        double h = path.duration(state.step());
        var stages = new StageTime[rule.stages()];
        for (int stage = 0; stage < stages.length; stage++) {
            stages[stage] = path.stage(state.step(), rule.node(stage), 0);
        }
        var arrays = next.scratch(Stages.class);
        var derivativesX = arrays.derivativesX();
        var derivativesY = arrays.derivativesY();
        var stageX = arrays.position().x();
        var stageY = arrays.position().y();
        return (from, to) -> {
            for (int stage = 0; stage < stages.length; stage++) {
                rule.stagePosition(stage, state.x(), h, derivativesX, stageX, from, to);
                rule.stagePosition(stage, state.y(), h, derivativesY, stageY, from, to);
                var time = stages[stage];
                path.score().score(stageX, stageY, from, to, time.level(), derivativesX[stage], derivativesY[stage]);
                time.velocity(stageX, derivativesX[stage], from, to);
                time.velocity(stageY, derivativesY[stage], from, to);
            }
            rule.endPosition(state.x(), h, derivativesX, next.x(), from, to);
            rule.endPosition(state.y(), h, derivativesY, next.y(), from, to);
        };
    }
}
