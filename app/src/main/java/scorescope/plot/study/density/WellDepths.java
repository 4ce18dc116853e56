package scorescope.plot.study.density;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DeepenedWell;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
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
 * An energy with unnormalised weights: one well is made deeper, and Z grows. Normalised, the energy of every other well rises
 * by log Z, although nothing was done to it. The clock is the depth.
 */
public final class WellDepths implements Study {
    static final Parameter.Whole WELL =
            new Parameter.Whole("well", "", 1, 1, 10_000, Words.constant("help.study.well-depths.well"));
    static final Parameter.Real DEPTH =
            new Parameter.Real("depth", "d", "nats", 3, 0.1, 10, true, Words.constant("help.study.well-depths.depth"));

    public static final Kind<Study> KIND = new Kind<>(
            "well-depths",
            Words.constant("study.well-depths.title"),
            Words.constant("help.study.well-depths"),
            List.of(WELL, DEPTH),
            WellDepths::new);

    private static final double SECONDS = 8;
    private static final int DEPTHS = 13;
    private static final int POINTS = 201;
    private static final int INTERVALS = 160;
    private static final double SEEN = 3;

    /** Where the section begins and ends, in units of the way from the deepened well to the other. */
    private static final double BEGIN = -0.4;

    private static final double END = 1.4;

    private final int well;
    private final double greatest;
    private final Memo<GaussianMixture, List<Estimate>> integrals = new Memo<>(this::integrals);

    WellDepths(Parameters values) {
        well = Math.toIntExact(values.get(WELL)) - 1;
        greatest = values.get(DEPTH);
    }

    private double depth(int i) {
        return greatest * i / (DEPTHS - 1);
    }

    private List<Estimate> integrals(GaussianMixture p) {
        return IntStream.range(0, DEPTHS)
                .mapToObj(i -> new DeepenedWell(p, well, depth(i)).partitionByQuadrature(INTERVALS))
                .toList();
    }

    /** The session's density with its noise, whose components are the wells. */
    private GaussianMixture wells(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        var p = inputs.exact().mixture().noised(inputs.level());
        int count = p.components().size();
        if (count < 2) {
            throw new BadInputException(
                    "density", Words.text("study.well-depths.one-well"), Words.text("study.well-depths.take-two"));
        }
        if (well >= count) {
            throw new BadInputException(
                    "view.studies.well-depths.well",
                    Words.text("study.well-depths.no-well", well + 1),
                    Words.text("study.well-depths.wells", count));
        }
        return p;
    }

    /** The component farthest from the deepened one, in standard deviations of both. */
    private Component other(GaussianMixture p) {
        var from = p.components().get(well);
        var farthest = from;
        for (var c : p.components()) {
            if (apart(from, c) > apart(from, farthest)) {
                farthest = c;
            }
        }
        return farthest;
    }

    private static double apart(Component a, Component b) {
        return Math.hypot(a.meanX() - b.meanX(), a.meanY() - b.meanY()) / (a.width() + b.width());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS,
                DEPTHS - 1,
                moment -> Sentence.of("study.well-depths.deeper", Numbers.significant(moment * greatest, 2))));
    }

    /** By how much the other well has risen in the section, as a multiple of log Z by quadrature. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double risen = read.at(0, 1, 1) - read.at(0, 0, 1);
        return Evidence.near(1, 0.01, risen / Math.log(read.last(1, 1)));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var p = wells(inputs);
        double depth = greatest * Math.clamp(moment, 0, 1);
        var now = new DeepenedWell(p, well, depth);
        var q = now.normalised();
        var box = p.bounds(SEEN);
        var layers = ShownLayers.of("density", "contours");
        double shallower = Math.log(now.partition());
        return StudyScene.of(
                        Words.text("study.well-depths.description", well + 1),
                        Row.of(
                                new PlanePart(
                                        Caption.plain(Words.text("study.well-depths.before"), "", ""),
                                        box,
                                        new ScenePlane(scene(inputs, p), layers)),
                                new PlanePart(
                                        Caption.plain(Words.text("study.well-depths.after"), "", ""),
                                        box,
                                        new ScenePlane(scene(inputs, q), layers))),
                        Row.of(section(p, now), partition(p, depth)))
                .saying(Words.text(
                        "study.well-depths.says",
                        well + 1,
                        Numbers.significant(depth - shallower, 3),
                        Numbers.significant(shallower, 3),
                        Numbers.significant(now.partition(), 4)));
    }

    private static Scene scene(StudyInputs inputs, GaussianMixture density) {
        return Scene.analytic(new MixtureScore(density), NoiseLevel.plain(0), inputs.colorMap());
    }

    /** The normalised energy along the line from the deepened well to the other. */
    private ChartPart section(GaussianMixture p, DeepenedWell now) {
        double logZ = Math.log(now.partition());
        var before = new DeepenedWell(p, well, 0);
        var curves = List.of(
                along(p, "study.well-depths.before", ThemeColor.category(1), Dash.DASHED, before, 0),
                along(p, "study.well-depths.after", Palette::analytic, Dash.SOLID, now, logZ));
        var range = curves.getFirst().range();
        return new ChartPart(
                Words.text("study.well-depths.section"),
                Words.text("study.well-depths.energy"),
                new Chart(
                        ChartAxis.linear(Words.text("study.well-depths.line"), BEGIN, END),
                        ChartAxis.linear(
                                "", range.low() - greatest, Math.min(range.high(), range.low() + 4 * greatest)),
                        curves));
    }

    private Curve along(GaussianMixture p, String name, ThemeColor color, Dash dash, DeepenedWell energy, double logZ) {
        var from = p.components().get(well);
        var to = other(p);
        var x = IntStream.range(0, POINTS)
                .mapToDouble(i -> BEGIN + (END - BEGIN) * i / (POINTS - 1))
                .toArray();
        DoubleUnaryOperator height = s -> energy.energy(
                        from.meanX() + s * (to.meanX() - from.meanX()), from.meanY() + s * (to.meanY() - from.meanY()))
                + logZ;
        var y = IntStream.range(0, POINTS)
                .mapToDouble(i -> height.applyAsDouble(x[i]))
                .toArray();
        return Curve.line(Words.text(name), x, y, color, dash);
    }

    /** Z over the depth: the closed form and integrals of e^−E. */
    private ChartPart partition(GaussianMixture p, double depth) {
        var depths = IntStream.range(0, DEPTHS).mapToDouble(this::depth).toArray();
        var closed = IntStream.range(0, DEPTHS)
                .mapToDouble(i -> new DeepenedWell(p, well, depths[i]).partition())
                .toArray();
        var integral = integrals.of(p).stream().mapToDouble(Estimate::value).toArray();
        var curves = List.of(
                Curve.line(Words.text("study.well-depths.closed"), depths, closed, Palette::analytic, Dash.SOLID),
                Curve.crosses(Words.text("study.well-depths.integral"), depths, integral, ThemeColor.category(1)));
        return new ChartPart(
                Words.text("study.well-depths.partition"),
                "",
                new Chart(
                                ChartAxis.linear(Words.text("study.well-depths.depth"), 0, greatest),
                                ChartAxis.logAround("", curves, 1, 1e5),
                                curves)
                        .at(depth));
    }
}
