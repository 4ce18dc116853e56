package scorescope.core.sampling;

import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;

/** Uniform on [x0, x1] × [y0, y1], in data units. */
public record UniformStart(double x0, double x1, double y0, double y1) implements Start {
    private static final Parameter.Pair X = Parameter.Pair.interval(
            "x", "x", "data units", -5, 5, StartCatalog.FARTHEST, "From where to where along the first axis.");
    private static final Parameter.Pair Y = Parameter.Pair.interval(
            "y", "y", "data units", -5, 5, StartCatalog.FARTHEST, "From where to where along the second axis.");

    public static final Kind<Start> KIND = new Kind<>(
            "uniform",
            "Uniform",
            "Evenly over a rectangle.",
            List.of(X, Y),
            values -> new UniformStart(values.get(X)[0], values.get(X)[1], values.get(Y)[0], values.get(Y)[1]));

    @Override
    public void fill(double priorStd, NoiseSource noise, double[] x, double[] y) {
        noise.uniform(NoiseStream.START, 0, 0, x.length, x);
        noise.uniform(NoiseStream.START, 1, 0, y.length, y);
        Start.stretch(x, x0, x1 - x0);
        Start.stretch(y, y0, y1 - y0);
    }

    @Override
    public Choice choice() {
        return Choice.of(KIND.id()).with(X, List.of(x0, x1)).with(Y, List.of(y0, y1));
    }
}
