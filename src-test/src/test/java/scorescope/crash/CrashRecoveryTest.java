package scorescope.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed window opens again as it was, without a question; {@code src-test/bench/run crashes} kills three hundred. */
class CrashRecoveryTest {
    private static final int KILLS = 4;
    private static final long SEED = 20;

    @TempDir
    private Path folder;

    @Test
    void aKilledWindowOpensAsItWasAtMostTwoSecondsBefore() throws Exception {
        var chain = new CrashChain(folder, SEED);
        chain.run(KILLS);
        assertEquals(List.of(), chain.faults());
        assertTrue(chain.duringWrites() > 0, "one of them was killed while it wrote");
    }
}
