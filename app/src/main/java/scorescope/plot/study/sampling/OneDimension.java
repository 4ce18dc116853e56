package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.evolution.LinePaths;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.ProcessClock;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * A one-dimensional distribution under the noise process: density over time as an image, each time scaled to its peak, with
 * paths over it. The distribution is a projection or a slice of the plane's; either is a mixture, exact at every time.
 */
public final class OneDimension implements Study {
    private static final Option PROJECTION = Option.of(
            "projection",
            Words.constant("study.one-dimension.projection"),
            Words.constant("study.one-dimension.plane-distribution-seen-along-direction"));
    static final Option SLICE = Option.of(
            "slice",
            Words.constant("study.one-dimension.slice"),
            Words.constant("study.one-dimension.density-along-line"));
    public static final Parameter.OneOf<Option> OF = new Parameter.OneOf<>(
            "of", "", PROJECTION, List.of(PROJECTION, SLICE), Words.constant("help.study.one-dimension.of"));
    public static final Parameter.Real ANGLE = new Parameter.Real(
            "angle",
            "",
            Words.constant("notation.degree"),
            0,
            -180,
            180,
            false,
            Words.constant("help.study.one-dimension.angle"));
    static final Parameter.Real OFFSET = new Parameter.Real(
            "offset",
            "",
            Words.constant("figure.unit.data"),
            0,
            -1e3,
            1e3,
            false,
            Words.constant("help.study.one-dimension.offset"));
    private static final Option FLOW = Option.of(
            "flow",
            Words.constant("study.one-dimension.flow-ode"),
            Words.constant("study.one-dimension.smooth-paths-which-never-cross"));
    private static final Option SDE_ONLY = Option.of("sde", "SDE", Words.constant("study.one-dimension.rough-paths"));
    private static final Option BOTH = Option.of(
            "both",
            Words.constant("study.one-dimension.both"),
            Words.constant("study.one-dimension.paths-both-all-have-density"));
    static final Parameter.OneOf<Option> PATHS = new Parameter.OneOf<>(
            "paths", "", BOTH, List.of(FLOW, SDE_ONLY, BOTH), Words.constant("help.study.one-dimension.paths"));
    public static final Parameter.Whole COUNT =
            new Parameter.Whole("count", "n", 9, 1, 60, Words.constant("help.study.one-dimension.count"));

    public static final Kind<Study> KIND = new Kind<>(
            "one-dimension",
            Words.constant("study.one-dimension.title"),
            Words.constant("help.study.one-dimension"),
            List.of(OF, ANGLE, OFFSET, PATHS, COUNT),
            OneDimension::new);

    private static final double SECONDS = 8;
    private static final int TIMES = 240;
    private static final int ROWS = 200;
    private static final int PROFILE = 300;
    private static final long SEED = 3;
    private static final ThemeColor ODE = Palette::text;
    private static final ThemeColor SDE = Palette::clean;

    private final boolean slice;
    private final double angle;
    private final double offset;
    private final Option paths;
    private final int count;
    private final Memo<Key, Computed> memo = new Memo<>(this::compute);

    /** Everything that the computed values depend on. */
    private record Key(GaussianMixture mixture, NoiseProcess process) {}

    /**
     * @param moments of the columns, from noise (0) to data (1)
     * @param density row by row from the top, every column scaled to its peak
     */
    private record Computed(
            LineMixture line,
            double[] moments,
            double low,
            double high,
            float[] density,
            LinePaths flow,
            LinePaths sde) {}

    public OneDimension(Parameters values) {
        slice = values.get(OF).equals(SLICE);
        angle = Math.toRadians(values.get(ANGLE));
        offset = values.get(OFFSET);
        paths = values.get(PATHS);
        count = Math.toIntExact(values.get(COUNT));
    }

    private Computed compute(Key key) {
        var line =
                slice ? LineMixture.slice(key.mixture(), angle, offset) : LineMixture.projection(key.mixture(), angle);
        var clock = new ProcessClock(key.process());
        var moments = new double[TIMES + 1];
        var times = new double[TIMES + 1];
        for (int i = 0; i <= TIMES; i++) {
            moments[i] = (double) i / TIMES;
            times[i] = clock.time(1 - moments[i]);
        }
        double[] ends = line.bounds(3.5);
        var last = key.process().at(key.process().tMax());
        double wide = 2.6 * Math.hypot(last.sigma(), last.alpha() * 0.5 * (ends[1] - ends[0]));
        double middle = last.alpha() * 0.5 * (ends[0] + ends[1]);
        double low = Math.min(ends[0], middle - wide);
        double high = Math.max(ends[1], middle + wide);
        return new Computed(
                line,
                moments,
                low,
                high,
                image(line, key.process(), times, low, high),
                LinePaths.flow(line, key.process(), times, count),
                LinePaths.sde(line, key.process(), times, count, SEED));
    }

    private static float[] image(LineMixture line, NoiseProcess process, double[] times, double low, double high) {
        var density = new float[times.length * ROWS];
        SpinPool.current().run(times.length, i -> {
            var level = process.at(times[i]);
            var log = new double[ROWS];
            double top = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < ROWS; j++) {
                log[j] = line.logDensity(high - (j + 0.5) / ROWS * (high - low), level);
                top = Math.max(top, log[j]);
            }
            for (int j = 0; j < ROWS; j++) {
                density[j * times.length + i] = (float) Math.exp(log[j] - top);
            }
        });
        return density;
    }

    private Computed computed(StudyInputs inputs) {
        return memo.of(new Key(inputs.exact().mixture(), inputs.process()));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var clock = new ProcessClock(inputs.process());
        return Optional.of(new StudyClock(SECONDS, TIMES, moment -> clock.sentence(1 - moment)));
    }

    @Override
    public Patch scene() {
        return Patch.of("process.kind", "variance-preserving");
    }

    /** Ratio of the paths' spread at the end to that at the beginning. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(0.5, read.lastSpread(0) / read.firstSpread(0));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var all = computed(inputs);
        int now = (int) Math.rint(Math.clamp(moment, 0, 1) * TIMES);
        var clock = new ProcessClock(inputs.process());
        var across = ChartAxis.linear(Words.text("study.one-dimension.from-noise-0-to-data"), 0, 1);
        var image = new Chart(across, ChartAxis.linear("", all.low(), all.high()), curves(all, now))
                .over(FilmImage.of(
                        all.density(),
                        all.moments().length,
                        inputs.quietly(inputs.level()).colorMap()))
                .at(all.moments()[now]);
        var says = clock.says(1 - all.moments()[now]);
        return StudyScene.of(
                        Words.text(
                                "study.one-dimension.distribution-line-through",
                                inputs.session().process().kind(),
                                says),
                        Row.of(
                                new ChartPart(
                                        Caption.plain(
                                                slice
                                                        ? Words.text("study.one-dimension.slice-s-over-time")
                                                        : Words.text("study.one-dimension.projection-s-over-time"),
                                                Words.text("notation.p-t-of-s"),
                                                inputs.session().process().kind()),
                                        image),
                                profile(inputs, all, now)))
                .saying(says, Words.text("study.one-dimension.colours-density-every-time-parts"));
    }

    /** Paths up to frame {@code now}. */
    private List<Curve> curves(Computed all, int now) {
        var curves = new ArrayList<Curve>();
        if (!paths.equals(FLOW)) {
            add(curves, Words.text("study.one-dimension.paths-sde"), all, all.sde(), now, SDE, 0.7);
        }
        if (!paths.equals(SDE_ONLY)) {
            add(curves, Words.text("study.one-dimension.paths-flow-ode"), all, all.flow(), now, ODE, 1);
        }
        return curves;
    }

    private static void add(
            List<Curve> to, String name, Computed all, LinePaths paths, int now, ThemeColor color, double weight) {
        for (int path = 0; path < paths.count(); path++) {
            to.add(Curve.line(
                            path == 0 ? name : "",
                            Arrays.copyOf(all.moments(), now + 1),
                            Arrays.copyOf(paths.at(path), now + 1),
                            color,
                            Dash.SOLID)
                    .withWeight(weight));
        }
    }

    /** The density at the clock's time, and the clean one, over s. */
    private static ChartPart profile(StudyInputs inputs, Computed all, int now) {
        var clock = new ProcessClock(inputs.process());
        var here = line(all, inputs.process(), clock.time(1 - all.moments()[now]));
        var data = line(all, inputs.process(), clock.time(0));
        var curves = List.of(
                Curve.line(
                        Words.text("study.one-dimension.density-data-end"),
                        data[0],
                        data[1],
                        Palette::clean,
                        Dash.DASHED),
                Curve.line(
                                Words.text("study.one-dimension.density-now"),
                                here[0],
                                here[1],
                                Palette::analytic,
                                Dash.SOLID)
                        .withWeight(1.4));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return new ChartPart(
                Words.text("study.one-dimension.now"),
                Words.text("notation.p-t-of-s"),
                new Chart(
                        ChartAxis.linear(Words.text("notation.s"), all.low(), all.high()),
                        ChartAxis.fromZero("", range),
                        curves));
    }

    private static double[][] line(Computed all, NoiseProcess process, double t) {
        var level = process.at(t);
        var out = new double[2][PROFILE + 1];
        for (int i = 0; i <= PROFILE; i++) {
            out[0][i] = all.low() + (all.high() - all.low()) * i / PROFILE;
            out[1][i] = Math.exp(all.line().logDensity(out[0][i], level));
        }
        return out;
    }
}
