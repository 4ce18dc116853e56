package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.Moments;
import scorescope.core.guidance.MeasuredScore;
import scorescope.core.guidance.Measurement;
import scorescope.core.guidance.MeasurementModel;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SamplingError;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.MeasurementLayer;
import scorescope.plot.scene.Scene;
import scorescope.plot.study.run.ConditionedRun;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.session.Conditioning;
import scorescope.words.Words;

/**
 * A measurement y = Ax₀ + ρn of the clean point: the reverse SDE along the exact conditional score, and along approximations,
 * with the same noise, over contours of the exact posterior. The measurement is the session's {@code measurement}, or the
 * first coordinate with the value of the data's mean.
 */
public final class MeasurementStudy implements Study {
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 600, 10, 5000, Words.constant("help.study.measurement.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "measurement",
            Words.constant("study.measurement.title"),
            Words.constant("help.study.measurement"),
            List.of(PARTICLES),
            MeasurementStudy::new);

    private static final double SECONDS = 8;
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(8);

    private final int particles;
    private final Memo<Key, Found> found = new Memo<>(MeasurementStudy::found);

    /** All that the study depends on but its moment. */
    private record Key(
            GaussianMixture prior, Measurement measurement, MixtureScore posterior, RecordedRun.Request exact) {}

    /**
     * A run along one of the scores.
     *
     * @param model the approximation; empty for the exact score
     * @param floors sliced W₂ from its end to exact samples, in units of that between two sets of exact samples
     * @param moments mean and covariance of its end
     */
    private record Run(Optional<MeasurementModel> model, RecordedRun recorded, Estimate floors, Moments moments) {
        static Run of(Optional<MeasurementModel> model, GaussianMixture posterior, RecordedRun.Request request) {
            var recorded = new RecordedRun(request);
            var end = recorded.end();
            var sample = new Sample(end.x(), end.y());
            var exact = Sample.drawn(posterior, sample.count(), 5);
            var other = Sample.drawn(posterior, sample.count(), 6);
            return new Run(
                    model,
                    recorded,
                    SamplingError.of(DISTANCE, sample, exact).times(1 / DISTANCE.between(other, exact)),
                    sample.moments());
        }

        String title() {
            return model.map(
                            approximation -> Words.written(approximation.entry().title()))
                    .orElseGet(() -> Words.text("study.measurement.exact"));
        }
    }

    private record Found(MixtureScore posterior, List<Run> runs) {}

    MeasurementStudy(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private static Measurement measurement(StudyInputs inputs) {
        return inputs.session().conditioning().measurementIn(inputs.exact().mixture());
    }

    private Found found(StudyInputs inputs) {
        var measurement = measurement(inputs);
        var posterior = new MixtureScore(measurement.posterior(inputs.exact().mixture()));
        return found.of(new Key(
                inputs.exact().mixture(), measurement, posterior, ConditionedRun.of(inputs, posterior, particles)));
    }

    private static Found found(Key key) {
        var runs = new ArrayList<Run>();
        var posterior = key.posterior().mixture();
        runs.add(Run.of(Optional.empty(), posterior, key.exact()));
        for (var model : MeasurementModel.values()) {
            var score = new MeasuredScore(new MixtureScore(key.prior()), key.measurement(), model);
            runs.add(Run.of(Optional.of(model), posterior, key.exact().following(score)));
        }
        return new Found(key.posterior(), runs);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(found(inputs).runs().getFirst().recorded().clock(SECONDS));
    }

    /** Ratio of the largest distance of an approximation's samples to the exact posterior to that of the exact score's. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double farthest = 0;
        for (int row = 1; row < MeasurementModel.values().length + 1; row++) {
            farthest = Math.max(farthest, read.number(0, row, 1));
        }
        return Evidence.atLeast(1.5, farthest / read.number(0, 0, 1));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var now = found(inputs);
        var planes = new ArrayList<Part>();
        for (var run : now.runs()) {
            int step = run.recorded().step(moment);
            var level = run.recorded().at(step).level();
            var scene = Scene.analytic(inputs.exact(), level, inputs.colorMap())
                    .given(Conditioning.NONE.with(measurement(inputs)))
                    .with(run.recorded().particles(step));
            planes.add(new PlanePart(
                    Caption.plain(
                            run.title(), "", Words.text("notation.sigma-value", Numbers.significant(level.sigma(), 3))),
                    StudyBoxes.around(
                            inputs.session().view(), inputs.exact().mixture().noised(level)),
                    new ScenePlane(scene, inputs.layers(MeasurementLayer.ID, "particles"))));
        }
        var measurement = measurement(inputs);
        return StudyScene.of(
                        Words.text("study.measurement.exact-and-approximate"),
                        new Row(planes, true),
                        Row.of(new TablePart(Caption.plain(Words.text("study.measurement.ends"), "", ""), table(now))))
                .saying(Words.text(
                        "study.measurement.measured",
                        MeasurementLayer.formula(measurement),
                        Numbers.significant(measurement.std(), 3)));
    }

    /** A mean with two standard errors. */
    private static String mean(double value, double variance, int count) {
        return new Uncertain(value, 2 * Math.sqrt(variance / count)).text();
    }

    /** A standard deviation with two standard errors, std/√(2n) as for a normal distribution. */
    private static String std(double variance, int count) {
        return new Uncertain(Math.sqrt(variance), 2 * Math.sqrt(0.5 * variance / count)).text();
    }

    private static Table table(Found now) {
        var rows = new ArrayList<List<String>>();
        for (var run : now.runs()) {
            var moments = run.moments();
            int count = run.recorded().end().particles();
            rows.add(List.of(
                    run.title(),
                    Uncertain.of(run.floors()).text(),
                    mean(moments.meanX(), moments.xx(), count),
                    mean(moments.meanY(), moments.yy(), count),
                    std(moments.xx(), count),
                    std(moments.yy(), count)));
        }
        return new Table(
                List.of(
                        Words.text("study.measurement.score"),
                        Words.text("study.samplers-side-by-side.distance"),
                        Words.text("study.guidance.mean-x"),
                        Words.text("study.guidance.mean-y"),
                        Words.text("study.guidance.std-x"),
                        Words.text("study.guidance.std-y")),
                rows,
                -1);
    }
}
