package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.DoubleDouble;
import scorescope.core.density.Moments;
import scorescope.core.field.Grid;

/** Distances that are tiny relative to the coordinates, against arithmetic of 120 digits. */
class SmallDistancesTest {
    private static final MathContext DIGITS = new MathContext(120);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Squared Fréchet distance by its definition, in 120 digits. */
    private static double frechet(Sample a, Sample b) {
        var p = moments(a);
        var q = moments(b);
        var determinants = determinant(p).multiply(determinant(q)).sqrt(DIGITS);
        var product = p[2].multiply(q[2])
                .add(TWO.multiply(p[3]).multiply(q[3]))
                .add(p[4].multiply(q[4]))
                .add(TWO.multiply(determinants));
        return p[0].subtract(q[0])
                .pow(2)
                .add(p[1].subtract(q[1]).pow(2))
                .add(p[2].add(p[4]).add(q[2]).add(q[4]))
                .subtract(TWO.multiply(product.sqrt(DIGITS)))
                .doubleValue();
    }

    private static BigDecimal determinant(BigDecimal[] m) {
        return m[2].multiply(m[4]).subtract(m[3].pow(2)).max(BigDecimal.ZERO);
    }

    /** Mean and unbiased covariance. */
    private static BigDecimal[] moments(Sample sample) {
        var m = new BigDecimal[5];
        Arrays.fill(m, BigDecimal.ZERO);
        var n = BigDecimal.valueOf(sample.count());
        for (int i = 0; i < sample.count(); i++) {
            m[0] = m[0].add(new BigDecimal(sample.x()[i]));
            m[1] = m[1].add(new BigDecimal(sample.y()[i]));
        }
        m[0] = m[0].divide(n, DIGITS);
        m[1] = m[1].divide(n, DIGITS);
        for (int i = 0; i < sample.count(); i++) {
            var dx = new BigDecimal(sample.x()[i]).subtract(m[0]);
            var dy = new BigDecimal(sample.y()[i]).subtract(m[1]);
            m[2] = m[2].add(dx.multiply(dx, DIGITS));
            m[3] = m[3].add(dx.multiply(dy, DIGITS));
            m[4] = m[4].add(dy.multiply(dy, DIGITS));
        }
        var divisor = n.subtract(BigDecimal.ONE);
        for (int k = 2; k < 5; k++) {
            m[k] = m[k].divide(divisor, DIGITS);
        }
        return m;
    }

    private static Sample normal(long seed, int count, double stdX, double stdY, double shear) {
        var random = new SplittableRandom(seed);
        var x = new double[count];
        var y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = stdX * random.nextGaussian();
            y[i] = shear * x[i] + stdY * random.nextGaussian();
        }
        return new Sample(x, y);
    }

    private static Sample moved(Sample sample, double dx, double dy) {
        return new Sample(
                Arrays.stream(sample.x()).map(x -> x + dx).toArray(),
                Arrays.stream(sample.y()).map(y -> y + dy).toArray());
    }

    @ParameterizedTest
    @CsvSource({"1e5, 1e5, 0, 1e-3", "1e8, 1, 0, 1e-4", "1e8, 1e-3, 0.7, 0.01", "1, 1, 0.3, 1e-12", "1e-6, 1e6, 0, 1e-6"
    })
    void frechetOfAMovedSampleKeepsItsDigits(double stdX, double stdY, double shear, double move) {
        var a = normal(3, 200, stdX, stdY, shear);
        var b = moved(a, move, -0.5 * move);
        double right = frechet(a, b);
        assertEquals(right, new Frechet().between(a, b), 1e-12 * right);
    }

    @ParameterizedTest
    @CsvSource({"1e16", "1e12", "-3e15"})
    void frechetBesideAnOutlierIsThatOfTheRestToo(double outlier) {
        var a = new Sample(new double[] {2.2, 2.8, 0.9, 0.5}, new double[] {2.3, 3.5, 4.1, outlier});
        var b = new Sample(new double[] {5.7, 3.7, 14.9, 2.8}, new double[] {18.1, 21.7, 51.4, outlier});
        double right = frechet(a, b);
        assertTrue(right > 100, "the reference sees the difference: " + right);
        assertEquals(right, new Frechet().between(a, b), 1e-12 * right);
        assertEquals(right, new Frechet().between(transposed(a), transposed(b)), 1e-12 * right);
    }

    private static Sample transposed(Sample sample) {
        return new Sample(sample.y(), sample.x());
    }

    @Test
    void frechetOfTwoUnrelatedSamplesIsTheDefinition() {
        for (int seed = 0; seed < 20; seed++) {
            var a = normal(seed, 12, 1, 2, 0.4);
            var b = normal(-seed - 1, 9, 2, 0.5, -1);
            assertEquals(frechet(a, b), new Frechet().between(a, b), 1e-12);
        }
    }

    /** Along one axis the squared distance of N(0, v) and N(0, w) is (√v − √w)², here 10⁻¹⁸. */
    @Test
    void frechetOfNearlyEqualGaussiansIsTheirClosedForm() {
        double std = 1 + 1e-9;
        var a = new Moments(7, -2, 1, 0, 1);
        var b = new Moments(7, -2, std * std, 0, 1);
        assertEquals(Math.pow(Math.sqrt(std * std) - 1, 2), Frechet.between(a, b), 1e-6 * 1e-18);
        assertEquals(0, Frechet.between(a, a), 0);
        var line = new Moments(0, 0, 0, 0, 4);
        assertEquals(1 + 4 - 4 + 1, Frechet.between(line, new Moments(0, 0, 1, 0, 1)), 1e-15);
    }

    /** For points closer than the bandwidth, ‖μ_a − μ_b‖²/h² is the first term of the squared discrepancy. */
    @ParameterizedTest
    @CsvSource({"1e4, 1", "1e6, 1e-3", "1, 1e-7", "1, 1e-10"})
    void discrepancyOfAMovedSampleKeepsItsDigits(double bandwidth, double move) {
        var a = normal(5, 16, 1, 1, 0);
        var b = moved(a, move, 0);
        double right = discrepancy(a, b, bandwidth);
        assertTrue(right > 0 && right < 1e-7, "small: " + right);
        assertEquals(right, new MaximumMeanDiscrepancy(bandwidth).between(a, b), 1e-9 * right);
    }

    /** mean (k − 1) by the power series of the exponential, in 120 digits. */
    private static double discrepancy(Sample a, Sample b, double bandwidth) {
        return meanKernel(a, a, bandwidth)
                .add(meanKernel(b, b, bandwidth))
                .subtract(TWO.multiply(meanKernel(a, b, bandwidth)))
                .doubleValue();
    }

    private static BigDecimal meanKernel(Sample a, Sample b, double bandwidth) {
        var digits = new MathContext(50);
        var scale = new BigDecimal(-0.5).divide(new BigDecimal(bandwidth).pow(2), digits);
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < a.count(); i++) {
            for (int j = 0; j < b.count(); j++) {
                var dx = new BigDecimal(a.x()[i]).subtract(new BigDecimal(b.x()[j]));
                var dy = new BigDecimal(a.y()[i]).subtract(new BigDecimal(b.y()[j]));
                var power = dx.pow(2).add(dy.pow(2)).multiply(scale, digits);
                var term = BigDecimal.ONE;
                for (int n = 1; n < 160 && term.abs().doubleValue() > 1e-45; n++) {
                    term = term.multiply(power, digits).divide(BigDecimal.valueOf(n), digits);
                    sum = sum.add(term, digits);
                }
            }
        }
        return sum.divide(BigDecimal.valueOf((long) a.count() * b.count()), digits);
    }

    /** A move by (d, 0) costs d²·mean cos² = d²/2 on average over equally spaced directions. */
    @ParameterizedTest
    @CsvSource({"1e9, 1e-3", "1e6, 1e-8", "1, 1e-12"})
    void slicedDistanceOfAMovedWideSampleIsThatOfTheMove(double std, double move) {
        var a = normal(8, 100, std, std, 0);
        // Multiples of a power of two, so that moving them rounds nothing.
        double grain = Math.scalb(1.0, Math.getExponent(std) - 40);
        var coarse = new Sample(
                Arrays.stream(a.x()).map(x -> grain * Math.rint(x / grain)).toArray(),
                Arrays.stream(a.y()).map(y -> grain * Math.rint(y / grain)).toArray());
        double exact = grain * Math.max(1, Math.rint(move / grain));
        double found = new SlicedWasserstein2(16).between(coarse, moved(coarse, exact, 0));
        assertEquals(exact / Math.sqrt(2), found, 1e-9 * exact);
    }

    /** KL(p‖q) of p and p(1 + e cos) is e²/4 to first order; JS a quarter of that. */
    @ParameterizedTest
    @CsvSource({"1e-3", "1e-6", "1e-9"})
    void divergencesOfNearlyEqualMassesAreQuadratic(double size) {
        var grid = new Grid(64, 8, 0, 1, 0, 1);
        var p = new double[grid.cells()];
        var q = new double[grid.cells()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int i = grid.index(column, row);
                p[i] = 1;
                q[i] = 1 + size * Math.cos(2 * Math.PI * (column + 0.5) / grid.columns());
            }
        }
        var one = GridDensity.of(grid, p);
        var other = GridDensity.of(grid, q);
        double half = 0.25 * size * size;
        // The logarithms of the masses are rounded at about 6·10⁻¹⁶, against a difference of the given size.
        double off = Math.max(1e-5, 4e-15 / size);
        assertEquals(half, KullbackLeibler.FORWARD.between(one, other), off * half);
        assertEquals(half, KullbackLeibler.REVERSE.between(one, other), off * half);
        assertEquals(0.25 * half, new JensenShannon().between(one, other), off * half);
    }

    @Test
    void doubleDoublesKeepThirtyDigits() {
        var third = DoubleDouble.of(1).over(DoubleDouble.of(3));
        var nothing = third.times(3).minus(DoubleDouble.of(1));
        assertEquals(0, nothing.value(), 1e-31);
        var root = DoubleDouble.of(2).root();
        assertEquals(0, root.squared().minus(DoubleDouble.of(2)).value(), 1e-30);
        for (double x : new double[] {-1e-9, -0.3, -5, -70}) {
            var e = DoubleDouble.of(x).exponentialLessOne().plus(DoubleDouble.of(1));
            var half = DoubleDouble.of(0.5 * x).exponentialLessOne().plus(DoubleDouble.of(1));
            assertEquals(0, e.minus(half.squared()).value(), 1e-30);
            assertEquals(Math.expm1(x), DoubleDouble.of(x).exponentialLessOne().value(), 2e-16);
        }
    }
}
