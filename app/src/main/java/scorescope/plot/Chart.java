package scorescope.plot;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Curves over two axes of their own.
 *
 * @param cursor where along the first axis a line marks the present
 */
public record Chart(ChartAxis across, ChartAxis up, List<Curve> curves, OptionalDouble cursor) {
    public Chart {
        curves = List.copyOf(curves);
    }

    public Chart(ChartAxis across, ChartAxis up, List<Curve> curves) {
        this(across, up, curves, OptionalDouble.empty());
    }

    public Chart at(double present) {
        return new Chart(across, up, curves, OptionalDouble.of(present));
    }

    /** What a legend must say of it. */
    public List<Legend.Entry> legend() {
        return curves.stream()
                .filter(curve -> !curve.name().isEmpty())
                .map(Curve::entry)
                .toList();
    }
}
