package scorescope.core.sampling;

import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;

/** N(mean, std² I), in data units. */
public record GaussianStart(double meanX, double meanY, double std) implements Start {
    private static final Parameter.Pair MEAN = Parameter.Pair.point(
            "mean", "μ", "data units", 0, 0, StartCatalog.FARTHEST, "Mean of the particles' start.");
    private static final Parameter.Real STD = new Parameter.Real(
            "std", "s", "data units", 3, 0, StartCatalog.FARTHEST, true, "Standard deviation of the particles' start.");

    public static final Kind<Start> KIND = new Kind<>(
            "gaussian",
            "Gaussian",
            "Normal about a mean.",
            List.of(MEAN, STD),
            values -> new GaussianStart(values.get(MEAN)[0], values.get(MEAN)[1], values.get(STD)));

    @Override
    public void fill(double priorStd, NoiseSource noise, double[] x, double[] y) {
        noise.gaussian(NoiseStream.START, 0, 0, x.length, x, y);
        Start.stretch(x, meanX, std);
        Start.stretch(y, meanY, std);
    }

    @Override
    public Choice choice() {
        return Choice.of(KIND.id()).with(MEAN, List.of(meanX, meanY)).with(STD, std);
    }
}
