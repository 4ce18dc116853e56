package scorescope.core.objective;

import java.util.List;
import scorescope.core.network.WeightArray;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.Probes;
import scorescope.core.score.Derivatives;
import scorescope.core.score.ScoreField;

/**
 * Maximum likelihood of an energy by contrastive divergence, E_θ(x_t) − E_θ(x⁻): lowers the energy of data and raises it at
 * negative samples x⁻, which start at the data and take K Langevin steps x ← x + ηs_θ + √(2η)z with η = cσ² in the current
 * energy. The steps are not differentiated.
 *
 * @see <a href="https://doi.org/10.1162/089976602760128018">Hinton 2002</a>
 */
public record ContrastiveDivergence(int steps, double stepSize) implements Objective {
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("negativeSteps", "K", 4, 1, 100, "Langevin steps from the data to its negatives.");
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "negativeStepSize",
            "c",
            "σ²",
            0.1,
            1e-4,
            1,
            true,
            "Size of a negative's Langevin step: {contrastive-step}.");

    public static final Kind<Objective.Family> KIND = new Kind<>(
            "contrastive-divergence",
            "Contrastive divergence",
            "An energy by maximum likelihood: lowers it at data, raises it at Langevin negatives, E(x) − E(x⁻).",
            List.of(STEPS, STEP_SIZE),
            values -> new Objective.Family(
                    NoiseRequirement.ANY,
                    true,
                    subject -> new ContrastiveDivergence(Math.toIntExact(values.get(STEPS)), values.get(STEP_SIZE))));

    @Override
    public BatchRequirements requirements() {
        return new BatchRequirements(Derivatives.NONE, steps, Probes.Law.GAUSSIAN, 2);
    }

    @Override
    public double lossAndGradient(Samples samples, WeightArray weights, WeightArray gradient) {
        var batch = samples.batch();
        var network = samples.network();
        int n = batch.size();
        negatives(samples, weights);
        System.arraycopy(batch.noisy(), 0, network.points(), 0, 2 * n);
        System.arraycopy(batch.negatives(), 0, network.points(), 2 * n, 2 * n);
        for (int j = 0; j < n; j++) {
            network.level(n + j, batch.time()[j], batch.alpha()[j], batch.sigma()[j]);
        }
        network.forward(weights, 2 * n);
        double[] energy = network.values().energy();
        double sum = 0;
        for (int j = 0; j < n; j++) {
            samples.turnTo(j);
            samples.turnTo(n + j);
            network.adjoints().energy()[j] = 1.0 / batch.total();
            network.adjoints().energy()[n + j] = -1.0 / batch.total();
            batch.losses()[j] = energy[j] - energy[n + j];
            sum += batch.losses()[j];
        }
        network.backward(weights, 2 * n, gradient);
        return sum / batch.total();
    }

    private void negatives(Samples samples, WeightArray weights) {
        var batch = samples.batch();
        var network = samples.network();
        float[] x = network.points();
        samples.forward(weights);
        for (int k = 0; k < steps; k++) {
            if (k > 0) {
                network.forward(weights, batch.size());
            }
            double[] score = network.values().score();
            for (int i = 0; i < 2 * batch.size(); i++) {
                double sigma = batch.sigma()[i / 2];
                x[i] += (float) move(score[i], draw(batch, i / 2, k, i % 2), sigma);
            }
        }
        System.arraycopy(x, 0, batch.negatives(), 0, 2 * batch.size());
    }

    /** ηs + √(2η)z at one coordinate. */
    private double move(double score, double z, double sigma) {
        double eta = stepSize * sigma * sigma;
        return eta * score + Math.sqrt(2 * eta) * z;
    }

    /** Coordinate i of z in step k of the negative sample j. */
    private double draw(Batch batch, int j, int k, int i) {
        return batch.vectors()[2 * (steps * j + k) + i];
    }

    /**
     * Positions of the negative sample j after 0, 1, …, K steps along {@code score} from x_t, with the noise of the batch.
     *
     * @param batch drawn with the vectors of {@link #requirements}; not modified
     * @return K + 1 first coordinates and as many second ones, in data units
     */
    public double[][] path(Batch batch, int j, ScoreField score) {
        double sigma = batch.sigma()[j];
        var level = new NoiseLevel(batch.time()[j], batch.alpha()[j], sigma);
        double[][] path = new double[2][steps + 1];
        path[0][0] = batch.noisy()[2 * j];
        path[1][0] = batch.noisy()[2 * j + 1];
        double[][] s = new double[2][steps + 1];
        for (int k = 0; k < steps; k++) {
            score.score(path[0], path[1], k, k + 1, level, s[0], s[1]);
            for (int i = 0; i < 2; i++) {
                path[i][k + 1] = path[i][k] + move(s[i][k], draw(batch, j, k, i), sigma);
            }
        }
        return path;
    }
}
