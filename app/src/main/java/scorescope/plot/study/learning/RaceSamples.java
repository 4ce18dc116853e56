package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.measure.Frechet;
import scorescope.core.measure.InceptionScore;
import scorescope.core.measure.OffModes;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.method.Ddim;
import scorescope.core.score.ScoreField;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Uncertain;
import scorescope.words.Words;

/**
 * What DDPM's sampler makes of trainings: Fréchet distance, planar inception score and share off the modes of the ends of
 * several runs, and of exact samples.
 */
final class RaceSamples {
    static final int RUNS = 3;
    static final int PARTICLES = 500;
    /** Steps of DDPM on a sub-sequence of its chain, which is DDIM with η = 1. */
    static final int STEPS = 100;

    private static final long SEED = 977;

    /** Fréchet distance of samples that have left the data behind, in squared data units. */
    private static final double LOST = 1e4;

    private final Memo<Request, List<Measured>> measured = new Memo<>(RaceSamples::measured);

    /** A network with the process along which it is sampled. */
    record Lane(ScoreField score, NoiseProcess process) {}

    record Request(GaussianMixture mixture, List<Lane> lanes) {}

    /** Means over the runs with two standard errors. */
    record Measured(Uncertain frechet, Uncertain inception, Uncertain off) {}

    /** One for each lane, then that of exact samples at the first lane's level. */
    List<Measured> of(Request request) {
        return measured.of(request);
    }

    private static List<Measured> measured(Request request) {
        var all = new ArrayList<Measured>();
        for (var lane : request.lanes()) {
            var level = lane.process().at(lane.process().tMin());
            all.add(measured(request.mixture(), level, runs(lane, level)));
        }
        var first = request.lanes().getFirst().process();
        var level = first.at(first.tMin());
        all.add(measured(
                request.mixture(),
                level,
                IntStream.range(0, RUNS)
                        .mapToObj(k -> Sample.drawn(request.mixture().noised(level), PARTICLES, SEED + k))
                        .toList()));
        return List.copyOf(all);
    }

    private static List<Sample> runs(Lane lane, NoiseLevel level) {
        var method = RecordedRun.stepped(Choice.of("ddim").with(Ddim.ETA, 1.0), STEPS);
        var request =
                new RecordedRun.Request(method, lane.score(), lane.process(), level, PARTICLES, SEED, new PriorStart());
        return IntStream.range(0, RUNS)
                .mapToObj(k -> RecordedRun.end(request.seeded(SEED + k)))
                .map(end -> new Sample(end.x(), end.y()))
                .toList();
    }

    private static Measured measured(GaussianMixture mixture, NoiseLevel level, List<Sample> runs) {
        var exact = new NoisedMixture(mixture, level);
        var moments = mixture.noised(level).moments();
        return new Measured(
                mean(runs, run -> Frechet.between(run.moments(), moments)),
                mean(runs, run -> new InceptionScore().of(run, exact).value()),
                mean(runs, run -> 100 * new OffModes().of(run, exact).value()));
    }

    private static Uncertain mean(List<Sample> runs, ToDoubleFunction<Sample> quantity) {
        double mean = runs.stream().mapToDouble(quantity).average().orElseThrow();
        double squares = runs.stream()
                .mapToDouble(quantity)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return new Uncertain(mean, 2 * Math.sqrt(squares / (runs.size() - 1.0) / runs.size()));
    }

    /** With its error; that of a run which left the plane is of no interest. */
    private static String written(Uncertain distance) {
        return distance.value() < LOST ? distance.text() : Numbers.significant(distance.value(), 2);
    }

    TablePart table(Request request, List<String> titles) {
        var rows = new ArrayList<List<String>>();
        var found = of(request);
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            rows.add(List.of(
                    i < titles.size() ? titles.get(i) : Words.text("study.race.samples.exact"),
                    written(one.frechet()),
                    one.inception().text(),
                    one.off().text()));
        }
        return new TablePart(
                Caption.plain(
                        Words.text("study.race.samples.title"),
                        "",
                        Words.text("study.race.samples.note", RUNS, PARTICLES, STEPS)),
                new Table(
                        List.of(
                                Words.text("study.race.samples.training"),
                                Words.text("study.race.samples.frechet"),
                                Words.text("study.race.samples.inception"),
                                Words.text("study.race.samples.off")),
                        rows,
                        -1));
    }
}
