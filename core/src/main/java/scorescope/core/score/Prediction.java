package scorescope.core.score;

import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Option;

/**
 * What a network predicts, and how it converts to the score at one coordinate x of x_t = αx₀ + σε, σ &gt; 0. Every
 * prediction is an affine function of the score, so that s = gain · value + shift · x with factors that depend on the noise
 * level.
 *
 * @see <a href="https://arxiv.org/abs/2202.00512">Salimans and Ho 2022, for v</a>
 */
public enum Prediction implements Option {
    /** s = ∇ log p_t(x), in 1/data units. */
    SCORE("score", "Score", "s = ∇ log p", "The score itself, in 1/data units.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            return 1;
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return 0;
        }
    },
    /** The noise ε = −σs, without unit. */
    EPSILON("epsilon", "Noise", "{eps} = −σs", "The noise, without unit.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            return -1 / sigma;
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return 0;
        }
    },
    /** The clean point x₀ = (x + σ²s)/α, in data units. */
    SAMPLE("sample", "Clean sample", "x₀ = (x + σ²s)/{signal}", "The clean point, in data units.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            return alpha / (sigma * sigma);
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return -1 / (sigma * sigma);
        }
    },
    /** v = αε − σx₀; its inverse is ε = (σx + αv)/(α² + σ²). */
    V_PREDICTION(
            "v_prediction",
            "v",
            "v = {signal}{eps} − σx₀",
            "A mix of noise and clean point that is sound at every level.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            return -alpha / ((alpha * alpha + sigma * sigma) * sigma);
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return -1 / (alpha * alpha + sigma * sigma);
        }
    },
    /** The mean μ̃ = (x + βs)/√(1−β) of DDPM's reverse step, β that of the step. Needs a {@link DiscreteDdpm}. */
    MEAN("mean", "Posterior mean", "μ̃ = (x + βs)/√(1 − β)", "The mean of DDPM's step back.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            double beta = beta(process, t);
            return Math.sqrt(1 - beta) / beta;
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return -1 / beta(process, t);
        }

        private static double beta(NoiseProcess process, double t) {
            if (process instanceof DiscreteDdpm chain) {
                return chain.beta(chain.stepAt(t));
            }
            throw new IllegalArgumentException("a posterior mean needs a chain of steps, not " + process);
        }
    },
    /** The velocity of the path, u = α'x₀ + σ'ε = fx − ½g²s: what flow matching learns. */
    VELOCITY("velocity", "Velocity", "u = fx − ½g²s", "The velocity of the flow ODE.") {
        @Override
        public double gain(NoiseProcess process, double t, double alpha, double sigma) {
            return -2 / process.diffusionSquared(t);
        }

        @Override
        public double shift(NoiseProcess process, double t, double alpha, double sigma) {
            return 2 * process.drift(t) / process.diffusionSquared(t);
        }
    };

    private final Entry entry;

    Prediction(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** Whether the process and its time matter, not only α and σ. */
    public boolean needsProcess() {
        return this == MEAN || this == VELOCITY;
    }

    /** ∂s/∂value at time t of {@code process}, where x_t = αx₀ + σε. */
    public abstract double gain(NoiseProcess process, double t, double alpha, double sigma);

    /** ∂s/∂x at a fixed predicted value, at time t of {@code process}, where x_t = αx₀ + σε. */
    public abstract double shift(NoiseProcess process, double t, double alpha, double sigma);

    /** The score of a predicted value at coordinate x. Not for predictions that need a process. */
    public double toScore(double value, double x, double alpha, double sigma) {
        return gain(NO_PROCESS, Double.NaN, alpha, sigma) * value + shift(NO_PROCESS, Double.NaN, alpha, sigma) * x;
    }

    /** The value of this prediction for {@code score} at coordinate x. Not for predictions that need a process. */
    public double fromScore(double score, double x, double alpha, double sigma) {
        return (score - shift(NO_PROCESS, Double.NaN, alpha, sigma) * x) / gain(NO_PROCESS, Double.NaN, alpha, sigma);
    }

    /** Factor from an error of this prediction to the error of the score: |∂s/∂value|. */
    public double errorInScore(double alpha, double sigma) {
        return Math.abs(gain(NO_PROCESS, Double.NaN, alpha, sigma));
    }

    /**
     * Factor from an error of this prediction to that of another: |∂other/∂value|.
     *
     * @param process whose time the level is, if one of the two needs it
     */
    public double errorIn(Prediction other, NoiseProcess process, NoiseLevel at) {
        return Math.abs(
                gain(process, at.t(), at.alpha(), at.sigma()) / other.gain(process, at.t(), at.alpha(), at.sigma()));
    }

    /**
     * Mean of DDPM's posterior step, μ̃ = (x − β/√(1−ᾱ) ε)/√(1−β).
     *
     * @param beta this step's β, so that 1 − β is its factor, not ᾱ
     * @param sigma √(1−ᾱ)
     */
    public static double posteriorMean(double epsilon, double x, double beta, double sigma) {
        return (x - beta / sigma * epsilon) / Math.sqrt(1 - beta);
    }

    /** The inverse of {@link #posteriorMean}: ε = (x − √(1−β) μ̃)·√(1−ᾱ)/β. */
    public static double epsilonOfPosteriorMean(double mean, double x, double beta, double sigma) {
        return (x - Math.sqrt(1 - beta) * mean) * sigma / beta;
    }

    /** Placeholder where only α and σ are used; each of its methods throws. */
    private static final NoiseProcess NO_PROCESS = new NoiseProcess() {
        @Override
        public double alpha(double t) {
            throw new IllegalArgumentException("this prediction needs a process");
        }

        @Override
        public double sigma(double t) {
            throw new IllegalArgumentException("this prediction needs a process");
        }
    };
}
