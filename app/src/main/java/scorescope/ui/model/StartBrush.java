package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.sampling.DrawnStart;
import scorescope.core.sampling.Start;

/**
 * A brush that draws start positions of particles as lines of points. Pure functions without a UI toolkit. If the start
 * is of another kind, the brush begins a new one.
 *
 * @param radius within which points are removed, in data units; new points are a fifth of it apart
 */
public record StartBrush(double radius) {
    static final int MOST = 5_000;

    /** Width of the Gaussian on every point of a new start, as a share of the radius. */
    private static final double WIDTH = 0.25;

    /** Adds a point at (x, y), unless the last one is very near; the first point replaces the default line. */
    public Start drawn(Start before, double x, double y) {
        var xy = new ArrayList<>(
                before instanceof DrawnStart points && !points.untouched() ? points.xy() : List.<Double>of());
        int last = xy.size() - 2;
        boolean near = last >= 0 && Math.hypot(xy.get(last) - x, xy.get(last + 1) - y) < radius / 5;
        if (near || xy.size() / 2 >= MOST) {
            return before;
        }
        xy.add(DrawnPoints.rounded(x));
        xy.add(DrawnPoints.rounded(y));
        return new DrawnStart(
                xy, before instanceof DrawnStart points ? points.std() : DrawnPoints.rounded(WIDTH * radius));
    }

    /** Removes the points within the radius of (x, y), unless none would remain. */
    public Start erased(Start before, double x, double y) {
        return before instanceof DrawnStart points
                ? new DrawnStart(DrawnPoints.without(points.xy(), x, y, radius), points.std())
                : before;
    }
}
