package scorescope.core.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * Several exact samples of one size, with which samples of that size are compared. The distance of exact samples from each
 * other is positive; it is called the floor, and distances are given in units of it. Immutable.
 */
public final class ExactSamples {
    private final MixtureScore exact;
    private final NoiseLevel level;
    private final SampleMeasure distance;
    private final List<Sample> draws;
    private final double floor;
    private final double meanLog;
    /** Variance of {@link #meanLog}. */
    private final double logVariance;

    /**
     * @param size number of points of each sample
     * @param count number of samples, at least 2
     * @throws IllegalArgumentException if the mixture has no density at the level
     */
    public ExactSamples(MixtureScore exact, NoiseLevel level, int size, int count, long seed, SampleMeasure distance) {
        this.exact = exact;
        this.level = level;
        this.distance = distance;
        var noised = exact.mixture().noised(level);
        draws = LongStream.range(seed, seed + count)
                .mapToObj(each -> Sample.drawn(noised, size, each))
                .toList();
        floor = median(IntStream.range(1, count)
                .mapToDouble(k -> distance.between(draws.get(k - 1), draws.get(k)))
                .toArray());
        meanLog = draws.stream().mapToDouble(this::meanLog).average().orElseThrow();
        logVariance =
                draws.stream().mapToDouble(this::meanLogVariance).average().orElseThrow() / count;
    }

    /** The median distance of exact samples from each other, in units of the distance. */
    public double floor() {
        return floor;
    }

    /**
     * The median distance of a sample from the exact ones, in floors: about 1 for an exact sample; with its sampling error.
     * The floor is the unit of all comparisons, so its own error is not included.
     */
    public Estimate floors(Sample sample) {
        double distances = median(draws.stream()
                .mapToDouble(draw -> distance.between(sample, draw))
                .toArray());
        double error = SamplingError.of(distance, sample, draws.getFirst()).error();
        return new Estimate(distances / floor, error / floor);
    }

    /** The distance of two samples from each other, in floors. */
    public double floorsBetween(Sample a, Sample b) {
        return distance.between(a, b) / floor;
    }

    /** The mean of log p over a sample minus the mean over all exact samples, in nats. */
    public double logGap(Sample sample) {
        return meanLog(sample) - meanLog;
    }

    /** The standard error of {@link #logGap}, in nats: the sample's own scatter and that of the exact samples. */
    public double logGapError(Sample sample) {
        return Math.sqrt(meanLogVariance(sample) + logVariance);
    }

    private double meanLog(Sample sample) {
        return Arrays.stream(logs(sample)).average().orElseThrow();
    }

    /** The variance of {@link #meanLog} for independent points: that of log p divided by their number. */
    private double meanLogVariance(Sample sample) {
        var log = logs(sample);
        double mean = Arrays.stream(log).average().orElseThrow();
        return Arrays.stream(log).map(value -> (value - mean) * (value - mean)).sum() / log.length / log.length;
    }

    private double[] logs(Sample sample) {
        var log = new double[sample.count()];
        exact.logDensity(sample.x(), sample.y(), 0, log.length, level, log);
        return log;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
    }
}
