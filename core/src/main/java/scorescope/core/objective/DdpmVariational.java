package scorescope.core.objective;

import java.util.List;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.parameter.Kind;

/**
 * The terms of DDPM's variational bound, written for the noise: β²/(2σ̃²a(1−ᾱ))·‖ε_θ − ε‖². With ε_θ = −√(1−ᾱ) s_θ this
 * is {@link PosteriorMean}'s weight; the two differ only in what the network predicts.
 *
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel 2020, equation 12</a>
 */
public record DdpmVariational(DiscreteDdpm chain) implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "ddpm-variational",
            "DDPM's bound L",
            "The variational bound's own weights, β²/(2σ̃²a(1−{signal-squared}))·‖{eps}_θ − {eps}‖². Trained on the chain of a ddpm process.",
            List.of(),
            values -> Objective.Family.on(
                    Objective.NoiseRequirement.CHAIN,
                    subject -> new DdpmVariational(PosteriorMean.chain(subject.process()))));

    @Override
    public double weight(double t, double alpha, double sigma) {
        int i = chain.stepAt(t);
        double beta = chain.beta(i);
        double variance = chain.lossVariance(i);
        double onNoise = beta * beta / (2 * variance * (1 - beta) * (1 - chain.alphaBar(i)));
        return onNoise * sigma * sigma;
    }
}
