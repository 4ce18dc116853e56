package scorescope.plot.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.Grid;
import scorescope.core.field.ScoreRaster;
import scorescope.core.memo.LastKey;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CentralDifferences;
import scorescope.core.score.ScoreField;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;

/**
 * A score and its Jacobian on cells of a viewport. The number of cells is limited by a budget of time: networks, mixtures of
 * many components and pictures during a drag get larger cells. Buffers are reused.
 */
public final class FieldGrid {
    /** Budgets for a whole grid in nanoseconds, estimated by {@link ScoreField#cost}: during a drag, on screen, on paper. */
    private static final double DRAG = 8e6;

    private static final double SCREEN = 8e7;
    private static final double PAPER = 2e9;

    /** Time in nanoseconds for one component in one cell of a raster of scores, and for the rest of the cell. */
    private static final double RASTER_COMPONENT = 2;

    private static final double RASTER = 5;

    private final ScoreRaster raster = new ScoreRaster(2);
    private final LastKey<Key> last = new LastKey<>();

    private Grid grid = new Grid(1, 1, 0, 1, 1, 0);
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] u = new double[0];
    private double[] v = new double[0];
    private double[] xx = new double[0];
    private double[] xy = new double[0];
    private double[] yx = new double[0];
    private double[] yy = new double[0];

    /** Budget in nanoseconds at {@code detail} cells along a point; during a drag that is less than the style's detail. */
    public static double time(double detail, Style style) {
        return detail < style.detail() ? DRAG : style.framed() ? PAPER : SCREEN;
    }

    /** The inputs of the values in the arrays. */
    private record Key(
            ScoreField score,
            NoiseLevel level,
            Viewport viewport,
            double detail,
            double time,
            boolean jacobian,
            boolean vectors) {}

    /**
     * Computes the Jacobian, the score, or both, unless the inputs are those of the last call.
     *
     * @param detail most cells along a point
     * @param time budget in nanoseconds, from {@link #time}
     * @return whether anything was computed
     */
    public boolean evaluate(
            Scene scene, Viewport viewport, double detail, double time, boolean jacobian, boolean vectors) {
        var key = new Key(scene.score(), scene.level(), viewport, detail, time, jacobian, vectors);
        return last.update(key, () -> compute(key));
    }

    private void compute(Key key) {
        var score = key.score();
        double cost = (key.jacobian() ? score.cost().jacobian() : 0) + (key.vectors() ? vectorCost(score) : 0);
        layOut(key.viewport(), key.detail(), key.time() / cost);
        if (key.jacobian()) {
            if (xx.length < grid.cells()) {
                xx = new double[x.length];
                xy = new double[x.length];
                yx = new double[x.length];
                yy = new double[x.length];
            }
            CentralDifferences.jacobianOf(score).jacobian(x, y, 0, grid.cells(), key.level(), xx, xy, yx, yy);
        }
        if (key.vectors()) {
            if (u.length < grid.cells()) {
                u = new double[x.length];
                v = new double[x.length];
            }
            vectors(score, key.level());
        }
    }

    private void vectors(ScoreField score, NoiseLevel level) {
        var mixture = score.exactMixture();
        if (mixture.isPresent()) {
            var fields = raster.compute(new NoisedMixture(mixture.get(), level), grid);
            widen(fields.scoreX().values(), u, grid.cells());
            widen(fields.scoreY().values(), v, grid.cells());
        } else {
            score.score(x, y, 0, grid.cells(), level, u, v);
        }
    }

    private static void widen(float[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[i];
        }
    }

    private void layOut(Viewport viewport, double detail, double affordable) {
        double most = Math.max(64, affordable);
        double cells = viewport.width() * viewport.height() * detail * detail;
        double scale = detail * Math.min(1, Math.sqrt(most / cells));
        int columns = Math.max(2, (int) Math.round(viewport.width() * scale));
        int rows = Math.max(2, (int) Math.round(viewport.height() * scale));
        grid = new Grid(columns, rows, viewport.x0(), viewport.x1(), viewport.y1(), viewport.y0());
        if (x.length < grid.cells()) {
            x = new double[grid.cells()];
            y = new double[grid.cells()];
        }
        for (int j = 0; j < rows; j++) {
            double cellY = grid.y(j);
            for (int i = 0; i < columns; i++) {
                x[j * columns + i] = grid.x(i);
                y[j * columns + i] = cellY;
            }
        }
    }

    private static double vectorCost(ScoreField score) {
        return score.exactMixture()
                .map(mixture -> RASTER + RASTER_COMPONENT * mixture.components().size())
                .orElseGet(() -> score.cost().score());
    }

    public Grid grid() {
        return grid;
    }

    public double[] x() {
        return x;
    }

    public double[] y() {
        return y;
    }

    public double[] us() {
        return u;
    }

    public double[] vs() {
        return v;
    }

    public double u(int cell) {
        return u[cell];
    }

    public double v(int cell) {
        return v[cell];
    }

    public double xx(int cell) {
        return xx[cell];
    }

    public double xy(int cell) {
        return xy[cell];
    }

    public double yx(int cell) {
        return yx[cell];
    }

    public double yy(int cell) {
        return yy[cell];
    }

    /** The {@code share} quantile of the finite values among the first {@code count}, from every n-th if there are many. */
    public static double quantile(float[] values, int count, double share) {
        int stride = Math.max(1, count / 8192);
        float[] some = new float[count / stride + 1];
        int n = 0;
        for (int i = 0; i < count; i += stride) {
            if (Float.isFinite(values[i])) {
                some[n++] = values[i];
            }
        }
        Arrays.sort(some, 0, n);
        return n == 0 ? 0 : some[(int) Math.min(n - 1L, Math.round(share * (n - 1)))];
    }
}
