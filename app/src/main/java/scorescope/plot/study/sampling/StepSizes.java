package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.ChainStatistics;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.Mala;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.sampling.method.Sharpness;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * A sweep of the step size η: stationary variance of unadjusted Langevin, acceptance of MALA, and effective sample size of
 * both, started from exact samples at the session's noise level. A line marks the limit of stability 2/|λ_min(∇² log p)|.
 */
public final class StepSizes implements Study {
    static final Parameter.Whole CHAINS =
            new Parameter.Whole("chains", "", 150, 10, 5000, Words.constant("help.study.step-sizes.chains"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 200, 20, 20_000, Words.constant("help.study.step-sizes.steps"));

    public static final Kind<Study> KIND = new Kind<>(
            "step-sizes",
            Words.constant("study.step-sizes.title"),
            Words.constant("help.study.step-sizes"),
            List.of(CHAINS, STEPS),
            StepSizes::new);

    private static final int SIZES = 13;
    /** The smallest step size of the sweep, as a share of the limit of stability; the sweep ends beyond the limit. */
    private static final double SMALLEST = 3e-3;

    private static final double LARGEST = 1.6;
    private static final long SEED = 21;

    private final int chains;
    private final int steps;
    private final Memo<Key, Sweep> sweeps = new Memo<>(this::sweep);

    private record Key(MixtureScore exact, NoiseProcess process, NoiseLevel level) {}

    /**
     * A chain at one step size.
     *
     * @param variance E‖x − mean‖² relative to the density's, mean of the run's second half; NaN if the run diverged
     * @param accepted mean share of accepted proposals, 1 without a test
     * @param effective effective sample size of 1,000 steps of one chain, by the first coordinate
     */
    record Settled(double eta, double variance, double accepted, double effective) {}

    record Sweep(double limit, List<Settled> langevin, List<Settled> mala) {}

    StepSizes(Parameters values) {
        chains = Math.toIntExact(values.get(CHAINS));
        steps = Math.toIntExact(values.get(STEPS));
    }

    private Sweep sweep(Key key) {
        double limit = 2 / Sharpness.of(key.exact(), key.level());
        var sizes = IntStream.range(0, SIZES)
                .mapToDouble(i -> limit * SMALLEST * Math.pow(LARGEST / SMALLEST, i / (SIZES - 1.0)))
                .toArray();
        var found = new Settled[2][SIZES];
        SpinPool.current().run(2 * SIZES, job -> {
            double eta = sizes[job / 2];
            found[job % 2][job / 2] = settled(
                    key,
                    job % 2 == 0
                            ? Choice.of(Langevin.KIND.id()).with(Langevin.STEP_SIZE, within(Langevin.STEP_SIZE, eta))
                            : Choice.of(Mala.KIND.id()).with(Mala.STEP_SIZE, within(Mala.STEP_SIZE, eta)),
                    eta);
        });
        return new Sweep(limit, List.of(found[0]), List.of(found[1]));
    }

    private static double within(Parameter.Real parameter, double eta) {
        return Math.clamp(eta, parameter.min(), parameter.max());
    }

    private Settled settled(Key key, Choice method, double eta) {
        var noise = new PhiloxNoise(SEED);
        var noised = key.exact().mixture().noised(key.level());
        var begin = Sample.drawn(noised, chains, SEED);
        var sampler = SamplerCatalog.CATALOG
                .create(method.with(Langevin.STEPS, (long) steps), "sampler")
                .bind(new Problem(key.exact(), key.process(), key.level()));
        var state = sampler.begin(begin.x().clone(), begin.y().clone(), noise);
        var spare = sampler.begin(new double[chains], new double[chains], noise);
        var positions = new double[chains][steps];
        double second = 0;
        double accepted = 0;
        int seen = 0;
        for (int step = 0; step < steps && state.diagnostics().status() == Status.RUNNING; step++) {
            var next = sampler.step(state, noise, spare, ParticleBlocks.ONE);
            spare = state;
            state = next;
            seen++;
            for (int i = 0; i < chains; i++) {
                positions[i][step] = state.x()[i];
            }
            accepted += Double.isNaN(state.diagnostics().acceptance())
                    ? 1
                    : state.diagnostics().acceptance();
            if (step >= steps / 2) {
                second += relative(noised, state.x(), state.y());
            }
        }
        boolean failed = state.diagnostics().failed() || seen < steps;
        return failed
                ? new Settled(eta, Double.NaN, Double.NaN, Double.NaN)
                : new Settled(
                        eta,
                        second / (steps - steps / 2),
                        accepted / seen,
                        1000 / new ChainStatistics(positions).correlationTime());
    }

    /** E‖x − mean‖² of points, relative to the density's. */
    private static double relative(GaussianMixture density, double[] x, double[] y) {
        var moments = density.moments();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(x[i] - moments.meanX(), 2) + Math.pow(y[i] - moments.meanY(), 2);
        }
        return sum / x.length / (moments.xx() + moments.yy());
    }

    Sweep sweep(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        return sweeps.of(new Key(inputs.exact(), inputs.process(), inputs.level()));
    }

    /** Ratio of Langevin's variance at 4/5 of the largest stable step to that at the smallest step. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(1.1, read.at(0, 0, 0.8 * read.cursor(0)) / read.first(0, 0));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var found = sweep(inputs);
        return StudyScene.of(
                        Words.text("study.step-sizes.description"),
                        Row.of(
                                part("variance", found, Settled::variance, 0.5, 5, false),
                                part("accepted", found, Settled::accepted, 0, 1, true)),
                        Row.of(part("effective", found, Settled::effective, 1, 1000, false)))
                .saying(
                        Words.text("study.step-sizes.limit", Numbers.significant(found.limit(), 3)),
                        Words.text("study.step-sizes.says"));
    }

    private static ChartPart part(
            String what,
            Sweep found,
            java.util.function.ToDoubleFunction<Settled> value,
            double low,
            double high,
            boolean linear) {
        var curves = new ArrayList<Curve>();
        curves.add(curve("study.step-sizes.langevin", found.langevin(), value, 0, Dash.SOLID));
        curves.add(curve("study.step-sizes.mala", found.mala(), value, 1, Dash.DASHED));
        var chart = new Chart(
                ChartAxis.log(Words.text("notation.step"), SMALLEST * found.limit(), LARGEST * found.limit()),
                linear ? ChartAxis.linear("", low, high) : ChartAxis.log("", low, high),
                curves);
        return new ChartPart(
                Words.text("study.step-sizes." + what),
                Words.text("study.step-sizes." + what + ".formula"),
                chart.at(found.limit()));
    }

    private static Curve curve(
            String key, List<Settled> all, java.util.function.ToDoubleFunction<Settled> value, int color, Dash dash) {
        var known = all.stream()
                .filter(one -> Double.isFinite(value.applyAsDouble(one)))
                .toList();
        return Curve.line(
                Words.text(key),
                known.stream().mapToDouble(Settled::eta).toArray(),
                known.stream().mapToDouble(value).toArray(),
                ThemeColor.category(color),
                dash);
    }
}
