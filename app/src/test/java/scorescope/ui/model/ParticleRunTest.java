package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;

class ParticleRunTest {
    private static final long NO_DEADLINE = Long.MAX_VALUE;
    private static final MixtureScore SCORE = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(0.5, -1, 0, 0.5), Component.isotropic(0.5, 1, 0, 0.5))));

    private static final MixtureScore ELSEWHERE =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 4, 4, 0.5))));

    private static ParticleRun run(String kind) {
        return run(kind, problem(SCORE));
    }

    /** All samplers of the catalog that are valid for the problem. */
    static Stream<String> samplers() {
        return SamplerCatalog.CATALOG.ids().stream()
                .filter(id -> method(id).refusal(problem(SCORE)).isEmpty());
    }

    private static ParticleRun run(String kind, Problem problem) {
        var choice = Choice.of(kind);
        var spec = new SamplerSpec(choice, 40, 7, SamplerSpec.naturalStart(choice));
        return new ParticleRun(method(kind), problem, spec, ParticleBlocks.ONE);
    }

    private static SamplingMethod method(String kind) {
        return SamplerCatalog.CATALOG.create(Choice.of(kind), "sampler");
    }

    private static Problem problem(ScoreField score) {
        return new Problem(score, new VarianceExploding(0.01, 10), NoiseLevel.plain(0.5));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void goingBackAndForthShowsTheSamePositionsAndTails(String kind) {
        var straight = run(kind);
        for (int i = 0; i < 30; i++) {
            straight.advance();
        }
        straight.attend(OptionalInt.of(5));
        assertTrue(straight.trace(NO_DEADLINE));
        var scrubbed = run(kind);
        scrubbed.attend(OptionalInt.of(5));
        assertTrue(scrubbed.toward(45, NO_DEADLINE));
        assertTrue(scrubbed.toward(3, NO_DEADLINE));
        assertTrue(scrubbed.toward(30, NO_DEADLINE));
        assertSame(straight.frame(), scrubbed.frame());
        straight.advance();
        scrubbed.advance();
        assertSame(straight.frame(), scrubbed.frame());
    }

    /** After seeking back and continuing along a newer score, trails are those of the new run. */
    @Test
    void theWayAheadIsForgottenWhenTheScoreIsReplaced() {
        var run = run("langevin");
        assertTrue(run.toward(20, NO_DEADLINE));
        assertTrue(run.toward(5, NO_DEADLINE));
        run.replaceScore(method("langevin"), problem(ELSEWHERE));
        assertTrue(run.mixed());
        var positions = new double[21][];
        for (int step = 5; step < 20; step++) {
            positions[step] = run.frame().x();
            run.advance();
        }
        int checked = 0;
        for (var mark : run.frame().past().marks()) {
            if (mark.step() >= 5) {
                assertArrayEquals(positions[mark.step()], mark.x(), "step " + mark.step());
                checked++;
            }
        }
        assertEquals(15, checked);
    }

    /** Steps before the replacement of the score are computed again along the new one. */
    @Test
    void backBeforeTheReplacementOfTheScoreIsARunOfTheNewScoreAlone() {
        var replaced = run("langevin");
        replaced.toward(20, NO_DEADLINE);
        replaced.replaceScore(method("langevin"), problem(ELSEWHERE));
        replaced.toward(10, NO_DEADLINE);
        assertFalse(replaced.mixed());
        var straight = run("langevin", problem(ELSEWHERE));
        straight.toward(10, NO_DEADLINE);
        assertArrayEquals(straight.frame().x(), replaced.frame().x());
    }

    @Test
    void aScoreReplacedBeforeTheFirstStepMakesARunOfItAlone() {
        var run = run("langevin");
        run.replaceScore(method("langevin"), problem(ELSEWHERE));
        run.toward(10, NO_DEADLINE);
        assertFalse(run.mixed());
        var straight = run("langevin", problem(ELSEWHERE));
        straight.toward(10, NO_DEADLINE);
        assertArrayEquals(straight.frame().x(), run.frame().x());
    }

    private static void assertSame(ParticleFrame expected, ParticleFrame found) {
        assertEquals(expected.followed(), found.followed());
        assertEquals(
                expected.step(),
                expected.followed().orElseThrow().earlier().size(),
                "a denoised point for every step of so short a run");
        assertEquals(expected.step(), found.step());
        assertArrayEquals(expected.x(), found.x());
        assertArrayEquals(expected.y(), found.y());
        assertEquals(expected.trails().size(), found.trails().size());
        for (int age = 0; age < expected.trails().size(); age++) {
            assertArrayEquals(
                    expected.trails().get(age).x(), found.trails().get(age).x(), "tail " + age);
        }
        assertArrayEquals(expected.past().startX(), found.past().startX());
        assertEquals(expected.step(), expected.past().marks().size(), "a mark for every step of so short a run");
        assertEquals(expected.step(), found.past().marks().size());
        for (int i = 0; i < expected.past().marks().size(); i++) {
            assertEquals(i, found.past().marks().get(i).step());
            assertArrayEquals(
                    expected.past().marks().get(i).y(),
                    found.past().marks().get(i).y(),
                    "mark " + i);
        }
    }

    /** A particle selected late in a run has the same track as one selected before the first step. */
    @ParameterizedTest
    @ValueSource(ints = {130, 300, 77, 1})
    void aParticleChosenLateShowsTheSameWayOfItsDenoisedPoint(int step) {
        var first = run("langevin");
        first.attend(OptionalInt.of(9));
        first.toward(step, NO_DEADLINE);
        var late = run("langevin");
        late.attend(OptionalInt.of(2));
        late.toward(300, NO_DEADLINE);
        late.toward(step, NO_DEADLINE);
        late.attend(OptionalInt.of(9));
        assertFalse(late.trace(System.nanoTime() - 1), "it takes its time");
        assertTrue(late.trace(NO_DEADLINE));
        var expected = first.frame().followed().orElseThrow();
        assertEquals(expected, late.frame().followed().orElseThrow());
        assertTrue(expected.earlier().size() > step / 10 && expected.earlier().size() <= 64);
        late.attend(OptionalInt.empty());
        assertTrue(late.frame().followed().isEmpty());
        late.attend(OptionalInt.of(40));
        assertTrue(late.frame().followed().isEmpty(), "there are only 40");
    }

    /** Steps along the former score keep its denoised points. */
    @Test
    void whenTheScoreMovesOnEarlierDenoisedPointsStay() {
        var run = run("langevin");
        run.attend(OptionalInt.of(3));
        run.toward(20, NO_DEADLINE);
        var before = run.frame().followed().orElseThrow();
        ScoreField halved = (x, y, from, to, level, outX, outY) -> {
            SCORE.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] /= 2;
            }
        };
        run.replaceScore(method("langevin"), problem(halved));
        var after = run.frame().followed().orElseThrow();
        assertEquals(before.earlier(), after.earlier());
        var was = before.present();
        double pulled = was.cleanX() - was.x();
        assertEquals(was.x() + pulled / 2, after.present().cleanX(), 1e-12);
        assertEquals(was.cleanY(), after.present().cleanY(), 1e-12);
        run.advance();
        assertEquals(21, run.frame().followed().orElseThrow().earlier().size());
    }

    @Test
    void aFarStepIsReachedInTurns() {
        var run = run("langevin");
        assertFalse(run.toward(200, System.nanoTime() - 1));
        assertTrue(run.frame().step() < 200);
        assertTrue(run.toward(200, NO_DEADLINE));
        assertEquals(200, run.frame().step());
    }
}
