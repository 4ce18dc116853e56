package scorescope.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
    /** The known answers published with Philox for 4x32-10. */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesTheKnownAnswers(String counter, String key, String answer) {
        var keyWords = words(key);
        var block = words(counter);
        Philox.apply(Philox.keySchedule(keyWords[0] | (keyWords[1] << 32)), block);
        assertEquals(answer, String.format("%08x %08x %08x %08x", block[0], block[1], block[2], block[3]));
    }

    /** Many counters at once give the same as each alone. */
    @Test
    void manyAtOnceGiveTheSame() {
        long[] keys = Philox.keySchedule(0x299f31d0a4093822L);
        int n = 37;
        var answers = new long[4][n];
        Philox.apply(keys, 1000, 0x85a308d3L, 0x13198a2eL, 3, answers[0], answers[1], answers[2], answers[3], n);
        for (int i = 0; i < n; i++) {
            long[] block = {1000 + i, 0x85a308d3L, 0x13198a2eL, 3};
            Philox.apply(keys, block);
            assertArrayEquals(block, new long[] {answers[0][i], answers[1][i], answers[2][i], answers[3][i]});
        }
    }

    private static long[] words(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .mapToLong(word -> Long.parseLong(word, 16))
                .toArray();
    }
}
