package scorescope.plot.study.sampling;

import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.TiltedDensity;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
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
import scorescope.plot.paint.Palette;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.study.run.ConditionedRun;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Conditioning;
import scorescope.words.Words;

/**
 * Classifier-free guidance: the guided score and the ends of its samples, beside the score and exact samples of the tilted
 * density p(x|c)^w p(x)^(1−w), for which it is often taken, at one noise level; and the difference of the two scores over the
 * noise. Class and weight are the session's {@code guidance}, or the first component's and the study's.
 */
public final class GuidanceStudy implements Study {
    static final Parameter.Real WEIGHT =
            new Parameter.Real("weight", "w", "", 4, 0, 8, false, Words.constant("help.study.guidance.weight"));
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 600, 10, 5000, Words.constant("help.study.guidance.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "guidance",
            Words.constant("study.guidance.title"),
            Words.constant("help.study.guidance"),
            List.of(WEIGHT, PARTICLES),
            GuidanceStudy::new);

    private static final double SECONDS = 8;
    private static final int LEVELS = 13;
    private static final int POINTS = 24;
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);

    private final double weight;
    private final int particles;
    private final Memo<Key, Found> found = new Memo<>(this::found);

    /** All that the study depends on but its moment. */
    private record Key(GaussianMixture mixture, NoiseProcess process, Guidance guidance, RecordedRun.Request request) {}

    /**
     * Results that do not depend on the moment.
     *
     * @param clean samples of the tilted density
     * @param again further samples, for the distance of two sets of exact samples
     * @param distance root mean square of the scores' difference, by level, in units of the tilted score's
     */
    private record Found(
            MixtureScore own,
            ScoreField guided,
            ScoreField tilted,
            RecordedRun run,
            Sample clean,
            Sample again,
            List<NoiseLevel> levels,
            double[] distance) {}

    GuidanceStudy(Parameters values) {
        weight = values.get(WEIGHT);
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private Guidance guidance(StudyInputs inputs) {
        return inputs.session().conditioning().guidanceIn(inputs.exact().mixture(), weight);
    }

    private Found found(StudyInputs inputs) {
        var mixture = Conditioning.labelled(inputs.exact().mixture());
        mixture.requireDensity(NoiseLevel.plain(0));
        var guidance = guidance(inputs);
        var guided = guidance.of(new MixtureScore(mixture));
        return found.of(new Key(mixture, inputs.process(), guidance, ConditionedRun.of(inputs, guided, particles)));
    }

    private Found found(Key key) {
        var own = new MixtureScore(key.mixture().given(key.guidance().label()).orElseThrow());
        var tilted = new TiltedDensity(
                key.mixture(), key.guidance().label(), key.guidance().weight());
        var clean = tilted.draw(particles, key.request().seed());
        var levels = RatioLevels.along(key.process(), LEVELS);
        var distance = levels.stream()
                .mapToDouble(level -> distance(
                        key.request().score(), tilted, level, key.request().seed()))
                .toArray();
        var again = tilted.draw(particles, key.request().seed() + 1);
        return new Found(
                own, key.request().score(), tilted, new RecordedRun(key.request()), clean, again, levels, distance);
    }

    /** ‖guided − tilted‖/‖tilted‖, root mean squares over noised samples of the tilted density. */
    private static double distance(ScoreField guided, TiltedDensity tilted, NoiseLevel level, long seed) {
        var at = tilted.draw(POINTS, seed);
        var z = new double[2][POINTS];
        new PhiloxNoise(seed).gaussian(0, 0, 0, POINTS, z[0], z[1]);
        ConditionedRun.noise(at.x(), at.y(), level, z[0], z[1]);
        var scores = new double[4][POINTS];
        guided.score(at.x(), at.y(), 0, POINTS, level, scores[0], scores[1]);
        tilted.score(at.x(), at.y(), 0, POINTS, level, scores[2], scores[3]);
        double off = 0;
        double size = 0;
        for (int i = 0; i < POINTS; i++) {
            off += Math.pow(scores[0][i] - scores[2][i], 2) + Math.pow(scores[1][i] - scores[3][i], 2);
            size += Math.pow(scores[2][i], 2) + Math.pow(scores[3][i], 2);
        }
        return Math.sqrt(off / size);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(found(inputs).run().clock(SECONDS));
    }

    /** Largest relative difference of the guided field from the tilted density's score. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(0.05, read.curve(0, 0).values().high());
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var now = found(inputs);
        var guidance = guidance(inputs);
        int step = now.run().step(moment);
        var level = now.run().at(step).level();
        var planes = List.<Part>of(
                plane(
                        inputs,
                        now,
                        Words.text("study.guidance.guided"),
                        level,
                        now.guided(),
                        now.run().particles(step)),
                plane(
                        inputs,
                        now,
                        Words.text("study.guidance.tilted"),
                        level,
                        now.tilted(),
                        noised(now, level, inputs)));
        var ratios = RatioLevels.ratios(now.levels());
        var chart = new Chart(
                ChartAxis.log(Words.text("notation.ratio"), ratios[0], ratios[ratios.length - 1]),
                ChartAxis.fromZero(
                        "",
                        Curve.dots("", ratios, now.distance(), Palette::analytic)
                                .range()),
                List.of(Curve.line("", ratios, now.distance(), Palette::analytic, Dash.SOLID)));
        return StudyScene.of(
                        Words.text("study.guidance.guided-and-tilted"),
                        new Row(planes, true),
                        Row.of(
                                new ChartPart(
                                        Words.text("study.guidance.difference"),
                                        Words.text("study.guidance.relative"),
                                        chart.at(level.ratio())),
                                new TablePart(Caption.plain(Words.text("study.guidance.ends"), "", ""), table(now))))
                .saying(Words.text(
                        "study.guidance.class", guidance.label(), Numbers.significant(guidance.weight(), 3)));
    }

    /** A score and particles, over contours of the class at the same level. */
    private static PlanePart plane(
            StudyInputs inputs, Found now, String title, NoiseLevel level, ScoreField score, Particles particles) {
        var scene = Scene.analytic(now.own(), level, inputs.colorMap())
                .following(score)
                .with(particles);
        return new PlanePart(
                Caption.plain(title, "", Words.text("notation.sigma-value", Numbers.significant(level.sigma(), 3))),
                StudyBoxes.around(
                        inputs.session().view(), inputs.exact().mixture().noised(level)),
                new ScenePlane(scene, inputs.layers("contours", "quiver", "particles")));
    }

    private Particles noised(Found now, NoiseLevel level, StudyInputs inputs) {
        var x = now.clean().x().clone();
        var y = now.clean().y().clone();
        var z = new double[2][particles];
        new PhiloxNoise(inputs.session().sampler().seed()).gaussian(1, 0, 0, particles, z[0], z[1]);
        ConditionedRun.noise(x, y, level, z[0], z[1]);
        return new Particles(x, y, List.of()).at(level);
    }

    private static Table table(Found now) {
        var end = now.run().end();
        var ended = new Sample(end.x(), end.y());
        var guided = ended.moments();
        var tilted = now.clean().moments();
        return new Table(
                List.of("", Words.text("study.guidance.guided-short"), Words.text("study.guidance.tilted-short")),
                List.of(
                        List.of(Words.text("study.guidance.mean-x"), number(guided.meanX()), number(tilted.meanX())),
                        List.of(Words.text("study.guidance.mean-y"), number(guided.meanY()), number(tilted.meanY())),
                        List.of(
                                Words.text("study.guidance.std-x"),
                                number(Math.sqrt(guided.xx())),
                                number(Math.sqrt(tilted.xx()))),
                        List.of(
                                Words.text("study.guidance.std-y"),
                                number(Math.sqrt(guided.yy())),
                                number(Math.sqrt(tilted.yy()))),
                        List.of(
                                Words.text("study.guidance.distance"),
                                number(DISTANCE.between(ended, now.clean())),
                                number(DISTANCE.between(now.again(), now.clean())))),
                -1);
    }

    private static String number(double value) {
        return Numbers.significant(value, 2);
    }
}
