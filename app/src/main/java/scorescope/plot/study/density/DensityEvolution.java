package scorescope.plot.study.density;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.field.Grid;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.GridImage;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Layer;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.StartParameters;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Solution of the Fokker–Planck equation on a grid, a histogram of particles of the same dynamics, and the exact density, at
 * equal times. The exact density is the marginal of a forward process, or the stationary density p^(1/c²) of Langevin
 * dynamics, which is p only for noise scale c = 1; without noise (c = 0) all mass moves to the modes. Langevin dynamics can
 * be compared from two starts.
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
            "noiseScale", "c", "", 1, 0, 3, false, Words.constant("help.study.fokker-planck.noise-scale"));
    static final Parameter.Real DURATION = StartParameters.duration(4, "help.study.fokker-planck.duration");
    static final Parameter.Real START_X = StartParameters.coordinate("startX", -3, "help.study.fokker-planck.start-x");
    static final Parameter.Real START_Y = StartParameters.coordinate("startY", 3, "help.study.fokker-planck.start-y");
    static final Parameter.Real START_STD = StartParameters.std(0.7, "help.study.fokker-planck.start-std");
    private static final Option PARTICLE_HISTOGRAM = Option.of(
            "particles",
            Words.constant("study.density-evolution.beside-particles"),
            Words.constant("help.study.fokker-planck.beside.particles"));
    private static final Option SECOND_START = Option.of(
            "second-start",
            Words.constant("study.density-evolution.beside-second"),
            Words.constant("help.study.fokker-planck.beside.second-start"));
    static final Parameter.OneOf<Option> BESIDE = new Parameter.OneOf<>(
            "beside",
            "",
            PARTICLE_HISTOGRAM,
            List.of(PARTICLE_HISTOGRAM, SECOND_START),
            Words.constant("help.study.fokker-planck.beside"));
    static final Parameter.Real SECOND_X =
            StartParameters.coordinate("secondX", 3, "help.study.fokker-planck.second-x");
    static final Parameter.Real SECOND_Y =
            StartParameters.coordinate("secondY", -3, "help.study.fokker-planck.second-y");
    static final Parameter.Whole CELLS =
            new Parameter.Whole("cells", "", 96, 16, 256, Words.constant("help.study.fokker-planck.cells"));
    static final Parameter.Whole PARTICLES = new Parameter.Whole(
            "particles", "n", 20_000, 100, 50_000, Words.constant("help.study.fokker-planck.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "fokker-planck",
            Words.constant("study.fokker-planck.title"),
            Words.constant("help.study.fokker-planck"),
            List.of(
                    MOTION,
                    NOISE_SCALE,
                    DURATION,
                    START_X,
                    START_Y,
                    START_STD,
                    BESIDE,
                    SECOND_X,
                    SECOND_Y,
                    CELLS,
                    PARTICLES),
            DensityEvolution::new);

    static final int FRAMES = EvolutionRun.FRAMES;
    private static final double SECONDS = 10;
    /** Number of frames that are computed without a sketch before. */
    private static final int FRAMES_AT_ONCE = 12;

    private static final long SKETCHED_CELLS = 32;
    private static final long SKETCHED_PARTICLES = 2000;

    private final Parameters values;
    private final Memo<EvolutionRun.Request, EvolutionRun> runs = new Memo<>(EvolutionRun::new);
    private final Memo<Parameters, DensityEvolution> sketches = new Memo<>(DensityEvolution::new);
    private final Memo<EvolutionRun.Request, EvolutionRun> seconds = new Memo<>(EvolutionRun::new);

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
        return runs.of(request(inputs, values.get(START_X), values.get(START_Y)));
    }

    /** The run from the second start, if two starts of Langevin dynamics are compared. */
    Optional<EvolutionRun> second(StudyInputs inputs) {
        return twoStarts()
                ? Optional.of(seconds.of(request(inputs, values.get(SECOND_X), values.get(SECOND_Y))))
                : Optional.empty();
    }

    private boolean langevin() {
        return values.get(MOTION).equals(LANGEVIN);
    }

    private boolean twoStarts() {
        return langevin() && values.get(BESIDE).equals(SECOND_START);
    }

    private EvolutionRun.Request request(StudyInputs inputs, double startX, double startY) {
        inputs.resolved().requireDensity();
        var view = inputs.session().view();
        double roomX = 0.15 * (view.x1() - view.x0());
        double roomY = 0.15 * (view.y1() - view.y0());
        int cells = Math.toIntExact(values.get(CELLS));
        return new EvolutionRun.Request(
                inputs.exact().mixture(),
                inputs.process(),
                // A forward process begins at its own start, whatever the noise level of the session.
                langevin()
                        ? inputs.level()
                        : inputs.process().at(inputs.process().tMin()),
                langevin(),
                values.get(NOISE_SCALE),
                values.get(DURATION),
                Component.isotropic(1, startX, startY, values.get(START_STD)),
                new Grid(cells, cells, view.x0() - roomX, view.x1() + roomX, view.y1() + roomY, view.y0() - roomY),
                twoStarts() ? 1 : Math.toIntExact(values.get(PARTICLES)),
                inputs.session().sampler().seed());
    }

    /** Ratio of the grid's total variation distance at the end to that at the beginning. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.6, read.last(0, 0) / read.first(0, 0));
    }

    /** On a coarse grid with few particles, if many frames are missing before this one. */
    @Override
    public Optional<StudyScene> sketch(StudyInputs inputs, double moment) {
        long cells = values.get(CELLS);
        boolean near = moment * FRAMES - run(inputs).reached() <= FRAMES_AT_ONCE;
        return near || cells <= SKETCHED_CELLS
                ? Optional.empty()
                : Optional.of(sketches.of(values.with(CELLS, SKETCHED_CELLS)
                                .with(PARTICLES, Math.min(SKETCHED_PARTICLES, values.get(PARTICLES))))
                        .at(inputs, moment));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var run = run(inputs);
        int frame = (int) Math.rint(moment * FRAMES);
        var moved = run.at(frame);
        var second = second(inputs);
        var solved = density(run.grid(), moved.mass());
        var beside = second.map(other -> density(run.grid(), other.at(frame).mass()))
                .orElseGet(() -> density(run.bins().grid(), run.bins().shares(moved.points())));
        boolean gathers = langevin() && values.get(NOISE_SCALE) == 0;
        var truth = gathers ? new double[0] : density(run.grid(), EvolutionRun.masses(run.exact(frame)));
        double peak = Math.max(
                Arrays.stream(truth).max().orElse(0),
                Math.max(
                        Arrays.stream(solved).max().orElse(1),
                        second.isEmpty() ? 0 : Arrays.stream(beside).max().orElse(0)));
        var rings = gathers ? List.of(EvolutionGoal.rings(run)) : List.<Layer>of();
        var box = inputs.session().view().box();
        var equation = Words.text(
                !langevin()
                        ? "study.density-evolution.d-t-p-minus-grad-2"
                        : gathers
                                ? "study.density-evolution.d-t-p-without-noise"
                                : "study.density-evolution.d-t-p-minus-grad");
        var planes = Row.of(
                new PlanePart(
                        Caption.plain(
                                Words.text(
                                        second.isEmpty()
                                                ? "study.density-evolution.grid"
                                                : "study.density-evolution.first-start"),
                                equation,
                                ""),
                        box,
                        new GridImage(run.grid(), solved, peak, inputs.colorMap(), Words.text("notation.p"), rings)),
                new PlanePart(
                        Caption.plain(
                                second.isEmpty()
                                        ? String.format(
                                                java.util.Locale.ROOT,
                                                Words.text("study.density-evolution.particles"),
                                                moved.points().count())
                                        : Words.text("study.density-evolution.second-start"),
                                "",
                                ""),
                        box,
                        new GridImage(
                                second.isEmpty() ? run.bins().grid() : run.grid(),
                                beside,
                                // Gathered mass fills one bin or a few cells: on one scale the bin would be blank.
                                gathers && second.isEmpty()
                                        ? Arrays.stream(beside).max().orElse(1)
                                        : peak,
                                inputs.colorMap(),
                                rings)),
                gathers ? EvolutionGoal.modes(inputs, run) : EvolutionGoal.density(inputs, run, truth, peak));
        double total = Arrays.stream(moved.mass()).sum();
        var says = Words.text(
                "study.density-evolution.t-dot-mass-grid-1",
                Numbers.significant(run.time(frame), 3),
                Math.abs(total - 1) < 1e-10 ? "" : " + " + Numbers.significant(total - 1, 2));
        return StudyScene.of(
                        Words.text(
                                second.isEmpty()
                                        ? "study.density-evolution.fokker-dash-planck-equation-particles"
                                        : "study.density-evolution.two-starts",
                                says),
                        planes,
                        Row.of(new EvolutionDistances(run, second, frame).chart()))
                .saying(
                        says,
                        Words.text(
                                gathers
                                        ? "study.density-evolution.gathers"
                                        : "study.density-evolution.scale-all-three"));
    }

    private static double[] density(Grid grid, double[] mass) {
        return Arrays.stream(mass).map(m -> m / grid.cellArea()).toArray();
    }
}
