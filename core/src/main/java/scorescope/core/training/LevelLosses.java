package scorescope.core.training;

import java.util.Arrays;
import scorescope.core.objective.Batch;
import scorescope.core.score.Domain;

/**
 * The loss by noise level: an exponential mean, over about fifty batches, of the losses of samples in equal intervals of
 * log(σ/α).
 */
public final class LevelLosses {
    /** No levels. */
    public static final LevelLosses EMPTY = new LevelLosses(new double[0], new double[0], new double[0]);

    private final double[] ratios;
    private final double[] losses;
    private final double[] errors;

    private LevelLosses(double[] ratios, double[] losses, double[] errors) {
        this.ratios = ratios;
        this.losses = losses;
        this.errors = errors;
    }

    /**
     * The losses of one batch, with standard errors.
     *
     * @param levels how many there are; 0 if noise is continuous
     */
    static LevelLosses of(Batch batch, Domain domain, int levels) {
        var recorder = new Recorder(domain, levels);
        recorder.add(batch);
        var means = recorder.losses();
        var squares = new double[means.size()];
        for (int j = 0; j < batch.size(); j++) {
            int bin = recorder.bin(batch.sigma()[j] / batch.alpha()[j]);
            double off = batch.losses()[j] - means.losses[bin];
            squares[bin] += off * off;
        }
        var errors = new double[means.size()];
        for (int i = 0; i < errors.length; i++) {
            double n = recorder.weights[i];
            errors[i] = n > 1 ? Math.sqrt(squares[i] / (n - 1) / n) : Double.NaN;
        }
        return new LevelLosses(means.ratios, means.losses, errors);
    }

    public int size() {
        return ratios.length;
    }

    /** σ/α in the middle of interval i; intervals are in increasing order. */
    public double ratio(int i) {
        return ratios[i];
    }

    /** The mean loss in interval i; NaN before a sample fell into it. */
    public double loss(int i) {
        return losses[i];
    }

    /** Standard error of the mean loss in interval i; NaN if it is not known. */
    public double standardError(int i) {
        return errors[i];
    }

    /** Accumulates losses during training. */
    static final class Recorder {
        private static final int MOST = 24;
        private static final double DECAY = 0.98;

        private final double low;
        private final double width;
        private final double[] ratios;
        private final double[] sums;
        private final double[] weights;

        /** @param levels how many there are; 0 if noise is continuous */
        Recorder(Domain domain, int levels) {
            int bins = levels > 0 && levels <= MOST ? levels : MOST / 2;
            low = Math.log(domain.minLevel());
            width = Math.max(1e-9, Math.log(domain.maxLevel()) - low) / Math.max(1, bins - 1);
            ratios = new double[bins];
            sums = new double[bins];
            weights = new double[bins];
            for (int i = 0; i < bins; i++) {
                ratios[i] = Math.exp(low + i * width);
            }
        }

        /** Multiplies the weights of older batches by the decay factor. */
        void fade() {
            for (int i = 0; i < sums.length; i++) {
                sums[i] *= DECAY;
                weights[i] *= DECAY;
            }
        }

        void add(Batch batch) {
            for (int j = 0; j < batch.size(); j++) {
                int bin = bin(batch.sigma()[j] / batch.alpha()[j]);
                sums[bin] += batch.losses()[j];
                weights[bin] += 1;
            }
        }

        private int bin(double ratio) {
            return Math.clamp(Math.round((Math.log(ratio) - low) / width), 0, sums.length - 1);
        }

        LevelLosses losses() {
            double[] means = new double[sums.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = weights[i] > 0 ? sums[i] / weights[i] : Double.NaN;
            }
            var unknown = new double[means.length];
            Arrays.fill(unknown, Double.NaN);
            return new LevelLosses(ratios, means, unknown);
        }

        /** Sums, then weights, as a checkpoint stores them. */
        double[] memory() {
            double[] all = Arrays.copyOf(sums, 2 * sums.length);
            System.arraycopy(weights, 0, all, sums.length, weights.length);
            return all;
        }

        void restore(double[] memory) {
            System.arraycopy(memory, 0, sums, 0, sums.length);
            System.arraycopy(memory, sums.length, weights, 0, weights.length);
        }
    }
}
