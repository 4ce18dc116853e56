package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Box;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The targets −ε/σ of the denoising loss at one noisy point x. Each is drawn σ² times as long, from x to its αx₀. Their mean
 * tends to the score at x, which a single target is not.
 */
public final class FanOfTargets implements Study {
    static final Parameter.Whole TARGETS =
            new Parameter.Whole("targets", "n", 60, 2, 2000, Words.constant("help.study.fan-of-targets.targets"));
    static final Parameter.Whole SEED =
            new Parameter.Whole("seed", "", 1, 0, Integer.MAX_VALUE, Words.constant("help.study.fan-of-targets.seed"));

    public static final Kind<Study> KIND = new Kind<>(
            "fan-of-targets",
            Words.constant("study.fan-of-targets.title"),
            Words.constant("help.study.fan-of-targets"),
            List.of(TARGETS, SEED),
            FanOfTargets::new);

    private static final double SECONDS = 10;

    private final int targets;
    private final long seed;
    private final Memo<Key, Fan> fans = new Memo<>(this::fan);

    private record Key(MixtureScore exact, NoiseLevel level, ProbePoint at) {}

    /**
     * Targets at a point and their limit.
     *
     * @param x first coordinates of −ε/σ, in 1/data units
     * @param scoreX first coordinate of the exact score
     * @param spread root of E‖−ε/σ − s‖² given x
     */
    record Fan(double[] x, double[] y, double scoreX, double scoreY, double spread) {
        /** Distance of the mean of the first n targets from the score, in 1/data units. */
        double off(int n) {
            return Math.hypot(mean(x, n) - scoreX, mean(y, n) - scoreY);
        }

        static double mean(double[] values, int n) {
            return Arrays.stream(values, 0, n).average().orElse(0);
        }
    }

    FanOfTargets(Parameters values) {
        targets = Math.toIntExact(values.get(TARGETS));
        seed = values.get(SEED);
    }

    private Fan fan(Key key) {
        var level = key.level();
        double px = key.at().x();
        double py = key.at().y();
        var posterior = new Posterior(key.exact()).at(px, py, level);
        var x = new double[targets];
        var y = new double[targets];
        posterior.draw(seed, x, y);
        double variance = level.sigma() * level.sigma();
        for (int i = 0; i < targets; i++) {
            x[i] = (level.alpha() * x[i] - px) / variance;
            y[i] = (level.alpha() * y[i] - py) / variance;
        }
        var score = new double[2][1];
        key.exact().score(new double[] {px}, new double[] {py}, 0, 1, level, score[0], score[1]);
        var moments = posterior.moments();
        return new Fan(
                x, y, score[0][0], score[1][0], level.alpha() / variance * Math.sqrt(moments.xx() + moments.yy()));
    }

    Fan fan(StudyInputs inputs) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.posterior-average.without-noise-there-nothing-to"),
                    Words.text("study.posterior-average.raise-sigma"));
        }
        return fans.of(new Key(
                inputs.exact(),
                inputs.level(),
                ProbePoint.wherever(inputs.session().view())));
    }

    private int shown(double moment) {
        return Math.clamp(Math.round(moment * targets), 1, targets);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS, targets, moment -> Sentence.of("study.fan-of-targets.shown", shown(moment), targets)));
    }

    /** Distance of the mean of all targets from the score, in units of {@link Fan#spread}. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.3, read.last(0, 0) / read.first(0, 1));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var fan = fan(inputs);
        int n = shown(moment);
        var at = ProbePoint.wherever(inputs.session().view());
        double variance = inputs.level().sigma() * inputs.level().sigma();
        var marks = new ArrayList<Marks>();
        var endX = new double[targets];
        var endY = new double[targets];
        for (int i = 0; i < targets; i++) {
            endX[i] = at.x() + variance * fan.x()[i];
            endY[i] = at.y() + variance * fan.y()[i];
        }
        var fromX = new double[n];
        var fromY = new double[n];
        Arrays.fill(fromX, at.x());
        Arrays.fill(fromY, at.y());
        marks.add(new Marks.Displacements(
                Words.text("study.fan-of-targets.targets"),
                fromX,
                fromY,
                Arrays.copyOf(endX, n),
                Arrays.copyOf(endY, n),
                palette -> palette.clean().fade(0.45)));
        marks.add(arrow(
                "study.fan-of-targets.mean",
                at,
                variance * Fan.mean(fan.x(), n),
                variance * Fan.mean(fan.y(), n),
                true));
        marks.add(arrow("study.fan-of-targets.score", at, variance * fan.scoreX(), variance * fan.scoreY(), false));
        marks.add(Marks.Points.one(
                Words.text("notation.x-tilde"), at.x(), at.y(), Palette::probe, Marks.Shape.DIAMOND, 2.5));
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.fan-of-targets.plane"),
                        Words.text("study.fan-of-targets.times"),
                        Words.text(
                                "notation.sigma-value",
                                Numbers.significant(inputs.level().sigma(), 3))),
                around(at, endX, endY),
                new ScenePlane(inputs.quietly(inputs.level()), ShownLayers.of("density", "contours"), marks));
        return StudyScene.of(
                        Words.text("study.fan-of-targets.description", n),
                        Row.of(plane, distance(fan, n)),
                        Row.of(new TablePart(
                                Caption.plain(Words.text("study.fan-of-targets.numbers"), "", ""), table(fan, n))))
                .saying(Words.text("study.fan-of-targets.says"));
    }

    /** The square around the noisy point that holds all ends. */
    private static Box around(ProbePoint at, double[] x, double[] y) {
        double half = 0;
        for (int i = 0; i < x.length; i++) {
            half = Math.max(half, 1.15 * Math.max(Math.abs(x[i] - at.x()), Math.abs(y[i] - at.y())));
        }
        return new Box(at.x() - half, at.x() + half, at.y() - half, at.y() + half);
    }

    private static Marks arrow(String key, ProbePoint at, double dx, double dy, boolean mean) {
        return new Marks.Displacements(
                Words.text(key),
                new double[] {at.x()},
                new double[] {at.y()},
                new double[] {at.x() + dx},
                new double[] {at.y() + dy},
                mean ? Palette::probe : Palette::analytic);
    }

    private ChartPart distance(Fan fan, int n) {
        var x = new double[targets];
        var off = new double[targets];
        var usual = new double[targets];
        for (int k = 0; k < targets; k++) {
            x[k] = k + 1.0;
            off[k] = fan.off(k + 1);
            usual[k] = fan.spread() / Math.sqrt(k + 1.0);
        }
        var curves = List.of(
                Curve.line(
                        Words.text("study.fan-of-targets.distance"),
                        Arrays.copyOf(x, n),
                        Arrays.copyOf(off, n),
                        Palette::probe,
                        Dash.SOLID),
                Curve.line(Words.text("study.fan-of-targets.expected"), x, usual, Palette::mute, Dash.DASHED));
        double high = Math.max(1e-12, 3 * fan.spread());
        return new ChartPart(
                Words.text("study.fan-of-targets.chart"),
                "",
                new Chart(
                        ChartAxis.log(Words.text("study.fan-of-targets.count"), 1, Math.max(2, targets)),
                        ChartAxis.log("", high / (30 * Math.sqrt(targets)), high),
                        curves));
    }

    private static Table table(Fan fan, int n) {
        return new Table(
                List.of("", Words.text("study.sampling-step.first"), Words.text("study.sampling-step.second")),
                List.of(
                        row("study.fan-of-targets.newest", fan.x()[n - 1], fan.y()[n - 1]),
                        row("study.fan-of-targets.mean", Fan.mean(fan.x(), n), Fan.mean(fan.y(), n)),
                        row("study.fan-of-targets.score", fan.scoreX(), fan.scoreY())),
                -1);
    }

    private static List<String> row(String key, double x, double y) {
        return List.of(Words.text(key), Numbers.significant(x, 3), Numbers.significant(y, 3));
    }
}
