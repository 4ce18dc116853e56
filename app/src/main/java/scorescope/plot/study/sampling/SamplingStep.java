package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.denoise.Denoiser;
import scorescope.core.density.Box;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.history.StepParts;
import scorescope.core.sampling.method.Mala;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The phases of one step of the session's sampler: drift, noise, and the new position, with the lines of the algorithm and
 * this particle's numbers; for MALA also the acceptance test with its ratio.
 */
public final class SamplingStep implements Study {
    private static final Option BOTH = Option.of(
            "both", Words.constant("study.sampling-step.both"), Words.constant("help.study.sampling-step.both"));
    private static final Option DRIFT = Option.of(
            "drift", Words.constant("study.sampling-step.drift"), Words.constant("help.study.sampling-step.drift"));
    private static final Option NOISE = Option.of(
            "noise", Words.constant("study.sampling-step.noise"), Words.constant("help.study.sampling-step.noise"));
    static final Parameter.OneOf<Option> SHOWN = new Parameter.OneOf<>(
            "shown", "", BOTH, List.of(BOTH, DRIFT, NOISE), Words.constant("help.study.sampling-step.shown"));
    static final Parameter.Whole PARTICLE =
            new Parameter.Whole("particle", "", 1, 1, 64, Words.constant("help.study.sampling-step.particle"));
    static final Parameter.Whole STEP =
            new Parameter.Whole("step", "", 1, 1, 1_000_000, Words.constant("help.study.sampling-step.step"));

    public static final Kind<Study> KIND = new Kind<>(
            "sampling-step",
            Words.constant("study.sampling-step.title"),
            Words.constant("help.study.sampling-step"),
            List.of(STEP, PARTICLE, SHOWN),
            SamplingStep::new);

    private static final double SECONDS = 6;
    private static final int PARTICLES = 64;
    private static final int PHASES = 3;
    private static final ThemeColor MOVED = Palette::particle;
    private static final ThemeColor BY_NOISE = ThemeColor.category(1);

    private final int particle;
    private final int step;
    private final boolean drift;
    private final boolean noise;
    private final Memo<RecordedRun.Request, RecordedRun> runs = new Memo<>(RecordedRun::new);

    SamplingStep(Parameters values) {
        particle = Math.toIntExact(values.get(PARTICLE)) - 1;
        step = Math.toIntExact(values.get(STEP)) - 1;
        drift = !values.get(SHOWN).equals(NOISE);
        noise = !values.get(SHOWN).equals(DRIFT);
    }

    private RecordedRun run(StudyInputs inputs) {
        return runs.of(RecordedRun.Request.of(inputs, inputs.score(), PARTICLES));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(
                new StudyClock(SECONDS, PHASES, moment -> Sentence.of("study.sampling-step.phase." + phase(moment))));
    }

    private static int phase(double moment) {
        return (int) Math.min(PHASES, Math.floor(PHASES * Math.clamp(moment, 0, 1) + 1e-9));
    }

    /** Share of the arrow of a phase that is drawn; phases are numbered from 0. */
    private static double grown(double moment, int phase) {
        return Math.clamp(PHASES * moment - phase, 0, 1);
    }

    /** Deviation of the table's last line from the proposed position, relative to its size; at most that of three digits. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var run = run(inputs);
        var parts = run.parts(Math.min(step, run.steps() - 1), particle);
        int last = AlgorithmTable.of(parts).lines().size() - 1;
        var cell = new PictureNumbers(picture).cell(0, last, AlgorithmTable.VALUES);
        var read = PictureNumbers.vector(cell);
        return Evidence.atMost(
                0.01,
                Math.hypot(
                                read[0] - parts.proposed().x(),
                                read[1] - parts.proposed().y())
                        / Math.max(1, parts.proposed().norm()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var run = run(inputs);
        int now = Math.min(step, run.steps() - 1);
        var parts = run.parts(now, particle);
        var clean = denoised(inputs, parts);
        var pull = drift ? parts.still().minus(parts.before()) : new PlaneVector(0, 0);
        var kick = noise ? parts.proposed().minus(parts.still()) : new PlaneVector(0, 0);
        var algorithm = AlgorithmTable.of(parts);
        var marks = arrows(parts.before(), pull, kick, algorithm.noiseFirst(), moment);
        double widest =
                Math.max(pull.norm(), Math.max(kick.norm(), pull.plus(1, kick).norm()));
        var near = new PlaneVector(parts.before().x(), parts.before().y()).plus(0.5, pull.plus(1, kick));
        double half = Math.max(1e-9, 0.9 * widest);
        var level = inputs.quietly(parts.level());
        var whole = new ArrayList<Marks>();
        whole.add(trajectory(run, now));
        whole.add(Marks.Points.one(
                Words.text("study.coarse-to-fine.denoised-point-x-hat-0"),
                clean.x(),
                clean.y(),
                Palette::clean,
                Marks.Shape.DIAMOND,
                2.8));
        whole.add(Marks.Points.one("", parts.before().x(), parts.before().y(), MOVED, Marks.Shape.DISC, 2.8));
        whole.add(Marks.Points.one("", parts.after().x(), parts.after().y(), MOVED, Marks.Shape.RING, 2.2));
        var layers = ShownLayers.of("density", "contours");
        var noised = inputs.exact().mixture().noised(parts.level());
        var kind =
                SamplerCatalog.CATALOG.kind(inputs.session().sampler().method().kind(), "sampler");
        return StudyScene.of(
                        Words.text(
                                "study.sampling-step.description", Words.written(kind.title()), now + 1, run.steps()),
                        Row.of(
                                new PlanePart(
                                        Caption.plain(
                                                Words.text("study.sampling-step.where", now + 1, run.steps()),
                                                "",
                                                Words.text(
                                                        "notation.sigma-value",
                                                        Numbers.significant(
                                                                parts.level().sigma(), 3))),
                                        StudyBoxes.around(inputs.session().view(), noised),
                                        new ScenePlane(level, layers, whole)),
                                new PlanePart(
                                                Caption.plain(Words.text("study.sampling-step.near"), "", ""),
                                                new Box(
                                                        near.x() - half,
                                                        near.x() + half,
                                                        near.y() - half,
                                                        near.y() + half),
                                                new ScenePlane(level, ShownLayers.of("contours"), marks))
                                        .withNumbers()),
                        Row.of(new TablePart(
                                Caption.plain(Words.written(kind.title()), rule(kind.id()), ""),
                                algorithm.table(moment, test(inputs, parts)))))
                .saying(
                        Words.text("study.sampling-step.taken-apart"),
                        parts.refused() ? Words.text("study.sampling-step.stays") : "");
    }

    /** The method's formula, if the bundle has one. */
    private static String rule(String sampler) {
        var key = "study.sampling-step.rule." + sampler;
        return Words.has(key) ? Words.text(key) : "";
    }

    private static PlaneVector denoised(StudyInputs inputs, StepParts parts) {
        var out = new double[2][1];
        Denoiser.of(inputs.score())
                .mean(
                        new double[] {parts.before().x()},
                        new double[] {parts.before().y()},
                        0,
                        1,
                        parts.level(),
                        out[0],
                        out[1]);
        return new PlaneVector(out[0][0], out[1][0]);
    }

    private Marks trajectory(RecordedRun run, int now) {
        var x = new double[now + 1];
        var y = new double[now + 1];
        IntStream.rangeClosed(0, now).forEach(i -> {
            var state = run.at(i);
            x[i] = state.x()[particle];
            y[i] = state.y()[particle];
        });
        return new Marks.Path("", x, y, MOVED.faded(0.5), Dash.SOLID, 1);
    }

    /**
     * Drift and noise, each from the end of the one before, then their sum; their names stand outside the triangle, those of
     * noise and sum on different sides.
     */
    static List<Marks> arrows(PlaneVector from, PlaneVector pull, PlaneVector kick, boolean noiseFirst, double moment) {
        var marks = new ArrayList<Marks>();
        var end = from.plus(1, pull.plus(1, kick));
        var corner = from.plus(1, noiseFirst ? kick : pull);
        var still = noiseFirst ? corner : from;
        var kicked = noiseFirst ? from : corner;
        double drift = grown(moment, noiseFirst ? 1 : 0);
        double noise = grown(moment, noiseFirst ? 0 : 1);
        boolean noiseRight = kicked.plus(0.5, kick).x() >= (noiseFirst ? end : from).x();
        boolean driftRight = still.plus(0.5, pull).x() >= (noiseFirst ? from : end).x();
        add(marks, "study.sampling-step.drift", driftRight, still, still.plus(drift, pull), Palette::analytic);
        add(marks, "study.sampling-step.noise", noiseRight, kicked, kicked.plus(noise, kick), BY_NOISE);
        if (pull.norm() > 0 && kick.norm() > 0) {
            var sum = pull.plus(1, kick);
            add(marks, "study.sampling-step.sum", !noiseRight, from, from.plus(grown(moment, 2), sum), MOVED);
        }
        marks.add(Marks.Points.one("", from.x(), from.y(), MOVED, Marks.Shape.DISC, 2.8));
        return marks;
    }

    /** Adds an arrow with its name beside it. */
    private static void add(
            List<Marks> marks, String key, boolean right, PlaneVector from, PlaneVector to, ThemeColor color) {
        if (!from.equals(to)) {
            marks.add(new Marks.Displacements(
                    "",
                    new double[] {from.x()},
                    new double[] {from.y()},
                    new double[] {to.x()},
                    new double[] {to.y()},
                    color));
            double x = 0.5 * (from.x() + to.x());
            marks.add(new Marks.Word(Words.text(key), x, 0.5 * (from.y() + to.y()), right, color));
        }
    }

    /** MALA's acceptance test below its lines; nothing for other samplers. */
    private static List<List<String>> test(StudyInputs inputs, StepParts parts) {
        if (!inputs.session().sampler().method().kind().equals(Mala.KIND.id())) {
            return List.of();
        }
        double log = logRatio(inputs, parts);
        return List.of(List.of(
                Words.text("study.sampling-step.ratio"),
                Words.text("study.sampling-step.ratio-numbers", Numbers.significant(log, 3)),
                Words.text(
                        parts.refused() ? "study.sampling-step.refused" : "study.sampling-step.accepted",
                        Numbers.significant(Math.exp(Math.min(0, log)), 3))));
    }

    /** log [p(x')q(x | x') / (p(x)q(x' | x))]. */
    static double logRatio(StudyInputs inputs, StepParts parts) {
        var x = new double[] {parts.before().x(), parts.proposed().x()};
        var y = new double[] {parts.before().y(), parts.proposed().y()};
        var score = new double[2][2];
        inputs.score().score(x, y, 0, 2, parts.level(), score[0], score[1]);
        var log = new double[2];
        inputs.score().unnormalised().orElseThrow().logUnnormalised(x, y, 0, 2, parts.level(), log);
        double eta = inputs.session().sampler().method().parameters().get(Mala.STEP_SIZE);
        return log[1]
                - log[0]
                + Mala.logReversal(eta, x[1] - x[0], y[1] - y[0], score[0][0], score[1][0], score[0][1], score[1][1]);
    }
}
