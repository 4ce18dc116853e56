package scorescope.core.sampling;

import java.util.Arrays;
import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;

public record ThrowawayStart(double x, double y) implements Start {
    private static final Parameter.Pair AT = Parameter.Pair.point("at", "x₀", "data units", 0, 0, 10, "Where.");

    public static final Kind<Start> KIND = new Kind<>(
            "throwaway-start",
            "Throw-away start",
            "A throw-away start.",
            List.of(AT),
            values -> new ThrowawayStart(values.get(AT)[0], values.get(AT)[1]));

    @Override
    public void fill(double priorStd, NoiseSource noise, double[] toX, double[] toY) {
        Arrays.fill(toX, x);
        Arrays.fill(toY, y);
    }

    @Override
    public Choice choice() {
        return Choice.of(KIND.id()).with(AT, List.of(x, y));
    }
}
