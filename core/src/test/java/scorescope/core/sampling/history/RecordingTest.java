package scorescope.core.sampling.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.SamplingRunTest;
import scorescope.core.sampling.State;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.score.ScoreField;

class RecordingTest {
    private static final int PARTICLES = 30;

    /** With memory for all states, and for so few that most are computed again. */
    @ParameterizedTest
    @MethodSource("scorescope.core.sampling.SamplingRunTest#methods")
    void scrubbingBackAndForthChangesNothing(SamplingMethod method) {
        var sampler = SamplingRunTest.sampler(method);
        var noise = new PhiloxNoise(7);
        var run = new SamplingRun(sampler, PARTICLES, method.naturalStart(), noise, ParticleBlocks.ONE);
        var straight = new Trajectory(sampler, PARTICLES);
        run.watchedBy(straight::add).finish();
        for (long bytes : new long[] {1, 1 << 20}) {
            var initial = sampler.init(PARTICLES, method.naturalStart(), noise);
            var recording = new Recording(sampler, initial, noise, ParticleBlocks.ONE, bytes);
            var random = new SplittableRandom(3);
            for (int i = 0; i < 60; i++) {
                int frame = random.nextInt(straight.frames() + 3);
                var state = recording.seek(frame);
                assertEquals(Math.min(frame, straight.frames() - 1), state.step());
                assertSame(straight, state);
            }
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

    /** A particle of the last, partly filled block: bit for bit as in the run of all. */
    @ParameterizedTest
    @MethodSource("scorescope.core.sampling.SamplingRunTest#methods")
    void oneParticleIsFollowedAgainWhileTheRunStands(SamplingMethod method) {
        int particles = 2 * ParticleBlocks.BLOCK + 30;
        int one = 2 * ParticleBlocks.BLOCK + 11;
        var sampler = SamplingRunTest.sampler(method);
        var noise = new PhiloxNoise(7);
        var initial = sampler.init(particles, method.naturalStart(), noise);
        var recording = new Recording(sampler, initial, noise, ParticleBlocks.ONE, 1);
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (int step = 0; !recording.ended(); step++) {
            var state = recording.seek(step);
            x.add(state.x()[one]);
            y.add(state.y()[one]);
        }
        var random = new SplittableRandom(5);
        int stands = recording.seek(random.nextInt(x.size())).step();
        var replay = recording.replay(one);
        for (int i = 0; i < 20; i++) {
            int frame = random.nextInt(x.size());
            var seen = replay.toward(frame, Long.MAX_VALUE);
            assertEquals(frame, seen.step());
            assertEquals(x.get(frame), seen.x()[one]);
            assertEquals(y.get(frame), seen.y()[one]);
            assertEquals(x.get(stands), recording.state().x()[one], "the run stands where it stood");
        }
        assertThrows(IllegalArgumentException.class, () -> replay.toward(recording.furthest() + 1, Long.MAX_VALUE));
    }

    /** To follow one of 100,000 particles only its block is computed, one step per call. */
    @Test
    void followingOneParticleMovesItsBlockAloneStepByStep() {
        var scored = new AtomicLong();
        ScoreField score = (x, y, from, to, level, outX, outY) -> {
            scored.addAndGet(to - from);
            Arrays.fill(outX, from, to, 0);
            Arrays.fill(outY, from, to, 0);
        };
        var sampler = new Langevin(0.01, 1000, 1)
                .bind(new Problem(score, new VarianceExploding(0.01, 10), NoiseLevel.plain(0.5)));
        var noise = new PhiloxNoise(7);
        int particles = 10 * ParticleBlocks.BLOCK;
        var recording = new Recording(
                sampler, sampler.init(particles, new GaussianStart(0, 0, 1), noise), noise, ParticleBlocks.ONE, 1);
        int one = 7 * ParticleBlocks.BLOCK + 5;
        int target = 239;
        double there = recording.seek(target).x()[one];
        recording.seek(300);
        scored.set(0);
        var replay = recording.replay(one);
        long over = System.nanoTime() - 1;
        int before = replay.toward(target, over).step();
        for (int step = before + 1; step <= target; step++) {
            assertEquals(step, replay.toward(target, over).step());
        }
        assertEquals(there, replay.toward(target, over).x()[one]);
        assertTrue(before > target / 2 && before < target - 1, "from a checkpoint on: " + before);
        assertTrue(scored.get() <= (long) target * ParticleBlocks.BLOCK, () -> scored + " scores");
    }
}
