package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GovernorTest {
    private static final long STEP = 5_000_000;
    private static final long LATE = 33_300_000;
    private static final long IN_TIME = 16_700_000;

    private final Governor governor = new Governor();

    @Test
    void nothingRestsWhileNobodyDrags() {
        governor.frameTook(LATE);
        assertEquals(0, governor.restAfter(STEP));
        assertEquals(2, governor.workers());
    }

    @Test
    void latePicturesLengthenTheRestUpToABoundAndPicturesInTimeShortenIt() {
        governor.yieldCore(true);
        assertEquals(1, governor.workers());
        long before = governor.restAfter(STEP);
        governor.frameTook(LATE);
        long after = governor.restAfter(STEP);
        assertTrue(after > before, after + " ns after a late picture, " + before + " before it");
        for (int i = 0; i < 100; i++) {
            governor.frameTook(LATE);
        }
        assertTrue(governor.restAfter(STEP) <= 30 * STEP, "training must still be seen to go on");
        for (int i = 0; i < 1000; i++) {
            governor.frameTook(IN_TIME);
        }
        assertEquals(before, governor.restAfter(STEP));
    }
}
