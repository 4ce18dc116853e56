package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.core.density.GaussianMixture;
import scorescope.core.evolution.ForwardSde;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.memo.StepCache;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Marginal;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.ProcessClock;
import scorescope.plot.study.run.Spread;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.words.Words;

/**
 * The forward process in three ways: points by steps of the SDE, points by one jump x_t = αx₀ + σε, and the exact density.
 * Below, the density of the first coordinate and the variance by each way, with two standard errors.
 */
public final class ForwardProcess implements Study {
    public static final Parameter.Whole PARTICLES = new Parameter.Whole(
            "particles", "n", 2000, 10, 20_000, Words.constant("help.study.forward-process.particles"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 240, 10, 1000, Words.constant("help.study.forward-process.steps"));

    public static final Kind<Study> KIND = new Kind<>(
            "forward-process",
            Words.constant("study.forward-process.title"),
            Words.constant("help.study.forward-process"),
            List.of(PARTICLES, STEPS),
            ForwardProcess::new);

    private static final double SECONDS = 8;
    private static final int CHECKS = 24;
    private static final int BINS = 40;
    private static final ThemeColor STEPWISE = ThemeColor.category(1);
    private static final ThemeColor JUMPED = ThemeColor.category(2);

    private final int particles;
    private final int steps;
    private final Memo<Key, Run> runs = new Memo<>(this::run);

    /** All inputs of a run. */
    private record Key(GaussianMixture mixture, NoiseProcess process, long seed) {}

    /** Clean points and their positions after every step. */
    private record Run(ForwardSde sde, Sample clean, ProcessClock clock, StepCache<Sample> byStep) {}

    public ForwardProcess(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
        steps = Math.toIntExact(values.get(STEPS));
    }

    private Run run(Key key) {
        var clean = Sample.drawn(key.mixture(), particles, key.seed());
        var sde = new ForwardSde(key.process(), new PhiloxNoise(key.seed()));
        var clock = new ProcessClock(key.process());
        var byStep = new StepCache<>(
                sde.begin(clean, clock.time(0)),
                (at, step) -> sde.step(at, time(clock, step), time(clock, step + 1), step));
        return new Run(sde, clean, clock, byStep);
    }

    private double time(ProcessClock clock, int step) {
        return clock.time(step / (double) steps);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var clock = new ProcessClock(inputs.process());
        return Optional.of(new StudyClock(SECONDS, steps, clock::sentence));
    }

    /** The points after a step of the process, computed step by step and in one jump. */
    public List<Sample> both(StudyInputs inputs, int step) {
        var run = runs.of(key(inputs));
        return List.of(run.byStep().at(step), run.sde().jump(run.clean(), time(run.clock(), step)));
    }

    private static Key key(StudyInputs inputs) {
        return new Key(
                inputs.exact().mixture(),
                inputs.process(),
                inputs.session().sampler().seed());
    }

    /** Largest deviation of the variances by steps and by jumps from the exact one, in units of two standard errors. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double farthest = 0;
        for (int column = 1; column <= 2; column++) {
            var measured = read.curve(1, column);
            for (int i = 0; i < measured.x().length; i++) {
                double off = Math.abs(measured.y()[i] - read.at(1, 0, measured.x()[i]));
                farthest = Math.max(farthest, off / measured.error()[i]);
            }
        }
        return Evidence.atMost(2.2, farthest);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        int step = (int) Math.rint(moment * steps);
        var run = runs.of(key(inputs));
        var level = inputs.process().at(time(run.clock(), step));
        var mixture = inputs.exact().mixture().noised(level);
        var samples = both(inputs, step);
        var scene = inputs.scene(Source.ANALYTIC, level);
        var box = StudyBoxes.around(inputs.session().view(), mixture);
        var planes = Row.of(
                new PlanePart(
                        Caption.plain(
                                Words.text("study.forward-process.steps"),
                                Words.text("notation.dx-f-x-dt-plus-g-dw"),
                                ""),
                        box,
                        new ScenePlane(
                                scene.with(particles(samples.getFirst(), level)),
                                ShownLayers.of("contours", "particles"))),
                new PlanePart(
                        Caption.plain(
                                Words.text("study.forward-process.jump"),
                                Words.text("notation.x-alpha-x-plus-sigma-epsilon"),
                                ""),
                        box,
                        new ScenePlane(
                                scene.with(particles(samples.getLast(), level)),
                                ShownLayers.of("contours", "particles"))),
                new PlanePart(
                        Caption.plain(Words.text("study.forward-process.exact"), Words.text("notation.p-t-of-x"), ""),
                        box,
                        new ScenePlane(scene, ShownLayers.of("density", "contours"))));
        return StudyScene.of(
                        Words.text(
                                "study.forward-process.forward-process-steps-jump-exactly",
                                run.clock().says(moment)),
                        planes,
                        Row.of(marginals(samples, inputs, level, box), variances(inputs, run, step)))
                .saying(run.clock().says(moment), agreement(samples, mixture));
    }

    private static Particles particles(Sample sample, NoiseLevel level) {
        return new Particles(sample.x(), sample.y(), List.of()).at(level);
    }

    private static String agreement(List<Sample> samples, GaussianMixture mixture) {
        return Words.text(
                "study.forward-process.variance-exact-steps-jump",
                Numbers.significant(Spread.of(mixture), 3),
                measured(samples.getFirst()),
                measured(samples.getLast()));
    }

    private static String measured(Sample sample) {
        return new Uncertain(Spread.of(sample), 2 * Spread.error(sample)).text();
    }

    private static ChartPart marginals(List<Sample> samples, StudyInputs inputs, NoiseLevel level, Box box) {
        var marginal = new Marginal(0, BINS);
        marginal.compute(inputs.exact().mixture(), level, box.x0(), box.x1());
        var curves = List.of(
                marginal.curve(
                        Words.text("study.forward-process.steps-2"),
                        samples.getFirst().x(),
                        STEPWISE,
                        Dash.SOLID),
                marginal.curve(
                        Words.text("study.forward-process.jump-2"),
                        samples.getLast().x(),
                        JUMPED,
                        Dash.DASHED),
                marginal.exactCurve());
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        var chart = new Chart(
                ChartAxis.linear(Words.text("notation.x-1"), box.x0(), box.x1()),
                ChartAxis.fromZero("", range),
                curves);
        return new ChartPart(
                Words.text("study.forward-process.first-coordinate"), Words.text("notation.p-t-of-x-1"), chart);
    }

    /** The exact variance over all times; measured by steps and by jumps up to now, with two standard errors. */
    private ChartPart variances(StudyInputs inputs, Run run, int now) {
        var mixture = inputs.exact().mixture();
        var exact = new double[2][101];
        for (int i = 0; i <= 100; i++) {
            exact[0][i] = i / 100.0;
            exact[1][i] =
                    Spread.of(mixture.noised(inputs.process().at(run.clock().time(i / 100.0))));
        }
        var curves = new ArrayList<Curve>();
        curves.add(Curve.line(
                        Words.text("study.forward-process.exact-2"), exact[0], exact[1], Palette::analytic, Dash.SOLID)
                .withWeight(1.4));
        curves.add(dots(Words.text("study.forward-process.steps-2"), 0, STEPWISE, inputs, now));
        curves.add(dots(Words.text("study.forward-process.jump-2"), 1, JUMPED, inputs, now));
        var range = curves.getFirst().range();
        boolean wide = range.high() > 30 * range.low();
        var up = wide
                ? ChartAxis.log("", 0.8 * range.low(), 1.25 * range.high())
                : ChartAxis.fromZero("", range.and(curves.get(1).range()));
        var chart = new Chart(ChartAxis.linear(Words.text("study.forward-process.share-process"), 0, 1), up, curves);
        return new ChartPart(
                Words.text("study.forward-process.variance-coordinate"), "", chart.at(now / (double) steps));
    }

    private Curve dots(String name, int which, ThemeColor color, StudyInputs inputs, int now) {
        int stride = Math.max(1, steps / CHECKS);
        int count = now / stride + 1;
        var out = new double[3][count];
        for (int k = 0; k < count; k++) {
            var sample = both(inputs, k * stride).get(which);
            // Shifted horizontally, so that neither hides the other.
            out[0][k] = (k * stride + (which - 0.5) * 0.25 * stride) / steps;
            out[1][k] = Spread.of(sample);
            out[2][k] = 2 * Spread.error(sample);
        }
        return Curve.dots(name, out[0], out[1], color).withErrors(out[2]);
    }
}
