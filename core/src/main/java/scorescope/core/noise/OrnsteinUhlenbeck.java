package scorescope.core.noise;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * The Ornstein–Uhlenbeck process, which is the Langevin process of the standard normal distribution: α = e^−t, σ = √(1 −
 * e^−2t), f = −1, g² = 2. Every variance-preserving process is this one with another time scale; in the bounded time t' = 1
 * − e^−t it has α = 1 − t'.
 *
 * @param tMax time at which it ends; the remaining signal is e^−tMax
 * @see <a href="https://doi.org/10.1103/PhysRev.36.823">Uhlenbeck and Ornstein 1930, On the theory of the Brownian
 *     motion</a>
 */
public record OrnsteinUhlenbeck(double tMax) implements NoiseProcess {
    public static final Parameter.Real T_MAX = new Parameter.Real(
            "tMax", "t_max", "", 5, 0.01, 100, true, "When the process is stopped; the signal left is exp(−t_max).");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "ornstein-uhlenbeck",
            "Ornstein–Uhlenbeck",
            "A constant pull home and constant noise: the signal decays exponentially.",
            List.of(T_MAX),
            values -> new OrnsteinUhlenbeck(values.get(T_MAX)));

    public OrnsteinUhlenbeck {
        if (!(tMax > 1e-3) || !Double.isFinite(tMax)) {
            throw BadInputException.of("process.tMax", "core.ornstein-uhlenbeck.too-early", tMax);
        }
    }

    @Override
    public double alpha(double t) {
        return Math.exp(-t);
    }

    @Override
    public double sigma(double t) {
        return Math.sqrt(-Math.expm1(-2 * t));
    }

    @Override
    public double drift(double t) {
        return -1;
    }

    @Override
    public double diffusionSquared(double t) {
        return 2;
    }
}
