package scorescope.core.sampling;

import java.util.Arrays;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;

/** Draws where particles begin. */
final class Starts {
    private Starts() {}

    /**
     * Fills x[i], y[i] for all particles.
     *
     * @param priorStd standard deviation that {@link Start.Prior} stands for, in data units
     */
    static void fill(Start start, double priorStd, NoiseSource noise, double[] x, double[] y) {
        switch (start) {
            case Start.Point point -> {
                Arrays.fill(x, point.x());
                Arrays.fill(y, point.y());
            }
            case Start.Gaussian gaussian -> {
                noise.gaussian(NoiseStream.START, 0, 0, x.length, x, y);
                stretch(x, gaussian.meanX(), gaussian.std());
                stretch(y, gaussian.meanY(), gaussian.std());
            }
            case Start.Uniform box -> {
                noise.uniform(NoiseStream.START, 0, 0, x.length, x);
                noise.uniform(NoiseStream.START, 1, 0, y.length, y);
                stretch(x, box.x0(), box.x1() - box.x0());
                stretch(y, box.y0(), box.y1() - box.y0());
            }
            case Start.Drawn drawn -> {
                noise.gaussian(NoiseStream.START, 0, 0, x.length, x, y);
                for (int i = 0; i < x.length; i++) {
                    int point = (int) ((long) i * drawn.points() / x.length);
                    x[i] = drawn.xy().get(2 * point) + drawn.std() * x[i];
                    y[i] = drawn.xy().get(2 * point + 1) + drawn.std() * y[i];
                }
            }
            case Start.Prior prior -> fill(new Start.Gaussian(0, 0, priorStd), priorStd, noise, x, y);
        }
    }

    private static void stretch(double[] values, double origin, double scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = origin + scale * values[i];
        }
    }
}
