package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.GaussRule;
import scorescope.core.score.ScoreField;

/**
 * The density that belongs to a score, recovered by line integrals: log p(x) − log p(a) = ∫₀¹ s(a + τ(x − a))·(x − a) dτ,
 * by the Gauss–Legendre rule on each piece of the ray. For a learned score, which has curl, the result depends on the
 * anchor a.
 *
 * <p>For a whole picture the rays from the anchor are shared: a fan of them is integrated outwards, and between its points
 * log p is interpolated by cubics. Reuses its arrays; not for use by several threads at once.
 */
public final class RecoveredDensity {
    private double[] logs = new double[0];
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] scoreX = new double[0];
    private double[] scoreY = new double[0];
    private double anchorX;
    private double anchorY;
    private double step = 1;
    private int rays = 2;
    private int rings = 1;
    private double error;

    /**
     * log p(x_i) − log p(a) at single points, each along its own ray.
     *
     * @param pieces number of parts of a ray
     * @param nodes number of nodes of the rule in each part
     * @param out overwritten; as long as the points
     */
    public static void logRatio(
            ScoreField score,
            NoiseLevel level,
            double anchorX,
            double anchorY,
            double[] pointX,
            double[] pointY,
            int pieces,
            int nodes,
            double[] out) {
        var rule = GaussRule.ofUnitInterval(nodes);
        int each = pieces * nodes;
        double[] x = new double[each];
        double[] y = new double[each];
        double[] u = new double[each];
        double[] v = new double[each];
        for (int i = 0; i < pointX.length; i++) {
            double dx = pointX[i] - anchorX;
            double dy = pointY[i] - anchorY;
            for (int k = 0; k < each; k++) {
                int piece = k / nodes;
                double tau = (piece + rule.nodes()[k % nodes]) / pieces;
                x[k] = anchorX + tau * dx;
                y[k] = anchorY + tau * dy;
            }
            score.score(x, y, 0, each, level, u, v);
            double sum = 0;
            for (int k = 0; k < each; k++) {
                sum += rule.weights()[k % nodes] * (u[k] * dx + v[k] * dy);
            }
            out[i] = sum / pieces;
        }
    }

    /**
     * Integrates outwards along a fan of rays. Pieces where the rule does not agree with itself on halves are halved again
     * ({@link RayRefinement}), so that components much narrower than a piece are integrated too.
     *
     * @param radius length of the rays, in data units
     * @param rays their number, even, so that each has an opposite one
     * @param rings number of pieces of a ray
     * @param nodes number of nodes of the rule in each piece
     */
    public void fan(
            ScoreField score,
            NoiseLevel level,
            double anchorX,
            double anchorY,
            double radius,
            int rays,
            int rings,
            int nodes) {
        if (rays < 4 || rays % 2 != 0 || rings < 2 || !(radius > 0)) {
            throw new IllegalArgumentException("not a fan: " + rays + " rays, " + rings + " rings, radius " + radius);
        }
        this.anchorX = anchorX;
        this.anchorY = anchorY;
        this.rays = rays;
        this.rings = rings;
        step = radius / rings;
        var rule = GaussRule.ofUnitInterval(nodes);
        int each = rings * nodes;
        reserve(rays * each, rays * (rings + 1));
        for (int ray = 0; ray < rays; ray++) {
            double cos = Math.cos(2 * Math.PI * ray / rays);
            double sin = Math.sin(2 * Math.PI * ray / rays);
            for (int k = 0; k < each; k++) {
                int ring = k / nodes;
                double r = step * (ring + rule.nodes()[k % nodes]);
                x[ray * each + k] = anchorX + r * cos;
                y[ray * each + k] = anchorY + r * sin;
            }
        }
        score.score(x, y, 0, rays * each, level, scoreX, scoreY);
        var pieces = new double[rays * rings];
        for (int piece = 0; piece < pieces.length; piece++) {
            int ray = piece / rings;
            double cos = Math.cos(2 * Math.PI * ray / rays);
            double sin = Math.sin(2 * Math.PI * ray / rays);
            for (int k = 0; k < nodes; k++) {
                int at = piece * nodes + k;
                pieces[piece] += step * rule.weights()[k] * (scoreX[at] * cos + scoreY[at] * sin);
            }
        }
        error = new RayRefinement(score, level, anchorX, anchorY, rays, rings, step, rule).refine(pieces);
        for (int ray = 0; ray < rays; ray++) {
            double sum = 0;
            logs[ray * (rings + 1)] = 0;
            for (int ring = 0; ring < rings; ring++) {
                sum += pieces[ray * rings + ring];
                logs[ray * (rings + 1) + ring + 1] = sum;
            }
        }
    }

    /** The estimated error of log p − log p(a) at the end of the worst ray of the last fan, in nats. */
    public double error() {
        return error;
    }

    /** log p(x) − log p(a) from the fan, within its radius. */
    public double logRatio(double pointX, double pointY) {
        return interpolated(pointX, pointY, 1);
    }

    /**
     * log p(x) − log p(a) from every second ray and ring only; the numbers of rays and rings must be even. Its difference
     * from {@link #logRatio} bounds the interpolation error, because the error of the cubic falls with the third power of
     * the spacing.
     */
    public double roughLogRatio(double pointX, double pointY) {
        return interpolated(pointX, pointY, 2);
    }

    private double interpolated(double pointX, double pointY, int stride) {
        double dx = pointX - anchorX;
        double dy = pointY - anchorY;
        double ring = Math.hypot(dx, dy) / (step * stride);
        double turn = Math.atan2(dy, dx) / (2 * Math.PI);
        int coarseRays = rays / stride;
        double ray = (turn - Math.floor(turn)) * coarseRays;
        int i = (int) ray;
        int j = Math.min((int) ring, rings / stride - 1);
        return cubic(
                along(i - 1, j, ring - j, stride),
                along(i, j, ring - j, stride),
                along(i + 1, j, ring - j, stride),
                along(i + 2, j, ring - j, stride),
                ray - i);
    }

    private double along(int ofStrides, int ring, double part, int stride) {
        int ray = ofStrides * stride;
        double here = at(ray, ring * stride);
        double next = at(ray, (ring + 1) * stride);
        double beyond = (ring + 2) * stride <= rings ? at(ray, (ring + 2) * stride) : 2 * next - here;
        return cubic(at(ray, (ring - 1) * stride), here, next, beyond, part);
    }

    /** The value at a ring of a ray; rings before the first lie on the opposite ray. */
    private double at(int ray, int ring) {
        int from = ring < 0 ? ray + rays / 2 : ray;
        return logs[Math.floorMod(from, rays) * (rings + 1) + Math.abs(ring)];
    }

    /** Catmull–Rom cubic between b (part 0) and c (part 1). */
    private static double cubic(double a, double b, double c, double d, double part) {
        return b + 0.5 * part * (c - a + part * (2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a)));
    }

    private void reserve(int points, int values) {
        if (x.length < points) {
            x = new double[points];
            y = new double[points];
            scoreX = new double[points];
            scoreY = new double[points];
        }
        if (logs.length < values) {
            logs = Arrays.copyOf(logs, values);
        }
    }
}
