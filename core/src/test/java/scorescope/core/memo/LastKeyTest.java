package scorescope.core.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LastKeyTest {
    private final LastKey<String> key = new LastKey<>();
    private int computed;

    private void compute() {
        computed++;
    }

    private void cancelled() {
        throw new CancellationException();
    }

    @Test
    void valuesAreComputedOnceForAKey() {
        assertTrue(key.update("a", this::compute));
        assertFalse(key.update("a", this::compute));
        assertTrue(key.update("b", this::compute));
        assertTrue(key.update("a", this::compute));
        assertEquals(3, computed);
    }

    @Test
    void aComputationThatWasCancelledIsDoneAgain() {
        assertThrows(CancellationException.class, () -> key.update("a", this::cancelled));
        assertTrue(key.update("a", this::compute));
    }

    @Test
    void aCancelledComputationSpoilsTheValuesOfTheKeyBefore() {
        key.update("a", this::compute);
        assertThrows(CancellationException.class, () -> key.update("b", this::cancelled));
        assertTrue(key.update("a", this::compute));
    }
}
