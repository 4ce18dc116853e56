package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.step.AffineFormulas;
import scorescope.core.sampling.step.AffineSampler;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.words.CoreWords;

/**
 * Ancestral sampling of DDPM's chain, one reverse step after another: μ̃ + σ̃ z with μ̃ = (x − β_i/√(1 − ᾱ_i) ε̂)/√(1 −
 * β_i), that is (x + β_i s)/√(1 − β_i); no noise in the step to i = 0. Its steps are those of the chain, from i = T down to
 * i = T·t, or to i = 0 if the target is plain noise.
 *
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel 2020, Denoising diffusion probabilistic models,
 *     algorithm 2</a>
 */
public record Ddpm() implements SamplingMethod {
    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "ddpm",
            "DDPM ancestral",
            "Walks DDPM's chain back, a small denoising and fresh noise at every step. Needs the process ddpm.",
            List.of(),
            none -> new Ddpm());

    @Override
    public void check(Problem problem) {
        var unused = steps(problem);
    }

    @Override
    public Convergence convergence() {
        return Convergence.none("its steps are those of the process");
    }

    @Override
    public boolean staysAtOneLevel() {
        return false;
    }

    /** @throws BadInputException if the process is not a chain of steps */
    @Override
    public Sampler bind(Problem problem) {
        return new AffineSampler(problem.score(), steps(problem));
    }

    private static ChainPlan steps(Problem problem) {
        if (!(problem.process() instanceof DiscreteDdpm chain)) {
            throw BadInputException.of("sampler.kind", "core.ddpm.no-chain");
        }
        var ends = LevelSequence.Ends.of(problem);
        int first = Math.toIntExact(Math.round(Math.floor(ends.beginning() * chain.steps() + 1e-9)));
        int last = Double.isNaN(problem.target().t()) ? 0 : Math.toIntExact(Math.round(ends.end() * chain.steps()));
        if (last >= first) {
            throw BadInputException.of("noise.t", "core.ddpm.no-step", ends.end());
        }
        return new ChainPlan(chain, first, last);
    }

    private record ChainPlan(DiscreteDdpm chain, int first, int last) implements AffineSampler.Plan {
        @Override
        public int steps() {
            return first - last;
        }

        @Override
        public NoiseLevel level(int step) {
            return chain.at((first - step) / (double) chain.steps());
        }

        @Override
        public AffineStep rule(int step) {
            int i = first - step;
            double beta = chain.beta(i);
            double root = Math.sqrt(1 - beta);
            return new AffineStep(1 / root, beta / root, i == 1 ? 0 : Math.sqrt(chain.stepBackVariance(i)));
        }

        @Override
        public AffineFormulas formulas(int step) {
            return new AffineFormulas(AffineFormulas.Form.CLEAN, "{posterior-mean}(x, x̂₀)", "… + σ̃ z");
        }

        @Override
        public double priorStd() {
            return first == chain.steps() ? chain.priorStd() : level(0).sigma();
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.check-score");
        }

        @Override
        public List<NoiseLevel> levels() {
            return java.util.stream.IntStream.rangeClosed(0, steps())
                    .mapToObj(this::level)
                    .toList();
        }
    }
}
