package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * The Ornstein–Uhlenbeck process in the finite time t' = 1 − e^−t, at whose end t' = 1 the signal is gone: α = 1 − t', σ =
 * √(1 − α²) = √(t'(2 − t')), hence f = −1/(1 − t') and g² = 2/(1 − t'). Both diverge at t' = 1; therefore it ends
 * at t' = 0.999, which is t = 6.9.
 *
 * @see OrnsteinUhlenbeck
 */
public record FiniteOrnsteinUhlenbeck() implements NoiseProcess {
    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "finite-ornstein-uhlenbeck",
            "Finite Ornstein–Uhlenbeck",
            "The Ornstein–Uhlenbeck process in the time 1 − exp(−t), in which the signal falls linearly.",
            List.of(),
            none -> new FiniteOrnsteinUhlenbeck());

    @Override
    public double alpha(double t) {
        return 1 - t;
    }

    @Override
    public double sigma(double t) {
        return Math.sqrt(t * (2 - t));
    }

    @Override
    public double drift(double t) {
        return -1 / (1 - t);
    }

    @Override
    public double diffusionSquared(double t) {
        return 2 / (1 - t);
    }

    @Override
    public double tMax() {
        return 0.999;
    }
}
