package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.memo.Memo;
import scorescope.core.memo.StepCache;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.session.Patch;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Distance to exact samples over the number of evaluations of the score, one curve per sampler, with error bars over seeds.
 * The clock goes through the numbers of steps, the fewest first, so that a picture is shown at once. The samplers are the
 * session's lanes, or a selection of methods.
 */
public final class CostQuality implements Study {
    static final Parameter.Whole PARTICLES = new Parameter.Whole(
            "particles", "n", 2000, 50, 20_000, Words.constant("help.study.cost-quality.particles"));
    static final Parameter.Whole SEEDS =
            new Parameter.Whole("seeds", "", 3, 2, 10, Words.constant("help.study.cost-quality.seeds"));

    public static final Kind<Study> KIND = new Kind<>(
            "cost-quality",
            Words.constant("study.cost-quality.title"),
            Words.constant("help.study.cost-quality"),
            List.of(PARTICLES, SEEDS),
            CostQuality::new);

    /** Numbers of steps, in the order in which the clock reaches them. */
    static final int[] STEPS = {5, 10, 20, 50, 100, 200, 1000};
    /** Number of them that are shown from the start. */
    private static final int AT_ONCE = 3;

    private static final double SECONDS = 8;
    /** Least distance shown, in sampling floors: exact samples are about 1 apart. */
    private static final double CLOSEST = 0.5;
    /** Distance in floors that counts as equal to exact samples, whose own distances scatter about 1. */
    private static final double GOOD = 1.5;

    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);

    private final int particles;
    private final int seeds;
    private final SampleQuality.Measure quality = new SampleQuality.Measure();
    private final Lane.Cache lanes = new Lane.Cache();
    private final Memo<List<Lane>, StepCache<List<Measured>>> measured = new Memo<>(this::measured);

    /**
     * A lane after one number of steps.
     *
     * @param lane its index
     * @param evaluations of the score, for each particle
     * @param floors mean over the seeds of sliced W₂ in sampling floors; NaN if a run failed
     * @param error two standard errors of that mean
     */
    record Measured(int lane, double evaluations, double floors, double error) {}

    CostQuality(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
        seeds = Math.toIntExact(values.get(SEEDS));
    }

    /** Samplers, each on the process it was published for: DDPM on its chain, the others on the limit of small steps. */
    private static List<Lane.Own> samplers() {
        var limit = Patch.of("process.kind", "variance-preserving").with("noise.t", 1e-3);
        var chain = Patch.of("process.kind", "ddpm").with("noise.t", 1e-3);
        return List.of(
                new Lane.Own(Words.text("study.cost-quality.dpm-solver"), limit.with("sampler.kind", "dpm-solver")),
                new Lane.Own(
                        Words.text("study.cost-quality.ddim"),
                        chain.with("sampler.kind", "ddim").with("sampler.grid", "uniform")),
                new Lane.Own(
                        Words.text("study.cost-quality.heun"),
                        limit.with("sampler.kind", "probability-flow").with("sampler.solver", "heun")),
                new Lane.Own(
                        Words.text("study.cost-quality.ddpm"),
                        chain.with("sampler.kind", "ddim")
                                .with("sampler.eta", 1.0)
                                .with("sampler.grid", "uniform")),
                new Lane.Own(Words.text("study.cost-quality.reverse-sde"), limit.with("sampler.kind", "reverse-sde")));
    }

    private List<Lane> lanes(StudyInputs inputs) {
        return lanes.of(inputs, samplers());
    }

    /** Results with the first number of steps, with the first two, and so on. */
    private StepCache<List<Measured>> measured(List<Lane> compared) {
        return new StepCache<>(List.of(), (before, index) -> {
            var all = new ArrayList<>(before);
            var watcher = Watcher.current();
            for (int lane = 0; lane < compared.size(); lane++) {
                watcher.step(Watcher.Work.SAMPLING, (double) lane / compared.size());
                all.add(measure(compared.get(lane), lane, STEPS[index]));
            }
            watcher.reached(Watcher.Work.SAMPLING, 1);
            return List.copyOf(all);
        });
    }

    private Measured measure(Lane lane, int index, int steps) {
        var request = lane.run(particles, steps);
        var floors = new double[seeds];
        double evaluations = 0;
        for (int k = 0; k < seeds; k++) {
            Watcher.current().requireWanted();
            try {
                var end = RecordedRun.end(request.seeded(request.seed() + k));
                evaluations = end.diagnostics().evaluations();
                floors[k] = quality.of(end, lane.inputs().exact()).floors().value();
            } catch (BadInputException noSense) {
                throw noSense.under(lane.title());
            }
        }
        double mean =
                IntStream.range(0, seeds).mapToDouble(k -> floors[k]).average().orElseThrow();
        double squares = IntStream.range(0, seeds)
                .mapToDouble(k -> (floors[k] - mean) * (floors[k] - mean))
                .sum();
        return new Measured(index, evaluations, mean, 2 * Math.sqrt(squares / (seeds - 1.0) / seeds));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS,
                STEPS.length - AT_ONCE,
                moment -> Sentence.of("study.cost-quality.up-to", STEPS[reached(moment) - 1])));
    }

    /** How many numbers of steps the clock has reached at a moment. */
    private static int reached(double moment) {
        return AT_ONCE + (int) Math.rint(Math.clamp(moment, 0, 1) * (STEPS.length - AT_ONCE));
    }

    /** All results up to a moment. */
    List<Measured> measured(StudyInputs inputs, double moment) {
        return measured.of(lanes(inputs)).at(reached(moment));
    }

    @Override
    public boolean takesLanes() {
        return true;
    }

    /** Largest number of evaluations that counts as few. */
    private static final double FEW = 20;

    /** Ratio of the distances of DDPM and of the fast solver to exact samples, both with few evaluations. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(2, read.at(0, 4, FEW) / read.at(0, 1, FEW));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var compared = lanes(inputs);
        var found = measured(inputs, moment);
        return StudyScene.of(
                        Words.text("study.cost-quality.closeness-against-evaluations"),
                        Row.of(new ChartPart(
                                Words.text("study.cost-quality.distance"),
                                Words.text("study.samplers-side-by-side.sliced-w-sampling-floors"),
                                chart(compared, found))),
                        Row.of(new TablePart(
                                Caption.plain(
                                        Words.text("study.cost-quality.evaluations-needed"),
                                        "",
                                        Words.text("study.cost-quality.up-to", STEPS[reached(moment) - 1])),
                                table(compared, found))))
                .saying(Words.text("study.cost-quality.floor", particles, seeds));
    }

    private static Chart chart(List<Lane> compared, List<Measured> found) {
        var curves = new ArrayList<Curve>();
        double most = 2 * STEPS[STEPS.length - 1];
        curves.add(Curve.line("", new double[] {1, most}, new double[] {1, 1}, Palette::mute, Dash.SOLID)
                .withWeight(0.6));
        for (int lane = 0; lane < compared.size(); lane++) {
            int index = lane;
            var own = found.stream().filter(one -> one.lane() == index).toList();
            var x = own.stream().mapToDouble(Measured::evaluations).toArray();
            var y = own.stream()
                    .mapToDouble(one -> Math.max(CLOSEST, one.floors()))
                    .toArray();
            var error = own.stream().mapToDouble(Measured::error).toArray();
            curves.add(Curve.line(
                            compared.get(lane).title(),
                            x,
                            y,
                            ThemeColor.category(lane),
                            DASHES.get(lane % DASHES.size()))
                    .withErrors(error));
        }
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return new Chart(
                ChartAxis.log(Words.text("study.cost-quality.evaluations"), STEPS[0] - 1.0, most),
                ChartAxis.log("", CLOSEST, Math.clamp(1.3 * range.high(), 4, 1e4)),
                curves);
    }

    /** For each lane the fewest evaluations that reach the distance of exact samples, and its least distance. */
    private static Table table(List<Lane> compared, List<Measured> found) {
        var rows = new ArrayList<List<String>>();
        for (int lane = 0; lane < compared.size(); lane++) {
            int index = lane;
            var own = found.stream().filter(one -> one.lane() == index).toList();
            var first = own.stream().filter(one -> one.floors() <= GOOD).findFirst();
            var last = own.getLast();
            rows.add(List.of(
                    compared.get(lane).title(),
                    first.map(one -> Long.toString((long) one.evaluations()))
                            .orElse(Words.text("study.cost-quality.more")),
                    Double.isFinite(last.floors())
                            ? new Uncertain(last.floors(), last.error()).text()
                            : Words.text("study.samplers-side-by-side.failed"),
                    Long.toString((long) last.evaluations())));
        }
        return new Table(
                List.of(
                        Words.text("study.samplers-side-by-side.lane"),
                        Words.text("study.cost-quality.needed", Numbers.significant(GOOD, 2)),
                        Words.text("study.samplers-side-by-side.distance"),
                        Words.text("study.cost-quality.at-evaluations")),
                rows,
                -1);
    }
}
