package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.sampling.PointStart;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.UniformStart;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Patch;
import scorescope.session.RandomSessions;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;

class PatchesTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final Session OPENING = SessionDefaults.opening();

    private static Session read(String json) {
        return SessionJson.read(json, FOLDER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void thePatchBetweenTwoSessionsMakesOneOfTheOther(long seed) {
        var before = RandomSessions.session(seed, FOLDER).withCarried(Carried.NOTHING);
        var after = RandomSessions.session(1000 + seed, FOLDER).withCarried(Carried.NOTHING);
        assertEquals(after, Patches.apply(before, Patches.between(before, after)), "seed " + seed);
        assertEquals(Patch.NONE, Patches.between(before, before), "seed " + seed);
    }

    @Test
    void keysThatAreNotNamedStay() {
        var patched = Patches.apply(OPENING, Patch.of("sampler.stepSize", 0.1));
        assertEquals(0.1, patched.sampler().method().parameters().given().get("stepSize"));
        assertEquals(500L, patched.sampler().method().parameters().given().get("steps"));
        assertEquals(OPENING.view(), patched.view());
    }

    @Test
    void anotherFormDropsWhatOnlyTheOldOneKnew() {
        var byTime = Patches.apply(OPENING, Patch.of("noise.t", 0.25));
        assertEquals(new NoiseSpec.Time(0.25), byTime.noise());
        var uniform = Patches.apply(OPENING, Patch.of("sampler.start.kind", "uniform"));
        assertEquals(new UniformStart(-5, 5, -5, 5), uniform.sampler().start());
        var points =
                Patches.apply(OPENING, Patch.of("density", Map.of("points", List.of(List.of(1, 2)), "bandwidth", 0.3)));
        var preset = Patches.apply(points, Patch.of("density.preset", "two-moons"));
        assertEquals(new DensitySpec.Preset("two-moons"), preset.density());
    }

    @Test
    void anotherFileIsNotHeldAgainstTheHashOfTheOldOne() {
        var hashed = OPENING.withScore(new ScoreSpec.Learned(Optional.empty(), Optional.of("0".repeat(64))));
        var other = Patches.apply(
                hashed, Patch.of("score.file", FOLDER.resolve("b.npz").toString()));
        assertEquals(Optional.empty(), other.score().sha256());
    }

    @Test
    void aStartThatNobodyHasChosenGoesWithTheKindOfSampler() {
        var flow = Patch.of("sampler.kind", "probability-flow");
        var natural = OPENING.withSampler(OPENING.sampler().ofKind("langevin"));
        assertEquals(new PriorStart(), Patches.apply(natural, flow).sampler().start());
        var chosen = natural.withSampler(natural.sampler().withStart(new PointStart(1, 2)));
        assertEquals(new PointStart(1, 2), Patches.apply(chosen, flow).sampler().start());
    }

    @Test
    void removingAKeyGoesBackToItsDefault() {
        var shown = OPENING.withView(OPENING.view().withShown(Optional.of(Shown.OVERLAY)));
        assertEquals(OPENING, Patches.apply(shown, Patch.of("view.shown", Patch.REMOVED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"noise\": {\"sigma\": 1.5}} | σ = 1.5",
                "{\"noise\": {\"t\": 0.25}} | t = 0.25",
                "{\"sampler\": {\"stepSize\": 0.1}} | step size 0.1",
                "{\"guidance\": {\"weight\": 4}} | weight 4",
                "{\"process\": {\"kind\": \"edm\", \"sigmaMax\": 80}} | EDM, σ max = 80",
                "{\"view\": {\"shown\": \"difference\"}} | difference",
                "{\"density\": {\"preset\": \"two-moons\"}, \"noise\": {\"sigma\": 0.1}} | Two moons, σ = 0.1",
                "{\"view\": {\"layers\": [\"density\", \"streamlines\"]}} | density, streamlines",
                "{\"sampler\": {\"seed\": 3}} | seed 3"
            })
    void patchesAreNamedByWhatTheyChange(String patch, String name) {
        assertEquals(name, PatchJson.read(Json.parse(patch), "").named());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "figure.panels[2] | {\"noise\": {\"sigm\": 1}} | figure.panels[2].noise.sigm | did you mean \"sigma\"?",
                "figure.panels[2] | {\"noise\": {\"sigma\": -1}} | figure.panels[2].noise.sigma | use a number from",
                "figure.panels[2] | {\"nose\": {\"sigma\": 1}} | figure.panels[2].nose | did you mean \"noise\"?",
                "figure.panels[2] | {\"figure\": {\"width\": \"1mm\"}} | figure.panels[2].figure | did you mean",
                "figure.panels[2] | {\"score\": {\"source\": \"learnt\"}} | figure.panels[2].score.source | learned",
                "figure.panels[2] | {\"view\": {\"shown\": \"both\"}} | figure.panels[2].view.shown | side-by-side",
                "figure.panels[2] | {\"panel\": {\"titel\": \"x\"}} | figure.panels[2].panel.titel | title",
                "lanes[2] | {\"sampler\": {\"stepsize\": 1}} | lanes[2].sampler.stepsize | stepSize",
                "lanes[2] | {\"process\": {\"kind\": \"edm\", \"betaMin\": 1}} | lanes[2].process.betaMin | variance-preserving",
                "lanes[2] | {\"panel\": {\"title\": \"x\"}} | lanes[2].panel | did you mean"
            })
    void aWrongPatchSaysPanelOrLaneKeyAndRemedy(String where, String patch, String place, String remedy) {
        String list = "[{}, {}, " + patch + "]";
        String key = where.startsWith("lanes") ? "\"lanes\": " + list : "\"figure\": {\"panels\": " + list + "}";
        var bad = assertThrows(BadInputException.class, () -> read("{\"scorescope\": 1, " + key + "}"));
        assertEquals("the session: " + place, bad.place());
        assertTrue(bad.remedy().contains(remedy), bad.remedy());
    }

    @Test
    void oneLaneComparesNothing() {
        assertThrows(BadInputException.class, () -> read("{\"scorescope\": 1, \"lanes\": [{}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"difference | DIFFERENCE", "overlay | OVERLAY", "learned | LEARNED", "analytic | ANALYTIC"})
    void aPanelOfTheFirstFormBecomesWhatTheSessionShows(String source, Shown shown) {
        var session = read("{\"scorescope\": 1, \"score\": {\"source\": \"learned\", \"file\": \"net.npz\"},"
                + " \"figure\": {\"width\": \"100mm\", \"panels\": [{\"score\": {\"source\": \"" + source + "\"}}]}}");
        assertEquals(shown, session.shown());
        assertEquals(List.of(), session.figure().panels());
        assertEquals("100mm", session.figure().width());
        assertEquals(session, read(SessionJson.toText(session, FOLDER)));
    }

    @Test
    void twoPanelsOfTheFirstFormBecomeSideBySide() {
        var session = read("{\"scorescope\": 1, \"view\": {\"study\": \"score-errors\"}, \"figure\": {\"panels\":"
                + " [{\"score\": {\"source\": \"analytic\"}}, {\"score\": {\"source\": \"learned\"}}]}}");
        assertEquals(Shown.SIDE_BY_SIDE, session.shown());
        assertEquals(List.of(), session.figure().panels());
    }

    @Test
    void otherListsOfTheFirstFormBecomePatches() {
        var session = read("{\"scorescope\": 1, \"figure\": {\"panels\": [{\"score\": {\"source\": \"difference\"}},"
                + " {\"score\": {\"source\": \"analytic\"}}, {\"noise\": {\"sigma\": 2}}]}}");
        assertEquals(
                List.of(
                        Patch.of("view.shown", "difference"),
                        Patch.of("view.shown", "analytic"),
                        Patch.of("noise.sigma", 2)),
                session.figure().panels().stream().map(panel -> panel.patch()).toList());
    }

    @Test
    void filesOfPanelsAreNamedFromTheFolderOfTheSession() {
        var session = SessionJson.read(
                "{\"scorescope\": 1, \"figure\": {\"panels\": [{\"score\": {\"source\": \"learned\", \"file\": \"b.npz\"}}, {}]}}",
                FOLDER.resolve("papers"));
        assertEquals(
                Optional.of(FOLDER.resolve("papers/b.npz")),
                Patches.apply(session, session.figure().panels().getFirst().patch())
                        .score()
                        .file());
        assertTrue(SessionJson.toText(session, FOLDER).contains("\"papers/b.npz\""));
    }

    @Test
    void carriedBytesThatWereAlteredAreRefused() {
        var carrying = OPENING.withCarried(Carried.NOTHING.with(new byte[] {1, 2, 3}));
        var text = SessionJson.toText(carrying, FOLDER);
        assertEquals(carrying, read(text));
        var bad = assertThrows(BadInputException.class, () -> read(text.replace("AQID", "AQIE")));
        assertTrue(bad.place().contains("carried."), bad.place());
    }
}
