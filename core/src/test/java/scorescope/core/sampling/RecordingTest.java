package scorescope.core.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {
    private static final int PARTICLES = 30;

    /** With memory for all states, and with memory for so few that most must be computed again. */
    @ParameterizedTest
    @MethodSource("scorescope.core.sampling.SamplingRunTest#methods")
    void scrubbingBackAndForthChangesNothing(SamplingMethod method) {
        var sampler = SamplingRunTest.sampler(method);
        var noise = new PhiloxNoise(7);
        var run = new SamplingRun(sampler, PARTICLES, method.naturalStart(), noise, Shards.ONE);
        var straight = new Trajectory(sampler, PARTICLES);
        run.watchedBy(straight::add).finish();
        for (long bytes : new long[] {1, 1 << 20}) {
            var begun = sampler.init(PARTICLES, method.naturalStart(), noise);
            var recording = new Recording(sampler, begun, noise, Shards.ONE, bytes);
            var random = new SplittableRandom(3);
            for (int i = 0; i < 60; i++) {
                int asked = random.nextInt(straight.frames() + 3);
                var state = recording.seek(asked);
                assertEquals(Math.min(asked, straight.frames() - 1), state.step());
                assertSame(straight, state);
            }
            var replay = recording.replay();
            int stands = recording.seek(random.nextInt(straight.frames())).step();
            for (int i = 0; i < 20; i++) {
                int asked = random.nextInt(recording.furthest() + 1);
                var seen = replay.seek(asked);
                assertEquals(asked, seen.step());
                assertSame(straight, seen);
                assertSame(straight, recording.state());
                assertEquals(stands, recording.state().step(), "the run stands where it stood");
            }
            assertThrows(IllegalArgumentException.class, () -> replay.seek(recording.furthest() + 1));
            assertSame(straight, recording.seek(straight.frames()));
            assertTrue(recording.ended());
            assertEquals(straight.frames() - 1, recording.length());
        }
    }

    private static void assertSame(Trajectory straight, State state) {
        var x = new double[PARTICLES];
        var y = new double[PARTICLES];
        straight.copyFrame(state.step(), x, y);
        assertArrayEquals(x, state.x(), "x after step " + state.step());
        assertArrayEquals(y, state.y(), "y after step " + state.step());
    }
}
