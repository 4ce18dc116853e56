package scorescope.core.field;

import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;

/**
 * Climbs to a summit of a mixture's density. Where log p is concave Newton's step is taken if it raises p; else x moves to
 * (Σ r_k C_k⁻¹)⁻¹ Σ r_k C_k⁻¹ m_k, which never lowers p (expectation–maximisation for a mode). Ends when log p rises no more.
 *
 * @see <a href="https://doi.org/10.1109/34.888716">Carreira-Perpiñán 2000, Mode-finding for mixtures of Gaussians</a>
 */
final class SummitClimb {
    /** Largest number of evaluations of a component in one climb. */
    private static final double CLIMB_BUDGET = 2e6;

    /** Factor by which a step of expectation–maximisation is lengthened. */
    private static final double REACH = 4;

    /** A rise of log p that is rounding. */
    private static final double LEAST_RISE = 1e-14;

    private static final int FEWEST_STEPS = 10;

    private static final int MOST_STEPS = 500;

    private SummitClimb() {}

    /** @param responsibilities one for each component; overwritten */
    static DensityPeak from(NoisedMixture mixture, double startX, double startY, double[] responsibilities) {
        double x = startX;
        double y = startY;
        double log = mixture.responsibilities(x, y, responsibilities);
        int steps = (int) Math.clamp(CLIMB_BUDGET / mixture.size(), FEWEST_STEPS, MOST_STEPS);
        var watcher = Watcher.current();
        for (int step = 0; step < steps; step++) {
            watcher.requireWanted();
            var local = LocalModel.at(mixture, x, y, responsibilities);
            double newtonX = local.newtonX();
            double newtonY = local.newtonY();
            boolean concave = local.concave();
            if (concave && local.rise() < LEAST_RISE) {
                break;
            }
            double higher = concave
                    ? mixture.responsibilities(x + newtonX, y + newtonY, responsibilities)
                    : Double.NEGATIVE_INFINITY;
            double stepX = newtonX;
            double stepY = newtonY;
            if (!(higher > log)) {
                // Along a ridge fixed-point steps are short; a longer step is taken if log p rises.
                stepX = REACH * local.meanX();
                stepY = REACH * local.meanY();
                higher = mixture.responsibilities(x + stepX, y + stepY, responsibilities);
            }
            if (!(higher > log)) {
                stepX = local.meanX();
                stepY = local.meanY();
                higher = mixture.responsibilities(x + stepX, y + stepY, responsibilities);
            }
            if (!(higher > log + LEAST_RISE * (1 + Math.abs(log)))) {
                break;
            }
            x += stepX;
            y += stepY;
            log = higher;
        }
        return new DensityPeak(x, y, log, true);
    }

    /**
     * log p about a point to second order.
     *
     * @param scoreX first component of s; {@code scoreY} the second
     * @param xx Σ r_k C_k⁻¹
     * @param bentXX first element of the Hessian; its terms cancel where s is large, which does not happen near a summit
     */
    private record LocalModel(
            double scoreX,
            double scoreY,
            double xx,
            double xy,
            double yy,
            double bentXX,
            double bentXY,
            double bentYY) {
        static LocalModel at(NoisedMixture mixture, double x, double y, double[] responsibilities) {
            double xx = 0;
            double xy = 0;
            double yy = 0;
            double scoreX = 0;
            double scoreY = 0;
            double squareXX = 0;
            double squareXY = 0;
            double squareYY = 0;
            for (int k = 0; k < mixture.size(); k++) {
                double r = responsibilities[k];
                if (r > 0) {
                    double ux = mixture.pullX(k, x, y);
                    double uy = mixture.pullY(k, x, y);
                    xx += r * mixture.precisionXX(k);
                    xy += r * mixture.precisionXY(k);
                    yy += r * mixture.precisionYY(k);
                    scoreX += r * ux;
                    scoreY += r * uy;
                    squareXX += r * ux * ux;
                    squareXY += r * ux * uy;
                    squareYY += r * uy * uy;
                }
            }
            return new LocalModel(
                    scoreX,
                    scoreY,
                    xx,
                    xy,
                    yy,
                    squareXX - scoreX * scoreX - xx,
                    squareXY - scoreX * scoreY - xy,
                    squareYY - scoreY * scoreY - yy);
        }

        /** First component of the step of expectation–maximisation. */
        double meanX() {
            return (yy * scoreX - xy * scoreY) / (xx * yy - xy * xy);
        }

        double meanY() {
            return (xx * scoreY - xy * scoreX) / (xx * yy - xy * xy);
        }

        boolean concave() {
            return bentXX + bentYY < 0 && bentXX * bentYY - bentXY * bentXY > 0;
        }

        double newtonX() {
            return -(bentYY * scoreX - bentXY * scoreY) / (bentXX * bentYY - bentXY * bentXY);
        }

        double newtonY() {
            return -(bentXX * scoreY - bentXY * scoreX) / (bentXX * bentYY - bentXY * bentXY);
        }

        /** The rise of log p by Newton's step that the quadratic model predicts. */
        double rise() {
            return 0.5 * (scoreX * newtonX() + scoreY * newtonY());
        }
    }
}
