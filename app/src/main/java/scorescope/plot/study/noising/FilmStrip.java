package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * The session's scene at several noise levels side by side, σ/α in equal ratios. The level nearest to the session's is
 * replaced by it.
 */
public final class FilmStrip implements Study {
    static final Parameter.Whole COUNT =
            new Parameter.Whole("count", "", 5, 3, 9, Words.constant("help.study.film-strip.count"));
    static final Parameter.Real FROM = new Parameter.Real(
            "from",
            "",
            Words.constant("figure.unit.data"),
            0.1,
            1e-3,
            1e3,
            true,
            Words.constant("help.study.film-strip.from"));
    static final Parameter.Real TO = new Parameter.Real(
            "to",
            "",
            Words.constant("figure.unit.data"),
            5,
            1e-3,
            1e3,
            true,
            Words.constant("help.study.film-strip.to"));
    private static final Option OWN = Option.of(
            "own",
            Words.constant("study.film-strip.own"),
            Words.constant("study.film-strip.every-picture-has-own-scale"));
    private static final Option SHARED = Option.of(
            "shared", Words.constant("study.film-strip.shared"), Words.constant("study.film-strip.scale-all-pictures"));
    static final Parameter.OneOf<Option> SCALES = new Parameter.OneOf<>(
            "scales", "", OWN, List.of(OWN, SHARED), Words.constant("help.study.film-strip.scales"));

    public static final Kind<Study> KIND = new Kind<>(
            "film-strip",
            Words.constant("study.film-strip.title"),
            Words.constant("help.study.film-strip"),
            List.of(COUNT, FROM, TO, SCALES),
            FilmStrip::new);

    private final int count;
    private final double from;
    private final double to;
    private final boolean shared;
    private final Lane.Cache lanes = new Lane.Cache();

    FilmStrip(Parameters values) {
        count = Math.toIntExact(values.get(COUNT));
        from = Math.min(values.get(FROM), values.get(TO));
        to = Math.max(values.get(FROM), values.get(TO));
        shared = values.get(SCALES).equals(SHARED);
    }

    /** One picture of the strip. */
    private record Frame(StudyInputs inputs, NoiseLevel level, String title, String note) {}

    /** The session's lanes, each at its own level; without lanes the session at several levels. */
    private List<Frame> frames(StudyInputs inputs) {
        if (!inputs.session().lanes().isEmpty()) {
            return lanes.of(inputs, List.of()).stream()
                    .map(lane -> new Frame(lane.inputs(), lane.inputs().level(), lane.title(), ""))
                    .toList();
        }
        return levels(inputs).stream().map(level -> frame(inputs, level)).toList();
    }

    private static Frame frame(StudyInputs inputs, NoiseLevel level) {
        var title = Words.text(
                "study.film-strip.level",
                Numbers.significant(level.sigma(), 2),
                level.alpha() == 1
                        ? ""
                        : Words.text("study.film-strip.and-alpha", Numbers.significant(level.alpha(), 2)));
        boolean here = level.equals(inputs.level());
        return new Frame(inputs, level, title, here ? Words.text("study.film-strip.noise-bar") : "");
    }

    /** The levels shown, the smallest first. */
    List<NoiseLevel> levels(StudyInputs inputs) {
        var levels = RatioLevels.of(inputs, from, to, count);
        levels.set(nearest(levels, inputs.level()), inputs.level());
        return levels;
    }

    private static int nearest(List<NoiseLevel> levels, NoiseLevel wanted) {
        int nearest = 0;
        for (int i = 1; i < levels.size(); i++) {
            if (distance(levels.get(i), wanted) < distance(levels.get(nearest), wanted)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(NoiseLevel a, NoiseLevel b) {
        return Math.abs(Math.log(a.ratio()) - Math.log(Math.max(b.ratio(), 1e-300)));
    }

    @Override
    public boolean takesLanes() {
        return true;
    }

    /** Number of modes that have merged between the first and the last picture. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var levels = levels(inputs);
        return Evidence.atLeast(1, modes(inputs, levels.getFirst()) - modes(inputs, levels.getLast()));
    }

    private static int modes(StudyInputs inputs, NoiseLevel level) {
        return CriticalPoints.of(inputs.exact().at(level)).count(CriticalPoint.Kind.MAXIMUM);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        inputs.resolved().requireDensity();
        var frames = frames(inputs);
        var rows = new ArrayList<StudyScene.Row>();
        var planes = new ArrayList<ScenePlane>();
        for (var source : inputs.sources()) {
            var parts = new ArrayList<Part>();
            for (var frame : frames) {
                var view = frame.inputs().session().view();
                var plane = new ScenePlane(frame.inputs().scene(source, frame.level()), ShownLayers.of(view));
                planes.add(plane);
                parts.add(new PlanePart(caption(inputs, source, frame), view.box(), plane));
            }
            rows.add(new StudyScene.Row(parts, true));
        }
        var scene = new StudyScene(
                Words.text(
                        inputs.session().lanes().isEmpty()
                                ? "study.film-strip.same-scene-noise-levels"
                                : "study.film-strip.lanes",
                        frames.size()),
                rows,
                List.of(),
                shared ? StudyScene.Sharing.of(planes) : List.of(),
                false);
        return shared ? scene : scene.saying(Words.text("study.film-strip.colours-arrows-every-picture-scale"));
    }

    private static Caption caption(StudyInputs inputs, Source source, Frame frame) {
        return inputs.sources().size() > 1
                ? new Caption(source.keys(), frame.title(), Formula.parse(""), frame.note())
                : Caption.plain(frame.title(), "", frame.note());
    }
}
