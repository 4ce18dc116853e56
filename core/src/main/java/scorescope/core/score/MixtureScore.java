package scorescope.core.score;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import scorescope.core.Watcher;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;

/**
 * The exact score of a Gaussian mixture at any noise level, with its log-density and Hessian. With u_k = C_k⁻¹(m_k − x),
 * the score of component k ("pull"), and responsibilities r_k:
 *
 * <ul>
 *   <li>log p by log-sum-exp: finite at any distance, with a score that points to the data;
 *   <li>score s = Σ r_k u_k;
 *   <li>Hessian of log p: Σ r_k ((u_k − s)(u_k − s)ᵀ − C_k⁻¹), centred because the uncentred form cancels, by
 *       {@link LocalDerivatives}.
 * </ul>
 *
 * <p>Safe for several threads. The noised mixture of the last level is cached ({@link Memo}, key: the level), and working
 * arrays of large calls are reused. A small call allocates about 10 K numbers, K the number of components.
 */
public final class MixtureScore implements ScoreField, LogDensityField, JacobianField {
    /** Below this number of points, single evaluations are faster than a block. */
    private static final int FEW = 4;

    /** Components times points of a call that takes more than about 50 ms. */
    private static final long LONG = 20_000_000;

    private final GaussianMixture mixture;
    private final ConcurrentLinkedDeque<MixtureScoreBatch> batches = new ConcurrentLinkedDeque<>();
    private final Memo<NoiseLevel, NoisedMixture> noised;

    public MixtureScore(GaussianMixture mixture) {
        this.mixture = mixture;
        noised = new Memo<>(level -> new NoisedMixture(mixture, level));
    }

    public GaussianMixture mixture() {
        return mixture;
    }

    /** The mixture noised to {@code level}; cached until a call with a different level. */
    public NoisedMixture at(NoiseLevel level) {
        return noised.of(level);
    }

    /** @throws scorescope.core.BadInputException if σ = 0 and a component is a point */
    @Override
    public void logDensity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] out) {
        if (to - from == 1) {
            out[from] = at(level)
                    .responsibilities(
                            x[from], y[from], new double[mixture.components().size()]);
            return;
        }
        inParts(level, from, to, (batch, first, last) -> batch.logDensity(x, y, first, last, out));
    }

    @Override
    public EvaluationCost cost() {
        return EvaluationCost.ofMixture(mixture.components().size());
    }

    @Override
    public Optional<GaussianMixture> exactMixture() {
        return Optional.of(mixture);
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return mixture.hasDensity(level);
    }

    @Override
    public Optional<UnnormalisedDensity> unnormalised() {
        return Optional.of(this::logDensity);
    }

    /** @throws scorescope.core.BadInputException if σ = 0 and a component is a point */
    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        inParts(level, from, to, (batch, first, last) -> batch.score(x, y, first, last, outX, outY));
    }

    /** An evaluation at the points {@code first ≤ i < last}. */
    private interface Part {
        void compute(MixtureScoreBatch batch, int first, int last);
    }

    /** Evaluates the points in parts. Long calls report to the current {@link Watcher}, which may cancel them. */
    private void inParts(NoiseLevel level, int from, int to, Part part) {
        var batch = batch(level, to - from);
        long terms = (long) (to - from) * mixture.components().size();
        if (terms < LONG) {
            part.compute(batch, from, to);
        } else {
            var watcher = Watcher.current();
            for (int first = from; first < to; first += MixtureScoreBatch.BLOCK) {
                watcher.step(Watcher.Work.SCORE, (double) (first - from) / (to - from));
                part.compute(batch, first, Math.min(first + MixtureScoreBatch.BLOCK, to));
            }
            watcher.reached(Watcher.Work.SCORE, 1);
        }
        release(batch, to - from);
    }

    /** Working arrays; large calls reuse those of an earlier call. */
    private MixtureScoreBatch batch(NoiseLevel level, int points) {
        var pooled = points < MixtureScoreBatch.BLOCK ? null : batches.pollFirst();
        return pooled == null ? new MixtureScoreBatch(at(level), points) : pooled.at(at(level));
    }

    private void release(MixtureScoreBatch batch, int points) {
        if (points >= MixtureScoreBatch.BLOCK) {
            batches.addFirst(batch);
        }
    }

    /** See {@link MixtureScoreBatch#secondMoments}. */
    public void secondMoments(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            ComponentMatrices own,
            double scale,
            boolean careful,
            double[] xx,
            double[] xy,
            double[] yy) {
        inParts(
                level,
                from,
                to,
                (batch, first, last) -> batch.secondMoments(x, y, first, last, own, scale, careful, xx, xy, yy));
    }

    /** The Hessian of log p; {@code xy} and {@code yx} receive equal values. */
    @Override
    public void jacobian(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy) {
        var here = at(level);
        if (to - from < FEW) {
            var local = new LocalDerivatives(here);
            for (int i = from; i < to; i++) {
                local.at(x[i], y[i]);
                xx[i] = local.xx();
                xy[i] = local.xy();
                yy[i] = local.yy();
            }
        } else {
            secondMoments(x, y, from, to, level, ComponentMatrices.minusPrecisions(here), 1, false, xx, xy, yy);
        }
        System.arraycopy(xy, from, yx, from, to - from);
    }
}
