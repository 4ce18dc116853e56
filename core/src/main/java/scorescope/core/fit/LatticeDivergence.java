package scorescope.core.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.PrincipalWidths;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/**
 * KL(p‖q) where p or q has very many components, such as data points. The integral is the mean of lattice sums, step² Σ f, over
 * lattices with random shifts. Each sum has no bias, so that the spread of the sums gives the error; on a smooth integrand the
 * sums agree to many digits, because the error of a lattice sum falls as exp(−2π²(width/step)²). The step is halved until the
 * error is below the tolerance or the next step would exceed the largest amount of work.
 *
 * <p>Lattices lie in the plane of z, x = m + L z, of each component of p if it has few, and in the plane of x if it has
 * many. If those would need too many nodes, because the components are narrow and far apart, points are drawn from p instead.
 *
 * @see <a href="https://doi.org/10.1137/130932132">Trefethen and Weideman 2014, The exponentially convergent trapezoidal
 *     rule</a>
 */
final class LatticeDivergence {
    /** Radius of a component's nodes in standard deviations; 10⁻¹⁴ of its mass lies beyond. */
    private static final double REACH = 8;

    /** The first step, in standard deviations of the narrowest component, and the ratio of each step to the one before. */
    private static final double FIRST = 2.5;

    private static final double FINER = Math.sqrt(0.5);

    /** Number of lattices. */
    private static final int SHIFTS = 8;

    /** Numbers of components of the mixtures that approximate q. */
    private static final int[] CONDENSED = {250, 1500, 10_000};

    /** Nodes along a side of a tile of the plane of x. */
    private static final int TILE = 4;

    /** Terms that the first steps in the plane of x may need beyond the largest amount of work. */
    private static final long FIRST_WORK = 200_000_000;

    private static final int MOST_NODES = 2_000_000;

    /** Standard errors of the mean of {@link #SHIFTS} sums within which the integral lies in 99.8 % of all cases (Student). */
    private static final double CERTAIN = 4.8;

    /** Error of a lattice, relative to 1 + KL, above which points are drawn too. */
    private static final double USEFUL = 1e-3;

    private static final int FEWEST_DRAWN = 4000;
    private static final int MOST_DRAWN = 2_000_000;

    private final NoisedMixture p;
    private final NoisedMixture q;
    private final double tolerance;
    private final long mostWork;
    private long work;

    private LatticeDivergence(NoisedMixture p, NoisedMixture q, double tolerance, long mostWork) {
        this.p = p;
        this.q = q;
        this.tolerance = tolerance;
        this.mostWork = mostWork;
    }

    /**
     * @param apart whether p has few components, which are integrated one by one
     * @param tolerance target error, relative to 1 + KL
     * @param mostWork the largest number of terms of mixtures computed
     */
    static Estimate of(NoisedMixture p, NoisedMixture q, boolean apart, double tolerance, long mostWork) {
        var divergence = new LatticeDivergence(p, q, tolerance, mostWork);
        return apart ? divergence.apart() : divergence.together();
    }

    private boolean isEnough(Estimate found) {
        return found.error() <= tolerance * (1 + Math.abs(found.value()));
    }

    /** The nodes of a lattice with a shift along both axes, in steps. */
    private interface Lattice {
        void addTo(Nodes nodes, double shift1, double shift2);
    }

    /** The mean over lattices with random shifts, which are the same in every call, of the integrand's sum. */
    private Estimate mean(Lattice lattice, Integrand integrand) {
        var random = new SplittableRandom(7);
        var nodes = new Nodes();
        int[] ends = new int[SHIFTS];
        for (int i = 0; i < SHIFTS; i++) {
            lattice.addTo(nodes, random.nextDouble(), random.nextDouble());
            ends[i] = nodes.count;
        }
        work = 0;
        double[] values = integrand.at(nodes);
        double[] sums = new double[SHIFTS];
        for (int i = 0; i < SHIFTS; i++) {
            for (int n = i == 0 ? 0 : ends[i - 1]; n < ends[i]; n++) {
                sums[i] += values[n];
            }
        }
        double mean = Arrays.stream(sums).sum() / SHIFTS;
        double squares =
                Arrays.stream(sums).map(one -> (one - mean) * (one - mean)).sum();
        return new Estimate(mean, CERTAIN * Math.sqrt(squares / (SHIFTS - 1.0) / SHIFTS));
    }

    /** The weighted values of an integrand at nodes. */
    private interface Integrand {
        double[] at(Nodes nodes);
    }

    /**
     * E_p[log p − log q] as the sum over ever finer mixtures q₁, q₂, … q of E_p[log p − log q₁] + E_p[log q₁ − log q₂] + …:
     * the first terms need few components, the last ones few nodes, because their integrands are small.
     */
    private Estimate apart() {
        var sum = Estimate.exact(0);
        var coarser = p;
        for (int most : CONDENSED) {
            if (q.size() > 2 * most) {
                var finer =
                        new NoisedMixture(Condensation.of(q.mixture().noised(q.level()), most), NoiseLevel.plain(0));
                sum = sum.plus(meanUnderP(coarser, finer));
                coarser = finer;
            }
        }
        return sum.plus(meanUnderP(coarser, q));
    }

    /** E_p[log of − log less]. */
    private Estimate meanUnderP(NoisedMixture of, NoisedMixture less) {
        for (double step = FIRST; ; step *= FINER) {
            double here = step;
            var found = mean(
                    (nodes, shift1, shift2) -> {
                        for (int j = 0; j < p.size(); j++) {
                            addDisc(nodes, j, here, shift1, shift2);
                        }
                    },
                    nodes -> {
                        double[] logOf = log(of, nodes);
                        double[] logLess = log(less, nodes);
                        Arrays.setAll(logOf, i -> nodes.weight[i] * (logOf[i] - logLess[i]));
                        return logOf;
                    });
            if (isEnough(found) || work > FINER * FINER * mostWork) {
                return found;
            }
        }
    }

    /** Nodes of component j of p in a disc, with weights whose sum is its weight. */
    private void addDisc(Nodes nodes, int j, double step, double shift1, double shift2) {
        double l11 = Math.sqrt(p.covarianceXX(j));
        double l21 = p.covarianceXY(j) / l11;
        double l22 = 1 / Math.sqrt(p.precisionYY(j));
        double share = Math.exp(p.logFactor(j)) * l11 * l22 * step * step;
        int half = (int) Math.ceil(REACH / step) + 1;
        for (int a = -half; a < half; a++) {
            double z1 = step * (a + shift1);
            for (int b = -half; b < half; b++) {
                double z2 = step * (b + shift2);
                double square = z1 * z1 + z2 * z2;
                if (square < REACH * REACH) {
                    nodes.add(p.meanX(j) + l11 * z1, p.meanY(j) + l21 * z1 + l22 * z2, share * Math.exp(-0.5 * square));
                }
            }
        }
    }

    private double[] log(NoisedMixture mixture, Nodes nodes) {
        return log(mixture, nodes.x, nodes.y, nodes.count);
    }

    /** Points with weights. */
    private static final class Nodes {
        private double[] x = new double[1024];
        private double[] y = new double[1024];
        private double[] weight = new double[1024];
        private int count;

        void add(double nextX, double nextY, double nextWeight) {
            if (count == x.length) {
                x = Arrays.copyOf(x, 2 * count);
                y = Arrays.copyOf(y, 2 * count);
                weight = Arrays.copyOf(weight, 2 * count);
            }
            x[count] = nextX;
            y[count] = nextY;
            weight[count++] = nextWeight;
        }
    }

    private double[] log(NoisedMixture mixture, double[] x, double[] y, int count) {
        var values = LogDensities.of(mixture, x, y, count);
        work += values.work();
        return values.log();
    }

    private Estimate together() {
        double narrowest = Double.POSITIVE_INFINITY;
        double area = 0;
        for (int k = 0; k < p.size(); k++) {
            narrowest = Math.min(narrowest, PrincipalWidths.smallestStd(p, k));
            area += 4 * REACH * REACH * Math.sqrt(p.covarianceXX(k) * p.covarianceYY(k));
        }
        var found = Estimate.UNKNOWN;
        for (double step = FIRST * narrowest; SHIFTS * area / (step * step) <= FIRST_WORK + mostWork; step *= FINER) {
            var tiles = Tiles.of(p, REACH, step * TILE);
            if (tiles.isEmpty() || SHIFTS * TILE * TILE * (long) tiles.get().count() > MOST_NODES) {
                break;
            }
            double here = step;
            found = mean((nodes, shift1, shift2) -> addTiles(nodes, tiles.get(), here, shift1, shift2), nodes -> {
                double[] logP = log(p, nodes);
                double[] logQ = log(q, nodes);
                Arrays.setAll(logP, i -> nodes.weight[i] * Math.exp(logP[i]) * (logP[i] - logQ[i]));
                return logP;
            });
            if (isEnough(found)) {
                return found;
            }
        }
        if (found.error() <= USEFUL * (1 + Math.abs(found.value()))) {
            return found;
        }
        var drawn = drawn();
        return found.error() < drawn.error() ? found : drawn;
    }

    private static void addTiles(Nodes nodes, Tiles tiles, double step, double shift1, double shift2) {
        for (int tile = tiles.reached().nextSetBit(0);
                tile >= 0;
                tile = tiles.reached().nextSetBit(tile + 1)) {
            for (int i = 0; i < TILE; i++) {
                for (int j = 0; j < TILE; j++) {
                    double x = tiles.x(tile) + step * (i + shift1);
                    double y = tiles.y(tile) + step * (j + shift2);
                    nodes.add(x, y, step * step);
                }
            }
        }
    }

    /** The mean over points drawn from p; the error is three standard errors. */
    private Estimate drawn() {
        for (int count = FEWEST_DRAWN; ; count *= 4) {
            work = 0;
            var found = drawn(count);
            if (isEnough(found) || 4 * work > mostWork || 4 * count > MOST_DRAWN) {
                return found;
            }
        }
    }

    private Estimate drawn(int count) {
        var random = new SplittableRandom(7);
        double[] x = new double[count];
        double[] y = new double[count];
        double weights = 0;
        int j = -1;
        for (int i = 0; i < count; i++) {
            // Stratified over the components: one point in each of equal shares of the weight.
            double at = (i + random.nextDouble()) / count;
            while (j < 0 || (weights < at && j < p.size() - 1)) {
                j++;
                weights += Math.exp(p.logFactor(j)) * 2 * Math.PI * PrincipalWidths.rootDeterminant(p, j);
            }
            double l11 = Math.sqrt(p.covarianceXX(j));
            double z1 = random.nextGaussian();
            x[i] = p.meanX(j) + l11 * z1;
            y[i] = p.meanY(j) + p.covarianceXY(j) / l11 * z1 + random.nextGaussian() / Math.sqrt(p.precisionYY(j));
        }
        double[] logP = log(p, x, y, count);
        double[] logQ = log(q, x, y, count);
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double off = logP[i] - logQ[i] - mean;
            mean += off / (i + 1);
            squares += off * (logP[i] - logQ[i] - mean);
        }
        return new Estimate(mean, 3 * Math.sqrt(squares / (count - 1.0) / count));
    }
}
