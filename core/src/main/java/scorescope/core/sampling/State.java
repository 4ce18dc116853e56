package scorescope.core.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.noise.NoiseLevel;

/**
 * Where a run stands: positions x[i], y[i] of all particles after {@code step} steps, at {@code level} of noise.
 *
 * @param carried arrays that the next step needs besides the positions (velocities, earlier predictions)
 * @param scratch arrays that a step may work in; what they hold means nothing
 */
public record State(
        int step,
        NoiseLevel level,
        double[] x,
        double[] y,
        Map<String, double[]> carried,
        Map<String, double[]> scratch,
        Diagnostics diagnostics) {

    /** Before the first step, with arrays of one number for each particle under the given names. */
    public static State begun(NoiseLevel level, double[] x, double[] y, List<String> carried, List<String> scratch) {
        return new State(0, level, x, y, arrays(carried, x.length), arrays(scratch, x.length), Diagnostics.BEGUN);
    }

    private static Map<String, double[]> arrays(List<String> names, int length) {
        var arrays = new HashMap<String, double[]>();
        names.forEach(name -> arrays.put(name, new double[length]));
        return arrays;
    }

    public int particles() {
        return x.length;
    }

    /** The same arrays, standing at another step. */
    public State at(int newStep, NoiseLevel newLevel, Diagnostics newDiagnostics) {
        return new State(newStep, newLevel, x, y, carried, scratch, newDiagnostics);
    }

    public double[] carried(String name) {
        return carried.get(name);
    }

    public double[] scratch(String name) {
        return scratch.get(name);
    }
}
