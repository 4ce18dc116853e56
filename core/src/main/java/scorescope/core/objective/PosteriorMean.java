package scorescope.core.objective;

import java.util.List;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;

/**
 * ‖μ_θ − μ̃‖² / (2σ̃²) for the mean of DDPM's reverse step, μ̃ = (x_i − β_i/√(1−ᾱ_i) ε)/√a_i with a_i = 1 − β_i. This is
 * β²/(2σ̃²a)·‖s_θ + ε/σ‖², the Kullback–Leibler divergence between two reverse steps of equal variance.
 *
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel 2020, equation 8</a>
 */
public record PosteriorMean(DiscreteDdpm chain) implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "mean",
            "Posterior mean μ̃",
            "Tell the mean of DDPM's step back, ‖μ_θ − μ̃‖²/(2σ̃²). Trained on the chain of a ddpm process.",
            List.of(),
            values -> Objective.Family.on(
                    Objective.NoiseRequirement.CHAIN, subject -> new PosteriorMean(chain(subject.process()))));

    static DiscreteDdpm chain(NoiseProcess process) {
        if (process instanceof DiscreteDdpm chain) {
            return chain;
        }
        throw new IllegalArgumentException("this loss needs a chain of steps, not " + process);
    }

    @Override
    public double weight(double t, double alpha, double sigma) {
        int i = chain.stepAt(t);
        double beta = chain.beta(i);
        double variance = chain.lossVariance(i);
        return beta * beta / (2 * variance * (1 - beta));
    }
}
