package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.core.denoise.FollowedParticle.Track;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.PriorStart;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.paint.Palette;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.model.ParticleFrame;

/** Selecting a particle shows its denoised point. */
final class DenoisedParticleJourneyTest extends WindowJourney {
    private static final int PARTICLES = 40;

    @Override
    Session opening() {
        var opening = SessionDefaults.opening();
        return opening.withProcess(Choice.of("variance-preserving"))
                .withSampler(
                        new SamplerSpec(Choice.of("reverse-sde"), PARTICLES, 7, new PriorStart(), OptionalInt.of(0)))
                .withView(opening.view().withLayers(List.of("density", "particles", ChosenParticle.LAYER)));
    }

    @Test
    void aClickChoosesAParticleAndItsDenoisedPointMovesWithTheSteps() {
        step();
        assertEquals(0, track().index(), "the first one until somebody chooses");
        step();
        int chosen = loneliest();
        clickOn(plane().localToScreen(px(chosen), py(chosen)));
        until(() -> track().index() == chosen);
        assertEquals(chosen, ChosenParticle.of(model.session().view()).orElseThrow());
        assertEquals(2, track().earlier().size(), "what it did before it was chosen is known");
        var before = track().present();
        until(() -> ringed(chosen));

        step();
        var after = track().present();
        assertEquals(before, track().earlier().getLast());
        assertNotEquals(before.cleanX(), after.cleanX());
        assertTrue(after.level().sigma() < before.level().sigma());
        until(() -> ringed(chosen));

        dragThumb("#sample-clock", 60);
        until(() -> frame().step() > 10 && frame().followed().isPresent());
        dragThumb("#sample-clock", -300);
        until(() -> frame().step() == 0);
        for (int i = 0; i < 3; i++) {
            step();
        }
        assertEquals(after, track().present());
        assertEquals(before, track().earlier().getLast());

        clickOn("#undo");
        until(() -> track().index() == 0);
        var seen = model.session().view();
        drag(plane().localToScreen(px(chosen), py(chosen))).moveBy(30, 20).drop();
        assertNotEquals(seen, model.session().view(), "the picture was moved");
        assertEquals(0, ChosenParticle.of(model.session().view()).orElseThrow(), "what is dragged was not clicked");
    }

    @Test
    void aNumberTypedInTheInspectorChoosesToo() {
        step();
        clickOn("#rail-look");
        var more = lookup("#layer-" + ChosenParticle.LAYER + "-more").<Node>query();
        interact(() -> {
            more.requestFocus();
            more.fireEvent(new javafx.event.ActionEvent());
        });
        var field = lookup("#layer-" + ChosenParticle.LAYER + "-particle").<TextField>query();
        interact(() -> {
            field.setText("7");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        until(() -> track().index() == 6);
    }

    private void step() {
        int before = frame().step();
        clickOn("#sample-step");
        until(() -> frame().step() == before + 1);
    }

    private ParticleFrame frame() {
        return model.analyticParticlesProperty().get();
    }

    private Track track() {
        return frame().followed().orElseThrow();
    }

    /** Of the particles well inside the picture, except the first, the one farthest from all others. */
    private int loneliest() {
        return IntStream.range(1, PARTICLES)
                .filter(i -> Math.hypot(frame().x()[i], frame().y()[i]) < 3)
                .boxed()
                .max((i, j) -> Double.compare(loneliness(i), loneliness(j)))
                .orElseThrow();
    }

    private double loneliness(int particle) {
        return IntStream.range(0, PARTICLES)
                .filter(other -> other != particle)
                .mapToDouble(other -> Math.hypot(
                        frame().x()[other] - frame().x()[particle], frame().y()[other] - frame().y()[particle]))
                .min()
                .orElseThrow();
    }

    /** Whether pixels around a particle have the ring's colour. */
    private boolean ringed(int particle) throws Exception {
        int color = Palette.LIGHT.probe().argb();
        double x = px(particle);
        double y = py(particle);
        return WaitForAsyncUtils.asyncFx(() -> {
                    Image picture = plane().snapshot(null, null);
                    int left = 0;
                    int right = 0;
                    for (int dy = -3; dy <= 3; dy++) {
                        for (int dx = 4; dx <= 10; dx++) {
                            left += near(picture, x - dx, y + dy, color);
                            right += near(picture, x + dx, y + dy, color);
                        }
                    }
                    return left > 2 && right > 2;
                })
                .get(20, TimeUnit.SECONDS);
    }

    private static int near(Image picture, double x, double y, int color) {
        if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
            return 0;
        }
        int found = picture.getPixelReader().getArgb((int) x, (int) y);
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            distance += Math.abs((found >> shift & 255) - (color >> shift & 255));
        }
        return distance < 110 ? 1 : 0;
    }

    private double px(int particle) {
        return viewport().toX(frame().x()[particle]);
    }

    private double py(int particle) {
        return viewport().toY(frame().y()[particle]);
    }
}
