package scorescope.plot.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.field.Grid;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.GridImage;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;

/**
 * The Fokker–Planck equation on a grid, the histogram of particles that follow the same motion, and the exact density, in
 * step: under a forward process its marginal; under Langevin dynamics the end, p^(1/c²), which is p at noise scale c = 1
 * only.
 */
public final class DensityEvolution implements Study {
    private static final Option LANGEVIN =
            Option.of("langevin", "Langevin", "Towards the density at the noise bar's level.");
    private static final Option PROCESS = Option.of("process", "Process", "The session's forward process.");
    static final Parameter.OneOf<Option> MOTION = new Parameter.OneOf<>(
            "motion",
            "",
            LANGEVIN,
            List.of(LANGEVIN, PROCESS),
            "Langevin dynamics towards the density at the noise bar's level, or the session's forward process.");
    static final Parameter.Real NOISE_SCALE = new Parameter.Real(
            "noiseScale",
            "c",
            "",
            1,
            0.2,
            3,
            false,
            "Langevin noise is √2·c dW: the density p is left alone at c = 1 only.");
    static final Parameter.Real DURATION =
            new Parameter.Real("duration", "", "time", 4, 0.01, 1000, true, "How long Langevin dynamics runs.");
    static final Parameter.Real START_X = new Parameter.Real(
            "startX", "", "data units", -3, -1000, 1000, false, "Where Langevin begins: first coordinate.");
    static final Parameter.Real START_Y = new Parameter.Real(
            "startY", "", "data units", 3, -1000, 1000, false, "Where Langevin begins: second coordinate.");
    static final Parameter.Real START_STD = new Parameter.Real(
            "startStd", "", "data units", 0.7, 0.01, 1000, true, "Standard deviation of where Langevin begins.");
    static final Parameter.Whole CELLS =
            new Parameter.Whole("cells", "", 96, 16, 256, "Cells of the grid along each side.");
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 20_000, 100, 50_000, "Particles that follow the same motion.");

    static final Kind<Study> KIND = new Kind<>(
            "fokker-planck",
            "Fokker–Planck",
            "The density solved on a grid, beside the particles' histogram and the exact answer: watch the distances fall.",
            List.of(MOTION, NOISE_SCALE, DURATION, START_X, START_Y, START_STD, CELLS, PARTICLES),
            DensityEvolution::new);

    static final int FRAMES = EvolutionRun.FRAMES;
    private static final double SECONDS = 10;

    private final Parameters values;
    private final Memo<EvolutionRun.Request, EvolutionRun> marches = new Memo<>(EvolutionRun::new);

    DensityEvolution(Parameters values) {
        this.values = values;
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var marching = march(inputs);
        return Optional.of(new StudyClock(
                SECONDS,
                FRAMES,
                moment -> "t = " + Numbers.significant(marching.time((int) Math.rint(moment * FRAMES)), 3)));
    }

    /** The march of these inputs; nothing is computed before it is asked for a frame. */
    EvolutionRun march(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        var view = inputs.session().view();
        boolean langevin = values.get(MOTION).equals(LANGEVIN);
        double roomX = 0.15 * (view.x1() - view.x0());
        double roomY = 0.15 * (view.y1() - view.y0());
        int cells = Math.toIntExact(values.get(CELLS));
        var grid = new Grid(cells, cells, view.x0() - roomX, view.x1() + roomX, view.y1() + roomY, view.y0() - roomY);
        return marches.of(new EvolutionRun.Request(
                inputs.exact().mixture(),
                inputs.process(),
                // A forward process begins at its own beginning, wherever the noise bar stands.
                langevin ? inputs.level() : inputs.process().at(inputs.process().tMin()),
                langevin,
                values.get(NOISE_SCALE),
                values.get(DURATION),
                values.get(START_X),
                values.get(START_Y),
                values.get(START_STD),
                grid,
                Math.toIntExact(values.get(PARTICLES)),
                inputs.session().sampler().seed()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var marching = march(inputs);
        int frame = (int) Math.rint(moment * FRAMES);
        var moved = marching.at(frame);
        var exact = marching.exact(frame);
        boolean langevin = marching.begun().langevin();
        var solved = density(marching.grid(), moved.mass());
        var truth = density(marching.grid(), EvolutionRun.masses(exact));
        var bins = marching.bins();
        var counted = density(bins.grid(), bins.shares(moved.points()));
        double peak = Math.max(
                Arrays.stream(truth).max().orElse(1),
                Arrays.stream(solved).max().orElse(1));
        var box = inputs.session().view().box();
        var map = ColorMapCatalog.named(inputs.session().view().colorMap(), inputs.dark(), "view.colorMap");
        var planes = Row.of(
                new PlanePart(
                        Caption.plain(
                                "On the grid", langevin ? "∂_{t}p = −∇·(sp) + c²Δp" : "∂_{t}p = −∇·(fxp) + ½g²Δp", ""),
                        box,
                        new GridImage(marching.grid(), solved, peak, map, "p", List.of())),
                new PlanePart(
                        Caption.plain(
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%,d particles",
                                        moved.points().count()),
                                "",
                                ""),
                        box,
                        new GridImage(bins.grid(), counted, peak, map, List.of())),
                new PlanePart(
                        langevin
                                ? Caption.plain("Where it ends", "p_{σ}^{1/c²}", "")
                                : Caption.plain("Exact", "p_{t}(x)", ""),
                        box,
                        new GridImage(marching.grid(), truth, peak, map, List.of())));
        double total = Arrays.stream(moved.mass()).sum();
        var says = "t = " + Numbers.significant(marching.time(frame), 3) + " · mass on the grid 1"
                + (Math.abs(total - 1) < 1e-10 ? "" : " + " + Numbers.significant(total - 1, 2));
        return StudyScene.of(
                        "The Fokker–Planck equation, particles, and the exact density; " + says,
                        planes,
                        Row.of(distances(marching, frame)))
                .saying(says, "one scale for all three");
    }

    /** Total variation over time, up to now. */
    private static ChartPart distances(EvolutionRun marching, int now) {
        int count = now + 1;
        var at = new double[4][count];
        for (int frame = 0; frame <= now; frame++) {
            var d = marching.distances(frame);
            at[0][frame] = marching.time(frame);
            at[1][frame] = d[0];
            at[2][frame] = d[1];
            at[3][frame] = d[2];
        }
        var curves = new ArrayList<Curve>();
        boolean langevin = marching.begun().langevin();
        var goal = langevin ? "p at c = 1" : "the exact density";
        curves.add(Curve.line("grid to " + goal, at[0], at[1], Palette::analytic, Dash.SOLID));
        curves.add(Curve.line(
                "particles to " + goal + ", coarse bins", at[0], at[2], ThemeColor.category(1), Dash.DASHED));
        curves.add(Curve.line("particles to grid, coarse bins", at[0], at[3], ThemeColor.category(2), Dash.DOTTED));
        var range = curves.stream().map(Curve::range).reduce(new Range(0, 0.05), Range::and);
        var chart = new Chart(
                ChartAxis.linear("t", marching.time(0), marching.time(FRAMES)), ChartAxis.fromZero("", range), curves);
        return new ChartPart("Total variation", "½∫|p − q|", chart.at(marching.time(now)));
    }

    private static double[] density(Grid grid, double[] mass) {
        return Arrays.stream(mass).map(m -> m / grid.cellArea()).toArray();
    }
}
