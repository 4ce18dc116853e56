package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.Arrays;
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
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.figure.PlaneContent;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
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
    private static final int ARC = 90;

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
                new Paths(pairs, numbered, moment));
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
    private static double[][] arc(double[][] pairs, int i) {
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

    /** The paths with the positions of all processes; those on the first are numbered. */
    private static final class Paths implements PlaneContent, Layer {
        /** Candidate offsets of a number from its point, in sizes of its type. */
        private static final double[][] SIDES = {{-0.9, -0.3}, {0.9, 0.9}, {0.9, -0.3}, {-0.9, 0.9}};

        private final double[][] pairs;
        private final List<Member> members;
        private final double moment;
        private Style style = Style.PAPER;

        Paths(double[][] pairs, List<Member> members, double moment) {
            this.pairs = pairs;
            this.members = members;
            this.moment = moment;
        }

        @Override
        public void compute(Viewport viewport, Style style, PanelContentCache cache) {
            this.style = style;
        }

        @Override
        public List<Legend.Entry> legend() {
            return List.of(
                    new Legend.Entry(
                            (painter, x, y, palette, s) -> painter.discs(
                                    new double[] {x + 0.75 * s.ticks()},
                                    new double[] {y},
                                    1,
                                    2 * s.particle(),
                                    palette.clean()),
                            Words.text("study.schedules.clean-point-x0")),
                    new Legend.Entry(
                            (painter, x, y, palette, s) -> painter.ellipse(
                                    x + 0.75 * s.ticks(),
                                    y,
                                    2 * s.particle(),
                                    2 * s.particle(),
                                    0,
                                    palette.probe(),
                                    s.outline(),
                                    Dash.SOLID),
                            Words.text("study.schedules.noise-epsilon")));
        }

        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette) {
            painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
            for (int i = 0; i < pairs[0].length; i++) {
                path(painter, viewport, palette, i);
            }
            painter.unclip();
            var placed = new ArrayList<double[]>();
            for (int k = 0; k < members.size(); k++) {
                number(painter, viewport, palette, k, placed);
            }
        }

        private void path(Painter painter, Viewport viewport, Palette palette, int i) {
            var path = arc(pairs, i);
            var x = Arrays.stream(path[0]).map(viewport::toX).toArray();
            var y = Arrays.stream(path[1]).map(viewport::toY).toArray();
            painter.polyline(x, y, x.length, false, palette.mute(), style.outline(), Dash.SOLID);
            painter.discs(new double[] {x[0]}, new double[] {y[0]}, 1, 2 * style.particle(), palette.clean());
            painter.ellipse(
                    x[ARC],
                    y[ARC],
                    2 * style.particle(),
                    2 * style.particle(),
                    0,
                    palette.probe(),
                    style.outline(),
                    Dash.SOLID);
            for (var member : members) {
                var level = member.process().at(member.clock().time(moment));
                painter.discs(
                        new double[] {viewport.toX(along(pairs[0][i], pairs[2][i], level))},
                        new double[] {viewport.toY(along(pairs[1][i], pairs[3][i], level))},
                        1,
                        (member.own() ? 3 : 2) * style.particle(),
                        member.color().on(palette));
            }
        }

        /** Draws a number beside its point on the first path, at the first offset that is free of earlier numbers. */
        private void number(Painter painter, Viewport viewport, Palette palette, int k, List<double[]> placed) {
            var member = members.get(k);
            var level = member.process().at(member.clock().time(moment));
            double x = viewport.toX(along(pairs[0][0], pairs[2][0], level));
            double y = viewport.toY(along(pairs[1][0], pairs[3][0], level));
            if (x > viewport.left() && x < viewport.left() + viewport.width() && y > viewport.top() + style.ticks()) {
                var text = Integer.toString(k + 1);
                double width = painter.textWidth(text, style.ticks(), true);
                for (double[] side : SIDES) {
                    double[] at = {x + side[0] * style.ticks(), y + side[1] * style.ticks(), width};
                    if (placed.stream().allMatch(other -> apart(at, other))) {
                        placed.add(at);
                        painter.text(
                                text,
                                at[0],
                                at[1],
                                style.ticks(),
                                true,
                                Align.CENTER,
                                member.color().on(palette));
                        return;
                    }
                }
            }
        }

        /** Whether two numbers, each given by center, baseline and width, do not touch. */
        private boolean apart(double[] one, double[] other) {
            return Math.abs(one[0] - other[0]) > (one[2] + other[2]) / 2 + 0.1 * style.ticks()
                    || Math.abs(one[1] - other[1]) > style.ticks();
        }
    }
}
