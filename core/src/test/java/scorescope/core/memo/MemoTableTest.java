package scorescope.core.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTableTest {
    private final List<Integer> computed = new ArrayList<>();
    private final MemoTable<Integer, Integer> squares = new MemoTable<>(3, x -> {
        computed.add(x);
        return x * x;
    });

    @Test
    void aValueIsComputedOnce() {
        assertEquals(List.of(4, 9, 4, 9), List.of(squares.of(2), squares.of(3), squares.of(2), squares.of(3)));
        assertEquals(List.of(2, 3), computed);
    }

    @Test
    void moreKeysThanItHoldsDropTheStoredOnes() {
        for (int x : new int[] {1, 2, 3, 4, 4, 1}) {
            assertEquals(x * x, squares.of(x));
        }
        assertEquals(List.of(1, 2, 3, 4, 1), computed);
    }
}
