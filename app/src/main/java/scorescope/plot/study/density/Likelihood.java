package scorescope.plot.study.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.measure.BitsPerDimension;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.random.Probes;
import scorescope.core.sampling.flow.DormandPrince;
import scorescope.core.sampling.flow.Encoding;
import scorescope.core.score.JacobianField;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.LikelihoodRun;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.ProcessClock;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.words.Words;

/**
 * Log-likelihood along the probability flow, log p_t(x) = log p_T(x_T) + ∫ ∇·(dx/dt) dt, with the exact divergence and with
 * Hutchinson's estimate ± two standard errors, compared with the mixture's own; also for a learned score, if there is one.
 */
public final class Likelihood implements Study {
    static final Parameter.Whole PROBES =
            new Parameter.Whole("probes", "K", 16, 2, 512, Words.constant("help.study.likelihood.probes"));
    static final Parameter.OneOf<Probes.Law> LAW =
            Parameter.OneOf.of("law", "", Probes.Law.RADEMACHER, Words.constant("help.study.likelihood.law"));
    static final Parameter.Whole POINTS =
            new Parameter.Whole("points", "n", 48, 2, 500, Words.constant("help.study.likelihood.points"));

    public static final Kind<Study> KIND = new Kind<>(
            "likelihood",
            Words.constant("study.likelihood.title"),
            Words.constant("help.study.likelihood"),
            List.of(PROBES, LAW, POINTS),
            Likelihood::new);

    /** Half the length of an error bar, in standard errors. */
    private static final double ERRORS = 2;

    private final Probes probes;
    private final int points;
    private final Memo<LikelihoodRun.Request, LikelihoodRun> exactRun = new Memo<>(LikelihoodRun::of);
    private final Memo<LikelihoodRun.Request, LikelihoodRun> learnedRun = new Memo<>(LikelihoodRun::of);

    Likelihood(Parameters values) {
        probes = new Probes(values.get(LAW), Math.toIntExact(values.get(PROBES)));
        points = Math.toIntExact(values.get(POINTS));
    }

    /** The run along the exact score. */
    LikelihoodRun exact(StudyInputs inputs) {
        return exactRun.of(LikelihoodRun.Request.of(inputs, inputs.exact(), points));
    }

    /** The run along the learned score, if there is one that knows its Jacobian. */
    Optional<LikelihoodRun> learned(StudyInputs inputs) {
        return inputs.learned()
                .filter(score -> score instanceof JacobianField)
                .map(score -> learnedRun.of(LikelihoodRun.Request.of(inputs, score, points)));
    }

    Encoding.ProbedLikelihood hutchinson(Encoding encoding, int count, StudyInputs inputs) {
        return encoding.logLikelihood(
                new Probes(probes.law(), count),
                new PhiloxNoise(inputs.session().sampler().seed()));
    }

    /** Ratio of the error bars with one probe to those with K, relative to √K. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        var probes = read.curve(1, 1);
        int last = probes.x().length - 1;
        double narrower = probes.error()[0] / probes.error()[last];
        return Evidence.near(1, 0.25, narrower / Math.sqrt(probes.x()[last] / probes.x()[0]));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var exact = exact(inputs);
        var learned = learned(inputs);
        var says = new ArrayList<String>();
        var view = inputs.session().view();
        var at = ProbePoint.wherever(view);
        says.add(Words.text(
                "study.likelihood.probe",
                Numbers.coordinate(at.x(), view.x1() - view.x0()),
                Numbers.coordinate(at.y(), view.y1() - view.y0())));
        says.add(Words.text(
                "study.likelihood.bits-per-dimension-exact-along",
                bits(exact.logDensity()),
                bits(exact.sample().logLikelihood()),
                learned.map(flow -> Words.text(
                                "study.likelihood.learned", bits(flow.sample().logLikelihood())))
                        .orElse("")));
        var stopped = exact.sample().outcome();
        if (stopped.status() != DormandPrince.Status.DONE) {
            says.add(Words.text("study.likelihood.flow-was-not-followed-to", stopped.advice()));
        }
        learned.map(flow -> flow.sample().outcome())
                .filter(outcome -> outcome.status() != DormandPrince.Status.DONE)
                .ifPresent(outcome ->
                        says.add(Words.text("study.likelihood.learned-flow-was-not-followed", outcome.advice())));
        if (inputs.learned().isPresent() && learned.isEmpty()) {
            says.add(Words.text("study.likelihood.learned-score-gives-no-jacobian"));
        }
        return StudyScene.of(
                        Words.text("study.likelihood.log-likelihood-along-probability-flow"),
                        Row.of(overTime(inputs, exact, learned)),
                        Row.of(byProbes(inputs, exact), ofPoints(inputs, exact, learned)))
                .saying(says.toArray(String[]::new));
    }

    private static String bits(double[] logLikelihood) {
        var mean = BitsPerDimension.mean(logLikelihood);
        return new Uncertain(mean.bits(), ERRORS * mean.standardError()).text();
    }

    /** log p_t at the probe over time: the mixture's own, and by the flow from each time. */
    private ChartPart overTime(StudyInputs inputs, LikelihoodRun exact, Optional<LikelihoodRun> learned) {
        var at = ProbePoint.wherever(inputs.session().view());
        var clock = new ProcessClock(inputs.process());
        int fine = 161;
        var shares = new double[fine];
        var truth = new double[fine];
        for (int i = 0; i < fine; i++) {
            shares[i] = i / (fine - 1.0);
            truth[i] = logDensity(inputs, at, clock.time(shares[i]));
        }
        var curves = new ArrayList<Curve>();
        curves.add(
                Curve.line(Words.text("study.likelihood.exact-mixture"), shares, truth, Palette::analytic, Dash.SOLID));
        curves.addAll(measured(inputs, exact.probe(), Palette::analytic, ""));
        learned.ifPresent(flow -> curves.addAll(
                measured(inputs, flow.probe(), Palette::learned, Words.text("study.likelihood.learned-2"))));
        var range = curves.stream().limit(3).map(Curve::range).reduce(Range.NONE, Range::and);
        var chart = new Chart(
                ChartAxis.linear(Words.text("study.likelihood.share-process"), 0, 1),
                ChartAxis.around("", range),
                curves);
        return new ChartPart(
                Words.text("study.likelihood.probe-2"),
                Words.text("notation.log-p-t-x"),
                chart.at(clock.moment(LikelihoodRun.time(inputs))));
    }

    private List<Curve> measured(StudyInputs inputs, List<Encoding> encodings, ThemeColor color, String who) {
        var x = IntStream.range(0, LikelihoodRun.TIMES)
                .mapToDouble(LikelihoodRun::share)
                .toArray();
        var y = encodings.stream()
                .mapToDouble(encoding -> encoding.logLikelihood()[0])
                .toArray();
        var estimates = encodings.stream()
                .map(encoding -> hutchinson(encoding, probes.count(), inputs))
                .toList();
        var beside = Arrays.stream(x).map(share -> share + 0.008).toArray();
        var mean = estimates.stream().mapToDouble(e -> e.logLikelihood()[0]).toArray();
        var error = estimates.stream()
                .mapToDouble(e -> ERRORS * e.standardError()[0])
                .toArray();
        return List.of(
                Curve.dots(Words.text("study.likelihood.along-flow", who), x, y, color),
                Curve.dots(
                                Words.text("study.likelihood.probes-two-standard-errors", who, probes.count()),
                                beside,
                                mean,
                                color.faded(0.55))
                        .withErrors(error));
    }

    /** The estimate at the probe and the session's level over the number of Hutchinson probes. */
    private ChartPart byProbes(StudyInputs inputs, LikelihoodRun exact) {
        int nearest = (int) Math.rint((LikelihoodRun.TIMES - 1)
                * Math.clamp(
                        new ProcessClock(inputs.process()).moment(LikelihoodRun.time(inputs)) / LikelihoodRun.END,
                        0,
                        1));
        var encoding = exact.probe().get(nearest);
        var counts = new ArrayList<Integer>();
        for (int k = 2; k < probes.count(); k *= 2) {
            counts.add(k);
        }
        counts.add(probes.count());
        var x = counts.stream().mapToDouble(k -> k).toArray();
        var estimates =
                counts.stream().map(k -> hutchinson(encoding, k, inputs)).toList();
        var mean = estimates.stream().mapToDouble(e -> e.logLikelihood()[0]).toArray();
        var error = estimates.stream()
                .mapToDouble(e -> ERRORS * e.standardError()[0])
                .toArray();
        double truth = encoding.logLikelihood()[0];
        double most = Math.max(3, 1.3 * probes.count());
        var curves = List.of(
                Curve.line("", new double[] {1, most}, new double[] {truth, truth}, Palette::analytic, Dash.SOLID),
                Curve.dots("", x, mean, palette -> palette.analytic().fade(0.55))
                        .withErrors(error));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return new ChartPart(
                Words.text("study.likelihood.number-probes"),
                Words.text("notation.probes"),
                new Chart(ChartAxis.log(Words.text("notation.probes"), 1, most), ChartAxis.around("", range), curves));
    }

    /** Error of each point's log-likelihood: by probes, with error bars, and by the learned score. */
    private ChartPart ofPoints(StudyInputs inputs, LikelihoodRun exact, Optional<LikelihoodRun> learned) {
        var estimate = hutchinson(exact.sample(), probes.count(), inputs);
        var off = new double[points];
        var error = new double[points];
        for (int i = 0; i < points; i++) {
            off[i] = estimate.logLikelihood()[i] - exact.logDensity()[i];
            error[i] = ERRORS * estimate.standardError()[i];
        }
        var curves = new ArrayList<Curve>();
        curves.add(Curve.dots("", exact.logDensity(), off, palette -> palette.analytic()
                        .fade(0.55))
                .withErrors(error));
        curves.add(Curve.dots(
                "", exact.logDensity(), less(exact.sample().logLikelihood(), exact.logDensity()), Palette::analytic));
        learned.ifPresent(flow -> curves.add(Curve.dots(
                "", flow.logDensity(), less(flow.sample().logLikelihood(), flow.logDensity()), Palette::learned)));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        var across = ChartAxis.around(
                Words.text("study.likelihood.exact-log-p"),
                Curve.dots("", exact.logDensity(), exact.logDensity(), Palette::text)
                        .range());
        return new ChartPart(
                Words.text("study.likelihood.points", points),
                Words.text("study.likelihood.found-minus-exact"),
                new Chart(across, ChartAxis.around("", range), curves));
    }

    private static double[] less(double[] found, double[] exact) {
        var off = new double[exact.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = found.length == exact.length ? found[i] - exact[i] : Double.NaN;
        }
        return off;
    }

    private static double logDensity(StudyInputs inputs, ProbePoint at, double t) {
        var log = new double[1];
        inputs.exact()
                .logDensity(
                        new double[] {at.x()},
                        new double[] {at.y()},
                        0,
                        1,
                        inputs.process().at(t),
                        log);
        return log[0];
    }
}
