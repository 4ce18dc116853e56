package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;

/** Operations of brushes on lists of points, x and y alternating. Pure functions. */
final class DrawnPoints {
    private DrawnPoints() {}

    /** Rounds a coordinate so that it is short in the session's file and still finer than any screen. */
    static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    /** The points that lie farther than {@code radius} from (x, y); all points if none would remain. */
    static List<Double> without(List<Double> xy, double x, double y, double radius) {
        var left = new ArrayList<Double>();
        for (int i = 0; i < xy.size(); i += 2) {
            if (Math.hypot(xy.get(i) - x, xy.get(i + 1) - y) > radius) {
                left.add(xy.get(i));
                left.add(xy.get(i + 1));
            }
        }
        return left.isEmpty() ? xy : left;
    }
}
