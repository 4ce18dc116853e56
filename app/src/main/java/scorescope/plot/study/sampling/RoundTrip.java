package scorescope.plot.study.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.method.ProbabilityFlow;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.ScoreField;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.scene.Particles;
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
 * Exact samples encoded along the flow ODE to the process's end and decoded back: their distance from where they began is the
 * error of the solver.
 */
public final class RoundTrip implements Study {
    static final Parameter.OneOf<FlowSolver> SOLVER =
            Parameter.OneOf.of("solver", "", FlowSolver.HEUN, Words.constant("help.study.round-trip.solver"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 20, 1, 2000, Words.constant("help.study.round-trip.steps"));
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 400, 10, 5000, Words.constant("help.study.round-trip.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "round-trip",
            Words.constant("study.round-trip.title"),
            Words.constant("help.study.round-trip"),
            List.of(SOLVER, STEPS, PARTICLES),
            RoundTrip::new);

    private static final double SECONDS = 8;
    private static final double TOLERANCE = 1e-6;
    private static final long MEMORY = 32L << 20;

    private final FlowSolver solver;
    private final int steps;
    private final int particles;
    private final Memo<Key, Trip> trips = new Memo<>(this::trip);

    private record Key(ScoreField score, GaussianMixture mixture, NoiseProcess process, long seed) {}

    /** A run up the flow ODE and the run back. */
    private record Trip(RecordedRun up, RecordedRun down, double[] x, double[] y, double[] errors) {
        boolean upwards(double moment) {
            return moment < 0.5;
        }

        RecordedRun leg(double moment) {
            return upwards(moment) ? up : down;
        }

        int step(double moment) {
            return leg(moment).step(upwards(moment) ? 2 * moment : 2 * moment - 1);
        }
    }

    RoundTrip(Parameters values) {
        solver = values.get(SOLVER);
        steps = Math.toIntExact(values.get(STEPS));
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private Trip trip(Key key) {
        var method = new ProbabilityFlow(solver, TOLERANCE, new Spacing(TimeGrid.LOG_SNR, TimeGrid.USUAL_RHO, steps));
        var problem = new Problem(key.score(), key.process(), NoiseLevel.plain(0));
        var noise = new PhiloxNoise(key.seed());
        var encoder = method.encoder(problem);
        var x = new double[particles];
        var y = new double[particles];
        var start = encoder.begin(new double[1], new double[1], noise).level();
        key.mixture().noised(start).draw(key.seed(), x, y);
        var up = new RecordedRun(encoder, encoder.begin(x.clone(), y.clone(), noise), noise, MEMORY);
        var top = up.end();
        var decoder = method.bind(problem);
        var down =
                new RecordedRun(decoder, decoder.begin(top.x().clone(), top.y().clone(), noise), noise, MEMORY);
        var home = down.end();
        var errors = new double[particles];
        Arrays.setAll(errors, i -> Math.hypot(home.x()[i] - x[i], home.y()[i] - y[i]));
        return new Trip(up, down, x, y, errors);
    }

    private Trip trip(StudyInputs inputs) {
        return trips.of(new Key(
                inputs.score(),
                inputs.exact().mixture(),
                inputs.process(),
                inputs.session().sampler().seed()));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var trip = trip(inputs);
        return Optional.of(new StudyClock(
                SECONDS,
                trip.up().steps() + trip.down().steps(),
                moment -> Sentence.of(
                        trip.upwards(moment) ? "study.round-trip.encoding-step" : "study.round-trip.decoding-step",
                        trip.step(moment))));
    }

    /** The median distance of the samples from their starts after the round trip. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double[] errors = read.curve(0, 0).x();
        return Evidence.atLeast(1e-3, errors[errors.length / 2]);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var trip = trip(inputs);
        var state = trip.leg(moment).at(trip.step(moment));
        var scene = inputs.scene(inputs.followed(), state.level());
        var noised = inputs.exact().mixture().noised(state.level());
        var box = StudyBoxes.around(inputs.session().view(), noised);
        var moving = new PlanePart(
                Caption.plain(
                        trip.upwards(moment)
                                ? Words.text("study.round-trip.encoding")
                                : Words.text("study.round-trip.decoding"),
                        Words.text("notation.dx-over-dt-f-x-minus-half"),
                        ""),
                box,
                new ScenePlane(
                        scene.with(new Particles(state.x().clone(), state.y().clone(), List.of()).at(state.level())),
                        ShownLayers.of("contours", "particles")));
        var home = trip.down().end();
        var level = home.level();
        // A line from a sample's final position to its initial one.
        var back =
                new Particles(home.x().clone(), home.y().clone(), List.of(new Particles.Positions(trip.x(), trip.y())));
        var returned = new PlanePart(
                Caption.plain(
                        Words.text("study.round-trip.back-home"),
                        "",
                        Words.text("study.round-trip.lines-from-where-they-began")),
                inputs.session().view().box(),
                new ScenePlane(
                        inputs.scene(inputs.followed(), level).with(back.at(level)),
                        ShownLayers.of("contours", "particles")));
        long cost = trip.up().end().diagnostics().evaluations()
                + trip.down().end().diagnostics().evaluations();
        var sorted = trip.errors().clone();
        Arrays.sort(sorted);
        return StudyScene.of(
                        Words.text("study.round-trip.samples-encoded-to-noise-decoded"),
                        Row.of(moving, returned, errors(sorted)))
                .saying(
                        Words.text(
                                "study.round-trip.round-trip-error-median-largest-data",
                                Numbers.significant(sorted[sorted.length / 2], 2),
                                Numbers.significant(sorted[sorted.length - 1], 2)),
                        Words.text("study.round-trip.nfe-there-back", cost, solver.id()));
    }

    /** Empirical distribution function of the errors. */
    private static ChartPart errors(double[] sorted) {
        var share = new double[sorted.length];
        var error = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            share[i] = (i + 1.0) / sorted.length;
            error[i] = Math.max(1e-16, sorted[i]);
        }
        var curve = Curve.line("", error, share, Palette::particle, Dash.SOLID);
        double high = Double.isFinite(error[error.length - 1]) ? Math.max(1e-12, 2 * error[error.length - 1]) : 1e3;
        double low = Math.min(0.1 * high, 0.5 * error[0]);
        var chart = new Chart(
                ChartAxis.log(Words.text("study.round-trip.round-trip-error-data-units"), low, high),
                ChartAxis.fromZero("", new Range(0, 1)),
                List.of(curve));
        return new ChartPart(Words.text("study.round-trip.share-samples-within-error"), "", chart);
    }
}
