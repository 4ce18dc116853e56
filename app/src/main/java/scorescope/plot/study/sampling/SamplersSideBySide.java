package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
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
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.session.Patch;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Runs side by side from the same start with the same Brownian path, on a clock from the beginning of each to its end; with
 * their distance to the exact distribution and their cost. The runs are the session's lanes, or up to four samplers.
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

    public static final Kind<Study> KIND = new Kind<>(
            "samplers",
            Words.constant("study.samplers.title"),
            Words.constant("help.study.samplers"),
            List.of(FIRST, SECOND, THIRD, FOURTH, PARTICLES, STEPS),
            SamplersSideBySide::new);

    private static final double SECONDS = 8;
    private static final int CHECKS = 16;
    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);

    private final List<Lane.Own> samplers;
    private final int particles;
    private final long steps;
    private final Lane.Cache lanes = new Lane.Cache();
    private final Memo<List<Lane>, List<Run>> runs =
            new Memo<>(lanes -> lanes.stream().map(this::run).toList());
    private final SampleQuality.Measure quality = new SampleQuality.Measure();
    private final Memo<List<Run>, List<Curve>> curves = new Memo<>(this::errorCurves);

    /** A lane's run, or the reason why there is none. */
    private record Run(Lane lane, Optional<Recorded> recorded, String why) {}

    /**
     * A complete run.
     *
     * @param end quality of the samples at its end
     */
    private record Recorded(RecordedRun run, SampleQuality end) {}

    SamplersSideBySide(Parameters values) {
        samplers = Stream.of(values.get(FIRST), values.get(SECOND), values.get(THIRD), values.get(FOURTH))
                .filter(sampler -> !sampler.equals(NONE))
                .map(sampler -> new Lane.Own(Words.written(sampler.title()), Patch.of("sampler.kind", sampler.id())))
                .toList();
        steps = values.get(STEPS);
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private static Option sampler(String id) {
        return SamplerCatalog.CATALOG.kind(id, "view.studies.samplers");
    }

    private Run run(Lane lane) {
        try {
            var run = new RecordedRun(lane.run(particles, steps));
            var end = quality.of(run.end(), lane.inputs().exact());
            return new Run(lane, Optional.of(new Recorded(run, end)), "");
        } catch (BadInputException noSense) {
            return new Run(lane, Optional.empty(), noSense.problem());
        }
    }

    private List<Run> runs(StudyInputs inputs) {
        return runs.of(lanes.of(inputs, samplers));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        int steps = runs(inputs).stream()
                .flatMap(run -> run.recorded().stream())
                .mapToInt(recorded -> recorded.run().steps())
                .max()
                .orElse(1);
        return Optional.of(new StudyClock(
                SECONDS,
                steps,
                moment -> Sentence.of("study.samplers-side-by-side.percent-every-run", Math.round(100 * moment))));
    }

    @Override
    public boolean takesLanes() {
        return true;
    }

    /** The largest distance to exact samples at the end of a run, in floors. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double farthest = 0;
        for (int lane = 0; lane < read.curves(0); lane++) {
            farthest = Math.max(farthest, read.lastKnown(0, lane));
        }
        return Evidence.atMost(2.5, farthest);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var all = runs(inputs);
        var planes = new ArrayList<Part>();
        var refused = new ArrayList<String>();
        for (var run : all) {
            if (run.recorded().isEmpty()) {
                refused.add(Words.text(
                        "study.samplers-side-by-side.not-here", run.lane().title(), run.why()));
                continue;
            }
            var recorded = run.recorded().get().run();
            int step = recorded.step(moment);
            var state = recorded.at(step);
            var own = run.lane().inputs();
            var scene = own.scene(own.followed(), state.level()).with(recorded.particles(step));
            planes.add(new PlanePart(
                    Caption.plain(
                            run.lane().title(),
                            "",
                            Words.text(
                                    "study.samplers-side-by-side.nfe",
                                    state.diagnostics().evaluations())),
                    StudyBoxes.around(
                            own.session().view(), own.exact().mixture().noised(state.level())),
                    new ScenePlane(scene, own.layers("contours", "particles"))));
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

    private List<Curve> errorCurves(List<Run> all) {
        var found = new ArrayList<Curve>();
        for (int i = 0; i < all.size(); i++) {
            var run = all.get(i);
            int index = i;
            run.recorded().ifPresent(recorded -> {
                var x = new double[CHECKS + 1];
                var y = new double[CHECKS + 1];
                for (int k = 0; k <= CHECKS; k++) {
                    x[k] = k / (double) CHECKS;
                    var state = recorded.run().at(recorded.run().step(x[k]));
                    y[k] = Math.max(
                            0.4,
                            quality.of(state, run.lane().inputs().exact())
                                    .floors()
                                    .value());
                }
                found.add(Curve.line(
                        run.lane().title(), x, y, ThemeColor.category(index), DASHES.get(index % DASHES.size())));
            });
        }
        return found;
    }

    private static Table table(List<Run> all) {
        var rows = new ArrayList<List<String>>();
        for (var run : all) {
            run.recorded().ifPresent(recorded -> {
                var end = recorded.run().end();
                var close = recorded.end();
                rows.add(List.of(
                        run.lane().title(),
                        Integer.toString(recorded.run().steps()),
                        Long.toString(end.diagnostics().evaluations()),
                        end.diagnostics().failed()
                                ? Words.text("study.samplers-side-by-side.failed")
                                : Uncertain.of(close.floors()).text(),
                        end.diagnostics().failed() ? "" : close.logGap().text()));
            });
        }
        return new Table(
                List.of(
                        Words.text(
                                all.getFirst().lane().inputs().session().lanes().isEmpty()
                                        ? "study.samplers-side-by-side.sampler"
                                        : "study.samplers-side-by-side.lane"),
                        Words.text("study.samplers-side-by-side.steps"),
                        Words.text("study.samplers-side-by-side.evaluations"),
                        Words.text("study.samplers-side-by-side.distance"),
                        Words.text("notation.delta-log-p")),
                rows,
                -1);
    }
}
