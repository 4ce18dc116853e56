package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Range;
import scorescope.plot.study.noising.Processes.Member;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Schedules as speeds along one path: every process moves a point x₀ with noise ε along the same curve
 * z(ρ) = (x₀ + ρε)/√(1 + ρ²), ρ = σ/α, and processes differ in ρ(t) only.
 */
public final class Schedules implements Study {
    static final Parameter.Whole POINTS =
            new Parameter.Whole("points", "", 6, 1, 24, Words.constant("help.study.schedules.points"));

    public static final Kind<Study> KIND = new Kind<>(
            "schedules",
            Words.constant("study.schedules.title"),
            Words.constant("help.study.schedules"),
            List.of(POINTS),
            Schedules::new);

    private static final double SECONDS = 10;
    private static final int STEPS = 200;
    static final int ARC = 90;

    private final int points;

    Schedules(Parameters values) {
        points = Math.toIntExact(values.get(POINTS));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS,
                STEPS,
                moment -> Sentence.of("study.schedules.percent-every-process-time", Math.round(100 * moment))));
    }

    /** Pairs of clean points and their noise. */
    private double[][] pairs(StudyInputs inputs) {
        var pairs = new double[4][points];
        long seed = inputs.session().sampler().seed();
        inputs.exact().mixture().draw(seed, pairs[0], pairs[1]);
        new PhiloxNoise(seed).gaussian(0, 0, 0, points, pairs[2], pairs[3]);
        return pairs;
    }

    /** One coordinate of z, by a formula that is exact for α = 0 and for σ = 0 too. */
    public static double along(double clean, double noise, NoiseLevel level) {
        double length = Math.hypot(level.alpha(), level.sigma());
        return (level.alpha() * clean + level.sigma() * noise) / length;
    }

    /** Ratio of the positions along the path of the fastest and the slowest process at half their time. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int curve = 0; curve < read.curves(0); curve++) {
            double half = read.at(0, curve, 0.5);
            least = Math.min(least, half);
            most = Math.max(most, half);
        }
        return Evidence.atLeast(10, most / least);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var members = Processes.members(inputs);
        var numbered = new ArrayList<Member>();
        for (int k = 0; k < members.size(); k++) {
            var m = members.get(k);
            numbered.add(new Member(m.id(), (k + 1) + " " + m.title(), m.process(), m.color(), m.dash(), m.own()));
        }
        var ratio = Processes.curves(numbered, (p, t) -> p.at(t).ratio(), true);
        var speed = speeds(numbered);
        var pairs = pairs(inputs);
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.schedules.path"),
                        Words.text("notation.x-plus-rho-epsilon-over-root-1"),
                        Words.text("notation.rho-sigma-over-alpha")),
                around(pairs),
                new NoisingPaths(pairs, numbered, moment));
        return StudyScene.of(
                Words.text("study.schedules.same-path-under-different-schedules"),
                Row.of(
                        plane,
                        Processes.part(
                                moment,
                                Words.text("study.schedules.place-path"),
                                Words.text("notation.rho-sigma-over-alpha"),
                                ratio,
                                ChartAxis.logAround("", ratio, 1e-3, 1e4))),
                Row.of(Processes.part(
                        moment,
                        Words.text("study.schedules.speed"),
                        Words.text("study.schedules.d-log-rho-over-d"),
                        speed,
                        ChartAxis.logAround("", speed, 0.1, 1e3))));
    }

    /** A square that holds all paths with a margin. */
    private static Box around(double[][] pairs) {
        var x = Range.NONE;
        var y = Range.NONE;
        for (int i = 0; i < pairs[0].length; i++) {
            var path = arc(pairs, i);
            x = x.and(Range.of(path[0]));
            y = y.and(Range.of(path[1]));
        }
        double half = Math.max(0.5, 0.58 * Math.max(x.high() - x.low(), y.high() - y.low()));
        double middleX = 0.5 * (x.low() + x.high());
        double middleY = 0.5 * (y.low() + y.high());
        return new Box(middleX - half, middleX + half, middleY - half, middleY + half);
    }

    /** One path from its clean point to its noise. */
    static double[][] arc(double[][] pairs, int i) {
        var path = new double[2][ARC + 1];
        for (int a = 0; a <= ARC; a++) {
            double angle = 0.5 * Math.PI * a / ARC;
            path[0][a] = Math.cos(angle) * pairs[0][i] + Math.sin(angle) * pairs[2][i];
            path[1][a] = Math.cos(angle) * pairs[1][i] + Math.sin(angle) * pairs[3][i];
        }
        return path;
    }

    /** d log ρ/dτ, τ the share of the process's time, by central differences. */
    private static List<Curve> speeds(List<Member> members) {
        var speeds = new ArrayList<Curve>();
        for (var curve : Processes.curves(members, (p, t) -> Math.log(p.at(t).ratio()), false)) {
            int n = curve.x().length;
            var derivative = new double[n];
            for (int i = 0; i < n; i++) {
                int before = Math.max(0, i - 1);
                int after = Math.min(n - 1, i + 1);
                derivative[i] = (curve.y()[after] - curve.y()[before]) / (curve.x()[after] - curve.x()[before]);
            }
            speeds.add(new Curve(
                    curve.name(),
                    curve.x(),
                    derivative,
                    curve.error(),
                    curve.color(),
                    curve.dash(),
                    curve.manner(),
                    curve.weight()));
        }
        return speeds;
    }
}
