package scorescope.core.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
    @Test
    void valueIsMadeOncePerNewKey() {
        var made = new AtomicInteger();
        var memo = new Memo<String, Object>(key -> {
            made.incrementAndGet();
            return new Object();
        });
        var first = memo.of("a");
        assertSame(first, memo.of("a"));
        assertEquals(1, made.get());
        memo.of("b");
        memo.of("a");
        assertEquals(3, made.get());
    }

    @Test
    void everyThreadGetsTheValueOfItsOwnKey() {
        var memo = new Memo<Integer, int[]>(key -> new int[] {key});
        long wrong = IntStream.range(0, 400_000)
                .parallel()
                .filter(i -> memo.of(i % 3)[0] != i % 3)
                .count();
        assertEquals(0, wrong);
    }
}
