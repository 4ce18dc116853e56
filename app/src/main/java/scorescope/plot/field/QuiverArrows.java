package scorescope.plot.field;

import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.QuiverLayer;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** The arrows of one score on the grid of a {@link QuiverLayer}, in shades of one colour. */
public final class QuiverArrows {
    private static final double HALO = 0.75;

    /** Steps of colour, from the weakest magnitude to the strongest. */
    private static final int SHADES = 6;

    private static final double FAINTEST = 0.25;

    /**
     * Ratio to the score at a neighbouring grid point below which a score is rounding error: its terms are as large as the
     * neighbour's score, and their cancellation leaves about 1e-15 of them.
     */
    private static final double ROUNDING = 1e-13;

    private final Style style;
    private final ArrowScaling scaling;
    private final Arrows[] arrows = new Arrows[SHADES];
    private double[] scoreX = new double[0];
    private double[] scoreY = new double[0];
    private int count;

    public QuiverArrows(Style style, ArrowScaling scaling) {
        this.style = style;
        this.scaling = scaling;
        Arrays.setAll(arrows, shade -> new Arrows());
    }

    /**
     * Evaluates the score at the points of a grid and returns the range of its magnitudes. Values that are rounding error
     * have no meaningful direction: they are set to zero and get no arrow.
     */
    public Range evaluate(ScoreField score, NoiseLevel level, ArrowGrid grid) {
        int points = grid.count();
        count = points;
        if (scoreX.length < points) {
            scoreX = new double[points];
            scoreY = new double[points];
        }
        score.score(grid.x(), grid.y(), 0, points, level, scoreX, scoreY);
        clearRounding(grid.columns(), grid.rows());
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < points; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            if (magnitude > 0 && Double.isFinite(magnitude)) {
                smallest = Math.min(smallest, magnitude);
                largest = Math.max(largest, magnitude);
            }
        }
        return largest > 0 ? new Range(smallest, largest) : Range.NONE;
    }

    private void clearRounding(int columns, int rows) {
        for (int i = 0; i < columns * rows; i++) {
            int column = i % columns;
            double near = 0;
            near = column > 0 ? Math.max(near, magnitude(i - 1)) : near;
            near = column < columns - 1 ? Math.max(near, magnitude(i + 1)) : near;
            near = i >= columns ? Math.max(near, magnitude(i - columns)) : near;
            near = i < columns * (rows - 1) ? Math.max(near, magnitude(i + columns)) : near;
            if (magnitude(i) < ROUNDING * near) {
                scoreX[i] = 0;
                scoreY[i] = 0;
            }
        }
    }

    private double magnitude(int i) {
        return Math.hypot(scoreX[i], scoreY[i]);
    }

    /**
     * Lays the arrows out, centred on their points, or beginning at them so that two scores can be compared.
     *
     * @param typical the magnitude that lengths are measured against
     * @param scale range of magnitudes for lengths and shades
     */
    public void place(ArrowGrid grid, Viewport seen, double typical, Range scale, ArrowHead head, boolean centred) {
        clear();
        for (int i = 0; i < count; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            if (magnitude > 0 && Double.isFinite(magnitude)) {
                double length = grid.spacing() * scaling.length(magnitude, typical, scale.high());
                double dx = length * scoreX[i] / magnitude;
                double dy = -length * scoreY[i] / magnitude;
                double fromX = seen.toX(grid.x()[i]) - (centred ? dx / 2 : 0);
                double fromY = seen.toY(grid.y()[i]) - (centred ? dy / 2 : 0);
                arrows[shade(magnitude, scale)].add(fromX, fromY, fromX + dx, fromY + dy, style, head);
            }
        }
    }

    public void clear() {
        for (var shade : arrows) {
            shade.clear();
        }
    }

    /** Index of the shade, from the logarithm of the magnitude, since scores span decades. */
    private int shade(double magnitude, Range scale) {
        if (scaling != ArrowScaling.COLOUR || !(scale.high() > scale.low())) {
            return SHADES - 1;
        }
        double place = Math.log(magnitude / scale.low()) / Math.log(scale.high() / scale.low());
        return Math.clamp((int) (place * SHADES), 0, SHADES - 1);
    }

    public void draw(Painter painter, Color color, Palette palette, boolean rimmed) {
        double width = palette.strength() * style.arrow();
        for (int shade = 0; shade < SHADES; shade++) {
            if (rimmed && arrows[shade].count() > 0) {
                arrows[shade].drawHalo(painter, palette.background().fade(0.7), width, HALO * width);
            }
        }
        for (int shade = 0; shade < SHADES; shade++) {
            if (arrows[shade].count() > 0) {
                double strength = FAINTEST + (1 - FAINTEST) * (shade + 1.0) / SHADES;
                arrows[shade].draw(painter, color.fade(strength), width);
            }
        }
    }
}
