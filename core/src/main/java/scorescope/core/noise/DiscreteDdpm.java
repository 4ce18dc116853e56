package scorescope.core.noise;

import java.util.List;
import java.util.Objects;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;

/**
 * DDPM's chain x_i = √(1 − β_i) x_{i−1} + √β_i ε of T steps, β_i from β_start to β_end in equal steps, at times t = i/T:
 * ᾱ_i = Π_{j ≤ i} (1 − β_j), α = √ᾱ_i, σ = √(1 − ᾱ_i).
 *
 * <p>Between two steps log ᾱ is linear in t, so that f = −β/2 and g² = β with the constant β = −T log(1 − β_i) within a
 * step, and methods in continuous time can use the chain. At t = i/T it is exactly the chain.
 *
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel 2020, Denoising diffusion probabilistic models</a>
 */
public final class DiscreteDdpm implements NoiseProcess {
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "T", 1000, 2, 100_000, "Steps of the chain.");
    public static final Parameter.Real BETA_START = new Parameter.Real(
            "betaStart", "β_1", "", 1e-4, 1e-8, 0.999, true, "Variance of the noise that the first step adds.");
    public static final Parameter.Real BETA_END = new Parameter.Real(
            "betaEnd", "β_T", "", 0.02, 1e-8, 0.999, true, "Variance of the noise that the last step adds.");
    public static final Parameter.OneOf<Variance> VARIANCE = Parameter.OneOf.of(
            "variance", "σ̃²", Variance.BETA, "Noise of a step back: β_i, or the posterior's {posterior-variance}.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "ddpm",
            "DDPM, discrete",
            "A chain of small steps, each shrinking the signal and adding noise of variance β_i.",
            List.of(STEPS, BETA_START, BETA_END, VARIANCE),
            values -> new DiscreteDdpm(
                    Math.toIntExact(values.get(STEPS)),
                    values.get(BETA_START),
                    values.get(BETA_END),
                    values.get(VARIANCE)));

    /** The variance σ̃² of the noise in a reverse step from i to i − 1. */
    public enum Variance implements Option {
        /** σ̃² = β_i. */
        BETA("beta", "β", "β_i", ""),
        /** σ̃² = β_i (1 − ᾱ_{i−1})/(1 − ᾱ_i), the variance of x_{i−1} given x_i and x₀. */
        POSTERIOR("posterior", "Posterior", "{posterior-variance}", "Variance of x_{i−1} given x_i and x₀.");

        private final Entry entry;

        Variance(String id, String title, String symbol, String help) {
            entry = Option.of(id, title, symbol, help);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    private final int steps;
    private final double betaStart;
    private final double betaEnd;
    private final Variance variance;
    private final double[] logAlphaBar;

    /** @throws BadInputException if T is below 2, a β is not between 0 and 1, or β_end is below β_start */
    public DiscreteDdpm(int steps, double betaStart, double betaEnd, Variance variance) {
        if (steps < 2) {
            throw BadInputException.of("process.steps", "core.discrete-ddpm.too-few-steps", steps);
        }
        if (!(betaStart > 0) || !(betaEnd >= betaStart) || !(betaEnd < 1)) {
            throw BadInputException.of("process.betaStart", "core.discrete-ddpm.beta-out-of-order", betaStart, betaEnd);
        }
        this.steps = steps;
        this.betaStart = betaStart;
        this.betaEnd = betaEnd;
        this.variance = variance;
        logAlphaBar = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            logAlphaBar[i] = logAlphaBar[i - 1] + Math.log1p(-beta(i));
        }
        if (!(Math.exp(0.5 * logAlphaBar[steps]) > 0)) {
            throw BadInputException.of("process.steps", "core.discrete-ddpm.no-signal", steps);
        }
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** β_i, 1 ≤ i ≤ T. */
    public double beta(int i) {
        Objects.checkIndex(i - 1, steps);
        return betaStart + (betaEnd - betaStart) * (i - 1) / (steps - 1);
    }

    /** ᾱ_i, 0 ≤ i ≤ T; 1 at i = 0. */
    public double alphaBar(int i) {
        return Math.exp(logAlphaBar[i]);
    }

    /** σ̃² of the reverse step from i to i − 1, 1 ≤ i ≤ T. */
    public double stepBackVariance(int i) {
        return switch (variance) {
            case BETA -> beta(i);
            case POSTERIOR -> beta(i) * Math.expm1(logAlphaBar[i - 1]) / Math.expm1(logAlphaBar[i]);
        };
    }

    /**
     * The divisor σ̃² in losses of the reverse step from i: {@link #stepBackVariance}(i), or {@link #stepBackVariance}(i +
     * 1) where that is 0, which happens for the posterior's variance at i = 1.
     */
    public double lossVariance(int i) {
        double own = stepBackVariance(i);
        return own > 0 ? own : stepBackVariance(i + 1);
    }

    /** log ᾱ at time t. */
    private double logAlphaBar(double t) {
        int before = stepAt(t) - 1;
        return logAlphaBar[before] + (t * steps - before) * (logAlphaBar[before + 1] - logAlphaBar[before]);
    }

    /** The step at time t: i for (i − 1)/T &lt; t ≤ i/T. */
    public int stepAt(double t) {
        // A time computed as i/T may differ from it by rounding.
        return Math.clamp((long) Math.ceil(t * steps - 1e-9), 1, steps);
    }

    /** 1 − ᾱ(t)/ᾱ_{i−1}, i = {@link #stepAt}: the variance of a step from i − 1 to t, β_i at t = i/T. */
    public double betaUpTo(double t) {
        return -Math.expm1(logAlphaBar(t) - logAlphaBar[stepAt(t) - 1]);
    }

    private double rate(double t) {
        return -steps * Math.log1p(-beta(stepAt(t)));
    }

    @Override
    public double alpha(double t) {
        return Math.exp(0.5 * logAlphaBar(t));
    }

    @Override
    public double sigma(double t) {
        return Math.sqrt(0 - Math.expm1(logAlphaBar(t))); // not −0 at t = 0
    }

    @Override
    public double drift(double t) {
        return -0.5 * rate(t);
    }

    @Override
    public double diffusionSquared(double t) {
        return rate(t);
    }

    /** −log ᾱ. As functions of t, f and g² jump at every i/T; per unit of this time they are constant, −½ and 1. */
    @Override
    public double smoothTime(double t) {
        return -logAlphaBar(t);
    }

    @Override
    public double timeAtSmooth(double smooth) {
        int low = 0;
        int high = steps;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (-logAlphaBar[middle] <= smooth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + (smooth + logAlphaBar[low]) / (logAlphaBar[low] - logAlphaBar[high])) / steps;
    }

    @Override
    public double smoothRate(double t) {
        return rate(t);
    }

    @Override
    public double stepFactor(double t) {
        return 1 - beta(stepAt(t));
    }

    @Override
    public double tMin() {
        return 1.0 / steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiscreteDdpm ddpm
                && ddpm.steps == steps
                && ddpm.betaStart == betaStart
                && ddpm.betaEnd == betaEnd
                && ddpm.variance == variance;
    }

    @Override
    public int hashCode() {
        return Objects.hash(steps, betaStart, betaEnd, variance);
    }

    @Override
    public String toString() {
        return "DiscreteDdpm[steps=" + steps + ", betaStart=" + betaStart + ", betaEnd=" + betaEnd + ", variance="
                + variance.id() + "]";
    }
}
