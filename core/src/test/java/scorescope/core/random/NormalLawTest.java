package scorescope.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/** The distribution of normal numbers, for every way in which they are generated. */
class NormalLawTest {
    /** Particles per call; not a multiple of the generator's block. */
    private static final int PARTICLES = 100_003;

    /** math-rng-tail: 5·10⁷ numbers, in which a loss of 6 % beyond 3.654 is seven standard errors; in 10⁷ it is three. */
    @Test
    void addressedNumbersAreNormal() {
        var law = new NormalLaw(1_000_000);
        var noise = new PhiloxNoise(100);
        var x = new double[PARTICLES];
        var y = new double[PARTICLES];
        for (int step = 0; step < 250; step++) {
            noise.gaussian(NoiseStream.PATH, step, 0, PARTICLES, x, y);
            law.take(x, y, PARTICLES);
        }
        law.check("blocks");
    }

    /** Calls for one and for a few particles, at later steps. 10⁷ numbers. */
    @Test
    void numbersOfShortCallsAreNormal() {
        inShortCalls(100);
    }

    /** 5·10⁷ numbers. */
    @Tag("exhaustive")
    @Test
    void manyNumbersOfShortCallsAreNormal() {
        inShortCalls(500);
    }

    private static void inShortCalls(int steps) {
        var law = new NormalLaw(500_000);
        var noise = new ShiftedNoise(new PhiloxNoise(7), 1L << 33);
        int n = 50_000;
        var x = new double[n];
        var y = new double[n];
        for (int step = 0; step < steps; step++) {
            for (int from = 0; from < n; ) {
                int to = Math.min(n, from + 1 + from % 5);
                noise.gaussian(NoiseStream.CORRECTION, step, from, to, x, y);
                from = to;
            }
            law.take(x, y, n);
        }
        law.check("short calls");
    }

    /** One particle's numbers from step to step. 4·10⁶ numbers. */
    @Test
    void numbersOfOneParticleAreNormalFromStepToStep() {
        var law = new NormalLaw(200_000);
        var noise = new PhiloxNoise(-3);
        int n = 50_000;
        var x = new double[n];
        var y = new double[n];
        var one = new double[2][1];
        for (int block = 0; block < 40; block++) {
            for (int i = 0; i < n; i++) {
                noise.gaussian(NoiseStream.PATH, (long) block * n + i, 0, 1, one[0], one[1]);
                x[i] = one[0][0];
                y[i] = one[1][0];
            }
            law.take(x, y, n);
        }
        law.check("steps");
    }

    /** Samples of a standard normal density by the Box–Muller transform. 10⁷ numbers. */
    @Test
    void drawnSamplesAreNormal() {
        var law = new NormalLaw(500_000);
        var normal = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));
        int n = 50_000;
        var x = new double[n];
        var y = new double[n];
        for (int seed = 0; seed < 100; seed++) {
            normal.draw(seed, x, y);
            law.take(x, y, n);
        }
        law.check("samples");
    }

    /**
     * The tail rejects 6.2 % of its proposals. Their replacements depend on the address only: a particle has the same numbers
     * alone and among others.
     */
    @Test
    void theTailRejectsItsShareAndNumbersDependOnTheirAddress() {
        var random = new SplittableRandom(11);
        int rejected = 0;
        int tries = 200_000;
        for (int i = 0; i < tries; i++) {
            double z = Ziggurat.judge(0x100, uniform(random), uniform(random));
            rejected += Double.isNaN(z) ? 1 : 0;
        }
        // ∫ T e^(−Tb) e^(−b²/2) db = 0.93767.
        assertEquals(0.06233, rejected / (double) tries, 5 * Math.sqrt(0.06233 * 0.93767 / tries));

        int n = 1 << 16;
        var noise = new PhiloxNoise(1);
        var all = new double[2][n];
        var alone = new double[2][n];
        noise.gaussian(NoiseStream.PATH, 3, 0, n, all[0], all[1]);
        for (int i = 0; i < n; i++) {
            noise.gaussian(NoiseStream.PATH, 3, i, i + 1, alone[0], alone[1]);
        }
        assertArrayEquals(all[0], alone[0]);
        assertArrayEquals(all[1], alone[1]);
    }

    private static double uniform(SplittableRandom random) {
        return (random.nextLong(1L << 52) + 0.5) * 0x1p-52;
    }
}
