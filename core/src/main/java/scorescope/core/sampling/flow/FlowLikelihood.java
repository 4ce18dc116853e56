package scorescope.core.sampling.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.Probes;
import scorescope.core.sampling.flow.DormandPrince.Outcome;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.score.JacobianField;
import scorescope.core.score.LogDensityField;
import scorescope.core.score.ScoreField;

/**
 * Encodes points along the probability-flow ODE dx/dt = f x − ½ g² s and sums up the divergence on the way, which gives
 * their likelihood: log p_t(x) = log p_T(x_T) + ∫ ∇·(dx/dt) dt, with a plus.
 *
 * <p>By the scaling identity every process is plain noise of level ρ = σ/α seen through the lens y = x/α, so that one
 * equation serves them all: dy/dρ = −ρ s(y; 1, ρ), integrated over log ρ. Neither f nor g² is needed, and kinks of a
 * schedule do not matter. In these coordinates log p_t(x) = log q_ρ(y) − 2 log α.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs, section
 *     4.3</a>
 */
public final class FlowLikelihood {
    /** Of an exact score, which is right to some 1e-13. */
    private static final DormandPrince FINE = new DormandPrince(1e-10, 20_000);
    /** Of a learned one, whose single precision is good for some 1e-6. */
    private static final DormandPrince COARSE = new DormandPrince(1e-5, 5_000);

    private static final int BLOCK = 128;

    private final ScoreField score;
    private final JacobianField jacobian;
    private final NoiseProcess process;
    private final DormandPrince rule;

    /**
     * @param score exact ({@link LogDensityField}: the end's density is then the score's own) or learned (the end's density
     *     is then the process's prior)
     */
    public <S extends ScoreField & JacobianField> FlowLikelihood(S score, NoiseProcess process) {
        this(score, score, process);
    }

    private FlowLikelihood(ScoreField score, JacobianField jacobian, NoiseProcess process) {
        this.score = score;
        this.jacobian = jacobian;
        this.process = process;
        this.rule = score instanceof LogDensityField ? FINE : COARSE;
    }

    /** Along any score that knows its Jacobian, exact or however it was learned; empty for one that does not. */
    public static Optional<FlowLikelihood> along(ScoreField score, NoiseProcess process) {
        return score instanceof JacobianField own
                ? Optional.of(new FlowLikelihood(score, own, process))
                : Optional.empty();
    }

    /**
     * Encodes points of time {@code t} to the process's end.
     *
     * @param x first coordinates in data units; not modified
     * @param y second coordinates; not modified
     * @throws BadInputException if t lies outside the process's own times
     */
    public Encoding encode(double[] x, double[] y, double t) {
        if (!(t >= process.tMin() && t < process.tMax())) {
            throw new BadInputException(
                    "noise.t",
                    t + " is no time to encode from",
                    "use a time from " + process.tMin() + " to below " + process.tMax());
        }
        int n = x.length;
        var encoding = new Encoding(
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new Outcome[Math.ceilDiv(n, BLOCK)]);
        IntStream.range(0, encoding.outcomes.length)
                .parallel()
                .forEach(block -> block(x, y, t, block * BLOCK, Math.min(n, (block + 1) * BLOCK), encoding));
        addEnds(encoding, t);
        return encoding;
    }

    private void block(double[] x, double[] y, double t, int from, int to, Encoding encoding) {
        double alpha = process.alpha(t);
        var state = new double[5][to - from];
        for (int i = from; i < to; i++) {
            state[0][i - from] = x[i] / alpha;
            state[1][i - from] = y[i] / alpha;
        }
        var unused = new double[to - from];
        double logStart = Math.log(process.at(t).ratio());
        double logEnd = Math.log(process.at(process.tMax()).ratio());
        encoding.outcomes[from / BLOCK] = rule.integrate(
                (logLevel, at, slope, first, last) -> slope(logLevel, at, slope, unused), logStart, logEnd, state);
        double alphaEnd = process.alpha(process.tMax());
        for (int i = from; i < to; i++) {
            encoding.x[i] = alphaEnd * state[0][i - from];
            encoding.y[i] = alphaEnd * state[1][i - from];
            encoding.divergenceXX[i] = state[2][i - from];
            encoding.divergenceXY[i] = state[3][i - from];
            encoding.divergenceYY[i] = state[4][i - from];
        }
    }

    /** d/dℓ of (y, ∫J): −ρ² s and −ρ² J, with ρ = e^ℓ; of J the symmetric part, all that vᵀJv sees. */
    private void slope(double logLevel, double[][] at, double[][] out, double[] yx) {
        int n = yx.length;
        var level = NoiseLevel.plain(Math.exp(logLevel));
        double factor = -level.sigma() * level.sigma();
        score.score(at[0], at[1], 0, n, level, out[0], out[1]);
        jacobian.jacobian(at[0], at[1], 0, n, level, out[2], out[3], yx, out[4]);
        for (int i = 0; i < n; i++) {
            out[3][i] = 0.5 * (out[3][i] + yx[i]);
        }
        for (var quantity : out) {
            for (int i = 0; i < n; i++) {
                quantity[i] *= factor;
            }
        }
    }

    /** Adds log q(y_T) − 2 log α_t: the log-density at the end, back in the coordinates of the start. */
    private void addEnds(Encoding encoding, double t) {
        int n = encoding.x.length;
        var end = process.at(process.tMax());
        if (score instanceof LogDensityField exact) {
            exact.logDensity(encoding.x, encoding.y, 0, n, end, encoding.endTerm);
        } else {
            double variance = process.priorStd() * process.priorStd();
            for (int i = 0; i < n; i++) {
                double square = encoding.x[i] * encoding.x[i] + encoding.y[i] * encoding.y[i];
                encoding.endTerm[i] = -0.5 * square / variance - Math.log(2 * Math.PI * variance);
            }
        }
        double lens = 2 * (Math.log(end.alpha()) - Math.log(process.alpha(t)));
        for (int i = 0; i < n; i++) {
            encoding.endTerm[i] += lens;
        }
    }

    /** Where points of one time are at the process's end, and what the divergence came to on the way. */
    public static final class Encoding {
        private final double[] x;
        private final double[] y;
        private final double[] divergenceXX;
        private final double[] divergenceXY;
        private final double[] divergenceYY;
        private final double[] endTerm;
        private final Outcome[] outcomes;

        private Encoding(
                double[] x, double[] y, double[] xx, double[] xy, double[] yy, double[] endTerm, Outcome[] outcomes) {
            this.x = x;
            this.y = y;
            this.divergenceXX = xx;
            this.divergenceXY = xy;
            this.divergenceYY = yy;
            this.endTerm = endTerm;
            this.outcomes = outcomes;
        }

        /** First coordinates at the end, in data units. */
        public double[] x() {
            return x;
        }

        /** Second coordinates at the end. */
        public double[] y() {
            return y;
        }

        /** The first outcome that is not DONE, if there is one; the numbers are then of no use. */
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
         * log p_t at the points, the divergence estimated by Hutchinson's vᵀJv with the same probes v all along a path.
         *
         * @param noise where the probes come from, addressed by (probe, point)
         */
        public Estimate logLikelihood(Probes probes, NoiseSource noise) {
            int n = x.length;
            var mean = new double[n];
            var spread = new double[n];
            var vx = new double[n];
            var vy = new double[n];
            for (int k = 0; k < probes.count(); k++) {
                probes.draw(noise, k, vx, vy);
                for (int i = 0; i < n; i++) {
                    double value = vx[i] * vx[i] * divergenceXX[i]
                            + 2 * vx[i] * vy[i] * divergenceXY[i]
                            + vy[i] * vy[i] * divergenceYY[i];
                    double before = value - mean[i];
                    mean[i] += before / (k + 1);
                    spread[i] += before * (value - mean[i]);
                }
            }
            double divisor = (double) probes.count() * (probes.count() - 1);
            for (int i = 0; i < n; i++) {
                mean[i] += endTerm[i];
                spread[i] = Math.sqrt(spread[i] / divisor);
            }
            return new Estimate(mean, spread);
        }
    }

    /**
     * @param standardError of each number, from the scatter of the probes; NaN for a single probe
     */
    public record Estimate(double[] logLikelihood, double[] standardError) {}
}
