package scorescope.plot.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.export.SessionFile;
import scorescope.plot.paint.Place;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;

/** The key that changes in an animation, and correctness of each frame. */
class MotionTest {
    private static final String RUN = AnimationsTest.RUN;

    private static Session session(String json) {
        return SessionFile.drawable(SessionJson.read(json, Path.of("")));
    }

    @Test
    void aFrameIsThePictureAtItsStep() {
        var base = session(RUN);
        var inputs = StudyInputs.of(base);
        var shots = Motion.SAMPLER.shots(inputs);
        for (int step : new int[] {0, 7, 40}) {
            var shot = shots.at(step / 40.0);
            assertEquals(OptionalInt.of(step), shot.session().sampler().step());
            var alone = base.withSampler(base.sampler().at(OptionalInt.of(step)));
            var page = new FramePage(300, 330, 1.2);
            var drawer = new FrameDrawer(1.2, 0);
            int[] inFilm = drawer.pixels(drawer.figure(shot), 0, page);
            var other = new FrameDrawer(1.2, 0);
            int[] asPicture = other.pixels(other.figure(StudyInputs.of(alone)), 0, page);
            assertArrayEquals(asPicture, inFilm, "step " + step);
        }
    }

    /** In a run along a process the noise level is that of the particles, in picture and caption. */
    @ParameterizedTest
    @ValueSource(strings = {"variance-exploding", "variance-preserving", "rectified-flow"})
    void theNoiseTravelsWithTheParticles(String process) {
        var base = session("""
                {"scorescope": 1, "process": {"kind": "%s"}, "noise": {"t": 0.5},
                 "sampler": {"kind": "probability-flow", "steps": 20, "particles": 20},
                 "view": {"layers": ["density", "particles"]}}""".formatted(process));
        var inputs = StudyInputs.of(base);
        var shots = Motion.SAMPLER.shots(inputs);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= 20; step++) {
            var shot = shots.at(step / 20.0);
            var particles = shot.findings().particles().values().iterator().next();
            var level = particles.level().orElseThrow();
            assertEquals(level.sigma(), shot.level().sigma(), 1e-9 * level.sigma());
            assertEquals(level.alpha(), shot.level().alpha(), 1e-9);
            assertTrue(level.ratio() < before, "step " + step);
            before = level.ratio();
        }
        assertEquals(inputs.level().sigma(), inputs.process().at(0.5).sigma());
        assertEquals(inputs.level().ratio(), before, 1e-6, "it ends at the session's level");
    }

    @Test
    void everyStudyWithAClockMovesByItsMoment() {
        var shown = session("{\"scorescope\": 1, \"view\": {\"study\": \"forward-process\"}}");
        var inputs = StudyInputs.of(shown);
        assertEquals(Motion.MOMENT, Motion.of(inputs));
        var shots = Motion.MOMENT.shots(inputs);
        assertEquals(0.25, shots.at(0.25).session().view().study().moment());
        assertEquals(Motion.SAMPLER, Motion.of(StudyInputs.of(session(RUN))));
        var still = StudyInputs.of(session("{\"scorescope\": 1}"));
        assertEquals(Motion.SIGMA, Motion.of(still));
        assertFalse(Motion.MOMENT.moves(still));
        assertThrows(BadInputException.class, () -> Motion.MOMENT.require(still));
    }

    /** A sweep ends with the session's own picture. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"sigma\": 0.3}", "{\"sigma\": 0}", "{\"sigma\": 40}", "{\"t\": 0.2}", "{\"t\": 0}"})
    void aSweepOfNoiseGoesDownToTheSessionsLevel(String noise) {
        var base = session("{\"scorescope\": 1, \"noise\": " + noise + "}");
        var inputs = StudyInputs.of(base);
        var shots = Motion.SIGMA.shots(inputs);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 10; i++) {
            double sigma = shots.at(i / 10.0).level().sigma();
            assertTrue(sigma < before, sigma + " after " + before);
            before = sigma;
        }
        assertEquals(base, shots.at(1).session());
    }

    /** The plot does not move while the numbers of its colour bar change. */
    @Test
    void thePlotStaysWhereItIs() {
        var inputs = StudyInputs.of(
                session("{\"scorescope\": 1, \"noise\": {\"sigma\": 0.1}, \"view\": {\"layers\": [\"density\"]}}"));
        var film = new Film(
                inputs,
                Motion.SIGMA,
                new AnimationTiming(4, 10, 0, 0),
                new FrameSize(90, Optional.empty()),
                false,
                Optional.empty());
        var drawer = new FrameDrawer(1, film.widestBar());
        var places = new ArrayList<Place>();
        var shots = Motion.SIGMA.shots(inputs);
        for (int i = 0; i < 40; i++) {
            places.add(drawer.figure(shots.at(i / 39.0)).panels().getFirst().place());
        }
        assertEquals(1, places.stream().distinct().count(), places.toString());
    }
}
