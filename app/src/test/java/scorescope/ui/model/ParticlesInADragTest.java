package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.session.DensitySpec;
import scorescope.session.Shown;
import scorescope.session.View;

/** During a drag the particles shown are those of the present session at the present step, or none. */
class ParticlesInADragTest extends ParticlesFixture {
    private void standAtStep(String sampler) {
        model.edit(s -> s.withSampler(s.sampler().ofKind(sampler).withParticles(30)));
        player.seek(STEP);
        rest();
        rest();
        assertEquals(STEP, model.analyticParticlesProperty().get().step());
    }

    /** Asserts the session's own particles at the clock's step. */
    private void requireOwnAtTheStep() {
        requireOwn();
        for (var frame : List.of(
                model.analyticParticlesProperty().get(),
                model.learnedParticlesProperty().get())) {
            assertTrue(frame.count() == 0 || frame.step() == STEP, "a run on its way stands at step " + frame.step());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"langevin", "annealed-langevin", "reverse-sde", "ddim"})
    void ofNoiseNoForeignParticlesAreShown(String sampler) {
        standAtStep(sampler);
        model.beginEdit();
        for (double sigma = 0.6; sigma < 2; sigma += 0.1) {
            model.setSigma(sigma);
            requireOwnAtTheStep();
            context.pulse(System.nanoTime(), false);
            requireOwnAtTheStep();
        }
        model.commitEdit();
        rest();
        requireOwnAtTheStep();
        assertEquals(STEP, model.analyticParticlesProperty().get().step());
        assertTrue(player.settled());
    }

    @Test
    void ofAComponentNoForeignParticlesAreShown() {
        model.trained(Optional.of(wind(1)));
        model.showScore(Shown.SIDE_BY_SIDE);
        standAtStep("langevin");
        model.beginEdit();
        for (double x = 0; x < 2; x += 0.2) {
            double at = x;
            model.edit(s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, at, 0, 1)))));
            requireOwnAtTheStep();
            context.pulse(System.nanoTime(), false);
            requireOwnAtTheStep();
        }
        model.commitEdit();
        rest();
        requireOwnAtTheStep();
        assertEquals(STEP, model.learnedParticlesProperty().get().step());
    }

    /** While the pointer rests during a drag, particles are shown. */
    @Test
    void particlesComeWhileTheHandRests() {
        standAtStep("langevin");
        model.beginEdit();
        model.setSigma(1.5);
        assertEquals(0, model.analyticParticlesProperty().get().count());
        player.awaitRest();
        context.pulse(System.nanoTime(), false);
        assertTrue(model.interacting());
        requireOwnAtTheStep();
        assertEquals(STEP, model.analyticParticlesProperty().get().step());
    }

    /** A request left in the thread is not started during a drag. */
    @Test
    void noRunIsBegunWhileTheHandMoves() {
        standAtStep("langevin");
        model.beginEdit();
        model.setSigma(1.5);
        context.pulse(System.nanoTime(), false);
        assertFalse(player.settled());
        assertTrue(model.particlesDueProperty().get());
        model.commitEdit();
        rest();
        assertFalse(model.particlesDueProperty().get());
    }

    /** Dragging the view leaves the particles shown. */
    @Test
    void theyStayWhileTheViewIsDragged() {
        standAtStep("langevin");
        var before = model.analyticParticlesProperty().get();
        model.beginEdit();
        model.edit(s ->
                s.withView(new View(-3, 3, -3, 3, s.view().layers(), s.view().colorMap())));
        context.pulse(System.nanoTime(), false);
        assertEquals(before, model.analyticParticlesProperty().get());
    }
}
