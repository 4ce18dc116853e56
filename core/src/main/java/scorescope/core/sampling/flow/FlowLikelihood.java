package scorescope.core.sampling.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Ranges;
import scorescope.core.sampling.flow.DormandPrince.Outcome;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.score.JacobianField;
import scorescope.core.score.LogDensityField;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * Encodes points along the probability-flow ODE dx/dt = f x − ½ g² s and integrates the divergence along them, which gives
 * their likelihood: log p_t(x) = log p_T(x_T) + ∫ₜᵀ ∇·(dx/dt) dt.
 *
 * <p>By the scaling identity every process is plain noise of level ρ = σ/α in the coordinates y = x/α, so that one equation
 * holds for all: dy/dρ = −ρ s(y; 1, ρ), integrated over log ρ. Neither f nor g² is needed, and kinks of a schedule do not
 * matter. In these coordinates log p_t(x) = log q_ρ(y) − 2 log α.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs, section
 *     4.3</a>
 */
public final class FlowLikelihood {
    /** Default tolerance for an exact score. */
    public static final double FINE = 1e-12;
    /** Default tolerance for a learned score, which is computed in single precision with a relative error of about 1e-6. */
    public static final double COARSE = 1e-5;

    private static final int BLOCK = 128;
    /** Shortest step in log ρ that a block takes for the sake of a single point. */
    private static final double SHORTEST = 0.002;
    /** Largest contraction per unit of log ρ for which explicit steps of a block cost less than implicit steps of each point. */
    private static final double STIFFEST = 2000;

    private static final int MOST_STEPS = 5_000;

    private final ScoreField score;
    private final JacobianField jacobian;
    private final NoiseProcess process;
    private final double tolerance;

    /**
     * @param score exact ({@link LogDensityField}: the end's density is then the score's own) or learned (the end's density
     *     is then the process's prior)
     */
    public <S extends ScoreField & JacobianField> FlowLikelihood(S score, NoiseProcess process) {
        this(score, score, process, standardTolerance(score));
    }

    private FlowLikelihood(ScoreField score, JacobianField jacobian, NoiseProcess process, double tolerance) {
        this.score = score;
        this.jacobian = jacobian;
        this.process = process;
        this.tolerance = tolerance;
    }

    /** The likelihood along a score with a Jacobian of its own, exact or learned; empty for a score without one. */
    public static Optional<FlowLikelihood> along(ScoreField score, NoiseProcess process) {
        return score instanceof JacobianField own
                ? Optional.of(new FlowLikelihood(score, own, process, standardTolerance(score)))
                : Optional.empty();
    }

    private static double standardTolerance(ScoreField score) {
        return score instanceof LogDensityField ? FINE : COARSE;
    }

    /** @param other tolerance of one step, relative to 1 + |y| and to 1 + |∫| */
    public FlowLikelihood withTolerance(double other) {
        return new FlowLikelihood(score, jacobian, process, other);
    }

    public double tolerance() {
        return tolerance;
    }

    /**
     * Encodes points of time {@code t} to the process's end. The numbers of a point whose path could not be integrated are
     * NaN, and its outcome gives the reason; the other points are valid.
     *
     * @param x first coordinates in data units; not modified
     * @param y second coordinates; not modified
     * @throws BadInputException if t lies outside the process's own times, or an exact score's process ends too far away
     * @throws java.util.concurrent.CancellationException if the current {@link Watcher} cancels
     */
    public Encoding encode(double[] x, double[] y, double t) {
        if (!(t >= process.tMin() && t < process.tMax())) {
            throw BadInputException.of("noise.t", "core.flow-likelihood.time", t, process.tMin(), process.tMax());
        }
        if (score instanceof MixtureScore) {
            Ranges.end(process.at(process.tMax()).ratio());
        }
        int n = x.length;
        var encoding = new Encoding(n);
        var watcher = Watcher.current();
        var done = watcher.counting(Watcher.Work.LIKELIHOOD, n);
        var order = score instanceof MixtureScore exact
                ? ByMode.order(exact.at(process.at(t)), x, y)
                : IntStream.range(0, n).toArray();
        SpinPool.current().run(Math.ceilDiv(n, BLOCK), block -> {
            watcher.requireWanted();
            var points = Arrays.copyOfRange(order, block * BLOCK, Math.min(n, (block + 1) * BLOCK));
            block(x, y, t, points, encoding, done);
        });
        done.end();
        addEnds(encoding, t);
        return encoding;
    }

    private void block(double[] x, double[] y, double t, int[] points, Encoding encoding, Watcher.Count progress) {
        int n = points.length;
        double alpha = process.alpha(t);
        var state = new double[5][n];
        for (int i = 0; i < n; i++) {
            state[0][i] = x[points[i]] / alpha;
            state[1][i] = y[points[i]] / alpha;
        }
        double logStart = Math.log(process.at(t).ratio());
        double logEnd = Math.log(process.at(process.tMax()).ratio());
        var field = stoppable(field(n), progress);
        var together = new ExplicitEncoding(field, tolerance, SHORTEST, STIFFEST, MOST_STEPS);
        var leavers = together.integrate(logStart, logEnd, state);
        var done = new Outcome(Status.DONE, together.evaluations(), together.steps());
        for (int point : points) {
            encoding.outcomes[point] = done;
        }
        // A point alone can take seconds with thousands of components, so that each counts.
        progress.add(n - leavers.size());
        for (var leaver : leavers) {
            progress.requireWanted();
            encoding.outcomes[points[leaver.point()]] = alone(leaver, logEnd, field, state);
            progress.add(1);
        }
        double alphaEnd = process.alpha(process.tMax());
        for (int i = 0; i < n; i++) {
            encoding.x[points[i]] = alphaEnd * state[0][i];
            encoding.y[points[i]] = alphaEnd * state[1][i];
            encoding.divergenceXX[points[i]] = state[2][i];
            encoding.divergenceXY[points[i]] = state[3][i];
            encoding.divergenceYY[points[i]] = state[4][i];
        }
    }

    /** The same field with a check for cancellation at every evaluation, since a block may take seconds. */
    private static DormandPrince.Field stoppable(DormandPrince.Field field, Watcher.Count progress) {
        return (at, state, out, from, to) -> {
            progress.requireWanted();
            field.derivative(at, state, out, from, to);
        };
    }

    /**
     * d/dℓ of (y, ∫J) at {@code n} points: −ρ² s and −ρ² J, ρ = e^ℓ; only the symmetric part of J, on which vᵀJv depends.
     */
    private DormandPrince.Field field(int n) {
        if (score instanceof MixtureScore exact) {
            return new PlainMixtureFlow(exact, n);
        }
        return new ScoreFlow(score, jacobian, n);
    }

    /** Continues the integration of one point alone; overwrites {@code state}, with NaN if that fails. */
    private Outcome alone(ExplicitEncoding.Leaver leaver, double logEnd, DormandPrince.Field field, double[][] state) {
        var own = leaver.state();
        Outcome outcome;
        if (score instanceof MixtureScore exact) {
            outcome = new StiffEncoding(exact.mixture().components(), tolerance)
                    .integrate(Math.exp(leaver.at()), Math.exp(logEnd), own);
        } else {
            var single = new double[own.length][1];
            Arrays.setAll(single, q -> new double[] {own[q]});
            var path = new ExplicitEncoding(field, tolerance, 1e-9, Double.MAX_VALUE, MOST_STEPS);
            boolean left = !path.integrate(leaver.at(), logEnd, single).isEmpty();
            Arrays.setAll(own, q -> single[q][0]);
            outcome = new Outcome(left ? Status.STEP_LIMIT : Status.DONE, path.evaluations(), path.steps());
        }
        for (int q = 0; q < own.length; q++) {
            state[q][leaver.point()] = outcome.status() == Status.DONE ? own[q] : Double.NaN;
        }
        return outcome;
    }

    /** Adds log q(y_T) − 2 log α_t: the log-density at the end, converted to the coordinates of the start. */
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
}
