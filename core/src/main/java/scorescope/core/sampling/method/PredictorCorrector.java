package scorescope.core.sampling.method;

import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.Linear;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.words.CoreWords;

/**
 * A step of the reverse SDE (the predictor), then Langevin steps at the level reached (the corrector) of the size η = 2a (r
 * ‖z‖/‖s‖)², with which r is the ratio of signal to noise in a step; both norms are means over all particles, since a step
 * size chosen per particle would change the stationary density. a = 1 − β_i on DDPM's chain, 1 elsewhere.
 *
 * @param snr r
 * @param corrections Langevin steps after each predictor step
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al.: Score-based generative modeling through stochastic
 *     differential equations (2021), appendix G</a>
 */
public record PredictorCorrector(double snr, int corrections, Spacing spacing) implements LevelSequenceMethod {
    public static final Parameter.Real SNR = new Parameter.Real(
            "snr", "r", "", 0.16, 1e-3, 1, true, "Signal to noise of a corrector step; it decides its size.");
    public static final Parameter.Whole STEPS_PER_LEVEL =
            new Parameter.Whole("stepsPerLevel", "M", 1, 0, 100, "Corrector steps after each predictor step.");
    static final Parameter.Whole STEPS = Spacing.steps(300);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.LOG_SNR);

    public static final Kind<SamplingMethod> KIND = Spacing.method(
            "predictor-corrector",
            "Predictor–corrector",
            "A step of the reverse SDE, then Langevin at the level reached, which mends what the step got wrong.",
            PredictorCorrector::of,
            STEPS,
            GRID,
            SNR,
            STEPS_PER_LEVEL);

    private static PredictorCorrector of(Parameters values) {
        return new PredictorCorrector(
                values.get(SNR), Math.toIntExact(values.get(STEPS_PER_LEVEL)), Spacing.of(values, STEPS, GRID));
    }

    @Override
    public Convergence convergence() {
        return Convergence.none("the corrector's step is sized by snr, whatever the number of steps");
    }

    @Override
    public Sampler bind(Problem problem) {
        return new PredictorCorrectorSampler(this, LevelSequence.down(problem, spacing));
    }

    public static final class PredictorCorrectorSampler extends LevelSequenceSampler {
        /**
         * Arrays of a step.
         *
         * @param noise of the current step
         * @param scores at the level reached
         * @param norms of the noise or of the scores
         * @param sizes η of each correction of the step taken
         */
        private record Correction(Vectors noise, Vectors scores, double[] norms, double[] sizes) implements Scratch {}

        private final PredictorCorrector method;

        PredictorCorrectorSampler(PredictorCorrector method, LevelSequence path) {
            super(path);
            this.method = method;
        }

        /** The corrector's step size depends on all particles. */
        @Override
        public boolean independent() {
            return method.corrections == 0;
        }

        @Override
        public long stepEvaluations(int step) {
            return (1L + method.corrections) * step;
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.raise-steps-or-snr");
        }

        @Override
        public Scratch scratch(int particles) {
            return new Correction(
                    Vectors.zero(particles),
                    Vectors.zero(particles),
                    new double[particles],
                    new double[method.corrections]);
        }

        /** The predictor, which moves every particle independently. */
        @Override
        public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
            var rule = ReverseSde.rule(path, state.step(), 1);
            var z = next.scratch(Correction.class).noise();
            return (from, to) -> {
                path.score().score(state.x(), state.y(), from, to, path.level(state.step()), next.x(), next.y());
                noise.gaussian(NoiseStream.PATH, state.step(), from, to, z.x(), z.y());
                rule.apply(state.x(), z.x(), next.x(), from, to);
                rule.apply(state.y(), z.y(), next.y(), from, to);
            };
        }

        /** The predictor, then the corrector, whose step size is common to all particles. */
        @Override
        public State step(State state, NoiseSource noise, State spare, ParticleBlocks blocks) {
            var predicted = super.step(state, noise, spare, blocks);
            boolean finite = !predicted.diagnostics().failed();
            // At σ = 0 a distribution on points has no score, so there is no correction.
            int corrections = path.endsOnPoints(state.step()) ? 0 : method.corrections;
            for (int c = 0; c < corrections && finite; c++) {
                finite = correct(predicted, state.step(), c, noise, blocks);
            }
            int step = predicted.step();
            return predicted.at(
                    step, predicted.level(), Progress.after(step, steps(), evaluations(step), finite, this::remedy));
        }

        private long address(int step, int correction) {
            return (long) step * method.corrections + correction;
        }

        @Override
        public void writeStep(StepLines lines) {
            int step = lines.step();
            var rule = ReverseSde.rule(path, step, 1);
            var s = lines.score("s(x)", path.score(), path.level(step), lines.position());
            var moved = lines.drift(
                    "(1 + f h) x − g² h s", Term.of(rule.position(), lines.position()), Term.of(rule.score(), s));
            var at = lines.withNoise(
                    "x₁ = … + g √|h| z",
                    Term.of(moved),
                    Term.of(rule.noise(), lines.drawn("z", NoiseStream.PATH, step)));
            var sizes = lines.after().scratch(Correction.class).sizes();
            for (int c = 0; c < method.corrections; c++) {
                var langevin = AffineStep.langevin(sizes[c], 1);
                var x = StepLines.numbered("x", c + 1);
                var score = lines.score("s(" + x + ")", path.score(), path.level(step + 1), at);
                var pulled = lines.drift(x + " + {step-in-rule} s", Term.of(at), Term.of(langevin.score(), score));
                var z = lines.drawn("z", NoiseStream.CORRECTION, address(step, c));
                at = lines.withNoise("… + {langevin-noise-drawn}", Term.of(pulled), Term.of(langevin.noise(), z));
            }
        }

        private boolean correct(State at, int step, int correction, NoiseSource noise, ParticleBlocks blocks) {
            var level = path.level(step + 1);
            var scratch = at.scratch(Correction.class);
            var z = scratch.noise();
            var s = scratch.scores();
            var norms = scratch.norms();
            long address = address(step, correction);
            blocks.each(at.particles(), (from, to) -> {
                path.score().score(at.x(), at.y(), from, to, level, s.x(), s.y());
                noise.gaussian(NoiseStream.CORRECTION, address, from, to, z.x(), z.y());
                for (int i = from; i < to; i++) {
                    norms[i] = Math.sqrt(s.x()[i] * s.x()[i] + s.y()[i] * s.y()[i]);
                }
            });
            double scores = sum(norms);
            blocks.each(at.particles(), (from, to) -> {
                for (int i = from; i < to; i++) {
                    norms[i] = Math.sqrt(z.x()[i] * z.x()[i] + z.y()[i] * z.y()[i]);
                }
            });
            double ratio = method.snr * sum(norms) / scores;
            double a = path.process().stepFactor(path.time(step));
            double eta = scores > 0 ? 2 * a * ratio * ratio : 0;
            scratch.sizes()[correction] = eta;
            var langevin = AffineStep.langevin(eta, 1);
            return Progress.each(at, blocks, (from, to) -> {
                Linear.combine(1, at.x(), langevin.score(), s.x(), langevin.noise(), z.x(), at.x(), from, to);
                Linear.combine(1, at.y(), langevin.score(), s.y(), langevin.noise(), z.y(), at.y(), from, to);
            });
        }

        /** Sum in the order of the particles, so that it does not depend on the number of threads. */
        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }
}
