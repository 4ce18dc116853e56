package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;

class ScoreNetworkPoolTest {
    private static final int MOST = 2;

    private final ScoreNetworkPool pool = new ScoreNetworkPool(16, MOST);
    private final Domain domain = new Domain("variance-exploding", 0.1, 5, Prediction.SCORE);

    @Test
    void whatWasGivenBackIsLentToTheNextOfItsKind() {
        var first = borrow(3, Derivatives.NONE);
        var second = borrow(3, Derivatives.NONE);
        assertNotSame(first, second, "one caller each");
        pool.giveBack(first);
        assertNotSame(first, borrow(4, Derivatives.NONE), "another architecture");
        assertNotSame(first, borrow(3, Derivatives.JACOBIAN), "other derivatives");
        var elsewhere = new Domain("variance-exploding", 0.1, 6, Prediction.SCORE);
        assertNotSame(first, pool.borrow(architecture(3), elsewhere, Derivatives.NONE), "another domain");
        assertSame(first, borrow(3, Derivatives.NONE));
    }

    @Test
    void ofMoreThanItHoldsTheLongestAtRestIsLetGo() {
        var networks = IntStream.rangeClosed(1, MOST + 1)
                .mapToObj(width -> borrow(width, Derivatives.NONE))
                .toList();
        networks.forEach(pool::giveBack);
        assertNotSame(networks.getFirst(), borrow(1, Derivatives.NONE));
        for (int width = 2; width <= MOST + 1; width++) {
            assertSame(networks.get(width - 1), borrow(width, Derivatives.NONE));
        }
    }

    private ScoreNetwork borrow(int width, Derivatives derivatives) {
        return pool.borrow(architecture(width), domain, derivatives);
    }

    private static Architecture architecture(int width) {
        return Architecture.plane(List.of(width), Activation.SILU, 8);
    }
}
