package scorescope.core.training;

import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.objective.Batch;

/** Draws the noise levels of a batch. Immutable. */
interface NoiseDraw {
    /**
     * Sets time, α and σ of sample j of the batch.
     *
     * @param quantile in [0, 1); uniform numbers give the distribution of noise levels
     */
    void draw(double quantile, Batch batch, int j);

    /** Plain noise at L geometric levels: level i is max (min/max)^(i/(L−1)). */
    final class Geometric implements NoiseDraw {
        private final double[] sigma;
        private final double[] time;

        Geometric(TrainingSettings.Levels levels, NoiseProcess process) {
            sigma = new double[levels.count()];
            time = new double[levels.count()];
            for (int i = 0; i < sigma.length; i++) {
                double fraction = sigma.length == 1 ? 0 : (double) i / (sigma.length - 1);
                sigma[i] = (float) (levels.max() * Math.pow(levels.min() / levels.max(), fraction));
                time[i] = process.timeAtRatio(sigma[i], 0, process.tMax());
            }
        }

        @Override
        public void draw(double quantile, Batch batch, int j) {
            int i = Math.min(sigma.length - 1, (int) (sigma.length * quantile));
            batch.time()[j] = time[i];
            batch.alpha()[j] = 1;
            batch.sigma()[j] = sigma[i];
        }
    }

    /** Uniform in the process's time, or in the logarithm of time for processes with geometric time. */
    record Continuous(NoiseProcess process) implements NoiseDraw {
        @Override
        public void draw(double quantile, Batch batch, int j) {
            double first = process.tMin();
            double last = process.tMax();
            double t = process.geometricTime()
                    ? first * Math.pow(last / first, quantile)
                    : first + (last - first) * quantile;
            batch.time()[j] = t;
            batch.alpha()[j] = process.alpha(t);
            batch.sigma()[j] = process.sigma(t);
        }
    }

    /** Uniform over the steps of a chain. */
    public record Chain(DiscreteDdpm process) implements NoiseDraw {
        @Override
        public void draw(double quantile, Batch batch, int j) {
            int i = Math.min(process.steps(), 1 + (int) (process.steps() * quantile));
            double t = (double) i / process.steps();
            batch.time()[j] = t;
            batch.alpha()[j] = process.alpha(t);
            batch.sigma()[j] = process.sigma(t);
        }
    }
}
