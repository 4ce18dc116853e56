package scorescope.plot.study.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.EvenPoints;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.Grid;
import scorescope.core.measure.GridDensity;
import scorescope.core.measure.JensenShannon;
import scorescope.core.measure.KullbackLeibler;
import scorescope.core.measure.Sample;
import scorescope.core.measure.TotalVariation;
import scorescope.core.measure.Wasserstein2;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Several divergences between two densities: p is the session's at its noise level, q is p moved, with other weights, or
 * wider. The clock is the amount of change.
 */
public final class DivergencesCompared implements Study {
    private static final Option SHIFT = Option.of(
            "shift", Words.constant("study.divergences.shift"), Words.constant("help.study.divergences.shift"));
    private static final Option WEIGHTS = Option.of(
            "weights", Words.constant("study.divergences.weights"), Words.constant("help.study.divergences.weights"));
    private static final Option WIDTH = Option.of(
            "width", Words.constant("study.divergences.width"), Words.constant("help.study.divergences.width"));
    static final Parameter.OneOf<Option> CHANGE = new Parameter.OneOf<>(
            "change", "", SHIFT, List.of(SHIFT, WEIGHTS, WIDTH), Words.constant("help.study.divergences.change"));

    public static final Kind<Study> KIND = new Kind<>(
            "divergences",
            Words.constant("study.divergences.title"),
            Words.constant("help.study.divergences"),
            List.of(CHANGE),
            DivergencesCompared::new);

    private static final double SECONDS = 8;
    private static final int AMOUNTS = 17;
    private static final int CELLS = 128;
    /** Half the extent of each component on the grid and in the picture, in standard deviations. */
    private static final double COUNTED = 5;

    private static final double SEEN = 2.5;
    private static final int POINTS = 2048;
    private static final int SAMPLES = 200;
    private static final long SEED = 5;
    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);

    private final Option change;
    private final Memo<Key, List<Measured>> measured = new Memo<>(this::measured);

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    /**
     * Values of the divergences for an amount of change.
     *
     * @param values in the order of {@link #names}
     */
    record Measured(double amount, double[] values) {}

    DivergencesCompared(Parameters values) {
        change = values.get(CHANGE);
    }

    private static List<String> names() {
        return List.of(
                Words.text("notation.kl-p-norm-q"),
                Words.text("notation.kl-q-norm-p"),
                Words.text("study.divergences.js"),
                Words.text("study.divergences.tv"),
                Words.text("study.divergences.w2"),
                Words.text("study.divergences.fisher"));
    }

    /** q for a change of {@code amount}, from 0 to 1, of the greatest one, which is about three standard deviations. */
    GaussianMixture changed(GaussianMixture p, double amount) {
        var moments = p.moments();
        double reach = 1.5 * Math.sqrt(moments.xx() + moments.yy());
        var components = p.components();
        var all = new ArrayList<Component>();
        for (int k = 0; k < components.size(); k++) {
            var c = components.get(k);
            if (change.equals(SHIFT)) {
                all.add(new Component(c.weight(), c.meanX() + reach * amount, c.meanY(), c.xx(), c.xy(), c.yy()));
            } else if (change.equals(WIDTH)) {
                double factor = Math.pow(1 + 2 * amount, 2);
                all.add(new Component(
                        c.weight(), c.meanX(), c.meanY(), factor * c.xx(), factor * c.xy(), factor * c.yy()));
            } else {
                // At the end the last component has 10⁻⁶ of its weight.
                double remaining = k == components.size() - 1 ? Math.pow(1e-6, amount) : 1;
                all.add(new Component(remaining * c.weight(), c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy()));
            }
        }
        return new GaussianMixture(all);
    }

    private List<Measured> measured(Key key) {
        var p = key.mixture().noised(key.level());
        var box = both(p.bounds(COUNTED), changed(p, 1).bounds(COUNTED));
        var grid = new Grid(CELLS, CELLS, box.x0(), box.x1(), box.y1(), box.y0());
        return IntStream.range(0, AMOUNTS)
                .mapToObj(i -> measured(p, i / (AMOUNTS - 1.0), grid))
                .toList();
    }

    private static Box both(Box a, Box b) {
        return new Box(
                Math.min(a.x0(), b.x0()), Math.max(a.x1(), b.x1()), Math.min(a.y0(), b.y0()), Math.max(a.y1(), b.y1()));
    }

    private Measured measured(GaussianMixture p, double amount, Grid grid) {
        var clean = NoiseLevel.plain(0);
        var q = changed(p, amount);
        var pMass = GridDensity.ofMasses(grid, new MixtureScore(p), clean);
        var qMass = GridDensity.ofMasses(grid, new MixtureScore(q), clean);
        return new Measured(amount, new double[] {
            KullbackLeibler.FORWARD.between(pMass, qMass),
            KullbackLeibler.REVERSE.between(pMass, qMass),
            new JensenShannon().between(pMass, qMass),
            new TotalVariation().between(pMass, qMass),
            new Wasserstein2().between(Sample.drawn(p, SAMPLES, SEED), Sample.drawn(q, SAMPLES, SEED)),
            fisher(p, q)
        });
    }

    /** E‖s_p − s_q‖² under p. */
    private static double fisher(GaussianMixture p, GaussianMixture q) {
        var clean = NoiseLevel.plain(0);
        var x = new double[POINTS];
        var y = new double[POINTS];
        EvenPoints.of(new MixtureScore(p).at(clean), 0.5, 0.25, 0.75, x, y);
        var s = new double[4][POINTS];
        new MixtureScore(p).score(x, y, 0, POINTS, clean, s[0], s[1]);
        new MixtureScore(q).score(x, y, 0, POINTS, clean, s[2], s[3]);
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += Math.pow(s[0][i] - s[2][i], 2) + Math.pow(s[1][i] - s[3][i], 2);
        }
        return sum / POINTS;
    }

    List<Measured> measured(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        return measured.of(new Key(inputs.exact().mixture(), inputs.level()));
    }

    private static int nearest(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * (AMOUNTS - 1));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS, AMOUNTS - 1, moment -> Sentence.of("study.divergences.amount", Math.round(100 * moment))));
    }

    /** Ratio of the growth of KL to that of total variation over the second half of the change. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double saturation = read.last(0, 3) / read.at(0, 3, 0.5);
        return Evidence.atLeast(1.3, read.last(0, 0) / read.at(0, 0, 0.5) / saturation);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var all = measured(inputs);
        var p = inputs.exact().mixture().noised(inputs.level());
        var now = all.get(nearest(moment));
        var q = changed(p, now.amount());
        var box = both(p.bounds(SEEN), changed(p, 1).bounds(SEEN));
        var clean = NoiseLevel.plain(0);
        var scenes = List.of(p, q).stream()
                .map(density -> Scene.analytic(new MixtureScore(density), clean, inputs.colorMap()))
                .toList();
        var layers = ShownLayers.of("density", "contours");
        var curves = new ArrayList<Curve>();
        var names = names();
        for (int m = 0; m < names.size(); m++) {
            int index = m;
            curves.add(Curve.line(
                    names.get(m),
                    all.stream().skip(1).mapToDouble(Measured::amount).toArray(),
                    all.stream()
                            .skip(1)
                            .mapToDouble(one -> Math.max(1e-12, one.values()[index]))
                            .toArray(),
                    ThemeColor.category(m),
                    DASHES.get(m % DASHES.size())));
        }
        var chart = new Chart(
                ChartAxis.linear(Words.text("study.divergences.axis"), 0, 1),
                ChartAxis.logAround("", curves, 1e-6, 1e6),
                curves);
        return StudyScene.of(
                        Words.text("study.divergences.description", Words.written(change.title())),
                        Row.of(
                                new PlanePart(
                                        Caption.plain("p", "", ""), box, new ScenePlane(scenes.getFirst(), layers)),
                                new PlanePart(
                                        Caption.plain("q", "", ""), box, new ScenePlane(scenes.getLast(), layers))),
                        Row.of(
                                new ChartPart(Words.text("study.divergences.chart"), "", chart.at(now.amount())),
                                new TablePart(Caption.plain(Words.text("study.divergences.here"), "", ""), table(now))))
                .saying(Words.text("study.divergences.says"));
    }

    private static Table table(Measured now) {
        var names = names();
        return new Table(
                List.of(Words.text("study.divergences.measure"), ""),
                IntStream.range(0, names.size())
                        .mapToObj(m -> List.of(names.get(m), Numbers.significant(now.values()[m], 3)))
                        .toList(),
                -1);
    }
}
