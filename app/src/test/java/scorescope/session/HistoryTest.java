package scorescope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
    private static final Session OPENING = SessionDefaults.opening();

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void undoGoesBackAndRedoForthAgain() {
        var history = new History<>(OPENING, 10);
        history.change(sigma(1));
        history.change(sigma(2));
        assertEquals(sigma(1), history.undo());
        assertEquals(OPENING, history.undo());
        assertEquals(OPENING, history.undo());
        assertFalse(history.canUndo());
        assertEquals(sigma(1), history.redo());
        assertEquals(sigma(2), history.redo());
        assertFalse(history.canRedo());
    }

    @Test
    void aDragIsOneEntry() {
        var history = new History<>(OPENING, 10);
        history.begin();
        for (int i = 1; i <= 100; i++) {
            history.change(sigma(i));
        }
        history.commit();
        assertEquals(sigma(100), history.current());
        assertEquals(OPENING, history.undo());
        assertFalse(history.canUndo());
    }

    @Test
    void aDragThatEndsWhereItBeganLeavesNothing() {
        var history = new History<>(OPENING, 10);
        history.change(sigma(1));
        history.undo();
        history.begin();
        history.change(sigma(3));
        history.change(OPENING);
        history.commit();
        assertFalse(history.canUndo());
        assertTrue(history.canRedo());
    }

    @Test
    void undoInTheMiddleOfADragTakesAllOfItBack() {
        var history = new History<>(OPENING, 10);
        history.begin();
        history.change(sigma(1));
        history.change(sigma(2));
        assertEquals(OPENING, history.undo());
        assertEquals(sigma(2), history.redo());
    }

    @Test
    void aCancelledDragLeavesNothing() {
        var history = new History<>(OPENING, 10);
        history.begin();
        history.change(sigma(1));
        history.cancel();
        assertEquals(OPENING, history.current());
        assertFalse(history.canUndo());
    }

    @Test
    void aChangeForgetsWhatWasUndone() {
        var history = new History<>(OPENING, 10);
        history.change(sigma(1));
        history.undo();
        history.change(sigma(2));
        assertFalse(history.canRedo());
        assertEquals(sigma(2), history.redo());
    }

    @Test
    void keepsNoMoreThanItsLimit() {
        var history = new History<>(OPENING, 3);
        for (int i = 1; i <= 10; i++) {
            history.change(sigma(i));
        }
        while (history.canUndo()) {
            history.undo();
        }
        assertEquals(sigma(7), history.current());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void redoUndoesUndo(long seed) {
        var random = new Random(seed);
        var history = new History<>(OPENING, 20);
        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(5)) {
                case 0 -> history.undo();
                case 1 -> history.redo();
                case 2 -> history.begin();
                case 3 -> history.commit();
                default -> history.change(sigma(1 + random.nextInt(5)));
            }
        }
        history.commit();
        var here = history.current();
        int back = 0;
        while (history.canUndo()) {
            history.undo();
            back++;
        }
        for (; back > 0; back--) {
            history.redo();
        }
        assertEquals(here, history.current());
    }

    private static Session sigma(double sigma) {
        return OPENING.withNoise(new NoiseSpec.Sigma(sigma));
    }
}
