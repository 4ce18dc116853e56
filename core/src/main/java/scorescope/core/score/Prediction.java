package scorescope.core.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a network predicts, and how it converts to the others at one coordinate x of x_t = αx₀ + σε, σ &gt; 0:
 * ε = −σs, x₀ = (x + σ²s)/α, v = αε − σx₀. Every one of them is an affine function of the score.
 *
 * @see <a href="https://arxiv.org/abs/2202.00512">Salimans and Ho 2022, for v</a>
 */
public enum Prediction {
    /** s = ∇ log p_t(x), in 1/data units. */
    SCORE {
        @Override
        public double toScore(double score, double x, double alpha, double sigma) {
            return score;
        }

        @Override
        public double fromScore(double score, double x, double alpha, double sigma) {
            return score;
        }
    },
    /** The noise ε, without unit. */
    EPSILON {
        @Override
        public double toScore(double epsilon, double x, double alpha, double sigma) {
            return -epsilon / sigma;
        }

        @Override
        public double fromScore(double score, double x, double alpha, double sigma) {
            return -sigma * score;
        }
    },
    /** The clean point x₀, in data units. */
    SAMPLE {
        @Override
        public double toScore(double clean, double x, double alpha, double sigma) {
            return (alpha * clean - x) / (sigma * sigma);
        }

        @Override
        public double fromScore(double score, double x, double alpha, double sigma) {
            return (x + sigma * sigma * score) / alpha;
        }
    },
    /** v = αε − σx₀; back: ε = (σx + αv)/(α² + σ²). */
    V_PREDICTION {
        @Override
        public double toScore(double v, double x, double alpha, double sigma) {
            return -(sigma * x + alpha * v) / (alpha * alpha + sigma * sigma) / sigma;
        }

        @Override
        public double fromScore(double score, double x, double alpha, double sigma) {
            return -sigma * (alpha * score + (x + sigma * sigma * score) / alpha);
        }
    };

    /** The names used in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Prediction::id).toList();
    }

    /** The prediction named {@code id} in files. */
    public static Prediction of(String id) {
        return Arrays.stream(values())
                .filter(prediction -> prediction.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no prediction " + id));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The score meant by a predicted value at coordinate x. */
    public abstract double toScore(double value, double x, double alpha, double sigma);

    /** The value of this prediction that means {@code score} at coordinate x. */
    public abstract double fromScore(double score, double x, double alpha, double sigma);

    /** By how much an error of this prediction appears larger in the score: |∂s/∂value|. */
    public double errorInScore(double alpha, double sigma) {
        return Math.abs(toScore(1, 0, alpha, sigma) - toScore(0, 0, alpha, sigma));
    }

    /** By how much an error of this prediction appears larger in another: |∂other/∂value|. */
    public double errorIn(Prediction other, double alpha, double sigma) {
        return errorInScore(alpha, sigma) / other.errorInScore(alpha, sigma);
    }

    /** By how much an error of ε appears larger in the mean of DDPM's posterior step: β/(√(1−ᾱ) √(1−β)). */
    public static double epsilonErrorInPosteriorMean(double beta, double sigma) {
        return beta / sigma / Math.sqrt(1 - beta);
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
}
