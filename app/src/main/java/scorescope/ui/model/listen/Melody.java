package scorescope.ui.model.listen;

import java.util.Arrays;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * What is heard along a horizontal line across the stage: log p as pitch and the position as balance. The largest density of
 * the visible part of the plane has the highest tone, and a tenth of a density sounds an octave lower.
 */
final class Melody {
    /** The highest tone in Hz. */
    static final double HIGHEST = 1760;

    /** Range of pitch: densities below 10<sup>−4</sup> of the largest have the lowest tone. */
    static final int OCTAVES = 4;

    static final Melody SILENCE = new Melody(new double[] {Double.NaN, Double.NaN}, 0);

    private static final int PLACES = 513;
    private static final int GRID = 48;

    private final double[] logDensity;
    private final double largest;

    /**
     * @param logDensity log p at equal distances along the line; NaN or −∞ where nothing is heard
     * @param largest log p of the highest tone
     */
    private Melody(double[] logDensity, double largest) {
        this.logDensity = logDensity;
        this.largest = largest;
    }

    /**
     * The melody of an exact density along a line from the left to the right edge.
     *
     * @param view the visible part of the plane
     * @param y height of the line, in data units
     */
    static Melody along(MixtureScore exact, NoiseLevel level, Box view, double y) {
        double[] line = row(exact, level, view, y, PLACES);
        double largest = largest(line);
        for (int i = 0; i <= GRID; i++) {
            double height = view.y0() + (view.y1() - view.y0()) * i / GRID;
            largest = Math.max(largest, largest(row(exact, level, view, height, GRID + 1)));
        }
        return new Melody(line, largest);
    }

    private static double[] row(MixtureScore exact, NoiseLevel level, Box view, double height, int places) {
        double[] x = new double[places];
        double[] y = new double[places];
        double[] log = new double[places];
        for (int i = 0; i < places; i++) {
            x[i] = view.x0() + (view.x1() - view.x0()) * i / (places - 1.0);
        }
        Arrays.fill(y, height);
        exact.logDensity(x, y, 0, places, level, log);
        return log;
    }

    private static double largest(double[] log) {
        return Arrays.stream(log).filter(value -> !Double.isNaN(value)).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * Pitch in Hz; NaN where nothing is heard.
     *
     * @param place along the line: 0 is its left end, 1 its right end
     */
    double frequency(double place) {
        double at = Math.clamp(place, 0, 1) * (logDensity.length - 1);
        int left = (int) Math.min(at, logDensity.length - 2.0);
        double share = at - left;
        double log = share == 0 ? logDensity[left] : (1 - share) * logDensity[left] + share * logDensity[left + 1];
        return Double.isFinite(log)
                ? HIGHEST * Math.pow(2, Math.max(-OCTAVES, (log - largest) / Math.log(10)))
                : Double.NaN;
    }

    /** Balance between the ears: −1 is the left one alone, 1 the right one. */
    static double balance(double place) {
        return Math.clamp(2 * place - 1, -1, 1);
    }
}
