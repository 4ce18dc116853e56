package scorescope.core.measure;

/**
 * Autocorrelation of Markov chains: one observable of C chains over T steps. Mean and variance are taken over all chains and
 * steps.
 *
 * @param chains C arrays of T numbers; not modified
 */
public record ChainStatistics(double[][] chains) {
    public ChainStatistics {
        if (chains.length == 0 || chains[0].length < 2) {
            throw new IllegalArgumentException("no chain of two steps or more");
        }
    }

    private int steps() {
        return chains[0].length;
    }

    private double mean() {
        double sum = 0;
        for (var chain : chains) {
            for (double value : chain) {
                sum += value;
            }
        }
        return sum / chains.length / steps();
    }

    /** Covariance of values {@code lag} steps apart, over all chains. */
    private double covariance(double mean, int lag) {
        double sum = 0;
        for (var chain : chains) {
            for (int t = 0; t + lag < chain.length; t++) {
                sum += (chain[t] - mean) * (chain[t + lag] - mean);
            }
        }
        return sum / chains.length / (steps() - lag);
    }

    /** ρ(k), k = 0..most, the correlation of values k steps apart; 1 at k = 0. */
    public double[] autocorrelation(int most) {
        double mean = mean();
        double variance = covariance(mean, 0);
        var rho = new double[Math.min(most, steps() - 1) + 1];
        for (int k = 0; k < rho.length; k++) {
            rho[k] = variance > 0 ? covariance(mean, k) / variance : 1;
        }
        return rho;
    }

    /**
     * τ = 1 + 2 Σ ρ(k): the number of steps equivalent to one independent sample. The sum runs over pairs ρ(2m) + ρ(2m + 1) as
     * long as they are positive, each limited to the pair before.
     *
     * @see <a href="https://doi.org/10.1214/ss/1177011137">Geyer 1992, Practical Markov chain Monte Carlo, section 3.3</a>
     */
    public double correlationTime() {
        double mean = mean();
        double variance = covariance(mean, 0);
        if (!(variance > 0)) {
            return steps();
        }
        double sum = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k + 1 < steps(); k += 2) {
            double pair = (covariance(mean, k) + covariance(mean, k + 1)) / variance;
            if (!(pair > 0)) {
                break;
            }
            before = Math.min(before, pair);
            sum += before;
        }
        return Math.max(1, 2 * sum - 1);
    }

    /** C T/τ: the number of independent samples with the same variance of the observable's mean. */
    public double effectiveSampleSize() {
        return chains.length * steps() / correlationTime();
    }
}
