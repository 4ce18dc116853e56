package scorescope.core.sampling;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/**
 * Annealed Langevin: L levels, geometric in σ/α from the process's end σ_L down to σ_1, K Langevin steps at each, the
 * step size following the noise, η_ℓ = η σ_ℓ²/σ_1². Unstable above η = 2σ_1².
 *
 * <p>Under a process that shrinks the signal a level is plain noise σ/α seen through the lens x = α y: the step size in
 * x is α² η_ℓ, and between two levels positions go with α.
 *
 * @param stepSize η at the smallest level, in data units²; 0 stands for 0.2 σ_1²
 * @see <a href="https://arxiv.org/abs/1907.05600">Song, Ermon: Generative modeling by estimating gradients of the data
 *     distribution (2019), algorithm 1</a>
 */
public record AnnealedLangevin(int levels, int stepsPerLevel, double stepSize) implements PathMethod {
    /**
     * Of the usual step size: η = 0.2 σ_1². With 0.1 the particles stop following where σ is a fifth of a mode's width, and
     * every mode stays some 8 % too wide in variance; with 0.2 it is half of that.
     */
    private static final double USUAL_SHARE = 0.2;

    public static final Parameter.Whole LEVELS =
            new Parameter.Whole("levels", "L", 12, 2, 1000, "How many noise levels, geometric from σ_L down to σ_1.");
    public static final Parameter.Whole STEPS_PER_LEVEL =
            new Parameter.Whole("stepsPerLevel", "K", 100, 1, 10_000, "Langevin steps at each level.");
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "η",
            "data units²",
            0,
            0,
            10,
            true,
            "Step size at the smallest level σ_1; a level σ takes η σ²/σ_1². 0 stands for 0.2 σ_1²; unstable above 2 σ_1².");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "annealed-langevin",
            "Annealed Langevin",
            "Langevin at ever smaller noise: large noise crosses between modes, small noise fills in the detail.",
            List.of(LEVELS, STEPS_PER_LEVEL, STEP_SIZE),
            AnnealedLangevin::of);

    private static AnnealedLangevin of(Parameters values) {
        return new AnnealedLangevin(
                Math.toIntExact(values.get(LEVELS)),
                Math.toIntExact(values.get(STEPS_PER_LEVEL)),
                values.get(STEP_SIZE));
    }

    @Override
    public Sampler bind(Problem problem) {
        return new AffineSampler(
                problem.score(),
                new Descent(this, Path.down(problem, new Spacing(TimeGrid.LOG_SNR, TimeGrid.USUAL_RHO, levels - 1))));
    }

    private record Descent(AnnealedLangevin method, Path path) implements AffineSampler.Plan {
        @Override
        public int steps() {
            return method.levels * method.stepsPerLevel;
        }

        private int rung(int step) {
            return Math.min(step / method.stepsPerLevel, method.levels - 1);
        }

        @Override
        public NoiseLevel level(int step) {
            return path.level(rung(step));
        }

        @Override
        public Affine rule(int step) {
            var level = level(step);
            var last = path.level(method.levels - 1);
            double share = method.stepSize == 0 ? USUAL_SHARE : method.stepSize / (last.ratio() * last.ratio());
            // α² η σ²/σ_1² with σ of plain noise is share · σ², σ now the process's own.
            double eta = share * level.sigma() * level.sigma();
            return Affine.langevin(eta, 1).scaled(level(step + 1).alpha() / level.alpha());
        }

        @Override
        public double priorStd() {
            return path.priorStd();
        }

        @Override
        public String remedy() {
            return "lower stepSize; above 2 σ_1² it is unstable";
        }

        @Override
        public List<NoiseLevel> levels() {
            return path.levels();
        }
    }
}
