package scorescope.core.field;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.GaussRule;
import scorescope.core.score.ScoreField;

/**
 * Adaptive integrals of the radial component of a score along a fan of rays from an anchor: pieces are halved until the sum
 * of the rule over both halves agrees with the rule over the whole piece. All pieces of one depth are evaluated in one
 * batch.
 */
final class RayRefinement {
    /**
     * Target error of one piece, in nats. Errors of all pieces of a ray are added up and returned. What lies between the nodes of
     * a piece and of its neighbour, or between rays, is not seen and not in that error: a component narrower than their
     * spacing. The layer that draws the result says so where any component is narrower than a pixel.
     */
    private static final double TOLERANCE = 1e-4;

    private static final int DEEPEST = 16;

    /** Number of times the first piece of a ray is halved towards the anchor before the adaptive refinement. */
    private static final int GRADES = 10;

    /**
     * Largest number of pieces of one depth. If halving would exceed it, no piece is halved further and the differences are
     * added to the error.
     */
    private static final int MOST = 100_000;

    private final ScoreField score;
    private final NoiseLevel level;
    private final double anchorX;
    private final double anchorY;
    private final int rays;
    private final int rings;
    private final double step;
    private final GaussRule rule;

    /**
     * The part of piece {@code piece} from radius {@code from} over {@code length}, in data units, with its integral in
     * nats.
     */
    private record Part(int piece, double from, double length, double integral) {}

    RayRefinement(
            ScoreField score,
            NoiseLevel level,
            double anchorX,
            double anchorY,
            int rays,
            int rings,
            double step,
            GaussRule rule) {
        this.score = score;
        this.level = level;
        this.anchorX = anchorX;
        this.anchorY = anchorY;
        this.rays = rays;
        this.rings = rings;
        this.step = step;
        this.rule = rule;
    }

    /**
     * Improves the integrals of pieces, ray by ray and ring by ring, where needed.
     *
     * @param pieces integrals by one application of the rule, in nats; overwritten
     * @return the largest estimated error of the sum over a ray, in nats
     */
    double refine(double[] pieces) {
        var errors = new double[rays];
        var pending = suspects(pieces, errors);
        for (var part : pending) {
            pieces[part.piece()] = 0;
        }
        for (int depth = 0; !pending.isEmpty(); depth++) {
            var halves = new ArrayList<Part>(2 * pending.size());
            for (var part : pending) {
                double half = 0.5 * part.length();
                halves.add(new Part(part.piece(), part.from(), half, 0));
                halves.add(new Part(part.piece(), part.from() + half, half, 0));
            }
            var integrals = integrals(halves);
            boolean last = depth == DEEPEST || 2 * halves.size() > MOST;
            var next = new ArrayList<Part>();
            for (int i = 0; i < pending.size(); i++) {
                var part = pending.get(i);
                double finer = integrals[2 * i] + integrals[2 * i + 1];
                double off = Math.abs(finer - part.integral());
                if (last || off <= TOLERANCE) {
                    pieces[part.piece()] += finer;
                    errors[part.piece() / rings] += off;
                } else {
                    for (int k = 2 * i; k < 2 * i + 2; k++) {
                        var half = halves.get(k);
                        next.add(new Part(half.piece(), half.from(), half.length(), integrals[k]));
                    }
                }
            }
            pending = next;
        }
        double worst = 0;
        for (double value : errors) {
            worst = Math.max(worst, value);
        }
        return worst;
    }

    /**
     * The pieces to refine: those of each pair of neighbours for which the rule over the pair differs from the sum by more
     * than the tolerance, and always the first two of a ray. For other pairs the difference is added to {@code errors}.
     */
    private List<Part> suspects(double[] pieces, double[] errors) {
        var pairs = new ArrayList<Part>();
        for (int ray = 0; ray < rays; ray++) {
            for (int ring = 0; ring < rings; ring += 2) {
                int first = Math.min(ring, rings - 2);
                pairs.add(new Part(ray * rings + first, first * step, 2 * step, 0));
            }
        }
        var over = integrals(pairs);
        var suspects = graded();
        var refined = new boolean[pieces.length];
        for (int i = 0; i < over.length; i++) {
            int piece = pairs.get(i).piece();
            double off = Math.abs(over[i] - pieces[piece] - pieces[piece + 1]);
            if (piece % rings == 0) {
                refined[piece + 1] = true;
                suspects.add(new Part(piece + 1, step, step, pieces[piece + 1]));
                continue;
            }
            if (off <= TOLERANCE) {
                errors[piece / rings] += off;
                continue;
            }
            for (int k = piece; k < piece + 2; k++) {
                // With an odd number of rings the last two pairs share a piece.
                if (!refined[k]) {
                    refined[k] = true;
                    suspects.add(new Part(k, k % rings * step, step, pieces[k]));
                }
            }
        }
        return suspects;
    }

    /**
     * The first piece of every ray, divided into parts whose lengths halve towards the anchor, which may be the mean of a
     * narrow component.
     */
    private List<Part> graded() {
        var parts = new ArrayList<Part>();
        for (int ray = 0; ray < rays; ray++) {
            double end = step;
            for (int grade = 0; grade <= GRADES; grade++) {
                double from = grade == GRADES ? 0 : 0.5 * end;
                parts.add(new Part(ray * rings, from, end - from, 0));
                end = from;
            }
        }
        var integrals = integrals(parts);
        var known = new ArrayList<Part>();
        for (int i = 0; i < integrals.length; i++) {
            var part = parts.get(i);
            known.add(new Part(part.piece(), part.from(), part.length(), integrals[i]));
        }
        return known;
    }

    private double[] integrals(List<Part> parts) {
        int nodes = rule.nodes().length;
        int n = parts.size() * nodes;
        var x = new double[n];
        var y = new double[n];
        var u = new double[n];
        var v = new double[n];
        for (int i = 0; i < n; i++) {
            var part = parts.get(i / nodes);
            double angle = angle(part);
            double r = part.from() + rule.nodes()[i % nodes] * part.length();
            x[i] = anchorX + r * Math.cos(angle);
            y[i] = anchorY + r * Math.sin(angle);
        }
        score.score(x, y, 0, n, level, u, v);
        var integrals = new double[parts.size()];
        for (int i = 0; i < n; i++) {
            var part = parts.get(i / nodes);
            double angle = angle(part);
            integrals[i / nodes] +=
                    part.length() * rule.weights()[i % nodes] * (u[i] * Math.cos(angle) + v[i] * Math.sin(angle));
        }
        return integrals;
    }

    private double angle(Part part) {
        int ray = part.piece() / rings;
        return 2 * Math.PI * ray / rays;
    }
}
