package scorescope.ui.model.listen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/** The samples have the pitch of the melody and wander from the left ear to the right one. */
class SweepTest {
    /** So wide that the density is the same everywhere: the highest tone all along. */
    private static final Melody EVEN = Melody.along(
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1e6)))),
            NoiseLevel.plain(0),
            new Box(-1, 1, -1, 1),
            0);

    private static short[] recorded(Melody melody) {
        var samples = new short[2 * (int) (Sweep.RATE * (Sweep.SECONDS + Sweep.REST))];
        new Sweep().fill(melody, samples);
        return samples;
    }

    private static double power(short[] stereo, int ear, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * Sweep.RATE); i < (int) (to * Sweep.RATE); i++) {
            sum += (double) stereo[2 * i + ear] * stereo[2 * i + ear];
        }
        return sum;
    }

    @Test
    void thePitchIsThatOfTheMelody() {
        var samples = recorded(EVEN);
        int rising = 0;
        int from = 2 * Sweep.RATE;
        for (int i = from; i < from + Sweep.RATE; i++) {
            rising += samples[2 * i] < 0 && samples[2 * i + 2] >= 0 ? 1 : 0;
        }
        assertEquals(Melody.HIGHEST, rising, 1);
    }

    @Test
    void theToneWandersFromLeftToRight() {
        var samples = recorded(EVEN);
        double half = Sweep.SECONDS / 2;
        assertTrue(power(samples, 0, 0.1, 0.3) > 50 * power(samples, 1, 0.1, 0.3), "the left ear first");
        assertEquals(1, power(samples, 0, half - 0.1, half + 0.1) / power(samples, 1, half - 0.1, half + 0.1), 0.01);
        assertTrue(power(samples, 1, 3.7, 3.9) > 50 * power(samples, 0, 3.7, 3.9), "the right ear last");
        double both = power(samples, 0, 0.1, 0.3) + power(samples, 1, 0.1, 0.3);
        assertEquals(
                1,
                both / (power(samples, 0, half - 0.1, half + 0.1) + power(samples, 1, half - 0.1, half + 0.1)),
                0.01,
                "equally loud everywhere");
        assertEquals(0, power(samples, 1, Sweep.SECONDS + 0.05, Sweep.SECONDS + Sweep.REST), "a rest");
    }

    /**
     * A tone of 1760 Hz changes by at most 2π 1760/44100 = .25 of its amplitude, .063 of the range, from sample to sample.
     * The sound ends within a wave.
     */
    @Test
    void nothingClicks() {
        var round = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0.3, 0, 1))));
        var samples = recorded(Melody.along(round, NoiseLevel.plain(0), new Box(-1, 1.1, -1, 1), 0));
        for (int i = 2; i < samples.length; i++) {
            assertTrue(Math.abs(samples[i] - samples[i - 2]) < 0.07 * Short.MAX_VALUE, "a jump at sample " + i / 2);
        }
    }

    @Test
    void piecesJoin() {
        var sweep = new Sweep();
        var pieces = new short[2 * Sweep.RATE];
        for (int from = 0; from < pieces.length; from += 1764) {
            var piece = new short[1764];
            sweep.fill(EVEN, piece);
            System.arraycopy(piece, 0, pieces, from, piece.length);
        }
        var whole = new short[pieces.length];
        new Sweep().fill(EVEN, whole);
        assertArrayEquals(whole, pieces);
    }

    @Test
    void silenceIsSilent() {
        assertArrayEquals(new short[recorded(EVEN).length], recorded(Melody.SILENCE));
    }
}
