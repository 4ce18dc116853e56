package scorescope.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.Exponentials;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;

/**
 * log p at many points of a mixture of very many components. The points are divided into boxes, and in each box only the
 * components are summed that matter there, by {@link NearTerms}: with 10⁵ components 3 ns for each of them. The current
 * {@link Watcher} may cancel it.
 */
final class LogDensities {
    /** Points in a box that is not divided: choosing its components costs as much as three points. */
    private static final int FEW_POINTS = 32;

    /** With fewer components a box is not divided. */
    private static final int FEW_COMPONENTS = 64;

    /** Boxes that are given to threads. */
    private static final int SHARES = 32;

    private final NoisedMixture mixture;
    private final double[] x;
    private final double[] y;
    private final double[] log;
    private final Watcher watcher = Watcher.current();
    private final AtomicLong work = new AtomicLong();

    private LogDensities(NoisedMixture mixture, double[] x, double[] y, int count) {
        this.mixture = mixture;
        this.x = x;
        this.y = y;
        log = new double[count];
    }

    /**
     * The result of a call.
     *
     * @param log log p at every point
     * @param work number of terms computed
     */
    record Values(double[] log, long work) {}

    /** @param count number of points, at most the length of {@code x} */
    static Values of(NoisedMixture mixture, double[] x, double[] y, int count) {
        var all = new LogDensities(mixture, x, y, count);
        var shares = new ArrayList<int[]>();
        all.share(IntStream.range(0, count).toArray(), SHARES, shares);
        SpinPool.current().run(shares.size(), i -> {
            var box = all.new Boxes();
            box.evaluate(shares.get(i), box.terms.all());
            all.work.addAndGet(box.terms.work());
        });
        return new Values(all.log, all.work.get());
    }

    private void share(int[] points, int parts, List<int[]> shares) {
        if (parts == 1 || points.length <= FEW_POINTS) {
            shares.add(points);
            return;
        }
        for (var half : halves(points)) {
            share(half, parts / 2, shares);
        }
    }

    /** The bounding box of points: its middle and half of its sides. */
    private record Bounds(double x, double y, double halfX, double halfY) {}

    private Bounds bounds(int[] points) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int i : points) {
            x0 = Math.min(x0, x[i]);
            x1 = Math.max(x1, x[i]);
            y0 = Math.min(y0, y[i]);
            y1 = Math.max(y1, y[i]);
        }
        return new Bounds(0.5 * (x0 + x1), 0.5 * (y0 + y1), 0.5 * (x1 - x0), 0.5 * (y1 - y0));
    }

    /** The points on both sides of the middle of the longer side; one list if all coincide. */
    private List<int[]> halves(int[] points) {
        var box = bounds(points);
        boolean across = box.halfX() >= box.halfY();
        double[] along = across ? x : y;
        double middle = across ? box.x() : box.y();
        var below = IntStream.of(points).filter(i -> along[i] < middle).toArray();
        var above = IntStream.of(points).filter(i -> !(along[i] < middle)).toArray();
        return below.length == 0 || above.length == 0 ? List.of(points) : List.of(below, above);
    }

    /** The boxes of one thread. */
    private final class Boxes {
        private final NearTerms terms = new NearTerms(mixture);
        private double[] own = new double[0];
        private double[] scratch = new double[0];

        void evaluate(int[] points, int[] among) {
            watcher.requireWanted();
            if (points.length == 0) {
                return;
            }
            var box = bounds(points);
            int[] near = terms.near(among, box.x(), box.y(), box.halfX(), box.halfY());
            var halves =
                    points.length <= FEW_POINTS || near.length <= FEW_COMPONENTS ? List.of(points) : halves(points);
            if (halves.size() == 1) {
                sum(points, near);
            } else {
                halves.forEach(half -> evaluate(half, near));
            }
        }

        /** log-sum-exp of the components {@code near} at each point; their numbers are copied next to each other first. */
        private void sum(int[] points, int[] near) {
            int n = near.length;
            if (own.length < n) {
                own = new double[n];
                scratch = new double[n];
            }
            var copy = new NearMixture(mixture, near);
            for (int i : points) {
                copy.logTerms(x[i], y[i], own);
                double top = largest(own, n);
                Exponentials.relative(own, top, scratch, n);
                log[i] = top + Math.log(sum(own, n));
            }
            terms.addWork((long) n * points.length);
        }

        /** Four maxima side by side: each of one would wait for the one before. */
        private static double largest(double[] values, int n) {
            double a = Double.NEGATIVE_INFINITY;
            double b = a;
            double c = a;
            double d = a;
            int k = 0;
            for (; k + 3 < n; k += 4) {
                a = Math.max(a, values[k]);
                b = Math.max(b, values[k + 1]);
                c = Math.max(c, values[k + 2]);
                d = Math.max(d, values[k + 3]);
            }
            for (; k < n; k++) {
                a = Math.max(a, values[k]);
            }
            return Math.max(Math.max(a, b), Math.max(c, d));
        }

        private static double sum(double[] values, int n) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int k = 0;
            for (; k + 3 < n; k += 4) {
                a += values[k];
                b += values[k + 1];
                c += values[k + 2];
                d += values[k + 3];
            }
            for (; k < n; k++) {
                a += values[k];
            }
            return a + b + (c + d);
        }
    }
}
