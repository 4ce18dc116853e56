package scorescope.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import scorescope.core.denoise.Posterior;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CentralDifferences;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.words.Words;

/**
 * What is known at one point, through the same functions as the command {@code eval}: of the distribution its density
 * and the components' responsibilities, of the shown score its value and divergence.
 */
public record CursorReading(
        double x,
        double y,
        double logDensity,
        double scoreX,
        double scoreY,
        double divergence,
        List<Double> responsibilities) {
    /** So many components are named, the most responsible first. */
    private static final int MOST = 3;

    /** A smaller responsibility would be written as 0.00. */
    private static final double LEAST = 0.005;

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

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("x", fixed(x, 3) + ", " + fixed(y, 3)));
        lines.add(new Line("p", significant(Math.exp(logDensity))));
        lines.add(new Line(Words.text("ui.cursor-reading.log-p"), fixed(logDensity, 3)));
        lines.add(new Line("s", fixed(scoreX, 3) + ", " + fixed(scoreY, 3)));
        lines.add(new Line(Words.text("notation.norm-s-norm"), fixed(Math.hypot(scoreX, scoreY), 3)));
        lines.add(new Line(Words.text("notation.grad-dot-s"), fixed(divergence, 3)));
        if (responsibilities.size() > 1) {
            IntStream.range(0, responsibilities.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -responsibilities.get(k)))
                    .limit(MOST)
                    .filter(k -> responsibilities.get(k) >= LEAST)
                    .forEach(k -> lines.add(new Line("r" + subscript(k + 1), fixed(responsibilities.get(k), 3))));
        }
        return lines;
    }

    /** So many decimals, or powers of ten where that would run out of the column; a true minus sign. */
    private static String fixed(double value, int decimals) {
        return Math.abs(value) >= 1e5 || Double.isNaN(value)
                ? significant(value)
                : String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '\u2212');
    }

    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replace('-', '\u2212');
    }

    private static String subscript(int number) {
        var text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append((char) ('₀' + digit - '0'));
        }
        return text.toString();
    }
}
