package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Batch;
import scorescope.core.objective.Objective;
import scorescope.core.objective.Residual;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;

class LossFloorTest {
    private static final MixtureScore EXACT = new MixtureScore(new GaussianMixture(List.of(
            Component.isotropic(0.3, -2, 0, 0.6),
            Component.isotropic(0.4, 2, 1, 0.6),
            Component.isotropic(0.3, 0, -2, 0.6))));

    private static TrainingTask task(String objective, String noise, String process) {
        var scalars =
                Parameters.NONE.with(TrainingParameters.OBJECTIVE, objective).with(TrainingParameters.NOISE, noise);
        return new TrainingTask(
                new TrainingSettings(scalars, List.of(8), new TrainingSettings.Levels(6, 5, 0.2)), Choice.of(process));
    }

    /** The exact score at one point. */
    private static double[] exact(double x, double y, NoiseLevel level) {
        var at = new double[2][1];
        EXACT.score(new double[] {x}, new double[] {y}, 0, 1, level, at[0], at[1]);
        return new double[] {at[0][0], at[1][0]};
    }

    /** The training loss of the exact score, over random noise levels, clean points and noise. */
    @ParameterizedTest
    @CsvSource({
        "ncsn, levels, variance-exploding",
        "ncsn, continuous, variance-preserving",
        "epsilon, continuous, variance-preserving",
        "v, continuous, variance-preserving",
        "flow-matching, continuous, rectified-flow",
        "ddpm-variational, continuous, ddpm",
        "implicit, levels, variance-exploding",
        "sliced, levels, variance-exploding",
        "sure, levels, variance-exploding"
    })
    void isTheMeanLossOfTheExactScore(String objective, String noise, String process) {
        var task = task(objective, noise, process);
        var loss = task.settings()
                .family()
                .over(new Objective.Subject(task.noiseProcess(), java.util.Optional.of(EXACT.mixture())));
        var random = new SplittableRandom(3);
        int n = 60_000;
        var batch = new Batch(n, n);
        var x = new double[n];
        var y = new double[n];
        EXACT.mixture().draw(4, x, y);
        var mean = new double[2];
        for (int j = 0; j < n; j++) {
            task.draw().draw(random.nextDouble(), batch, j);
            var level = new NoiseLevel(batch.time()[j], batch.alpha()[j], batch.sigma()[j]);
            double e = random.nextGaussian();
            double f = random.nextGaussian();
            double px = level.alpha() * x[j] + level.sigma() * e;
            double py = level.alpha() * y[j] + level.sigma() * f;
            var s = exact(px, py, level);
            double variance = level.sigma() * level.sigma();
            double square = s[0] * s[0] + s[1] * s[1];
            double here =
                    switch (objective) {
                        case "implicit", "sliced" -> variance * (trace(px, py, level) + 0.5 * square);
                        case "sure" ->
                            // D = x + σ²s: ‖D − x‖² + 2σ²∇·D − 2σ².
                            variance * variance * square
                                    + 2 * variance * (2 + variance * trace(px, py, level))
                                    - 2 * variance;
                        default ->
                            ((Residual) loss).weight(level.t(), level.alpha(), level.sigma())
                                    * (Math.pow(s[0] + e / level.sigma(), 2) + Math.pow(s[1] + f / level.sigma(), 2));
                    };
            mean[0] += here / n;
            mean[1] += here * here / n;
        }
        var floor = LossFloor.of(task, EXACT).orElseThrow();
        double error = 4 * Math.sqrt((mean[1] - mean[0] * mean[0]) / n);
        assertEquals(mean[0], floor.mean().value(), error + floor.mean().error(), objective);
        assertTrue(floor.mean().error() < 0.1 * Math.abs(mean[0]) + error, "stated error " + floor.mean());
    }

    private static double trace(double x, double y, NoiseLevel level) {
        double h = 1e-4;
        return (exact(x + h, y, level)[0]
                        - exact(x - h, y, level)[0]
                        + exact(x, y + h, level)[1]
                        - exact(x, y - h, level)[1])
                / (2 * h);
    }

    /** Eight Gaussians, twelve levels from 10 to 0.01, λ = σ². */
    @Test
    void ofTheReferenceRun() {
        var eight = new java.util.ArrayList<Component>();
        for (int k = 0; k < 8; k++) {
            eight.add(Component.isotropic(1, 5 * Math.cos(k * Math.PI / 4), 5 * Math.sin(k * Math.PI / 4), 0.4));
        }
        var settings = new TrainingSettings(Parameters.NONE, List.of(8), new TrainingSettings.Levels(12, 10, 0.01));
        var floor = LossFloor.of(new TrainingTask(settings), new MixtureScore(new GaussianMixture(eight)))
                .orElseThrow();
        assertEquals(0.6649966895762435, floor.mean().value(), floor.mean().error());
        assertEquals(12, floor.floors().size());
        assertEquals(10, floor.levels().getFirst().sigma(), 1e-6);
    }
}
