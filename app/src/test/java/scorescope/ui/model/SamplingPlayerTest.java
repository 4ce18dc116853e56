package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.method.Langevin;
import scorescope.session.SamplerSpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;

class SamplingPlayerTest {
    private static final int STEPS = 40;

    private final AppContext context = AppContext.on(SessionDefaults.opening().withSampler(sampler()));
    private final SamplingPlayer player = context.player();
    private long now;

    private static SamplerSpec sampler() {
        var method = Choice.of("langevin").with(Langevin.STEPS, (long) STEPS);
        return new SamplerSpec(method, 20, 7, SamplerSpec.naturalStart(method));
    }

    /** Sets a pace of one step per pulse at 60 pulses per second. */
    @BeforeEach
    void pace() {
        player.speedProperty().set(60 * StepPace.SECONDS / STEPS);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private ParticleFrame frame() {
        return context.model().analyticParticlesProperty().get();
    }

    /** The step shown after another pulse of 1/60 s, after all requested steps are done. */
    private int pulse(boolean behind) {
        player.awaitRest();
        now += 1_000_000_000L / 60;
        context.pulse(now, behind);
        return frame().step();
    }

    @Test
    void aPulseOrdersTheNextStep() {
        player.play();
        assertArrayEquals(new int[] {0, 1, 2}, new int[] {pulse(false), pulse(false), pulse(false)});
    }

    /** Such a step would not be seen, and would delay the drawing. */
    @Test
    void noStepIsOrderedWhileAPictureWaitsToBeDrawn() {
        player.play();
        assertEquals(0, pulse(false));
        assertEquals(1, pulse(true), "what was ordered before is shown");
        for (int i = 0; i < 3; i++) {
            assertEquals(1, pulse(true));
        }
        assertEquals(1, pulse(false), "it was not ordered before");
        assertEquals(2, pulse(false));
    }

    /** Steps left out are not made up later: a busy machine plays more slowly. */
    @Test
    void afterWaitingItGoesOnStepByStep() {
        player.play();
        for (int i = 0; i < 20; i++) {
            pulse(true);
        }
        int before = pulse(false);
        assertEquals(before + 1, pulse(false));
        assertEquals(before + 2, pulse(false));
    }

    /** A finished run starts again only by play. */
    @Test
    void atItsEndTheRunStands() {
        player.play();
        for (int step = 0; step <= STEPS; step++) {
            assertEquals(step, pulse(false));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(STEPS, pulse(false));
            assertFalse(player.playingProperty().get());
        }
        player.play();
        assertEquals(STEPS, pulse(false));
        assertEquals(1, pulse(false));
    }

    /** A run takes the same time, however many steps it has. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40, 500, 2500})
    void atSpeedOneARunTakesEightSeconds(int steps) {
        context.model()
                .edit(s -> s.withSampler(
                        s.sampler().withMethod(s.sampler().method().with(Langevin.STEPS, (long) steps))));
        player.speedProperty().set(1);
        player.play();
        int pulses = 0;
        while (frame().step() < steps && pulses < 1000) {
            pulse(false);
            pulses++;
        }
        assertEquals(8 * 60, pulses, 30 + 240.0 / steps, "an even rhythm, and half a step");
    }
}
