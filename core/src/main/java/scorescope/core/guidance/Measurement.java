package scorescope.core.guidance;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.parameter.Parameter;

/**
 * A measurement y = A x₀ + ρ n of the clean point, n ~ N(0, I).
 *
 * @param matrix rows of A, one or two, of two numbers each
 * @param value y, one number for each row
 * @param std ρ &gt; 0, in the units of y
 */
public record Measurement(List<List<Double>> matrix, List<Double> value, double std) {
    public static final Parameter.Real STD =
            new Parameter.Real("std", "ρ", "", 0.5, 1e-6, 1e6, true, "Standard deviation of the measurement's noise.");

    public Measurement {
        matrix = matrix.stream().map(List::copyOf).toList();
        value = List.copyOf(value);
        if (matrix.isEmpty() || matrix.size() > 2 || matrix.stream().anyMatch(row -> row.size() != 2)) {
            throw new IllegalArgumentException("a matrix of one or two rows of two numbers is needed: " + matrix);
        }
        if (value.size() != matrix.size() || !(std > 0)) {
            throw new IllegalArgumentException("a value for each row and std > 0 are needed: " + value + ", " + std);
        }
    }

    /** Number of rows of A. */
    public int rows() {
        return matrix.size();
    }

    /** This measurement with another row of A and its value. */
    public Measurement withRow(int row, double first, double second, double changed) {
        var rows = new ArrayList<>(matrix);
        var values = new ArrayList<>(value);
        rows.set(row, List.of(first, second));
        values.set(row, changed);
        return new Measurement(rows, values, std);
    }

    /** Direction of a row of A, in radians counter-clockwise from the first axis. */
    public double direction(int row) {
        return Math.atan2(a(row, 1), a(row, 0));
    }

    /** The direction perpendicular to (dx, dy) that is nearest to that of a row, in radians. */
    public double directionAcross(int row, double dx, double dy) {
        double before = direction(row);
        return before + Math.IEEEremainder(Math.atan2(dx, -dy) - before, Math.PI);
    }

    /** This measurement with a row turned to the given direction; its length is unchanged. */
    public Measurement turned(int row, double direction) {
        double length = Math.hypot(a(row, 0), a(row, 1));
        return withRow(row, length * Math.cos(direction), length * Math.sin(direction), value.get(row));
    }

    /** This measurement with the noise-free value of a row at the clean point (x, y). */
    public Measurement through(int row, double x, double y) {
        return withRow(row, a(row, 0), a(row, 1), a(row, 0) * x + a(row, 1) * y);
    }

    double a(int row, int column) {
        return matrix.get(row).get(column);
    }

    /**
     * p(x₀ | y), again a mixture: every component conditioned on y, with weights w_k N(y; Aμ_k, AΣ_kAᵀ + ρ²I). Its noised
     * score is the exact conditional score at every level, since x_t depends on y through x₀ alone.
     */
    public GaussianMixture posterior(GaussianMixture prior) {
        var given = prior.components().stream()
                .map(component -> new MeasuredComponent(component, this))
                .toList();
        var most = given.stream()
                .map(MeasuredComponent::logWeight)
                .reduce((one, other) -> other.minus(one).value() > 0 ? other : one)
                .orElseThrow();
        var positive = new ArrayList<Component>();
        for (var one : given) {
            double weight = Math.exp(one.logWeight().minus(most).value());
            if (weight > 0) {
                positive.add(one.given(weight));
            }
        }
        return new GaussianMixture(positive);
    }
}
