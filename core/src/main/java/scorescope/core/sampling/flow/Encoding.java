package scorescope.core.sampling.flow;

import java.util.Arrays;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.Probes;
import scorescope.core.sampling.flow.DormandPrince.Outcome;
import scorescope.core.sampling.flow.DormandPrince.Status;

/** Positions of points at the process's end, and the integrals of the Jacobian along their paths. */
public final class Encoding {
    final double[] x;
    final double[] y;
    final double[] divergenceXX;
    final double[] divergenceXY;
    final double[] divergenceYY;
    final double[] endTerm;
    final Outcome[] outcomes;

    Encoding(int n) {
        x = new double[n];
        y = new double[n];
        divergenceXX = new double[n];
        divergenceXY = new double[n];
        divergenceYY = new double[n];
        endTerm = new double[n];
        outcomes = new Outcome[n];
    }

    /** First coordinates at the end, in data units. */
    public double[] x() {
        return x;
    }

    /** Second coordinates at the end. */
    public double[] y() {
        return y;
    }

    /** How the integration of point {@code i} ended; the numbers of the point are NaN unless it is DONE. */
    public Outcome outcome(int i) {
        return outcomes[i];
    }

    /** Number of points whose path could not be integrated. */
    public int failures() {
        return (int) Arrays.stream(outcomes)
                .filter(outcome -> outcome.status() != Status.DONE)
                .count();
    }

    /** The first outcome that is not DONE, if there is one. */
    public Outcome outcome() {
        return Arrays.stream(outcomes)
                .filter(outcome -> outcome.status() != Status.DONE)
                .findFirst()
                .orElse(outcomes.length > 0 ? outcomes[0] : new Outcome(Status.DONE, 0, 0));
    }

    /** log p_t at the points, by the exact divergence. */
    public double[] logLikelihood() {
        var out = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = endTerm[i] + divergenceXX[i] + divergenceYY[i];
        }
        return out;
    }

    /**
     * log p_t at the points, with the divergence estimated by Hutchinson's vᵀJv; the probes v are the same along a whole
     * path.
     *
     * @param noise source of the probes, addressed by (probe, point)
     */
    public ProbedLikelihood logLikelihood(Probes probes, NoiseSource noise) {
        int n = x.length;
        var mean = new double[n];
        var vx = new double[n];
        var vy = new double[n];
        for (int k = 0; k < probes.count(); k++) {
            probes.draw(noise, k, vx, vy);
            for (int i = 0; i < n; i++) {
                double value = vx[i] * vx[i] * divergenceXX[i]
                        + 2 * vx[i] * vy[i] * divergenceXY[i]
                        + vy[i] * vy[i] * divergenceYY[i];
                mean[i] += (value - mean[i]) / (k + 1);
            }
        }
        var error = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] += endTerm[i];
            error[i] = probes.standardError(divergenceXX[i], divergenceXY[i], divergenceYY[i]);
        }
        return new ProbedLikelihood(mean, error);
    }

    /**
     * Hutchinson's estimates of log p_t at the points.
     *
     * @param standardError of each number, from the integral of the Jacobian along its path, see
     *     {@link Probes#standardError}
     */
    public record ProbedLikelihood(double[] logLikelihood, double[] standardError) {}
}
