package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.FallingCurve;
import scorescope.core.parameter.Parameter;

/**
 * The points of a declared curve while it is edited. Each stays between its neighbours, so that the curve always falls.
 *
 * @param xy x and y alternating
 */
record CurvePoints(Parameter.Curve declared, List<Double> xy) {
    /** Steps of x and of y to which points are rounded. */
    private static final double X_STEP = 0.005;

    private static final double Y_STEP = 0.05;

    int count() {
        return xy.size() / 2;
    }

    double x(int i) {
        return xy.get(2 * i);
    }

    double y(int i) {
        return xy.get(2 * i + 1);
    }

    double height(double x) {
        return new FallingCurve(xy).value(x);
    }

    /** Point i moved as close to (x, y) as its neighbours allow; the first and the last keep their x. */
    CurvePoints moved(int i, double x, double y) {
        int last = count() - 1;
        double low = i == last ? declared.low() : y(i + 1) + Y_STEP;
        double high = i == 0 ? declared.high() : y(i - 1) - Y_STEP;
        var points = new ArrayList<>(xy);
        if (i > 0 && i < last) {
            points.set(2 * i, between(x, x(i - 1) + X_STEP, x(i + 1) - X_STEP, X_STEP, x(i)));
        }
        points.set(2 * i + 1, between(y, low, high, Y_STEP, y(i)));
        return new CurvePoints(declared, points);
    }

    /** The value rounded to a step within [low, high]; {@code present} where there is no room. */
    private static double between(double value, double low, double high, double step, double present) {
        double perUnit = Math.rint(1 / step);
        double first = Math.ceil(low * perUnit - 1e-6);
        double last = Math.floor(high * perUnit + 1e-6);
        return first > last ? present : Math.clamp(Math.rint(value * perUnit), first, last) / perUnit;
    }

    /** With one more point on the curve at x; the same points if there is no room for it. */
    CurvePoints added(double x) {
        int after = 0;
        while (after < count() && x(after) <= x) {
            after++;
        }
        boolean room = after > 0
                && after < count()
                && count() < declared.most()
                && Math.min(x - x(after - 1), x(after) - x) > X_STEP
                && y(after - 1) - y(after) > 2 * Y_STEP;
        if (!room) {
            return this;
        }
        var points = new ArrayList<>(xy);
        points.addAll(2 * after, List.of(x, height(x)));
        return new CurvePoints(declared, points).moved(after, x, height(x));
    }

    /** Without point i; the ends stay. */
    CurvePoints without(int i) {
        if (i <= 0 || i >= count() - 1) {
            return this;
        }
        var points = new ArrayList<>(xy);
        points.subList(2 * i, 2 * i + 2).clear();
        return new CurvePoints(declared, points);
    }

    /** The point nearest to (x, y), with distances measured in shares of both ranges. */
    int nearest(double x, double y) {
        int nearest = 0;
        for (int i = 1; i < count(); i++) {
            if (distance(i, x, y) < distance(nearest, x, y)) {
                nearest = i;
            }
        }
        return nearest;
    }

    double distance(int i, double x, double y) {
        return Math.hypot(x(i) - x, (y(i) - y) / (declared.high() - declared.low()));
    }
}
