package scorescope.core.random;

/**
 * Philox4x32-10: a bijection of 128-bit counters, one for each 64-bit key, whose outputs at successive counters pass the
 * usual statistical test batteries. Random access without shared state: any thread can compute any number.
 *
 * <p>One round takes the words (c0, c1, c2, c3) to (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0)); the
 * keys grow by the Weyl constants from round to round.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1,
 *     2, 3 (2011)</a>
 */
final class Philox {
    static final int ROUNDS = 10;
    static final long M0 = 0xD2511F53L;
    static final long M1 = 0xCD9E8D57L;
    static final long MASK = 0xFFFFFFFFL;
    private static final int WEYL0 = 0x9E3779B9;
    private static final int WEYL1 = 0xBB67AE85;

    private Philox() {}

    /** The keys of all rounds, (k0, k1) alternating, each in the low half of a long. */
    static long[] keySchedule(long key) {
        var keys = new long[2 * ROUNDS];
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            keys[2 * round] = k0 & MASK;
            keys[2 * round + 1] = k1 & MASK;
            k0 += WEYL0;
            k1 += WEYL1;
        }
        return keys;
    }

    /**
     * The 128 bits at one counter.
     *
     * @param keys of {@link #keySchedule}; not modified
     * @param counter four words, each in the low half of a long; overwritten by the four words of the result
     */
    static void apply(long[] keys, long[] counter) {
        long c0 = counter[0];
        long c1 = counter[1];
        long c2 = counter[2];
        long c3 = counter[3];
        for (int round = 0; round < 2 * ROUNDS; round += 2) {
            long low = M0 * c0;
            long high = M1 * c2;
            c0 = (high >>> 32) ^ c1 ^ keys[round];
            c1 = high & MASK;
            c2 = (low >>> 32) ^ c3 ^ keys[round + 1];
            c3 = low & MASK;
        }
        counter[0] = c0;
        counter[1] = c1;
        counter[2] = c2;
        counter[3] = c3;
    }

    /**
     * The same at n counters that differ only in their first word, {@code first}, {@code first + 1} and so on; each of the
     * four words of the results has an array of its own. Loops of one round are short enough for the compiler to use
     * vectors, in which eight counters take two and a half times as long as one takes alone.
     */
    static void apply(
            long[] keys,
            long first,
            long second,
            long third,
            long fourth,
            long[] c0,
            long[] c1,
            long[] c2,
            long[] c3,
            int n) {
        // Values that do not depend on i: after one round the first two words, after two the last.
        long high = M1 * third;
        long low = M0 * ((high >>> 32) ^ second ^ keys[0]);
        for (int i = 0; i < n; i++) {
            c0[i] = M0 * (first + i);
        }
        begin(fourth ^ keys[1], (high & MASK) ^ keys[2], (low >>> 32) ^ keys[3], low & MASK, c0, c1, c2, c3, n);
        for (int round = 4; round < 2 * ROUNDS; round += 2) {
            round(keys[round], keys[round + 1], c0, c1, c2, c3, n);
        }
    }

    /** The first two rounds; {@code c0} begins as M0 times the first word. */
    private static void begin(long k1, long k2, long k3, long last, long[] c0, long[] c1, long[] c2, long[] c3, int n) {
        for (int i = 0; i < n; i++) {
            long low = c0[i];
            long high = M1 * ((low >>> 32) ^ k1);
            c0[i] = (high >>> 32) ^ k2;
            c1[i] = high & MASK;
            c2[i] = (low & MASK) ^ k3;
            c3[i] = last;
        }
    }

    private static void round(long k0, long k1, long[] c0, long[] c1, long[] c2, long[] c3, int n) {
        for (int i = 0; i < n; i++) {
            long low = M0 * c0[i];
            long high = M1 * c2[i];
            c0[i] = (high >>> 32) ^ c1[i] ^ k0;
            c1[i] = high & MASK;
            c2[i] = (low >>> 32) ^ c3[i] ^ k1;
            c3[i] = low & MASK;
        }
    }
}
