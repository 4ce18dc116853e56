package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.measure.Sample;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;
import scorescope.plot.Caption;
import scorescope.plot.Chart;
import scorescope.plot.ChartAxis;
import scorescope.plot.Curve;
import scorescope.plot.Hue;
import scorescope.plot.Numbers;
import scorescope.plot.Painter.Dash;
import scorescope.plot.Palette;
import scorescope.plot.Range;
import scorescope.plot.study.Marks.Shape;
import scorescope.plot.study.StudyScene.Row;

/**
 * Two clouds that begin apart and follow the session's sampler under the same noise, particle by particle: both end in the
 * same distribution, whatever they began with.
 */
public final class TwoStarts implements Study {
    static final Parameter.Real APART = new Parameter.Real(
            "apart", "d", "data units", 8, 0, 100, false, "How far the middles of the two starts are from each other.");
    static final Parameter.Real ANGLE = new Parameter.Real(
            "angle", "φ", "°", 30, -180, 180, false, "Direction from the first start to the second.");
    static final Parameter.Real STD =
            new Parameter.Real("std", "s", "data units", 0.5, 0, 100, false, "Standard deviation of each start.");
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 800, 50, 5000, "How many particles each start has.");
    static final Parameter.Whole STEPS = new Parameter.Whole(
            "steps", "", 3000, 0, 20_000, "Steps of a sampler that lets them be chosen; 0 for the session's.");

    static final Kind<Study> KIND = new Kind<>(
            "two-starts",
            "Two starts, one end",
            "Two clouds under the same noise: watch them forget where they began and become one distribution.",
            List.of(APART, ANGLE, STD, PARTICLES, STEPS),
            TwoStarts::new);

    private static final double SECONDS = 10;
    private static final int CHECKS = 24;
    private static final double LEAST = 0.5;
    private static final List<Hue> HUES = List.of(Hue.category(4), Hue.category(3));
    private static final List<String> NAMES = List.of("first start", "second start");

    private final List<Start> starts;
    private final int particles;
    private final long steps;
    private final Kept<List<Reel.Asked>, List<Reel>> reels =
            new Kept<>(asked -> asked.stream().map(Reel::new).toList());
    private final Kept<Measured, List<Curve>> curves = new Kept<>(TwoStarts::curves);

    /** What the curves depend on. */
    private record Measured(List<Reel> reels, MixtureScore exact) {}

    TwoStarts(Parameters values) {
        double angle = Math.toRadians(values.get(ANGLE));
        double x = 0.5 * values.get(APART) * Math.cos(angle);
        double y = 0.5 * values.get(APART) * Math.sin(angle);
        starts = List.of(new Start.Gaussian(-x, -y, values.get(STD)), new Start.Gaussian(x, y, values.get(STD)));
        particles = Math.toIntExact(values.get(PARTICLES));
        steps = values.get(STEPS);
    }

    private List<Reel> reels(StudyInputs inputs) {
        var spec = inputs.session().sampler();
        var method = Reel.stepped(spec.method(), steps);
        return reels.of(starts.stream()
                .map(start -> new Reel.Asked(
                        method, inputs.score(), inputs.process(), inputs.level(), particles, spec.seed(), start))
                .toList());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var reel = reels(inputs).getFirst();
        return Optional.of(
                new StudyClock(SECONDS, reel.steps(), moment -> "step " + reel.step(moment) + " of " + reel.steps()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var both = reels(inputs);
        var marks = new ArrayList<Marks>();
        for (int k = 0; k < both.size(); k++) {
            var state = state(both.get(k), moment);
            var shape = k == 0 ? Shape.DISC : Shape.CROSS;
            marks.add(new Marks.Points(
                    NAMES.get(k), state.x().clone(), state.y().clone(), HUES.get(k), shape, k == 0 ? 1.1 : 1.6));
        }
        var state = state(both.getFirst(), moment);
        var mixture = inputs.exact().mixture().noised(state.level());
        var plane = new PlanePart(
                Caption.plain("Both clouds", "", "NFE " + state.diagnostics().evaluations()),
                StudyBoxes.around(inputs.session().view(), mixture),
                new ScenePlane(inputs.quietly(state.level()), inputs.layers("contours"), marks));
        var chart = new ChartPart(
                "Distance over the run",
                "sliced W_{2} in sampling floors",
                chart(curves.of(new Measured(both, inputs.exact()))).at(moment));
        return StudyScene.of(
                        "Two clouds from different starts under the same noise, at " + Math.round(100 * moment)
                                + " % of the run",
                        Row.of(plane, chart))
                .saying("particles with the same noise are on average " + Numbers.significant(partners(both, moment), 2)
                        + " apart");
    }

    private static State state(Reel reel, double moment) {
        return reel.at(reel.step(moment));
    }

    /** The mean distance of the particles that share their noise. */
    private static double partners(List<Reel> both, double moment) {
        var a = state(both.getFirst(), moment);
        var b = state(both.getLast(), moment);
        double sum = 0;
        for (int i = 0; i < a.particles(); i++) {
            sum += Math.hypot(a.x()[i] - b.x()[i], a.y()[i] - b.y()[i]);
        }
        return sum / a.particles();
    }

    private static Chart chart(List<Curve> curves) {
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double high = range.empty() ? 10 : Math.max(3, 1.3 * range.high());
        return new Chart(ChartAxis.linear("share of the run", 0, 1), ChartAxis.log("", 0.8 * LEAST, high), curves);
    }

    private static List<Curve> curves(Measured measured) {
        var share = new double[CHECKS + 1];
        var far = new double[3][CHECKS + 1];
        for (int k = 0; k <= CHECKS; k++) {
            share[k] = k / (double) CHECKS;
            var first = state(measured.reels().getFirst(), share[k]);
            var second = state(measured.reels().getLast(), share[k]);
            boolean density = measured.exact().mixture().hasDensity(first.level());
            if (!density || first.diagnostics().failed() || second.diagnostics().failed()) {
                far[0][k] = far[1][k] = far[2][k] = Double.NaN;
                continue;
            }
            var truth = Closeness.truth(first, measured.exact());
            var a = new Sample(first.x(), first.y());
            var b = new Sample(second.x(), second.y());
            far[0][k] = Math.max(LEAST, truth.floors(a));
            far[1][k] = Math.max(LEAST, truth.floors(b));
            far[2][k] = Math.max(LEAST, truth.floorsBetween(a, b));
        }
        return List.of(
                Curve.line(NAMES.getFirst() + " to exact", share, far[0], HUES.getFirst(), Dash.SOLID),
                Curve.line(NAMES.getLast() + " to exact", share, far[1], HUES.getLast(), Dash.DASHED),
                Curve.line("one to the other", share, far[2], Palette::particle, Dash.DOTTED),
                Curve.line("floor", new double[] {0, 1}, new double[] {1, 1}, Palette::mute, Dash.SOLID)
                        .weighing(0.6));
    }
}
