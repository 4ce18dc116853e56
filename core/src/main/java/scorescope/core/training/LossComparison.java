package scorescope.core.training;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.BatchRequirements;
import scorescope.core.objective.ExactScore;
import scorescope.core.objective.Explicit;
import scorescope.core.objective.Implicit;
import scorescope.core.objective.Ncsn;
import scorescope.core.objective.Pointwise;
import scorescope.core.objective.Samples;
import scorescope.core.objective.Weighting;
import scorescope.core.parameter.Option;
import scorescope.core.score.Derivatives;
import scorescope.core.score.MixtureScore;

/**
 * Explicit, implicit and denoising loss of one network on the same noised samples, λ = σ². They differ by constants that do
 * not depend on the network,
 *
 * <ul>
 *   <li>explicit − implicit = ½E[λ‖s‖²], by parts;
 *   <li>denoising − explicit = ½E[λ(‖ε/σ‖² − ‖s‖²)], since s is the mean of −ε/σ given x_t,
 * </ul>
 *
 * up to the error of a finite sample. Reuses its arrays; for one thread at a time.
 *
 * @see <a href="https://jmlr.org/papers/v6/hyvarinen05a.html">Hyvärinen 2005</a>
 * @see <a href="https://doi.org/10.1162/NECO_a_00142">Vincent 2011</a>
 */
public final class LossComparison {
    /** The losses compared, in this order everywhere. */
    public static final List<Option> LOSSES = List.of(
            Option.of("explicit", "Explicit", "Distance to the exact score."),
            Option.of("implicit", "Implicit", "Hyvärinen's loss, which needs no target."),
            Option.of("denoising", "Denoising", "Distance to −{eps}/σ."));

    private final TrainingTask task;
    private final Samples samples;
    private final List<Pointwise> objectives;
    private final double[] magnitude;
    private final double[] target;

    /**
     * The result.
     *
     * @param losses means, in the order of {@link #LOSSES}
     * @param standardErrors of these means, from the scatter of the samples
     * @param byLevel the same losses by noise level
     * @param explicitOverImplicit explicit − implicit
     * @param denoisingOverExplicit denoising − explicit
     */
    public record Measured(
            double[] losses,
            double[] standardErrors,
            List<LevelLosses> byLevel,
            Gap explicitOverImplicit,
            Gap denoisingOverExplicit) {}

    /**
     * Difference between two losses.
     *
     * @param mean on these samples
     * @param expected the theoretical constant, estimated on the same samples
     * @param standardError of mean − expected
     */
    public record Gap(double mean, double expected, double standardError) {}

    /**
     * Draws the samples, as training draws a batch.
     *
     * @throws BadInputException if the exact density is not known
     */
    public LossComparison(TrainingTask task, TrainingData data, int count, long seed) {
        this.task = task;
        var mixture = data.mixture()
                .orElseThrow(() -> BadInputException.of("density", "core.loss-comparison.no-exact-score"));
        var process = task.noiseProcess();
        var requirements = BatchRequirements.of(Derivatives.TRACE);
        samples = new Samples(task.settings().architecture(), task.domain(), requirements, count, count);
        new BatchSource(data, task.draw(), requirements, seed).draw(0, 0, samples.batch());
        objectives = List.of(
                new Explicit(Weighting.SIGMA_SQUARED, process, new ExactScore(mixture)),
                new Implicit(Weighting.SIGMA_SQUARED, process),
                new Ncsn(Weighting.SIGMA_SQUARED, process));
        magnitude = new double[count];
        target = new double[count];
        var exact = new MixtureScore(mixture);
        var batch = samples.batch();
        double[] x = new double[1];
        double[] y = new double[1];
        double[] sx = new double[1];
        double[] sy = new double[1];
        for (int j = 0; j < count; j++) {
            double sigma = batch.sigma()[j];
            x[0] = batch.noisy()[2 * j];
            y[0] = batch.noisy()[2 * j + 1];
            exact.score(x, y, 0, 1, new NoiseLevel(batch.time()[j], batch.alpha()[j], sigma), sx, sy);
            magnitude[j] = 0.5 * sigma * sigma * (sx[0] * sx[0] + sy[0] * sy[0]);
            double zx = batch.noise()[2 * j];
            double zy = batch.noise()[2 * j + 1];
            target[j] = 0.5 * (zx * zx + zy * zy);
        }
    }

    /** The losses of a network of the task's architecture. */
    public Measured at(Weights weights) {
        var batch = samples.batch();
        int n = batch.size();
        samples.forward(weights.thaw());
        double[][] losses = new double[objectives.size()][n];
        double[] means = new double[objectives.size()];
        double[] errors = new double[objectives.size()];
        var byLevel = new java.util.ArrayList<LevelLosses>();
        for (int k = 0; k < objectives.size(); k++) {
            for (int j = 0; j < n; j++) {
                samples.turnTo(j);
                losses[k][j] = objectives.get(k).loss(samples);
                means[k] += losses[k][j] / n;
            }
            errors[k] = standardError(losses[k]);
            System.arraycopy(losses[k], 0, batch.losses(), 0, n);
            byLevel.add(LevelLosses.of(
                    batch,
                    task.domain(),
                    task.draw() instanceof NoiseDraw.Geometric
                            ? task.settings().trainedLevels().count()
                            : 0));
        }
        double[] unexplained = new double[n];
        for (int j = 0; j < n; j++) {
            unexplained[j] = target[j] - magnitude[j];
        }
        return new Measured(
                means, errors, byLevel, gap(losses[0], losses[1], magnitude), gap(losses[2], losses[0], unexplained));
    }

    /**
     * Standard error of the mean. Samples are stratified by noise level, so that differences between levels do not
     * contribute: the variance is half of the mean squared difference of neighbouring samples, whose levels are nearly
     * equal.
     */
    private static double standardError(double[] values) {
        int pairs = values.length / 2;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double apart = values[2 * i] - values[2 * i + 1];
            squares += apart * apart;
        }
        return Math.sqrt(squares / (2.0 * pairs) / values.length);
    }

    private static Gap gap(double[] above, double[] below, double[] expected) {
        int n = above.length;
        double mean = 0;
        double constant = 0;
        for (int j = 0; j < n; j++) {
            mean += (above[j] - below[j]) / n;
            constant += expected[j] / n;
        }
        var off = new double[n];
        for (int j = 0; j < n; j++) {
            off[j] = above[j] - below[j] - expected[j];
        }
        return new Gap(mean, constant, standardError(off));
    }
}
