package scorescope.core.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The initial arcs of {@link NetworkSimplex}: those that an optimal plan probably uses. */
final class FirstArcs {
    private static final int THINNED = 4;

    private FirstArcs() {}

    /** Adds arcs between points that are near after both samples are shifted and scaled to mean 0 and standard deviation 1. */
    static void addNear(CandidateArcs arcs, Sample a, Sample b) {
        double[][] p = standardised(a);
        double[][] q = standardised(b);
        arcs.addNearest(p, q, new double[b.count()], false);
        arcs.addNearest(q, p, new double[a.count()], true);
    }

    /**
     * Adds the arcs of least reduced cost under potentials that extend those of an optimal plan of fewer points.
     *
     * @param few sources of the plan of fewer points
     * @param potentials potentials of {@code few}
     */
    static void addCheap(CandidateArcs arcs, Sample a, Sample b, Sample few, double[] potentials) {
        // The largest potentials of the sinks that leave no reduced cost of the few sources negative, and then of the
        // sources.
        double[] ofSink = new double[b.count()];
        for (int j = 0; j < ofSink.length; j++) {
            ofSink[j] = Double.POSITIVE_INFINITY;
            for (int i = 0; i < potentials.length; i++) {
                ofSink[j] = Math.min(ofSink[j], cost(few, i, b, j) + potentials[i]);
            }
        }
        double[] ofSource = new double[a.count()];
        for (int i = 0; i < ofSource.length; i++) {
            ofSource[i] = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < ofSink.length; j++) {
                ofSource[i] = Math.max(ofSource[i], ofSink[j] - cost(a, i, b, j));
            }
        }
        double[] negative = Arrays.stream(ofSink).map(v -> -v).toArray();
        double[][] p = {a.x(), a.y()};
        double[][] q = {b.x(), b.y()};
        arcs.addNearest(p, q, negative, false);
        arcs.addNearest(q, p, ofSource, true);
    }

    /** Every fourth point. */
    static Sample thinned(Sample sample) {
        int count = Math.ceilDiv(sample.count(), THINNED);
        return new Sample(
                IntStream.range(0, count)
                        .mapToDouble(i -> sample.x()[THINNED * i])
                        .toArray(),
                IntStream.range(0, count)
                        .mapToDouble(i -> sample.y()[THINNED * i])
                        .toArray());
    }

    private static double cost(Sample a, int i, Sample b, int j) {
        double dx = a.x()[i] - b.x()[j];
        double dy = a.y()[i] - b.y()[j];
        return dx * dx + dy * dy;
    }

    private static double[][] standardised(Sample sample) {
        var m = sample.moments();
        double widthX = m.xx() > 0 ? Math.sqrt(m.xx()) : 1;
        double widthY = m.yy() > 0 ? Math.sqrt(m.yy()) : 1;
        return new double[][] {
            Arrays.stream(sample.x()).map(x -> (x - m.meanX()) / widthX).toArray(),
            Arrays.stream(sample.y()).map(y -> (y - m.meanY()) / widthY).toArray()
        };
    }
}
