package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.evolution.LineFilm;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.StartParameters;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * A one-dimensional density under Langevin dynamics and under gradient flow: over time as an image with paths, and its
 * distribution function, which has steps at point masses.
 */
public final class LangevinOnALine implements Study {
    static final Parameter.Real NOISE_SCALE = new Parameter.Real(
            "noiseScale", "c", "", 1, 0.1, 3, false, Words.constant("help.study.langevin-on-a-line.noise-scale"));
    static final Parameter.Real DURATION = StartParameters.duration(12, "help.study.langevin-on-a-line.duration");
    static final Parameter.Real START = StartParameters.coordinate("start", -1, "help.study.langevin-on-a-line.start");
    static final Parameter.Real START_STD = StartParameters.std(1.5, "help.study.langevin-on-a-line.start-std");

    public static final Kind<Study> KIND = new Kind<>(
            "langevin-on-a-line",
            Words.constant("study.langevin-on-a-line.title"),
            Words.constant("help.study.langevin-on-a-line"),
            List.of(
                    OneDimension.OF,
                    OneDimension.ANGLE,
                    OneDimension.OFFSET,
                    NOISE_SCALE,
                    DURATION,
                    START,
                    START_STD,
                    OneDimension.COUNT),
            LangevinOnALine::new);

    private static final double SECONDS = 8;
    private static final int TIMES = 160;
    private static final int ROWS = 200;
    private static final long SEED = 3;
    private static final double REACH = 4;

    private final Parameters values;
    private final Memo<Key, Computed> memo = new Memo<>(this::compute);

    /** All inputs of the films. */
    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    /** @param below mass of q below the upper edge of each cell */
    private record Computed(double[] times, double[] below, LineFilm langevin, LineFilm gradient) {}

    LangevinOnALine(Parameters values) {
        this.values = values;
    }

    private Computed compute(Key key) {
        double angle = Math.toRadians(values.get(OneDimension.ANGLE));
        var q = values.get(OneDimension.OF).equals(OneDimension.SLICE)
                ? LineMixture.slice(key.mixture().noised(key.level()), angle, values.get(OneDimension.OFFSET))
                : LineMixture.projection(key.mixture().noised(key.level()), angle);
        double mean = values.get(START);
        double std = values.get(START_STD);
        double[] ends = q.bounds(REACH);
        var span =
                new LineFilm.Cells(Math.min(ends[0], mean - REACH * std), Math.max(ends[1], mean + REACH * std), ROWS);
        var start = new LineMixture(new double[] {1}, new double[] {mean}, new double[] {std * std});
        var times = new double[TIMES + 1];
        for (int i = 0; i <= TIMES; i++) {
            times[i] = values.get(DURATION) * i / TIMES;
        }
        int count = Math.toIntExact(values.get(OneDimension.COUNT));
        var below = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            below[i] = q.cumulative(span.edge(i + 1), NoiseLevel.plain(0));
        }
        return new Computed(
                times,
                below,
                LineFilm.langevin(q, values.get(NOISE_SCALE), start, times, span, count, SEED),
                LineFilm.gradientFlow(q, start, times, span, count));
    }

    private Computed computed(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        return memo.of(new Key(inputs.exact().mixture(), inputs.level()));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        double duration = values.get(DURATION);
        return Optional.of(new StudyClock(
                SECONDS,
                TIMES,
                moment -> Sentence.of("notation.t-value", Numbers.significant(duration * frame(moment) / TIMES, 3))));
    }

    private static int frame(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * TIMES);
    }

    /** Ratio of the final distances of Langevin dynamics and of gradient flow from the density. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.3, read.last(3, 0) / read.last(3, 1));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var all = computed(inputs);
        int now = frame(moment);
        return StudyScene.of(
                        Words.text("study.langevin-on-a-line.description", Numbers.significant(all.times()[now], 3)),
                        Row.of(
                                film(inputs, all, all.langevin(), now, true),
                                film(inputs, all, all.gradient(), now, false)),
                        Row.of(below(all, now), distances(all, now)))
                .saying(Words.text("study.langevin-on-a-line.says"));
    }

    private ChartPart film(StudyInputs inputs, Computed all, LineFilm film, int now, boolean noise) {
        var curves = new ArrayList<Curve>();
        for (int path = 0; path < film.paths().length; path++) {
            curves.add(Curve.line(
                            path == 0
                                    ? Words.text(
                                            noise
                                                    ? "study.langevin-on-a-line.paths-noise"
                                                    : "study.langevin-on-a-line.paths")
                                    : "",
                            Arrays.copyOf(all.times(), now + 1),
                            Arrays.copyOf(film.paths()[path], now + 1),
                            color(noise),
                            Dash.SOLID)
                    .withWeight(0.7));
        }
        var chart = new Chart(
                        ChartAxis.linear(Words.text("notation.t"), 0, all.times()[TIMES]),
                        ChartAxis.linear("", film.cells().low(), film.cells().high()),
                        curves)
                .over(FilmImage.of(
                        film.image(), TIMES + 1, inputs.quietly(inputs.level()).colorMap()))
                .at(all.times()[now]);
        return new ChartPart(
                Caption.plain(
                        Words.text(noise ? "study.langevin-on-a-line.langevin" : "study.langevin-on-a-line.gradient"),
                        noise
                                ? Words.text(
                                        "study.langevin-on-a-line.sde", Numbers.significant(values.get(NOISE_SCALE), 3))
                                : Words.text("study.langevin-on-a-line.ode"),
                        ""),
                chart);
    }

    private static ThemeColor color(boolean noise) {
        return noise ? Palette::clean : Palette::text;
    }

    private static ChartPart below(Computed all, int now) {
        var cells = all.langevin().cells();
        var edges = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            edges[i] = cells.edge(i + 1);
        }
        var curves = List.of(
                Curve.line(Words.text("notation.p"), edges, all.below(), Palette::analytic, Dash.DASHED),
                Curve.line(
                        Words.text("study.langevin-on-a-line.langevin"),
                        edges,
                        all.langevin().below(now),
                        color(true),
                        Dash.SOLID),
                Curve.line(
                        Words.text("study.langevin-on-a-line.gradient"),
                        edges,
                        all.gradient().below(now),
                        color(false),
                        Dash.DOTTED));
        return new ChartPart(
                Words.text("study.langevin-on-a-line.below"),
                Words.text("study.langevin-on-a-line.below-formula"),
                new Chart(
                        ChartAxis.linear(Words.text("notation.s"), cells.low(), cells.high()),
                        ChartAxis.linear("", 0, 1),
                        curves));
    }

    private static ChartPart distances(Computed all, int now) {
        var curves = List.of(distance(all, all.langevin(), now, true), distance(all, all.gradient(), now, false));
        var range = curves.stream().map(Curve::range).reduce(new Range(0, 0.05), Range::and);
        return new ChartPart(
                Words.text("study.langevin-on-a-line.distance"),
                Words.text("study.langevin-on-a-line.distance-formula"),
                new Chart(
                                ChartAxis.linear(Words.text("notation.t"), 0, all.times()[TIMES]),
                                ChartAxis.fromZero("", range),
                                curves)
                        .at(all.times()[now]));
    }

    private static Curve distance(Computed all, LineFilm film, int now, boolean noise) {
        var values = new double[now + 1];
        for (int j = 0; j <= now; j++) {
            var below = film.below(j);
            for (int i = 0; i < ROWS; i++) {
                values[j] = Math.max(values[j], Math.abs(below[i] - all.below()[i]));
            }
        }
        return Curve.line(
                Words.text(noise ? "study.langevin-on-a-line.langevin" : "study.langevin-on-a-line.gradient"),
                Arrays.copyOf(all.times(), now + 1),
                values,
                color(noise),
                noise ? Dash.SOLID : Dash.DOTTED);
    }
}
