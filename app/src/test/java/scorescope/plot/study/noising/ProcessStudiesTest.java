package scorescope.plot.study.noising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.LineMixture;
import scorescope.core.measure.LineBins;
import scorescope.core.measure.Sample;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextBoxes;
import scorescope.plot.study.run.NoisingChain;
import scorescope.plot.study.run.ProcessClock;
import scorescope.plot.study.run.Spread;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;

/** Values of the studies of forward processes, within 4.5 standard errors if random. */
final class ProcessStudiesTest {
    private static final double BOUND = 4.5;

    static List<String> processes() {
        return ProcessCatalog.CATALOG.ids();
    }

    private static StudyInputs inputs(String process) {
        return StudyInputs.of(SessionDefaults.opening().withProcess(Choice.of(process)));
    }

    /** Numbers of one and of two digits, crowded where processes have similar ratios. */
    @ParameterizedTest
    @CsvSource({"1e-5, 1e4", "1e-5, 1e2", "0.01, 1e4", "1e-3, 3"})
    void numbersOnThePathsOfSchedulesDoNotTouch(String least, String largest) {
        var wide = SessionJson.read(
                "{\"scorescope\": 1, \"process\": {\"kind\": \"variance-exploding\", \"sigmaMin\": " + least
                        + ", \"sigmaMax\": " + largest + "}}",
                Path.of(""));
        for (double moment : new double[] {0.1, 0.35, 0.6, 0.8}) {
            var scene = new Schedules(Parameters.NONE).at(StudyInputs.of(wide), moment);
            var figure = new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, Length.points("85mm", ""));
            assertEquals(List.of(), TextBoxes.faults(figure, figure.height()), "at " + moment);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void stepsAndJumpsAgreeWithTheExactDensityAtEveryTime(String name) {
        var inputs = inputs(name);
        var study = new ForwardProcess(Parameters.NONE.with(ForwardProcess.PARTICLES, 4000L));
        var clock = new ProcessClock(inputs.process());
        for (int step : new int[] {0, 60, 120, 180, 240}) {
            var exact = inputs.exact().mixture().noised(inputs.process().at(clock.time(step / 240.0)));
            for (Sample sample : study.both(inputs, step)) {
                String said = name + " at step " + step;
                assertEquals(Spread.of(exact), Spread.of(sample), BOUND * Spread.error(sample), said);
                assertEquals(0, histogramExcess(exact, sample), BOUND, said);
            }
        }
    }

    /** χ² of the first coordinate's histogram against the exact marginal: standard deviations above its expectation. */
    private static double histogramExcess(scorescope.core.density.GaussianMixture exact, Sample sample) {
        double half = 2 * Math.sqrt(exact.moments().xx());
        double low = exact.moments().meanX() - half;
        int bins = 40;
        var line = new LineBins(low, low + 2 * half, bins);
        var counted = new double[bins];
        line.densities(sample.x(), counted);
        var marginal = LineMixture.projection(exact, 0);
        var clean = NoiseLevel.plain(0);
        double chi = 0;
        for (int b = 0; b < bins; b++) {
            double expected = sample.count()
                    * (marginal.cumulative(line.edge(b + 1), clean) - marginal.cumulative(line.edge(b), clean));
            double off = sample.count() * (line.edge(b + 1) - line.edge(b)) * counted[b] - expected;
            chi += off * off / expected;
        }
        return (chi - bins) / Math.sqrt(2.0 * bins);
    }

    @Test
    void everyStepOfTheChainsHasItsVariance() {
        var study = new Chains(Parameters.NONE.with(Chains.PARTICLES, 4000L));
        var inputs = inputs("ddpm");
        var chains = NoisingChain.of(inputs);
        for (int which = 0; which < 2; which++) {
            var chain = chains.get(which);
            for (int part = 0; part <= 6; part++) {
                int step = chain.steps() * part / 6;
                var points = study.points(inputs, which, step);
                var exact = inputs.exact().mixture().noised(chain.level(step));
                assertEquals(Spread.of(exact), Spread.of(points), BOUND * Spread.error(points), chain + " at " + step);
            }
        }
    }

    @Test
    void aStepOfDdpmKeepsRootOneMinusBeta() {
        var process = (DiscreteDdpm) inputs("ddpm").process();
        var chain = NoisingChain.of(inputs("ddpm")).getFirst();
        for (int i : new int[] {1, 10, 500, 1000}) {
            var before = chain.level(i - 1);
            var after = chain.level(i);
            double keep = after.alpha() / before.alpha();
            assertEquals(Math.sqrt(1 - process.beta(i)), keep, 1e-12);
            double added = after.sigma() * after.sigma() - keep * keep * before.sigma() * before.sigma();
            assertEquals(process.beta(i), added, 1e-12);
        }
    }

    @Test
    void varianceExplodingKeepsTheMeanAndItsSubVariantStaysUnderVariancePreserving() {
        var members = Processes.members(inputs("variance-preserving"));
        var exploding = member(members, "variance-exploding");
        assertEquals(1, exploding.process().alpha(exploding.process().tMax()));
        var preserving = member(members, "variance-preserving");
        assertTrue(preserving.process().alpha(1) < 0.01);
        var sub = member(members, "sub-variance-preserving");
        for (double t = 0.01; t <= 1; t += 0.01) {
            assertTrue(sub.process().sigma(t) < preserving.process().sigma(t));
        }
        assertTrue(preserving.own());
        assertEquals(1, members.stream().filter(Processes.Member::own).count());
    }

    private static Processes.Member member(List<Processes.Member> members, String id) {
        return members.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    /** At equal σ/α two processes have every point at the same position of its path. */
    @ParameterizedTest
    @MethodSource("processes")
    void equalRatiosArePlacesOnOnePath(String name) {
        var process = inputs(name).process();
        var reference = inputs("edm").process();
        for (double ratio : new double[] {0.05, 0.5, 3}) {
            double t = process.timeAtRatio(ratio, process.tMin(), process.tMax());
            double there = reference.timeAtRatio(process.at(t).ratio(), reference.tMin(), reference.tMax());
            assertEquals(
                    Schedules.along(1.5, -0.7, reference.at(there)), Schedules.along(1.5, -0.7, process.at(t)), 1e-9);
        }
    }

    @Test
    void theClockOfTheForwardProcessSaysItsTime() {
        Session session = SessionDefaults.opening();
        Optional<StudyClock> clock = new ForwardProcess(Parameters.NONE).clock(StudyInputs.of(session));
        assertTrue(
                clock.orElseThrow().says(1).startsWith("t = 1 ·"), clock.get().says(1));
        assertEquals(120, clock.get().step(0.5));
    }
}
