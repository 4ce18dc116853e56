package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Two to four samplers from the same start with the same Brownian path, on one clock that runs from the beginning of each
 * to its end; how close each is to the exact distribution on the way, and what it costs.
 */
public final class SamplersSideBySide implements Study {
    private static final Option NONE = Option.of(
            "none",
            Words.constant("study.samplers-side-by-side.none"),
            Words.constant("study.samplers-side-by-side.no-sampler-here"));
    private static final List<Option> ANY = List.copyOf(SamplerCatalog.CATALOG.kinds());
    private static final List<Option> ANY_OR_NONE =
            Stream.concat(Stream.of(NONE), ANY.stream()).toList();

    static final Parameter.OneOf<Option> FIRST = new Parameter.OneOf<>(
            "first", "", sampler("probability-flow"), ANY, Words.constant("help.study.samplers.first"));
    static final Parameter.OneOf<Option> SECOND = new Parameter.OneOf<>(
            "second", "", sampler("reverse-sde"), ANY, Words.constant("help.study.samplers.second"));
    static final Parameter.OneOf<Option> THIRD =
            new Parameter.OneOf<>("third", "", NONE, ANY_OR_NONE, Words.constant("help.study.samplers.third"));
    static final Parameter.OneOf<Option> FOURTH =
            new Parameter.OneOf<>("fourth", "", NONE, ANY_OR_NONE, Words.constant("help.study.samplers.fourth"));
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 600, 10, 5000, Words.constant("help.study.samplers.particles"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 0, 0, 5000, Words.constant("help.study.samplers.steps"));

    static final Kind<Study> KIND = new Kind<>(
            "samplers",
            Words.constant("study.samplers.title"),
            Words.constant("help.study.samplers"),
            List.of(FIRST, SECOND, THIRD, FOURTH, PARTICLES, STEPS),
            SamplersSideBySide::new);

    private static final double SECONDS = 8;
    private static final int CHECKS = 16;
    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);

    private final List<Choice> methods;
    private final int particles;
    private final Memo<List<RecordedRun.Request>, List<Run>> runs =
            new Memo<>(asked -> asked.stream().map(SamplersSideBySide::run).toList());
    private final Memo<List<Run>, List<Curve>> curves = new Memo<>(this::closeness);
    private Optional<MixtureScore> exact = Optional.empty();

    /** A sampler's run, or why there is none. */
    private record Run(RecordedRun.Request asked, Optional<RecordedRun> reel, String why) {
        String title() {
            return Words.written(SamplerCatalog.CATALOG
                    .kind(asked.method().kind(), "sampler")
                    .title());
        }
    }

    SamplersSideBySide(Parameters values) {
        long steps = values.get(STEPS);
        methods = Stream.of(values.get(FIRST), values.get(SECOND), values.get(THIRD), values.get(FOURTH))
                .filter(sampler -> !sampler.equals(NONE))
                .map(sampler -> RecordedRun.stepped(Choice.of(sampler.id()), steps))
                .toList();
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private static Option sampler(String id) {
        return SamplerCatalog.CATALOG.kind(id, "view.studies.samplers");
    }

    private static Run run(RecordedRun.Request asked) {
        try {
            return new Run(asked, Optional.of(new RecordedRun(asked)), "");
        } catch (BadInputException noSense) {
            return new Run(asked, Optional.empty(), noSense.problem());
        }
    }

    private List<Run> runs(StudyInputs inputs) {
        exact = Optional.of(inputs.exact());
        return runs.of(methods.stream()
                .map(method -> RecordedRun.Request.of(inputs, method, inputs.score(), particles))
                .toList());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        int steps = runs(inputs).stream()
                .flatMap(run -> run.reel().stream())
                .mapToInt(RecordedRun::steps)
                .max()
                .orElse(1);
        return Optional.of(new StudyClock(
                SECONDS,
                steps,
                moment -> Sentence.of("study.samplers-side-by-side.percent-every-run", Math.round(100 * moment))));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var all = runs(inputs);
        var planes = new ArrayList<Part>();
        var refused = new ArrayList<String>();
        for (var run : all) {
            if (run.reel().isEmpty()) {
                refused.add(Words.text("study.samplers-side-by-side.not-here", run.title(), run.why()));
                continue;
            }
            var reel = run.reel().get();
            int step = reel.step(moment);
            var state = reel.at(step);
            var scene = inputs.scene(inputs.followed(), state.level()).with(reel.particles(step));
            planes.add(new PlanePart(
                    Caption.plain(
                            run.title(),
                            "",
                            Words.text(
                                    "study.samplers-side-by-side.nfe",
                                    reel.at(step).diagnostics().evaluations())),
                    StudyBoxes.around(
                            inputs.session().view(), inputs.exact().mixture().noised(state.level())),
                    new ScenePlane(scene, inputs.layers("contours", "particles"))));
        }
        if (planes.isEmpty()) {
            throw new BadInputException(
                    "view.study", refused.getFirst(), Words.text("study.samplers-side-by-side.choose-other-samplers"));
        }
        var notes = new ArrayList<String>();
        notes.add(Words.text("study.samplers-side-by-side.every-run-percent-steps-contours", Math.round(100 * moment)));
        notes.addAll(refused);
        return StudyScene.of(
                        Words.text("study.samplers-side-by-side.samplers-side-side-from-same"),
                        new Row(planes, planes.size() > 2),
                        Row.of(
                                new ChartPart(
                                        Words.text("study.samplers-side-by-side.distance-to-exact-samples"),
                                        Words.text("study.samplers-side-by-side.sliced-w-sampling-floors"),
                                        chart(curves.of(all)).at(moment)),
                                new TablePart(
                                        Caption.plain(
                                                Words.text("study.samplers-side-by-side.cost-result"),
                                                "",
                                                Words.text("study.samplers-side-by-side.end")),
                                        table(all))))
                .saying(notes.toArray(String[]::new));
    }

    private static Chart chart(List<Curve> curves) {
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double high = range.empty() ? 10 : Math.max(2, 1.3 * range.high());
        return new Chart(
                ChartAxis.linear(Words.text("study.samplers-side-by-side.share-run"), 0, 1),
                ChartAxis.log("", 0.4, high),
                curves);
    }

    private List<Curve> closeness(List<Run> all) {
        var found = new ArrayList<Curve>();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            all.get(i).reel().ifPresent(reel -> {
                var x = new double[CHECKS + 1];
                var y = new double[CHECKS + 1];
                for (int k = 0; k <= CHECKS; k++) {
                    x[k] = k / (double) CHECKS;
                    y[k] = Math.max(
                            0.4,
                            SampleQuality.of(reel.at(reel.step(x[k])), exact.orElseThrow())
                                    .floors());
                }
                found.add(Curve.line(
                        all.get(index).title(), x, y, ThemeColor.category(index), DASHES.get(index % DASHES.size())));
            });
        }
        return found;
    }

    private Table table(List<Run> all) {
        var rows = new ArrayList<List<String>>();
        for (var run : all) {
            run.reel().ifPresent(reel -> {
                var end = reel.at(reel.steps());
                var close = SampleQuality.of(end, exact.orElseThrow());
                rows.add(List.of(
                        run.title(),
                        Integer.toString(reel.steps()),
                        Long.toString(end.diagnostics().evaluations()),
                        end.diagnostics().failed()
                                ? Words.text("study.samplers-side-by-side.failed")
                                : Numbers.significant(close.floors(), 2),
                        end.diagnostics().failed() ? "" : close.logGap().text()));
            });
        }
        return new Table(
                List.of(
                        Words.text("study.samplers-side-by-side.sampler"),
                        Words.text("study.samplers-side-by-side.steps"),
                        Words.text("study.samplers-side-by-side.evaluations"),
                        Words.text("study.samplers-side-by-side.distance"),
                        Words.text("notation.delta-log-p")),
                rows,
                -1);
    }
}
