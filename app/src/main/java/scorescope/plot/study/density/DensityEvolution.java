package scorescope.plot.study.density;

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
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Solution of the Fokker–Planck equation on a grid, a histogram of particles of the same dynamics, and the exact density, at
 * equal times. The exact density is the marginal of a forward process, or the stationary density p^(1/c²) of Langevin
 * dynamics, which is p only for noise scale c = 1.
 */
public final class DensityEvolution implements Study {
    private static final Option LANGEVIN = Option.of(
            "langevin",
            Words.constant("study.density-evolution.langevin"),
            Words.constant("study.density-evolution.towards-density-noise-bar-level"));
    private static final Option PROCESS = Option.of(
            "process",
            Words.constant("study.density-evolution.process"),
            Words.constant("study.density-evolution.session-forward-process"));
    static final Parameter.OneOf<Option> MOTION = new Parameter.OneOf<>(
            "motion", "", LANGEVIN, List.of(LANGEVIN, PROCESS), Words.constant("help.study.fokker-planck.motion"));
    static final Parameter.Real NOISE_SCALE = new Parameter.Real(
            "noiseScale", "c", "", 1, 0.2, 3, false, Words.constant("help.study.fokker-planck.noise-scale"));
    static final Parameter.Real DURATION = new Parameter.Real(
            "duration",
            "",
            Words.constant("figure.unit.time"),
            4,
            0.01,
            1000,
            true,
            Words.constant("help.study.fokker-planck.duration"));
    static final Parameter.Real START_X = new Parameter.Real(
            "startX",
            "",
            Words.constant("figure.unit.data"),
            -3,
            -1000,
            1000,
            false,
            Words.constant("help.study.fokker-planck.start-x"));
    static final Parameter.Real START_Y = new Parameter.Real(
            "startY",
            "",
            Words.constant("figure.unit.data"),
            3,
            -1000,
            1000,
            false,
            Words.constant("help.study.fokker-planck.start-y"));
    static final Parameter.Real START_STD = new Parameter.Real(
            "startStd",
            "",
            Words.constant("figure.unit.data"),
            0.7,
            0.01,
            1000,
            true,
            Words.constant("help.study.fokker-planck.start-std"));
    static final Parameter.Whole CELLS =
            new Parameter.Whole("cells", "", 96, 16, 256, Words.constant("help.study.fokker-planck.cells"));
    static final Parameter.Whole PARTICLES = new Parameter.Whole(
            "particles", "n", 20_000, 100, 50_000, Words.constant("help.study.fokker-planck.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "fokker-planck",
            Words.constant("study.fokker-planck.title"),
            Words.constant("help.study.fokker-planck"),
            List.of(MOTION, NOISE_SCALE, DURATION, START_X, START_Y, START_STD, CELLS, PARTICLES),
            DensityEvolution::new);

    static final int FRAMES = EvolutionRun.FRAMES;
    private static final double SECONDS = 10;

    private final Parameters values;
    private final Memo<EvolutionRun.Request, EvolutionRun> runs = new Memo<>(EvolutionRun::new);

    DensityEvolution(Parameters values) {
        this.values = values;
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var run = run(inputs);
        return Optional.of(new StudyClock(
                SECONDS,
                FRAMES,
                moment -> Sentence.of(
                        "notation.t-value", Numbers.significant(run.time((int) Math.rint(moment * FRAMES)), 3))));
    }

    /** The run of these inputs; nothing is computed before a frame is requested. */
    EvolutionRun run(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        var view = inputs.session().view();
        boolean langevin = values.get(MOTION).equals(LANGEVIN);
        double roomX = 0.15 * (view.x1() - view.x0());
        double roomY = 0.15 * (view.y1() - view.y0());
        int cells = Math.toIntExact(values.get(CELLS));
        var grid = new Grid(cells, cells, view.x0() - roomX, view.x1() + roomX, view.y1() + roomY, view.y0() - roomY);
        return runs.of(new EvolutionRun.Request(
                inputs.exact().mixture(),
                inputs.process(),
                // A forward process begins at its own start, whatever the noise level of the session.
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

    /** Ratio of the grid's total variation distance at the end to that at the beginning. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.6, read.last(0, 0) / read.first(0, 0));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var run = run(inputs);
        int frame = (int) Math.rint(moment * FRAMES);
        var moved = run.at(frame);
        var exact = run.exact(frame);
        boolean langevin = run.request().langevin();
        var solved = density(run.grid(), moved.mass());
        var truth = density(run.grid(), EvolutionRun.masses(exact));
        var bins = run.bins();
        var counted = density(bins.grid(), bins.shares(moved.points()));
        double peak = Math.max(
                Arrays.stream(truth).max().orElse(1),
                Arrays.stream(solved).max().orElse(1));
        var box = inputs.session().view().box();
        var map = ColorMapCatalog.named(inputs.session().view().colorMap(), inputs.dark(), "view.colorMap");
        var planes = Row.of(
                new PlanePart(
                        Caption.plain(
                                Words.text("study.density-evolution.grid"),
                                langevin
                                        ? Words.text("study.density-evolution.d-t-p-minus-grad")
                                        : Words.text("study.density-evolution.d-t-p-minus-grad-2"),
                                ""),
                        box,
                        new GridImage(run.grid(), solved, peak, map, Words.text("notation.p"), List.of())),
                new PlanePart(
                        Caption.plain(
                                String.format(
                                        java.util.Locale.ROOT,
                                        Words.text("study.density-evolution.particles"),
                                        moved.points().count()),
                                "",
                                ""),
                        box,
                        new GridImage(bins.grid(), counted, peak, map, List.of())),
                new PlanePart(
                        langevin
                                ? Caption.plain(
                                        Words.text("study.density-evolution.where-ends"),
                                        Words.text("notation.p-sigma-1-over-c-squared"),
                                        "")
                                : Caption.plain(
                                        Words.text("study.density-evolution.exact"),
                                        Words.text("notation.p-t-of-x"),
                                        ""),
                        box,
                        new GridImage(run.grid(), truth, peak, map, List.of())));
        double total = Arrays.stream(moved.mass()).sum();
        var says = Words.text(
                "study.density-evolution.t-dot-mass-grid-1",
                Numbers.significant(run.time(frame), 3),
                Math.abs(total - 1) < 1e-10 ? "" : " + " + Numbers.significant(total - 1, 2));
        return StudyScene.of(
                        Words.text("study.density-evolution.fokker-dash-planck-equation-particles", says),
                        planes,
                        Row.of(distances(run, frame)))
                .saying(says, Words.text("study.density-evolution.scale-all-three"));
    }

    /** Total variation distances over time, up to frame {@code now}. */
    private static ChartPart distances(EvolutionRun run, int now) {
        int count = now + 1;
        var at = new double[4][count];
        for (int frame = 0; frame <= now; frame++) {
            var d = run.distances(frame);
            at[0][frame] = run.time(frame);
            at[1][frame] = d[0];
            at[2][frame] = d[1];
            at[3][frame] = d[2];
        }
        var curves = new ArrayList<Curve>();
        boolean langevin = run.request().langevin();
        var goal = langevin
                ? Words.text("study.density-evolution.p-c-1")
                : Words.text("study.density-evolution.exact-density");
        curves.add(Curve.line(
                Words.text("study.density-evolution.grid-to", goal), at[0], at[1], Palette::analytic, Dash.SOLID));
        curves.add(Curve.line(
                Words.text("study.density-evolution.particles-to-coarse-bins", goal),
                at[0],
                at[2],
                ThemeColor.category(1),
                Dash.DASHED));
        curves.add(Curve.line(
                Words.text("study.density-evolution.particles-to-grid-coarse-bins"),
                at[0],
                at[3],
                ThemeColor.category(2),
                Dash.DOTTED));
        var range = curves.stream().map(Curve::range).reduce(new Range(0, 0.05), Range::and);
        var chart = new Chart(
                ChartAxis.linear(Words.text("notation.t"), run.time(0), run.time(FRAMES)),
                ChartAxis.fromZero("", range),
                curves);
        return new ChartPart(
                Words.text("study.density-evolution.total-variation"),
                Words.text("notation.half-integral-p-minus-q"),
                chart.at(run.time(now)));
    }

    private static double[] density(Grid grid, double[] mass) {
        return Arrays.stream(mass).map(m -> m / grid.cellArea()).toArray();
    }
}
