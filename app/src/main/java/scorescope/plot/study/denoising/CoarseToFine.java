package scorescope.plot.study.denoising;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import scorescope.core.denoise.Denoiser;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.denoise.FollowedParticle.Guess;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The path of one particle, and its denoised point at every step: x̂₀ = (x + σ²s)/α. At large noise that is the mean of all
 * data, at small noise x/α.
 */
public final class CoarseToFine implements Study {
    static final Parameter.Whole PARTICLE =
            new Parameter.Whole("particle", "", 1, 1, 64, Words.constant("help.study.coarse-to-fine.particle"));

    public static final Kind<Study> KIND = new Kind<>(
            "coarse-to-fine",
            Words.constant("study.coarse-to-fine.title"),
            Words.constant("help.study.coarse-to-fine"),
            List.of(PARTICLE),
            CoarseToFine::new);

    private static final double SECONDS = 8;
    private static final int PARTICLES = 64;

    private final int particle;
    private final Memo<RecordedRun.Request, Track> tracks = new Memo<>(this::track);

    /** The paths of the particle and of its denoised point, with one guess for each step. */
    private record Track(RecordedRun run, List<Guess> guesses) {
        double[] all(ToDoubleFunction<Guess> coordinate) {
            return guesses.stream().mapToDouble(coordinate).toArray();
        }
    }

    CoarseToFine(Parameters values) {
        particle = Math.toIntExact(values.get(PARTICLE)) - 1;
    }

    private Track tracked(StudyInputs inputs) {
        return tracks.of(RecordedRun.Request.of(inputs, inputs.score(), PARTICLES));
    }

    private Track track(RecordedRun.Request request) {
        var run = new RecordedRun(request);
        var followed = new FollowedParticle(particle, Denoiser.of(request.score()));
        return new Track(
                run,
                IntStream.rangeClosed(0, run.steps())
                        .mapToObj(step -> followed.in(run.at(step)))
                        .toList());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var run = tracked(inputs).run();
        return Optional.of(new StudyClock(
                SECONDS,
                run.steps(),
                moment -> Sentence.of("study.coarse-to-fine.step", run.step(moment), run.steps())));
    }

    @Override
    public Patch scene() {
        return Patch.of("sampler.kind", "reverse-sde")
                .with("sampler.start.kind", "prior")
                .with("process.kind", "variance-exploding")
                .with("noise.sigma", 0.02);
    }

    /** Ratio of the length of the denoised point's path in the second half of the run to that in the first half. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double[] x = read.curve(0, 1).y();
        double[] y = read.curve(1, 1).y();
        int middle = x.length / 2;
        return Evidence.atMost(0.6, length(x, y, middle, x.length - 1) / length(x, y, 0, middle));
    }

    private static double length(double[] x, double[] y, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(i -> Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]))
                .sum();
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var track = tracked(inputs);
        int step = track.run().step(moment);
        var level = track.run().at(step).level();
        var noised = inputs.exact().mixture().noised(level);
        var box = StudyBoxes.around(inputs.session().view(), noised);
        var scene = inputs.quietly(level);
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.coarse-to-fine.particle-denoised-point"),
                        Words.text("notation.x-hat-x-plus-sigma-squared-s-over"),
                        ""),
                box,
                new ScenePlane(scene, ShownLayers.of("density", "contours"), paths(track, step)));
        var end = track.run().at(track.run().steps()).diagnostics();
        return StudyScene.of(
                        Words.text("study.coarse-to-fine.particle-denoised-point-after-step", step),
                        Row.of(
                                plane,
                                coordinate(
                                        Words.text("study.coarse-to-fine.first-coordinate"),
                                        track.all(Guess::x),
                                        track.all(Guess::cleanX),
                                        step),
                                coordinate(
                                        Words.text("study.coarse-to-fine.second-coordinate"),
                                        track.all(Guess::y),
                                        track.all(Guess::cleanY),
                                        step)))
                .saying(Words.text("study.coarse-to-fine.lines-paths-both"), end.failed() ? end.advice() : "");
    }

    private static ChartPart coordinate(String title, double[] noisy, double[] clean, int now) {
        int last = noisy.length - 1;
        var share = new double[noisy.length];
        for (int step = 0; step <= last; step++) {
            share[step] = step / (double) last;
        }
        var curves = List.of(
                Curve.line(Words.text("notation.x-t"), share, noisy, Palette::particle, Dash.SOLID),
                Curve.line(Words.text("notation.denoised"), share, clean, Palette::clean, Dash.DASHED)
                        .withWeight(1.4));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        var chart = new Chart(
                ChartAxis.linear(Words.text("study.coarse-to-fine.share-run"), 0, 1),
                ChartAxis.around("", range),
                curves);
        return new ChartPart(title, "", chart.at(now / (double) last));
    }

    /** Both paths up to the present step, where the points are defined, and their present ends. */
    private static List<Marks> paths(Track track, int step) {
        int last = step;
        while (last > 0 && !track.guesses().get(last).finite()) {
            last--;
        }
        var so = new Track(track.run(), track.guesses().subList(0, last + 1));
        double[] x = so.all(Guess::x);
        double[] y = so.all(Guess::y);
        double[] cleanX = so.all(Guess::cleanX);
        double[] cleanY = so.all(Guess::cleanY);
        ThemeColor particle = Palette::particle;
        ThemeColor clean = Palette::clean;
        return List.of(
                new Marks.Path("", x, y, particle.faded(0.7), Dash.SOLID, 1.2),
                new Marks.Path("", cleanX, cleanY, clean.faded(0.7), Dash.DASHED, 1.2),
                Marks.Points.one(
                        Words.text("study.coarse-to-fine.particle-x-t"),
                        x[last],
                        y[last],
                        particle,
                        Marks.Shape.DISC,
                        2.8),
                Marks.Points.one(
                        Words.text("study.coarse-to-fine.denoised-point-x-hat-0"),
                        cleanX[last],
                        cleanY[last],
                        clean,
                        Marks.Shape.DIAMOND,
                        2.8));
    }
}
