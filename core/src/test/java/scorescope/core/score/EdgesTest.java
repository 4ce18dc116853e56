package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.ExactEvaluator;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

/** Points where a cut-off or a cancellation once gave a wrong value; reference values with 60 digits. */
class EdgesTest {
    private static final GaussianMixture WIDE_AND_NARROW =
            mixture(new Component(0.5, 0, 0, 1e6, 0, 1e6), new Component(0.5, 1, 1, 1e-8, 0, 1e-8));

    private static final GaussianMixture NARROWER =
            mixture(new Component(0.5, 0, 0, 1e6, 0, 1e6), new Component(0.5, 1, 1, 1e-12, 0, 1e-12));

    private static final GaussianMixture NEARLY_SINGULAR = mixture(
            new Component(0.6, 0, 0, 1, 0.999999999999, 1), new Component(0.4, 1, -1, 4, -1.3999999999986, 0.49));

    /** Reused, since its construction takes long. */
    private ExactEvaluator evaluator = new ExactEvaluator(NARROWER, NoiseLevel.plain(0));

    private GaussianMixture evaluated = NARROWER;
    private NoiseLevel evaluatedAt = NoiseLevel.plain(0);

    @ParameterizedTest
    @CsvSource({
        "3, 4, -3e-6, -4e-6",
        "3000, 1, -0.003, -1e-6",
        "0.5, -0.2, -5e-7, 2e-7",
        "-333.3333333333333, 500, 0.00033333333333333331, -0.0005"
    })
    void aNarrowComponentFarAwayLeavesTheScoreOfAWideOneAlone(double x, double y, double right, double rightToo) {
        double[] score = score(WIDE_AND_NARROW, NoiseLevel.plain(0), x, y);
        assertEquals(right, score[0], 1e-15 * Math.abs(right));
        assertEquals(rightToo, score[1], 1e-15 * Math.abs(rightToo));
    }

    /** A std of 1e-6 beside one of 1000, a thousand narrow ones, and three scales at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 3})
    void narrowComponentsOfManyKindsLeaveTheScoreOfAWideOneAlone(int kind) {
        var components = new ArrayList<Component>();
        components.add(new Component(0.2, 0, 0, 1e6, 0, 1e6));
        for (int k = 0; k < kind; k++) {
            double std = kind == 3 ? Math.pow(10, -2 * k) : kind == 1 ? 1e-6 : 1e-3;
            components.add(Component.isotropic(0.8 / kind, Math.cos(k), 2 + Math.sin(k), std));
        }
        for (double[] at : new double[][] {{300, -40}, {-7, 0.25}, {1, -20}, {0, 2000}}) {
            values(new GaussianMixture(components), NoiseLevel.plain(0), at[0], at[1], 1e-12, 1e-10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.000012, 7.6936729116046599, -0.053802915466672927",
        "1.0000125, 0.018270560682728855, -0.00011869121212764905",
        "1.000013, 3.2684181203918118e-5, -1.200501078593517e-6",
        "1.0000132, 1.5287933823100182e-6, -1.0145970525417644e-6",
        "1.0000135, -9.5178371056533297e-7, -1.0002660209072214e-6",
        "1.000014, -9.9994639863871284e-7, -1.0000002748787758e-6",
        "1.000015, -9.9999999996894588e-7, -1.0000000000001386e-6"
    })
    void aTermOfTheHessianMattersBelowARoundingOfTheDensity(double x, double xx, double yy) {
        double[] hessian = hessian(NARROWER, NoiseLevel.plain(0), x, 1);
        assertEquals(xx, hessian[0], 1e-12 * Math.abs(xx));
        assertEquals(yy, hessian[2], 1e-12 * Math.abs(yy));
    }

    /** Components three widths apart, of zero width under noise, and an elongated one: both terms of the Hessian matter. */
    @Test
    void hessiansAreRightWhereTwoPartsOfUnlikeScaleMeet() {
        var stretched = mixture(new Component(0.5, 0, 0, 1e6, 1e5, 1e6), new Component(0.5, 1, 1, 1e-12, 9e-12, 1e-10));
        var scales = mixture(
                new Component(0.3, 0, 0, 1e8, 0, 1e8),
                new Component(0.3, 1, 1, 1e-2, 0, 1e-2),
                new Component(0.4, 1, 1, 1e-12, 0, 1e-12));
        var points = mixture(new Component(0.5, 0, 0, 1e6, 0, 1e6), new Component(0.5, 1, 1, 0, 0, 0));
        for (double deviations : new double[] {9, 11, 12.7, 13.1, 13.3, 13.9, 14.5, 16, 20}) {
            values(stretched, NoiseLevel.plain(0), 1 + deviations * 1e-6, 1 + deviations * 3e-6, 1e-12, 1e-10);
            values(scales, NoiseLevel.plain(0), 1 + deviations * 0.1, 1, 1e-12, 1e-10);
            values(scales, NoiseLevel.plain(0), 1 + deviations * 1e-6, 1, 1e-12, 1e-10);
            values(points, NoiseLevel.plain(1e-6), 1, 1 - deviations * 1e-6, 1e-12, 1e-10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e5, 0, 0.805691909, 0.164537731, 0.188675416",
        "1e6, -0.2, 0.660079484, 0.128134625, 0.17957464",
        "1e7, 0.1, 0.684747822, 0.134301709, 0.181116411",
        "1e8, 0, 0.805691909, 0.164537731, 0.188675416",
        "1e8, 0.2, 0.513341203, 0.0914500549, 0.170403497"
    })
    void posteriorCovariancesAreRightOnABorderFarAway(double r, double o, double xx, double xy, double yy) {
        double root = Math.sqrt(17);
        double x = -r / root + 4 * o / root;
        double y = 0.5 + 4 * r / root + o / root;
        double[] covariance = covariance(preset("three-gaussians"), NoiseLevel.plain(0.5), x, y);
        // To the change due to one ulp of the point, 1.5e-8 at 1e8.
        assertEquals(xx, covariance[0], 1e-8 + 1e-15 * r);
        assertEquals(xy, covariance[1], 1e-8 + 1e-15 * r);
        assertEquals(yy, covariance[2], 1e-8 + 1e-15 * r);
    }

    /** Borders in all presets, under another process, of points, and of unequal covariances. */
    @ParameterizedTest
    @ValueSource(strings = {"three-gaussians", "eight-gaussians", "circle", "unlike", "pinwheel"})
    void bordersFarAwayAreRightInEveryMixture(String name) {
        var mixture = name.equals("unlike")
                ? mixture(
                        new Component(0.5, -1, 0, 1, 0.2, 0.5),
                        new Component(0.3, 1, 0, 1, 0.2, 0.5 + 1e-9),
                        new Component(0.2, 0, 2, 0.7, -0.1, 0.6))
                : preset(name);
        for (var level : List.of(NoiseLevel.plain(0.5), new NoiseLevel(Double.NaN, 0.3, 0.6))) {
            for (double r : new double[] {1e4, 1e6, 1e8}) {
                for (int turn = 0; turn < 3; turn++) {
                    double[] at = border(mixture, level, r, 2 * turn, 2 * turn + 1.7);
                    values(mixture, level, at[0], at[1], 1e-12, 1e-10);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 11.12024533849162, 0, 0",
        "0.3, 0.3, 11.075245338491598, -0.15000000000007499, -0.15000000000007499",
        "0.5, -0.6, -25827838867.350813, -80353276508.1254, -229580790023.80216",
        "2, -3, -1388963779633.2586, 589257361059.91954, 1683592460173.5966",
        "10, 10, -38.879754661533379, -5.0000000000024999, -5.0000000000024999"
    })
    void nearlySingularCovariancesKeepTheirDigits(double x, double y, double log, double sx, double sy) {
        var level = NoiseLevel.plain(0);
        double[] score = score(NEARLY_SINGULAR, level, x, y);
        assertEquals(log, logDensity(NEARLY_SINGULAR, level, x, y), 1e-14 * Math.abs(log));
        assertEquals(sx, score[0], 1e-14 * Math.abs(sx));
        assertEquals(sy, score[1], 1e-14 * Math.abs(sy));
    }

    /** Correlations closer to one, points close to the axis, and noise no larger than the width. */
    @Test
    void covariancesAlmostWithoutWidthAreRight() {
        var thin = mixture(
                new Component(0.5, 0.1, 0.2, 1, 1 - 0x1p-50, 1), new Component(0.5, -0.3, 0.4, 2, -2 + 1e-13, 2));
        var slim = mixture(new Component(1, 1000.1, -0.7, 1e8, 1e4 * (1 - 1e-11), 1));
        for (double[] at : new double[][] {{0.1, 0.2}, {5, 5.1}, {1, 1.0999999}, {-0.3, 0.40001}, {17, -9}}) {
            for (var level :
                    List.of(NoiseLevel.plain(0), NoiseLevel.plain(1e-7), new NoiseLevel(Double.NaN, 0.7, 1e-6))) {
                values(thin, level, at[0], at[1], 1e-12, 1e-10);
                values(NEARLY_SINGULAR, level, at[0], at[1], 1e-12, 1e-10);
                values(slim, level, 1e3 * at[0], at[1], 1e-12, 1e-10);
            }
        }
    }

    /** All values against decimal arithmetic, relative to their norm. */
    private void values(GaussianMixture mixture, NoiseLevel level, double x, double y, double first, double second) {
        if (!mixture.equals(evaluated) || !level.equals(evaluatedAt)) {
            evaluator = new ExactEvaluator(mixture, level);
            evaluated = mixture;
            evaluatedAt = level;
        }
        var right = evaluator.at(x, y);
        String where = "(" + x + ", " + y + ") at sigma " + level.sigma();
        assertEquals(right.logDensity(), logDensity(mixture, level, x, y), 1e-13 * right.logScale(), where + ": log p");
        near(right.score(), score(mixture, level, x, y), first, where + ": score");
        near(right.hessian(), hessian(mixture, level, x, y), second, where + ": Hessian");
        if (level.sigma() > 0) {
            near(right.covariance(), covariance(mixture, level, x, y), second, where + ": covariance");
        }
    }

    private static void near(double[] right, double[] found, double relative, String where) {
        double size = 0;
        for (double value : right) {
            size = Math.max(size, Math.abs(value));
        }
        for (int i = 0; i < right.length; i++) {
            assertEquals(right[i], found[i], relative * size, where + " " + i);
        }
    }

    /** A point at distance r, within one ulp of a border between two components. */
    private static double[] border(GaussianMixture mixture, NoiseLevel level, double r, double from, double to) {
        var score = new MixtureScore(mixture).at(level);
        double low = from;
        double high = to;
        int owner = owner(score, r, low);
        for (int round = 0; round < 60; round++) {
            double middle = 0.5 * (low + high);
            if (owner(score, r, middle) == owner) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new double[] {r * Math.cos(low), r * Math.sin(low)};
    }

    private static int owner(NoisedMixture noised, double r, double angle) {
        int best = 0;
        for (int k = 1; k < noised.size(); k++) {
            if (noised.logTerm(k, r * Math.cos(angle), r * Math.sin(angle))
                    > noised.logTerm(best, r * Math.cos(angle), r * Math.sin(angle))) {
                best = k;
            }
        }
        return best;
    }

    private static double[] score(GaussianMixture mixture, NoiseLevel level, double x, double y) {
        double[][] out = new double[2][1];
        new MixtureScore(mixture).score(new double[] {x}, new double[] {y}, 0, 1, level, out[0], out[1]);
        return new double[] {out[0][0], out[1][0]};
    }

    private static double logDensity(GaussianMixture mixture, NoiseLevel level, double x, double y) {
        double[] out = new double[1];
        new MixtureScore(mixture).logDensity(new double[] {x}, new double[] {y}, 0, 1, level, out);
        return out[0];
    }

    private static double[] hessian(GaussianMixture mixture, NoiseLevel level, double x, double y) {
        double[][] out = new double[4][1];
        new MixtureScore(mixture)
                .jacobian(new double[] {x}, new double[] {y}, 0, 1, level, out[0], out[1], out[2], out[3]);
        return new double[] {out[0][0], out[1][0], out[3][0]};
    }

    private static double[] covariance(GaussianMixture mixture, NoiseLevel level, double x, double y) {
        double[][] out = new double[3][1];
        new Posterior(new MixtureScore(mixture))
                .covariance(new double[] {x}, new double[] {y}, 0, 1, level, out[0], out[1], out[2]);
        return new double[] {out[0][0], out[1][0], out[2][0]};
    }

    private static GaussianMixture preset(String name) {
        return DensityCatalog.CATALOG.create(Choice.of(name), "preset");
    }

    private static GaussianMixture mixture(Component... components) {
        return new GaussianMixture(List.of(components));
    }
}
