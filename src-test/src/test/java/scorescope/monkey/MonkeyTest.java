package scorescope.monkey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Random gestures throw nothing; {@code src-test/bench/run monkey} makes 20,000 of them. */
@ResourceLock("JavaFX")
class MonkeyTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void randomGesturesThrowNothing() throws Exception {
        throwNothing(150);
    }

    @Test
    @Tag("exhaustive")
    void manyRandomGesturesThrowNothing() throws Exception {
        throwNothing(2000);
    }

    private void throwNothing(int gestures) throws Exception {
        var outcome = Monkey.run(gestures, SEED, folder);
        assertEquals(List.of(), outcome.thrown(), "seed " + SEED + ": " + outcome.notable());
    }
}
