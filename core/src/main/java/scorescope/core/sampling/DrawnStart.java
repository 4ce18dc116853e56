package scorescope.core.sampling;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;

/**
 * Points drawn by hand, x and y alternating, each widened to N(point, std² I). Particles are distributed evenly over the
 * points, in the order in which the points were drawn.
 *
 * @param xy at least one point, in data units
 */
public record DrawnStart(List<Double> xy, double std) implements Start {
    private static final int MOST = 100_000;

    /** Default: points on the vertical line x = −4. */
    private static final List<Double> UNTOUCHED = IntStream.rangeClosed(-6, 6)
            .boxed()
            .flatMap(k -> Stream.of(-4.0, 0.5 * k))
            .toList();

    private static final Parameter.Points POINTS = new Parameter.Points(
            "points", "", "data units", UNTOUCHED, StartCatalog.FARTHEST, MOST, "Where particles begin, as drawn.");
    private static final Parameter.Real STD = new Parameter.Real(
            "std",
            "s",
            "data units",
            0.1,
            0,
            StartCatalog.FARTHEST,
            true,
            "Width of the Gaussian put on every drawn start.");

    public static final Kind<Start> KIND = new Kind<>(
            "drawn",
            "Drawn",
            "Where you draw on the stage.",
            List.of(POINTS, STD),
            values -> new DrawnStart(values.get(POINTS), values.get(STD)));

    public DrawnStart {
        xy = List.copyOf(xy);
        if (xy.isEmpty() || xy.size() % 2 != 0) {
            throw new IllegalArgumentException("not points: " + xy.size() + " coordinates");
        }
    }

    public int points() {
        return xy.size() / 2;
    }

    /** Whether these are the default points. */
    public boolean untouched() {
        return xy.equals(UNTOUCHED);
    }

    @Override
    public void fill(double priorStd, NoiseSource noise, double[] x, double[] y) {
        noise.gaussian(NoiseStream.START, 0, 0, x.length, x, y);
        for (int i = 0; i < x.length; i++) {
            int point = (int) ((long) i * points() / x.length);
            x[i] = xy.get(2 * point) + std * x[i];
            y[i] = xy.get(2 * point + 1) + std * y[i];
        }
    }

    @Override
    public Choice choice() {
        return Choice.of(KIND.id()).with(POINTS, xy).with(STD, std);
    }
}
