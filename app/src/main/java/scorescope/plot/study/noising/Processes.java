package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.ProcessClock;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** All processes of the catalog over their whole time, and their ends; the session's process has the session's parameters. */
public final class Processes implements Study {
    private static final Option ALL =
            Option.of("all", Words.constant("study.processes.all"), Words.constant("help.study.processes.all"));
    private static final Option SCORE_SDES = Option.of(
            "score-sdes",
            Words.constant("study.processes.score-sdes"),
            Words.constant("help.study.processes.score-sdes"));
    static final Parameter.OneOf<Option> WHICH = new Parameter.OneOf<>(
            "which", "", ALL, List.of(ALL, SCORE_SDES), Words.constant("help.study.processes.which"));

    public static final Kind<Study> KIND = new Kind<>(
            "processes",
            Words.constant("study.processes.title"),
            Words.constant("help.study.processes"),
            List.of(WHICH),
            Processes::new);

    private static final int POINTS = 161;
    private static final Dash[] DASHES = {Dash.SOLID, Dash.DASHED, Dash.DOTTED};

    /** The SDEs of Song et al. 2021, https://arxiv.org/abs/2011.13456: variance exploding, preserving and sub-preserving. */
    private static final Set<String> SONG =
            Set.of("variance-exploding", "variance-preserving", "sub-variance-preserving");

    private final boolean all;

    Processes(Parameters values) {
        all = values.get(WHICH).equals(ALL);
    }

    /** A process with its title and the style of its line. */
    public record Member(String id, String title, NoiseProcess process, ThemeColor color, Dash dash, boolean own) {
        ProcessClock clock() {
            return new ProcessClock(process);
        }
    }

    public static List<Member> members(StudyInputs inputs) {
        var members = new ArrayList<Member>();
        var kinds = ProcessCatalog.CATALOG.kinds();
        for (int k = 0; k < kinds.size(); k++) {
            var kind = kinds.get(k);
            boolean own = kind.id().equals(inputs.session().process().kind());
            members.add(new Member(
                    kind.id(),
                    Words.written(kind.title()),
                    own ? inputs.process() : kind.create().apply(Parameters.NONE),
                    ThemeColor.category(k),
                    DASHES[k % DASHES.length],
                    own));
        }
        return members;
    }

    /** A quantity of all members over the share of their time; on a logarithmic scale values ≤ 0 are left out. */
    static List<Curve> curves(List<Member> members, ToDoubleBiFunction<NoiseProcess, Double> quantity, boolean log) {
        var curves = new ArrayList<Curve>();
        for (var member : members) {
            var x = new double[POINTS];
            var y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                x[i] = i / (POINTS - 1.0);
                double value =
                        quantity.applyAsDouble(member.process(), member.clock().time(x[i]));
                y[i] = log && !(value > 0) ? Double.NaN : value;
            }
            var curve = Curve.line(member.title(), x, y, member.color(), member.dash());
            curves.add(member.own() ? curve.withWeight(2) : curve);
        }
        return curves;
    }

    static ChartPart part(double present, String title, String formula, List<Curve> curves, ChartAxis up) {
        var chart =
                new Chart(ChartAxis.linear(Words.text("study.processes.share-process"), 0, 1), up, curves).at(present);
        return new ChartPart(title, formula, chart);
    }

    /** Share of its time at which the session's process has the session's σ/α. */
    private static double present(StudyInputs inputs) {
        var clock = new ProcessClock(inputs.process());
        return clock.moment(inputs.process().timeAtRatio(inputs.level().ratio(), clock.first(), clock.last()));
    }

    /** The index of a process among all. */
    private static int index(String process) {
        return ProcessCatalog.CATALOG.ids().indexOf(process);
    }

    /** Largest excess of the sub-variance preserving variance over the variance preserving one. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double most = Double.NEGATIVE_INFINITY;
        var preserving = read.curve(3, index("variance-preserving")).y();
        var below = read.curve(3, index("sub-variance-preserving")).y();
        for (int i = 0; i < below.length; i++) {
            most = Math.max(most, below[i] - preserving[i]);
        }
        return Evidence.atMost(1e-12, most);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var members = members(inputs).stream()
                .filter(member -> all || member.own() || SONG.contains(member.id()))
                .toList();
        var moments = inputs.exact().mixture().moments();
        double clean = 0.5 * (moments.xx() + moments.yy());
        var alpha = curves(members, (p, t) -> p.alpha(t), false);
        var sigma = curves(members, (p, t) -> p.sigma(t), true);
        var beta = curves(members, (p, t) -> -2 * p.drift(t), true);
        var variance = curves(members, (p, t) -> variance(p, t, clean), true);
        double now = present(inputs);
        return StudyScene.of(
                Words.text("study.processes.noise-processes-compared"),
                new Row(
                        List.of(
                                part(
                                        now,
                                        Words.text("study.processes.signal"),
                                        Words.text("notation.signal"),
                                        alpha,
                                        ChartAxis.linear("", 0, 1.05)),
                                part(
                                        now,
                                        Words.text("study.processes.noise"),
                                        Words.text("notation.sigma"),
                                        sigma,
                                        ChartAxis.logAround("", sigma, 1e-3, 1e4)),
                                part(
                                        now,
                                        Words.text("study.processes.forgetting"),
                                        Words.text("study.processes.beta-minus-2-alpha-over"),
                                        beta,
                                        ChartAxis.logAround("", beta, 1e-2, 1e4)),
                                part(
                                        now,
                                        Words.text("study.processes.variance"),
                                        Words.text("notation.alpha-squared-v-plus-sigma-squared"),
                                        variance,
                                        ChartAxis.logAround("", variance, 1e-3, 1e5))),
                        true),
                Row.of(new TablePart(
                        Caption.plain(
                                Words.text("study.processes.endpoints"),
                                "",
                                Words.text(
                                        "study.processes.data-mean-variance-v",
                                        pair(moments.meanX(), moments.meanY()),
                                        Numbers.significant(clean, 3))),
                        table(members, moments.meanX(), moments.meanY(), clean))));
    }

    private static double variance(NoiseProcess process, double t, double clean) {
        var level = process.at(t);
        return level.alpha() * level.alpha() * clean + level.sigma() * level.sigma();
    }

    private static Table table(List<Member> members, double meanX, double meanY, double clean) {
        var rows = new ArrayList<List<String>>();
        int own = -1;
        for (var member : members) {
            var process = member.process();
            var end = process.at(process.tMax());
            own = member.own() ? rows.size() : own;
            rows.add(List.of(
                    member.title(),
                    Numbers.significant(process.tMin(), 2) + " … " + Numbers.significant(process.tMax(), 3),
                    Numbers.significant(end.alpha(), 2),
                    Numbers.significant(end.sigma(), 3),
                    pair(end.alpha() * meanX, end.alpha() * meanY),
                    Numbers.significant(variance(process, process.tMax(), clean), 3),
                    Numbers.significant(process.priorStd() * process.priorStd(), 3),
                    Numbers.significant(end.logSnr(), 3)));
        }
        return new Table(
                List.of(
                        Words.text("study.processes.process"),
                        Words.text("notation.t"),
                        Words.text("notation.alpha-t"),
                        Words.text("notation.sigma-t"),
                        Words.text("study.processes.mean-t"),
                        Words.text("study.processes.variance-2"),
                        Words.text("study.processes.prior-var"),
                        Words.text("study.processes.log-snr")),
                rows,
                own);
    }

    private static String pair(double x, double y) {
        return "(" + Numbers.significant(x, 2) + ", " + Numbers.significant(y, 2) + ")";
    }
}
