package scorescope.core.objective;

import java.util.List;
import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Workspace;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;

/**
 * Denoising score matching over many noise levels: mean over the batch of λ(σ)·½‖s_θ(x̃, σ) + ε/σ‖², summed over the
 * coordinates.
 *
 * @see <a href="https://arxiv.org/abs/1907.05600">Song and Ermon 2019</a>
 */
public record Ncsn(Weighting weighting, Domain domain) implements Objective {
    public static final Parameter.Name WEIGHTING = new Parameter.Name(
            "weighting",
            "λ(σ)",
            Weighting.SIGMA_SQUARED.id(),
            Weighting.ids(),
            "How much each noise level counts in the loss.");

    public static final Kind<Family> KIND = new Kind<>(
            "ncsn",
            "Denoising, many σ",
            "NCSN: learns the score at all levels at once from noised samples: λ(σ)·½‖s + ε/σ‖².",
            List.of(WEIGHTING),
            parameters -> domain -> new Ncsn(Weighting.of(parameters.get(WEIGHTING)), domain));

    @Override
    public double lossAndGradient(
            Mlp network, WeightArray weights, Batch batch, Workspace space, WeightArray gradient) {
        int n = batch.size();
        noised(batch, space);
        network.forward(weights, space, n);
        double loss = 0;
        for (int j = 0; j < n; j++) {
            loss += residual(batch, space, j);
        }
        network.backward(weights, space, n, gradient);
        return loss / batch.total();
    }

    private static void noised(Batch batch, Workspace space) {
        for (int j = 0; j < batch.size(); j++) {
            float sigma = batch.sigma()[j];
            space.condition()[j] = (float) Math.log(sigma);
            space.points()[2 * j] = batch.clean()[2 * j] + sigma * batch.noise()[2 * j];
            space.points()[2 * j + 1] = batch.clean()[2 * j + 1] + sigma * batch.noise()[2 * j + 1];
        }
    }

    /** λ½‖r‖², r = s + ε/σ, of sample j; leaves its derivative by the network's output, λ r ∂s/∂out / total. */
    private double residual(Batch batch, Workspace space, int j) {
        double sigma = batch.sigma()[j];
        double lambda = weighting.lambda(sigma, domain);
        var prediction = domain.prediction();
        double gain = gain(prediction, sigma);
        double sum = 0;
        for (int i = 2 * j; i < 2 * j + 2; i++) {
            double score = prediction.toScore(space.output()[i], space.points()[i], 1, sigma);
            double r = score + batch.noise()[i] / sigma;
            sum += r * r;
            space.outputGradient()[i] = (float) (lambda * r * gain / batch.total());
        }
        return lambda * 0.5 * sum;
    }

    /** ∂s/∂out; every prediction is affine in the score. */
    private static double gain(Prediction prediction, double sigma) {
        return prediction.toScore(1, 0, 1, sigma) - prediction.toScore(0, 0, 1, sigma);
    }
}
