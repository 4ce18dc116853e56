package scorescope.core.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

/**
 * The critical points of log p_σ followed over growing noise σ at constant α. A saddle and an extremum approach each other
 * and vanish together, until one maximum remains. Two paths that end at the same level, nearest to each other, end in one
 * point.
 *
 * @param paths one for each critical point, each in order of rising σ
 */
public record CriticalPaths(List<Path> paths) {
    /** Largest distance of two vanishing points that are joined in one point, as a share of the mixture's extent. */
    private static final double MEETING = 0.12;

    /** The positions of one point at rising σ, in data units. */
    public record Path(CriticalPoint.Kind kind, double[] sigma, double[] x, double[] y) {
        public int length() {
            return sigma.length;
        }
    }

    public CriticalPaths {
        paths = List.copyOf(paths);
    }

    /**
     * Follows the critical points over {@code levels} geometric levels from {@code low} to {@code high}.
     *
     * @param alpha the signal's factor, the same at all levels
     * @throws IllegalArgumentException unless 0 &lt; low &lt; high and levels is at least 2
     */
    public static CriticalPaths of(GaussianMixture mixture, double alpha, double low, double high, int levels) {
        if (!(low > 0 && low < high) || levels < 2) {
            throw new IllegalArgumentException("no levels: " + low + ", " + high + ", " + levels);
        }
        var follower = new Follower(mixture, alpha);
        follower.begin(low);
        for (int i = 1; i < levels && follower.live.size() > 1; i++) {
            follower.rise(low * Math.pow(high / low, i / (levels - 1.0)), 0);
        }
        follower.finished.addAll(follower.live);
        return new CriticalPaths(follower.finished.stream().map(Track::path).toList());
    }

    /** The tracks up to the current level. */
    private static final class Follower {
        /** Number of times a step in which points vanish is halved, so that they are followed to where they meet. */
        private static final int DEEPEST = 7;

        private final GaussianMixture mixture;
        private final double alpha;
        private final List<Track> live = new ArrayList<>();
        private final List<Track> finished = new ArrayList<>();
        private double level;
        private double reach;

        Follower(GaussianMixture mixture, double alpha) {
            this.mixture = mixture;
            this.alpha = alpha;
        }

        void begin(double sigma) {
            level = sigma;
            var box = mixture.bounds(1);
            reach = MEETING * alpha * Math.hypot(box.x1() - box.x0(), box.y1() - box.y0());
            points(sigma).forEach(point -> live.add(new Track(point, sigma)));
        }

        private List<CriticalPoint> points(double sigma) {
            var noised = new NoisedMixture(mixture, new NoiseLevel(0, alpha, sigma));
            return new ArrayList<>(CriticalPoints.of(noised).points());
        }

        void rise(double sigma, int depth) {
            var points = points(sigma);
            if (depth < DEEPEST && points.size() < live.size()) {
                rise(Math.sqrt(level * sigma), depth + 1);
                rise(sigma, depth + 1);
                return;
            }
            var ended = advance(live, points, sigma);
            meet(ended, sigma, reach);
            finished.addAll(ended);
            live.removeAll(ended);
            points.forEach(point -> live.add(new Track(point, sigma)));
            level = sigma;
        }
    }

    /** Moves every track to the nearest point of its kind, nearest pairs first; returns those that found none. */
    private static List<Track> advance(List<Track> live, List<CriticalPoint> points, double sigma) {
        var waiting = new ArrayList<>(live);
        while (true) {
            Track closest = null;
            CriticalPoint next = null;
            double least = Double.POSITIVE_INFINITY;
            for (var track : waiting) {
                for (var point : points) {
                    double apart = point.kind() == track.kind ? track.apart(point.x(), point.y()) : Double.NaN;
                    if (apart < least) {
                        least = apart;
                        closest = track;
                        next = point;
                    }
                }
            }
            if (closest == null || next == null) {
                return waiting;
            }
            closest.add(next.x(), next.y(), sigma);
            waiting.remove(closest);
            points.remove(next);
        }
    }

    /** Extends a saddle and an extremum that end together to one common point. */
    private static void meet(List<Track> ended, double sigma, double reach) {
        for (var saddle : ended) {
            if (saddle.kind == CriticalPoint.Kind.SADDLE) {
                ended.stream()
                        .filter(other -> other.kind != CriticalPoint.Kind.SADDLE && !other.met)
                        .filter(other -> other.apart(saddle.lastX(), saddle.lastY()) < reach)
                        .min((a, b) -> Double.compare(
                                a.apart(saddle.lastX(), saddle.lastY()), b.apart(saddle.lastX(), saddle.lastY())))
                        .ifPresent(other -> {
                            double x = 0.5 * (saddle.lastX() + other.lastX());
                            double y = 0.5 * (saddle.lastY() + other.lastY());
                            other.met = true;
                            saddle.add(x, y, sigma);
                            other.add(x, y, sigma);
                        });
            }
        }
    }

    private static final class Track {
        private final CriticalPoint.Kind kind;
        private double[] sigma = new double[16];
        private double[] x = new double[16];
        private double[] y = new double[16];
        private int length;
        private boolean met;

        Track(CriticalPoint point, double sigma) {
            kind = point.kind();
            add(point.x(), point.y(), sigma);
        }

        void add(double px, double py, double level) {
            if (length == x.length) {
                sigma = Arrays.copyOf(sigma, 2 * length);
                x = Arrays.copyOf(x, 2 * length);
                y = Arrays.copyOf(y, 2 * length);
            }
            sigma[length] = level;
            x[length] = px;
            y[length++] = py;
        }

        double lastX() {
            return x[length - 1];
        }

        double lastY() {
            return y[length - 1];
        }

        double apart(double px, double py) {
            return Math.hypot(px - lastX(), py - lastY());
        }

        Path path() {
            return new Path(kind, Arrays.copyOf(sigma, length), Arrays.copyOf(x, length), Arrays.copyOf(y, length));
        }
    }
}
