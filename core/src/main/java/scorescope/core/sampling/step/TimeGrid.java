package scorescope.core.sampling.step;

import java.util.function.DoubleUnaryOperator;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Option;
import scorescope.core.words.CoreWords;

/**
 * How the times of a run along a process are spaced. A grid of N steps has N + 1 times, of which the first and the last are
 * exactly the given ends; it may decrease (sampling) or increase (encoding).
 */
public enum TimeGrid implements Option {
    /** Equal steps in t. */
    UNIFORM("uniform", "Uniform", "t", "Equal steps in t.") {
        @Override
        double between(NoiseProcess process, double from, double to, double share, double rho) {
            return from + share * (to - from);
        }
    },
    /** Equal steps in log t. */
    LOG("log", "Log", "log t", "Equal steps in log t.") {
        @Override
        boolean reaches(NoiseProcess process, double low) {
            return low > 0;
        }

        @Override
        double between(NoiseProcess process, double from, double to, double share, double rho) {
            return from * Math.pow(to / from, share);
        }
    },
    /**
     * Equal steps in (σ/α)^(1/ρ): steps are short where noise is small, and the shorter there the larger ρ.
     *
     * @see <a href="https://arxiv.org/abs/2206.00364">Karras et al.: Elucidating the design space of diffusion-based
     *     generative models (2022), equation 5</a>
     */
    KARRAS("karras", "Karras", "({ratio})^(1/ρ)", "Equal steps in ({ratio})^(1/ρ): short where noise is small.") {
        @Override
        double between(NoiseProcess process, double from, double to, double share, double rho) {
            return spaced(process, from, to, share, ratio -> Math.pow(ratio, 1 / rho), root -> Math.pow(root, rho));
        }
    },
    /** Equal steps in log(α²/σ²). */
    LOG_SNR(
            "log-snr",
            "Log-SNR",
            "{log-alpha-squared-over-sigma-squared}",
            "Equal steps in {log-alpha-squared-over-sigma-squared}.") {
        @Override
        boolean reaches(NoiseProcess process, double low) {
            return process.sigma(low) > 0;
        }

        @Override
        double between(NoiseProcess process, double from, double to, double share, double rho) {
            return spaced(process, from, to, share, Math::log, Math::exp);
        }
    };

    private final Entry entry;

    TimeGrid(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** The exponent of {@link #KARRAS} that its authors recommend. */
    public static final double USUAL_RHO = 7;

    /** The {@code steps + 1} times from {@code from} to {@code to}, with {@link #USUAL_RHO} for {@link #KARRAS}. */
    public double[] times(NoiseProcess process, double from, double to, int steps) {
        return times(process, from, to, steps, USUAL_RHO);
    }

    /**
     * The {@code steps + 1} times from {@code from} to {@code to}.
     *
     * @param rho exponent of {@link #KARRAS}; not used by other grids
     * @throws BadInputException if the grid cannot reach an end: t = 0, or σ = 0 there
     */
    public double[] times(NoiseProcess process, double from, double to, int steps, double rho) {
        double low = Math.min(from, to);
        if (!reaches(process, low)) {
            throw BadInputException.of(
                    "sampler.grid",
                    "core.time-grid.out-of-reach",
                    id(),
                    low,
                    CoreWords.text(this == LOG ? "core.time-grid.log-time" : "core.time-grid.log-noise"));
        }
        var times = new double[steps + 1];
        times[0] = from;
        for (int i = 1; i < steps; i++) {
            times[i] = between(process, from, to, i / (double) steps, rho);
        }
        times[steps] = to;
        return times;
    }

    /** Whether the grid's scale is finite at the lower end. */
    boolean reaches(NoiseProcess process, double low) {
        return true;
    }

    /** The time at the fraction {@code share} between the ends, 0 &lt; share &lt; 1. */
    abstract double between(NoiseProcess process, double from, double to, double share, double rho);

    /** The time where a function of σ/α is the given fraction between its values at the ends. */
    private static double spaced(
            NoiseProcess process,
            double from,
            double to,
            double share,
            DoubleUnaryOperator scale,
            DoubleUnaryOperator back) {
        double first = scale.applyAsDouble(process.at(from).ratio());
        double last = scale.applyAsDouble(process.at(to).ratio());
        return process.timeAtRatio(
                back.applyAsDouble(first + share * (last - first)), Math.min(from, to), Math.max(from, to));
    }
}
