package scorescope.ui.model.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CentralDifferences;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.plot.guide.Ticks;
import scorescope.words.Words;

/**
 * Values at one point, from the same functions as the command {@code eval}: the density and the components'
 * responsibilities, and the value and divergence of the shown score.
 */
public record CursorReading(
        double x,
        double y,
        double logDensity,
        double scoreX,
        double scoreY,
        double divergence,
        List<Double> responsibilities) {
    /** Most components listed, the most responsible first. */
    private static final int MOST = 3;

    /** Smallest responsibility listed: a smaller one would be written as 0.00. */
    private static final double LEAST = 0.005;

    private static final int DECIMALS = 3;
    private static final int DENSITY_DIGITS = 4;

    /** Smallest power of ten with digits: below it, the digits of p are rounding errors of log p. */
    private static final int LEAST_POWER = -1_000_000_000;

    /** One line: a symbol and its value. */
    public record Line(String symbol, String value) {}

    public CursorReading {
        responsibilities = List.copyOf(responsibilities);
    }

    /** @param score the shown score; the exact one, a learned one, or a difference */
    public static CursorReading of(MixtureScore exact, ScoreField score, NoiseLevel level, double atX, double atY) {
        double[] x = {atX};
        double[] y = {atY};
        double[] log = new double[1];
        double[][] s = new double[2][1];
        double[][] j = new double[4][1];
        double[] r = new double[exact.mixture().components().size()];
        exact.logDensity(x, y, 0, 1, level, log);
        score.score(x, y, 0, 1, level, s[0], s[1]);
        CentralDifferences.jacobianOf(score).jacobian(x, y, 0, 1, level, j[0], j[1], j[2], j[3]);
        new Posterior(exact).responsibilities(atX, atY, level, r);
        var shares = IntStream.range(0, r.length).mapToObj(k -> r[k]).toList();
        return new CursorReading(atX, atY, log[0], s[0][0], s[1][0], j[0][0] + j[3][0], shares);
    }

    /** @param view what the picture shows, which says how many decimals of a coordinate a pixel tells apart */
    public List<Line> lines(Box view) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "x", Numbers.pointed(x, view.x1() - view.x0()) + ", " + Numbers.pointed(y, view.y1() - view.y0())));
        lines.add(new Line("p", density()));
        lines.add(new Line(Words.text("ui.cursor-reading.log-p"), Numbers.readOut(logDensity, DECIMALS)));
        lines.add(new Line("s", Numbers.pair(scoreX, scoreY, DECIMALS)));
        lines.add(new Line(Words.text("notation.norm-s-norm"), Numbers.readOut(Math.hypot(scoreX, scoreY), DECIMALS)));
        lines.add(new Line(Words.text("notation.grad-dot-s"), Numbers.readOut(divergence, DECIMALS)));
        if (responsibilities.size() > 1) {
            IntStream.range(0, responsibilities.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -responsibilities.get(k)))
                    .limit(MOST)
                    .filter(k -> responsibilities.get(k) >= LEAST)
                    .forEach(k -> lines.add(
                            new Line("r" + subscript(k + 1), Numbers.readOut(responsibilities.get(k), DECIMALS))));
        }
        return lines;
    }

    /** p as text; where p is too small for a double, its power of ten comes from log p. */
    private String density() {
        double density = Math.exp(logDensity);
        if (density >= Double.MIN_NORMAL || !Double.isFinite(logDensity)) {
            return Numbers.significant(density, DENSITY_DIGITS);
        }
        double power = logDensity / Math.log(10);
        if (power < LEAST_POWER) {
            return "<" + Ticks.label(BigDecimal.ONE.scaleByPowerOfTen(LEAST_POWER));
        }
        int whole = (int) Math.floor(power);
        var mantissa = new BigDecimal(Math.pow(10, power - whole)).round(new MathContext(DENSITY_DIGITS));
        return Ticks.label(mantissa.scaleByPowerOfTen(whole));
    }

    private static String subscript(int number) {
        var text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append((char) ('₀' + digit - '0'));
        }
        return text.toString();
    }
}
