package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.Part;
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
import scorescope.plot.study.run.ChainRun;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.NoisingChain;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Spread;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The Markov chains of DDPM and NCSN side by side: x_i from x_{i−1}, with signal α and variance at every step. DDPM is the
 * session's process if that is one, else the default one; NCSN has the session's training levels.
 */
public final class Chains implements Study {
    public static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 600, 10, 5000, Words.constant("help.study.chains.particles"));
    static final Parameter.Whole TRACED =
            new Parameter.Whole("traced", "", 5, 0, 50, Words.constant("help.study.chains.traced"));

    public static final Kind<Study> KIND = new Kind<>(
            "chains",
            Words.constant("study.chains.title"),
            Words.constant("help.study.chains"),
            List.of(PARTICLES, TRACED),
            Chains::new);

    private static final double SECONDS = 10;

    private final int particles;
    private final int traced;
    private final List<Memo<ChainRun.Request, ChainRun>> runs =
            List.of(new Memo<>(ChainRun::new), new Memo<>(ChainRun::new));

    public Chains(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
        traced = Math.toIntExact(values.get(TRACED));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var chains = NoisingChain.of(inputs);
        int steps = chains.getFirst().steps();
        return Optional.of(new StudyClock(
                SECONDS,
                steps,
                moment -> Sentence.of(
                        "study.chains.ddpm-step-dot-ncsn-step",
                        step(chains.getFirst(), moment),
                        steps,
                        step(chains.getLast(), moment),
                        chains.getLast().steps())));
    }

    private static int step(NoisingChain chain, double moment) {
        return (int) Math.rint(moment * chain.steps());
    }

    /** The points of a chain after a step, or at the last frame before it. */
    public Sample points(StudyInputs inputs, int which, int step) {
        var run = run(inputs, which);
        return run.at(run.frame(step));
    }

    private ChainRun run(StudyInputs inputs, int which) {
        return runs.get(which)
                .of(new ChainRun.Request(
                        inputs.exact().mixture(),
                        NoisingChain.of(inputs).get(which),
                        particles,
                        inputs.session().sampler().seed()));
    }

    /** The variance at the end of DDPM's chain. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.near(1, 0.05, read.last(0, 2));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var planes = new ArrayList<Part>();
        var charts = new ArrayList<Part>();
        var words = new ArrayList<String>();
        var formulas =
                List.of(Words.text("notation.x-i-root-1-minus-beta-x"), Words.text("notation.x-i-x-i-minus-1-plus"));
        var titles = List.of(Words.text("study.chains.ddpm"), Words.text("study.chains.ncsn"));
        var chains = NoisingChain.of(inputs);
        for (int which = 0; which < chains.size(); which++) {
            var chain = chains.get(which);
            int step = step(chain, moment);
            planes.add(plane(inputs, which, step, titles.get(which), formulas.get(which)));
            charts.add(chart(inputs, which, step, titles.get(which)));
            if (step > 0) {
                words.add(Words.text(
                        "study.chains.signal-noise",
                        chain.says(step),
                        Numbers.significant(chain.level(step).alpha(), 3),
                        Numbers.significant(chain.level(step).sigma(), 3)));
            }
        }
        return StudyScene.of(
                        Words.text("study.chains.step-chains-ddpm-ncsn"),
                        new Row(planes, false),
                        new Row(charts, false))
                .saying(words.toArray(String[]::new));
    }

    private Part plane(StudyInputs inputs, int which, int step, String title, String formula) {
        var points = points(inputs, which, step);
        var level = NoisingChain.of(inputs).get(which).level(step);
        Session session = inputs.session();
        var box = StudyBoxes.around(session.view(), inputs.exact().mixture().noised(level));
        var scene =
                inputs.scene(Source.ANALYTIC, level).with(new Particles(points.x(), points.y(), List.of()).at(level));
        boolean smooth = inputs.exact().mixture().hasDensity(level);
        var shown = smooth ? ShownLayers.of("contours", "particles") : ShownLayers.of("particles");
        return new PlanePart(
                Caption.plain(title, formula, ""), box, new ScenePlane(scene, shown, paths(inputs, which, step)));
    }

    /** The paths of a few points up to a step, and their positions there. */
    private List<Marks> paths(StudyInputs inputs, int which, int step) {
        var run = run(inputs, which);
        int frames = run.frame(step) + 1;
        var marks = new ArrayList<Marks>();
        for (int p = 0; p < Math.min(traced, particles); p++) {
            var x = new double[frames];
            var y = new double[frames];
            for (int f = 0; f < frames; f++) {
                x[f] = run.at(f).x()[p];
                y[f] = run.at(f).y()[p];
            }
            var name = p == 0 ? Words.text("study.chains.some-paths") : "";
            marks.add(new Marks.Path(name, x, y, ThemeColor.category(p).faded(0.8), Dash.SOLID, 0.8));
            marks.add(
                    Marks.Points.one("", x[frames - 1], y[frames - 1], ThemeColor.category(p), Marks.Shape.DISC, 1.6));
        }
        return marks;
    }

    private ChartPart chart(StudyInputs inputs, int which, int now, String title) {
        var run = run(inputs, which);
        var chain = run.chain();
        double clean = Spread.of(inputs.exact().mixture());
        int shown = Math.min(chain.steps(), 400);
        var at = new double[4][shown + 1];
        for (int k = 0; k <= shown; k++) {
            int step = (int) Math.round(k * (double) chain.steps() / shown);
            var level = chain.level(step);
            at[0][k] = step;
            at[1][k] = level.alpha();
            at[2][k] = level.sigma() * level.sigma();
            at[3][k] = level.alpha() * level.alpha() * clean + at[2][k];
        }
        int stride = Math.max(1, Math.ceilDiv(run.frame(chain.steps()), 20));
        int dots = run.frame(now) / stride + 1;
        var measured = new double[3][dots];
        for (int k = 0; k < dots; k++) {
            var sample = run.at(k * stride);
            measured[0][k] = Math.min(chain.steps(), k * stride * run.stride());
            measured[1][k] = Spread.of(sample);
            measured[2][k] = 2 * Spread.error(sample);
        }
        boolean few = chain.steps() <= 60;
        var curves = List.of(
                drawn(few, Words.text("study.chains.signal-alpha"), at[0], at[1], Palette::clean, Dash.DASHED),
                drawn(
                        few,
                        Words.text("study.chains.noise-variance-sigma-squared"),
                        at[0],
                        at[2],
                        Palette::probe,
                        Dash.DOTTED),
                drawn(few, Words.text("study.chains.variance-coordinate"), at[0], at[3], Palette::analytic, Dash.SOLID),
                Curve.dots(
                                Words.text("study.chains.measured-two-standard-errors"),
                                measured[0],
                                measured[1],
                                Palette::text)
                        .withErrors(measured[2]));
        var range = curves.get(1).range().and(curves.get(2).range());
        boolean wide = range.high() > 50;
        var up = wide ? ChartAxis.log("", 1e-4, 2 * range.high()) : ChartAxis.fromZero("", range.and(new Range(0, 1)));
        var chart = new Chart(ChartAxis.linear(Words.text("study.chains.step"), 0, chain.steps()), up, curves);
        return new ChartPart(Words.text("study.chains.each-step", title), "", chart.at(now));
    }

    private static Curve drawn(boolean few, String name, double[] x, double[] y, ThemeColor color, Dash dash) {
        return few ? Curve.steps(name, x, y, color, dash) : Curve.line(name, x, y, color, dash);
    }
}
