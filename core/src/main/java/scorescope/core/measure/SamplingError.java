package scorescope.core.measure;

import java.util.stream.IntStream;
import scorescope.core.quadrature.Estimate;

/**
 * A measure between two samples of independent points, with its sampling error: how much it varies between samples of the
 * same sizes. Both samples are divided into {@value #PARTS} disjoint parts; the measure between two parts of n/{@value
 * #PARTS} points varies √{@value #PARTS} times as much as between the whole samples if it is far above its floor, and at
 * least as much otherwise.
 */
public final class SamplingError {
    private static final int PARTS = 4;

    /** Smallest number of points of a part. */
    private static final int FEWEST = 2;

    private SamplingError() {}

    /**
     * The measure, with half the width of its 95 % interval as its error; for samples of fewer than eight points the error
     * is unknown.
     */
    public static Estimate of(SampleMeasure measure, Sample a, Sample b) {
        double value = measure.between(a, b);
        if (Math.min(a.count(), b.count()) < PARTS * FEWEST) {
            return new Estimate(value, Double.NaN);
        }
        var parts = Estimate.mean(IntStream.range(0, PARTS)
                .mapToDouble(part -> measure.between(part(a, part), part(b, part)))
                .toArray());
        return new Estimate(value, parts.error());
    }

    /** Every PARTS-th point, so that a trend along the sample affects all parts equally. */
    private static Sample part(Sample of, int part) {
        int count = (of.count() - part + PARTS - 1) / PARTS;
        var x = new double[count];
        var y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = of.x()[PARTS * i + part];
            y[i] = of.y()[PARTS * i + part];
        }
        return new Sample(x, y);
    }
}
