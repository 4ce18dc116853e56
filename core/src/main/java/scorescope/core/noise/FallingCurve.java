package scorescope.core.noise;

import java.util.List;

/**
 * A smooth decreasing curve through points, each lower than the one before: cubic pieces whose derivative at an inner point is
 * the harmonic mean of the slopes of the adjacent chords, and at an end that of the chord. The derivatives are at most twice
 * the smaller slope, so that every piece decreases.
 *
 * @param points x and y alternating, x growing, y falling; at least two points
 * @see <a href="https://doi.org/10.1137/0905021">Fritsch and Butland 1984, A method for constructing local monotone
 *     piecewise cubic interpolants</a>
 */
public record FallingCurve(List<Double> points) {
    public FallingCurve {
        points = List.copyOf(points);
    }

    public double value(double x) {
        int i = piece(x);
        double h = x(i + 1) - x(i);
        double s = (x - x(i)) / h;
        double chord = chord(i);
        // Hermite form: the chord plus a cubic correction for both derivatives.
        double bend = (slopeAt(i) - chord) * (1 - s) - (slopeAt(i + 1) - chord) * s;
        return y(i) + h * (chord * s + s * (1 - s) * bend);
    }

    public double slope(double x) {
        int i = piece(x);
        double s = (x - x(i)) / (x(i + 1) - x(i));
        double chord = chord(i);
        double left = slopeAt(i) - chord;
        double right = slopeAt(i + 1) - chord;
        return chord + (1 - 2 * s) * (left * (1 - s) - right * s) - s * (1 - s) * (left + right);
    }

    private int piece(double x) {
        int last = points.size() / 2 - 2;
        int i = 0;
        while (i < last && x >= x(i + 1)) {
            i++;
        }
        return i;
    }

    private double slopeAt(int i) {
        if (i == 0) {
            return chord(0);
        }
        if (i == points.size() / 2 - 1) {
            return chord(i - 1);
        }
        return 2 / (1 / chord(i - 1) + 1 / chord(i));
    }

    private double chord(int i) {
        return (y(i + 1) - y(i)) / (x(i + 1) - x(i));
    }

    private double x(int i) {
        return points.get(2 * i);
    }

    private double y(int i) {
        return points.get(2 * i + 1);
    }
}
