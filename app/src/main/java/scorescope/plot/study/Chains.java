package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.evolution.ForwardSde;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.memo.StepCache;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
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
import scorescope.plot.study.run.Spread;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The step chains of DDPM and NCSN side by side: each x_i from x_{i−1}, with the signal and the variance at every step.
 * DDPM is the session's process where that is one, else the usual one; NCSN has the session's training levels.
 */
public final class Chains implements Study {
    public static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 600, 10, 5000, Words.constant("help.study.chains.particles"));
    static final Parameter.Whole TRACED =
            new Parameter.Whole("traced", "", 5, 0, 50, Words.constant("help.study.chains.traced"));

    static final Kind<Study> KIND = new Kind<>(
            "chains",
            Words.constant("study.chains.title"),
            Words.constant("help.study.chains"),
            List.of(PARTICLES, TRACED),
            Chains::new);

    private static final double SECONDS = 10;
    private static final int MOST_FRAMES = 1000;
    private static final DiscreteDdpm USUAL = new DiscreteDdpm(
            Math.toIntExact(DiscreteDdpm.STEPS.standard()),
            DiscreteDdpm.BETA_START.standard(),
            DiscreteDdpm.BETA_END.standard(),
            DiscreteDdpm.Variance.BETA);

    private final int particles;
    private final int traced;
    private final List<Memo<Key, Walk>> walks = List.of(new Memo<>(this::walk), new Memo<>(this::walk));

    /** A chain: the noise level after each step, the clean data at 0. */
    public interface Chain {
        int steps();

        NoiseLevel level(int step);

        /** What the step does, in symbols and in numbers. */
        String says(int step);
    }

    private record Ddpm(DiscreteDdpm process) implements Chain {
        @Override
        public int steps() {
            return process.steps();
        }

        @Override
        public NoiseLevel level(int step) {
            double kept = process.alphaBar(step);
            return new NoiseLevel(Double.NaN, Math.sqrt(kept), Math.sqrt(Math.max(0, 1 - kept)));
        }

        @Override
        public String says(int step) {
            return step == 0
                    ? ""
                    : Words.text("study.chains.ddpm-step-beta", step, Numbers.significant(process.beta(step), 3));
        }
    }

    private record Ncsn(int count, double min, double max) implements Chain {
        @Override
        public int steps() {
            return count;
        }

        @Override
        public NoiseLevel level(int step) {
            double share = count == 1 ? 0 : (step - 1) / (count - 1.0);
            return NoiseLevel.plain(step == 0 ? 0 : min * Math.pow(max / min, share));
        }

        @Override
        public String says(int step) {
            double before = step == 0 ? 0 : level(step - 1).sigma();
            double now = level(step).sigma();
            return step == 0
                    ? ""
                    : Words.text(
                            "study.chains.ncsn-step-delta-sigma-squared",
                            step,
                            Numbers.significant(now * now - before * before, 3));
        }
    }

    private record Key(GaussianMixture mixture, Chain chain, long seed) {}

    /** @param stride steps of the chain between two states kept */
    private record Walk(Chain chain, int stride, StepCache<Sample> march) {
        int frame(int step) {
            return step / stride;
        }
    }

    public Chains(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
        traced = Math.toIntExact(values.get(TRACED));
    }

    public static List<Chain> chains(StudyInputs inputs) {
        var levels = inputs.session().training().levels();
        return List.of(
                new Ddpm(inputs.process() instanceof DiscreteDdpm own ? own : USUAL),
                new Ncsn(levels.count(), levels.min(), levels.max()));
    }

    private Walk walk(Key begun) {
        var chain = begun.chain();
        var clean = Sample.drawn(begun.mixture(), particles, begun.seed());
        // f and g of no process are asked for: a chain's steps say themselves what they keep and add.
        var kicks = new ForwardSde(USUAL, new PhiloxNoise(begun.seed()));
        int stride = Math.ceilDiv(chain.steps(), MOST_FRAMES);
        return new Walk(chain, stride, new StepCache<>(clean, (at, frame) -> {
            var walked = at;
            for (int step = frame * stride + 1; step <= Math.min(chain.steps(), (frame + 1) * stride); step++) {
                walked = step(kicks, chain, walked, step);
            }
            return walked;
        }));
    }

    /** x_i = (α_i/α_{i−1}) x_{i−1} + √(σ_i² − (α_i/α_{i−1})² σ_{i−1}²) z: the √(1 − β), √β of DDPM and the 1, √Δσ² of NCSN. */
    private static Sample step(ForwardSde kicks, Chain chain, Sample at, int step) {
        var before = chain.level(step - 1);
        var after = chain.level(step);
        double keep = after.alpha() / before.alpha();
        double variance = after.sigma() * after.sigma() - keep * keep * before.sigma() * before.sigma();
        return kicks.kick(at, keep, Math.sqrt(Math.max(0, variance)), step);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var chains = chains(inputs);
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

    private static int step(Chain chain, double moment) {
        return (int) Math.rint(moment * chain.steps());
    }

    /** Where the points of a chain are after a step; the last one kept up to there. */
    public Sample points(StudyInputs inputs, int which, int step) {
        var walk = walk(inputs, which);
        return walk.march().at(walk.frame(step));
    }

    private Walk walk(StudyInputs inputs, int which) {
        return walks.get(which)
                .of(new Key(
                        inputs.exact().mixture(),
                        chains(inputs).get(which),
                        inputs.session().sampler().seed()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var planes = new ArrayList<Part>();
        var charts = new ArrayList<Part>();
        var words = new ArrayList<String>();
        var formulas =
                List.of(Words.text("notation.x-i-root-1-minus-beta-x"), Words.text("notation.x-i-x-i-minus-1-plus"));
        var titles = List.of(Words.text("study.chains.ddpm"), Words.text("study.chains.ncsn"));
        var chains = chains(inputs);
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
        var level = chains(inputs).get(which).level(step);
        Session session = inputs.session();
        var box = StudyBoxes.around(session.view(), inputs.exact().mixture().noised(level));
        var scene = inputs.scene(Source.ANALYTIC, level).with(new Particles(points.x(), points.y(), List.of()));
        boolean smooth = inputs.exact().mixture().hasDensity(level);
        var shown = smooth ? ShownLayers.of("contours", "particles") : ShownLayers.of("particles");
        return new PlanePart(
                Caption.plain(title, formula, ""), box, new ScenePlane(scene, shown, ways(inputs, which, step)));
    }

    /** The ways of a few points up to a step, and where they stand. */
    private List<Marks> ways(StudyInputs inputs, int which, int step) {
        var walk = walk(inputs, which);
        int frames = walk.frame(step) + 1;
        var marks = new ArrayList<Marks>();
        for (int p = 0; p < Math.min(traced, particles); p++) {
            var x = new double[frames];
            var y = new double[frames];
            for (int f = 0; f < frames; f++) {
                x[f] = walk.march().at(f).x()[p];
                y[f] = walk.march().at(f).y()[p];
            }
            var name = p == 0 ? Words.text("study.chains.ways-some-them") : "";
            marks.add(new Marks.Path(name, x, y, ThemeColor.category(p).faded(0.8), Dash.SOLID, 0.8));
            marks.add(
                    Marks.Points.one("", x[frames - 1], y[frames - 1], ThemeColor.category(p), Marks.Shape.DISC, 1.6));
        }
        return marks;
    }

    private ChartPart chart(StudyInputs inputs, int which, int now, String title) {
        var walk = walk(inputs, which);
        var chain = walk.chain();
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
        int stride = Math.max(1, Math.ceilDiv(walk.frame(chain.steps()), 20));
        int dots = walk.frame(now) / stride + 1;
        var measured = new double[3][dots];
        for (int k = 0; k < dots; k++) {
            var sample = walk.march().at(k * stride);
            measured[0][k] = Math.min(chain.steps(), k * stride * walk.stride());
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

    private static Curve drawn(boolean few, String name, double[] x, double[] y, ThemeColor hue, Dash dash) {
        return few ? Curve.steps(name, x, y, hue, dash) : Curve.line(name, x, y, hue, dash);
    }
}
