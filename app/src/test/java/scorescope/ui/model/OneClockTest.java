package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.density.Component;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.picture.Pictures;
import scorescope.plot.picture.ShownParticles;
import scorescope.plot.picture.StagePlane;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.Shown;

/** While a run between noise levels is shown, the noise level of the picture is that of its particles. */
class OneClockTest extends ParticlesFixture {
    @BeforeEach
    void reverse() {
        model.edit(s -> s.withSampler(s.sampler().ofKind("reverse-sde")));
    }

    @Test
    void aTickMovesTheLevelLookedAtWithTheParticles() {
        assertFalse(model.follows());
        player.play();
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 12; i++) {
            rest();
            assertTrue(model.follows());
            assertEquals(model.analyticParticlesProperty().get().level(), model.level());
            assertTrue(model.level().sigma() <= before, "backwards");
            before = model.level().sigma();
        }
        assertTrue(before < 10, "it did not move");
        assertEquals(0.5, model.target().sigma(), "where the run ends");
        requireOwn();
    }

    /** Side by side both runs are at one step, and both planes at the level of that step. */
    @Test
    void sideBySideBothStandAtTheLevelLookedAt() {
        model.trained(Optional.of(wind(1)));
        model.showScore(Shown.SIDE_BY_SIDE);
        player.seek(STEP);
        rest();
        rest();
        assertEquals(model.level(), model.analyticParticlesProperty().get().level());
        assertEquals(model.level(), model.learnedParticlesProperty().get().level());
    }

    /** A plane that compares two scores has the level of the run along the sampler's score. */
    @ParameterizedTest
    @EnumSource(
            value = Shown.class,
            names = {"DIFFERENCE", "OVERLAY"})
    void aComparisonFollowsTheRun(Shown compared) {
        var network = Optional.<ScoreField>of(wind(1));
        model.trained(network);
        model.showScore(compared);
        player.seek(STEP);
        rest();
        rest();
        assertNotEquals(0.5, model.level().sigma());
        var found =
                new Findings(network, Map.of(Source.ANALYTIC, model.particles().particles()));
        var inputs = ShownParticles.seen(StudyInputs.of(model.session(), found), found);
        var seen = StagePlane.found(inputs, Source.of(compared)).getFirst().scene();
        assertEquals(model.level(), seen.level());
        assertEquals(model.particles().count(), seen.particles().count());
        var said = Pictures.of(model.session(), Findings.of(network)).description();
        assertTrue(said.contains(SceneWords.level(model.level())), said);
    }

    @Test
    void heldTheLevelStaysTheSessionsOwn() {
        player.seek(STEP);
        rest();
        rest();
        assertNotEquals(0.5, model.level().sigma());
        model.edit(s -> s.withView(s.view().holding(true)));
        assertEquals(0.5, model.level().sigma());
        rest();
        assertEquals(0.5, model.level().sigma());
        model.undo();
        rest();
        assertNotEquals(0.5, model.level().sigma());
    }

    /** While a component is dragged particles are hidden, and the level does not change. */
    @Test
    void aDragOfTheDensityKeepsTheLevel() {
        player.seek(STEP);
        rest();
        rest();
        var level = model.level();
        model.beginEdit();
        model.edit(s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, 1, 0, 1)))));
        assertEquals(0, model.particles().count());
        assertEquals(level, model.level());
        model.commitEdit();
        rest();
        rest();
        assertEquals(level, model.level());
    }

    @Test
    void aSamplerThatStaysAtOneLevelLooksAtTheSessionsOwn() {
        player.seek(STEP);
        rest();
        rest();
        model.edit(s -> s.withSampler(s.sampler().ofKind("langevin")));
        rest();
        rest();
        assertFalse(model.follows());
        assertEquals(NoiseLevel.plain(0.5), model.level());
    }

    /** A figure of the window's session has the same level. */
    @Test
    void aFigureOfTheSessionIsOfTheSameLevel() {
        player.seek(STEP);
        rest();
        rest();
        var said = Pictures.of(model.session(), Findings.NONE).description();
        assertTrue(said.contains(SceneWords.level(model.level())), said);
        var holding = model.session().withView(model.session().view().holding(true));
        assertTrue(Pictures.of(holding, Findings.NONE).description().contains("0.5"), "held");
    }
}
