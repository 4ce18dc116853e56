package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;
import scorescope.session.codec.RebasedPatches;
import scorescope.session.codec.SessionJson;

/** A session's step lies within its run, or reading says which steps there are. */
final class RunLengthTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private static Session read(String keys, String... overrides) {
        return SessionJson.read(
                "{\"scorescope\": 1" + (keys.isEmpty() ? "" : ", ") + keys + "}", HERE, "it", List.of(overrides));
    }

    private static String process(String sampler) {
        return sampler.equals("ddpm")
                ? "\"process\": {\"kind\": \"ddpm\"}"
                : "\"process\": {\"kind\": \"variance-exploding\"}";
    }

    private static String sampler(String kind, int step) {
        return process(kind) + ", \"sampler\": {\"kind\": \"" + kind + "\", \"step\": " + step + "}";
    }

    static List<String> samplers() {
        return SamplerCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theLastStepIsReadAndTheOneAfterRefused(String kind) {
        int last = RunLength.of(read(sampler(kind, 0))).orElseThrow();
        assertTrue(last > 0);
        assertEquals(OptionalInt.of(last), read(sampler(kind, last)).sampler().step());
        var bad = assertThrows(BadInputException.class, () -> read(sampler(kind, last + 1)));
        assertEquals("it: sampler.step", bad.place());
        assertTrue(bad.remedy().contains("0 to " + last), bad.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"figure\": {\"panels\": [{}, {\"sampler\": {\"step\": 501}}]}|figure.panels[1].sampler.step|500",
                "\"lanes\": [{\"sampler\": {\"step\": 501}}, {}]|lanes[0].sampler.step|500"
            })
    void panelsAndLanesAreCheckedToo(String given) {
        var parts = given.split("\\|", -1);
        var bad = assertThrows(BadInputException.class, () -> read(parts[0]));
        assertEquals("it: " + parts[1], bad.place());
        assertTrue(bad.remedy().contains("0 to " + parts[2]), bad.remedy());
    }

    @Test
    void aStepThatIsSetIsChecked() {
        var bad = assertThrows(BadInputException.class, () -> read("", "sampler.step=501"));
        assertTrue(bad.place().contains("sampler.step") && bad.remedy().contains("0 to 500"), bad.getMessage());
        assertEquals(OptionalInt.of(500), read("", "sampler.step=500").sampler().step());
    }

    @Test
    void aRunThatHasBecomeShorterStandsAtItsEnd() {
        var opening = SessionDefaults.opening();
        var standing = opening.withSampler(opening.sampler().at(OptionalInt.of(300)));
        assertEquals(standing, RunLength.within(standing));
        var shorter = standing.withSampler(standing.sampler()
                .withMethod(new Choice(standing.sampler().method().kind(), new Parameters(Map.of("steps", 100L)))));
        assertEquals(OptionalInt.of(100), RunLength.within(shorter).sampler().step());
        RunLength.check(RunLength.within(shorter));
    }

    /** As when the window plays past the end of the shorter run of a panel. */
    @Test
    void theSessionsStepEndsWithTheShorterRunOfAPanel() {
        var session = read("\"sampler\": {\"step\": 60}, \"figure\": {\"panels\": [{\"sampler\": {\"steps\": 40}}]},"
                + " \"lanes\": [{}, {\"sampler\": {\"kind\": \"probability-flow\", \"steps\": 20}}]");
        var panel = session.figure().panels().getFirst().patch();
        assertEquals(OptionalInt.of(40), Patches.apply(session, panel).sampler().step());
        assertEquals(
                OptionalInt.of(20),
                Patches.apply(session, session.lanes().get(1)).sampler().step());
        assertEquals(OptionalInt.of(60), session.sampler().step());
    }

    /** A step of a panel is cut to the end of its run, so that the session can be read from its file. */
    @Test
    void aPanelStandsAtTheEndOfARunThatHasBecomeShorter() {
        var session = read(
                "\"figure\": {\"panels\": [{\"sampler\": {\"step\": 300}}]}, \"lanes\": [{\"sampler\": {\"step\": 200}}, {}]");
        assertEquals(session, RebasedPatches.of(session, session));
        var shorter = RebasedPatches.of(session, Patches.apply(session, Patch.of("sampler.steps", 100)));
        assertEquals(
                Patch.of("sampler.step", 100),
                shorter.figure().panels().getFirst().patch());
        assertEquals(Patch.of("sampler.step", 100), shorter.lanes().getFirst());
        assertEquals(shorter, SessionJson.read(SessionJson.toText(shorter, HERE), HERE));
    }
}
