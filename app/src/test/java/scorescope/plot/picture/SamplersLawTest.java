package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.scene.Findings;
import scorescope.session.FigurePanel;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.codec.Patches;
import scorescope.session.source.Resolved;
import scorescope.session.source.RunLength;

/** The step of a run determines its picture: for every sampler at its start, in its middle and at its end. */
class SamplersLawTest extends DrawnAgain {
    private static final int STEPS = 30;
    private static final int MIDDLE_STEP = 20;

    /** Settings with little work; short steps, since the network is untrained. */
    private static final Map<String, Number> FEWER =
            Map.of("steps", STEPS, "levels", 4, "stepsPerLevel", 8, "stepSize", 0.005);

    static List<String> samplers() {
        return SamplerCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everyStepOfARunIsDrawnAgain(String sampler) throws IOException {
        int member = samplers().indexOf(sampler);
        for (var stopped : positions(sampler)) {
            holds(stopped, member++);
        }
    }

    /** A run at its start, in its middle, at its end, and without a step, which means its end. */
    private List<Session> positions(String sampler) {
        var run = run(sampler);
        int last = RunLength.within(at(run, OptionalInt.of(Integer.MAX_VALUE)))
                .sampler()
                .step()
                .orElseThrow();
        var positions = new ArrayList<Session>();
        for (int step : new LinkedHashSet<>(List.of(0, Math.min(MIDDLE_STEP, last), last))) {
            positions.add(at(run, OptionalInt.of(step)));
        }
        positions.add(run);
        return positions;
    }

    /** A short run of a sampler, along both scores if it can follow the learned one. */
    private Session run(String sampler) {
        var patch = Patch.of("sampler.kind", sampler);
        for (var parameter : SamplerCatalog.CATALOG.kind(sampler, "sampler").parameters()) {
            if (FEWER.containsKey(parameter.key())) {
                patch = patch.with("sampler." + parameter.key(), FEWER.get(parameter.key()));
            }
        }
        var chain = sampler.equals("ddpm") ? Patch.of("process.kind", "ddpm").with("process.steps", STEPS) : Patch.NONE;
        var run = Patches.apply(learned, chain.and(patch));
        var resolved = Resolved.of(run);
        var method = SamplerCatalog.CATALOG.create(run.sampler().method(), "sampler");
        var alongNetwork = new SamplingMethod.Problem(LearnedSession.NETWORK, resolved.process(), resolved.level());
        return showing(run, method.refusal(alongNetwork).isEmpty() ? Shown.SIDE_BY_SIDE : Shown.ANALYTIC);
    }

    /** Different steps give different pictures; otherwise the law would have no power. */
    @Test
    void twoStepsAreTwoPictures() throws IOException {
        assertNotEquals(drawing(at(learned, OptionalInt.of(20))), drawing(at(learned, OptionalInt.of(21))));
    }

    /** A step size of 0 means one derived from the level, so that a caption must not state 0. */
    @ParameterizedTest
    @MethodSource("samplers")
    void noCaptionSaysAStepSizeOfZero(String sampler) throws IOException {
        var kind = Patch.of("sampler.kind", sampler);
        var run = Patches.apply(learned, sampler.equals("ddpm") ? kind.with("process.kind", "ddpm") : kind);
        var caption = drawing(showing(at(run, OptionalInt.of(0)), Shown.ANALYTIC));
        assertTrue(caption.contains("step 0 of "));
        assertFalse(caption.contains("= 0, step"), sampler);
    }

    @Test
    void aStepAfterTheEndIsRefused() {
        refuses(at(learned, OptionalInt.of(STEPS + 1)), STEPS);
    }

    /** The number of steps of an adaptive run is known only at its end. */
    @Test
    void anAdaptiveRunIsDrawnAgainUpToItsOwnEndAndRefusedAfterIt() throws IOException {
        var run = showing(
                Patches.apply(
                        learned, Patch.of("sampler.kind", "probability-flow").with("sampler.solver", "dormand-prince")),
                Shown.ANALYTIC);
        holds(run);
        var caption = Pattern.compile("step (\\d+) of").matcher(drawing(run));
        assertTrue(caption.find());
        int end = Integer.parseInt(caption.group(1));
        assertTrue(end > 2 && end < 50, "it took " + end + " steps");
        for (int step : List.of(0, end / 2, end)) {
            holds(at(run, OptionalInt.of(step)));
        }
        refuses(at(run, OptionalInt.of(end + 1)), end);
        var panel = FigurePanel.of(Patch.of("sampler.step", end + 1));
        refuses(
                run.withFigure(run.figure().withPanels(List.of(FigurePanel.of(Patch.NONE), panel))),
                end,
                "figure.panels[1]");
    }

    private static void refuses(Session session, int last, String... places) {
        var bad = assertThrows(BadInputException.class, () -> Pictures.of(session, Findings.NONE));
        assertTrue(bad.place().endsWith("sampler.step") && bad.remedy().contains("0 to " + last), bad.getMessage());
        assertTrue(Arrays.stream(places).allMatch(bad.place()::contains), bad.getMessage());
        var undescribed = assertThrows(BadInputException.class, () -> Pictures.described(session, Findings.NONE));
        assertEquals(bad.getMessage(), undescribed.getMessage());
    }
}
