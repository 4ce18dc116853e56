package scorescope.core.sampling.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.SamplingMethod;

/**
 * Number of steps of a path, and the spacing of their times.
 *
 * @param rho exponent of {@link TimeGrid#KARRAS}; not used by other grids
 */
public record Spacing(TimeGrid grid, double rho, int steps) {
    public static final Parameter.Real RHO = new Parameter.Real(
            "rho",
            "ρ",
            "",
            TimeGrid.USUAL_RHO,
            1,
            50,
            true,
            "Of the grid karras: equal steps in ({ratio})^(1/ρ); the larger, the shorter the steps where noise is small.");

    /** Declaration of the number of steps, with a method's default. */
    public static Parameter.Whole steps(int standard) {
        return new Parameter.Whole(
                "steps", "N", standard, 1, 1_000_000, "How many steps are taken from the process's end down.");
    }

    /** Declaration of the grid, with a method's default. */
    public static Parameter.OneOf<TimeGrid> grid(TimeGrid standard) {
        return Parameter.OneOf.of(
                "grid",
                "",
                standard,
                "How the times are spaced: equal steps in t, in log t, in ({ratio})^(1/ρ), or in log-SNR.");
    }

    public static Spacing of(Parameters values, Parameter.Whole steps, Parameter.OneOf<TimeGrid> grid) {
        return new Spacing(values.get(grid), values.get(RHO), Math.toIntExact(values.get(steps)));
    }

    public static Spacing uniform(int steps) {
        return new Spacing(TimeGrid.UNIFORM, TimeGrid.USUAL_RHO, steps);
    }

    /** The {@code steps + 1} times from {@code from} to {@code to}. */
    public double[] times(NoiseProcess process, double from, double to) {
        return grid.times(process, from, to, steps, rho);
    }

    /**
     * Declaration of a method along a spacing: the number of steps, then {@code between}, then the grid with its
     * exponent, which acts on {@link TimeGrid#KARRAS} alone.
     */
    public static Kind<SamplingMethod> method(
            String id,
            String title,
            String help,
            Function<Parameters, SamplingMethod> create,
            Parameter.Whole steps,
            Parameter.OneOf<TimeGrid> grid,
            Parameter<?>... between) {
        var all = new ArrayList<Parameter<?>>();
        all.add(steps);
        all.addAll(List.of(between));
        all.add(grid);
        all.add(RHO);
        return new Kind<>(id, title, help, all, create).when(grid, TimeGrid.KARRAS, RHO);
    }
}
