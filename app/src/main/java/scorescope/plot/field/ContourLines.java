package scorescope.plot.field;

import java.util.Arrays;
import scorescope.core.field.ContourJoin;
import scorescope.core.field.Contours;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Viewport;

/** Contour lines of one level in figure points: separate segments, which are faster, or joined paths for files. */
public final class ContourLines {
    /** Largest distance of a path from its curve, in points. */
    private static final double TOLERANCE = 0.01;

    private double[] x = new double[0];
    private double[] y = new double[0];
    private int points;
    private int[] end = new int[0];
    private boolean[] closed = new boolean[0];
    private int paths;
    private double[] pathX = new double[0];
    private double[] pathY = new double[0];

    /** Copies the lines traced last, as joined paths or as separate segments. */
    public void take(Contours contours, Viewport viewport, boolean asPaths) {
        if (asPaths) {
            join(contours.join(), viewport);
        } else {
            take(contours, viewport);
        }
    }

    /** Whether there is no line of this level in the view. */
    public boolean isEmpty() {
        return points == 0;
    }

    private void take(Contours contours, Viewport viewport) {
        paths = 0;
        points = contours.points();
        reserve(points);
        for (int i = 0; i < points; i++) {
            x[i] = viewport.toX(contours.x()[i]);
            y[i] = viewport.toY(contours.y()[i]);
        }
    }

    private void join(ContourJoin join, Viewport viewport) {
        paths = join.lines();
        points = 0;
        if (end.length < paths) {
            end = new int[2 * paths];
            closed = new boolean[2 * paths];
        }
        for (int line = 0; line < paths; line++) {
            int start = join.start(line);
            int length = join.length(line);
            reserve(points + length);
            int first = points;
            for (int i = start; i < start + length; i++) {
                x[points] = viewport.toX(join.x()[i]);
                y[points++] = viewport.toY(join.y()[i]);
            }
            points = Thinning.thin(x, y, first, points, TOLERANCE);
            end[line] = points;
            closed[line] = join.closed(line);
        }
    }

    public void draw(Painter painter, Color color, double width) {
        if (paths == 0) {
            painter.segments(x, y, points, color, width);
            return;
        }
        int from = 0;
        for (int path = 0; path < paths; path++) {
            int length = end[path] - from;
            if (pathX.length < length) {
                pathX = new double[2 * length];
                pathY = new double[2 * length];
            }
            System.arraycopy(x, from, pathX, 0, length);
            System.arraycopy(y, from, pathY, 0, length);
            painter.polyline(pathX, pathY, length, closed[path], color, width, Dash.SOLID);
            from = end[path];
        }
    }

    private void reserve(int count) {
        if (x.length < count) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
    }
}
