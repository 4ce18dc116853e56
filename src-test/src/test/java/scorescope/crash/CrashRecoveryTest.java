package scorescope.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a kill the window opens with its last state, without a question; {@code src-test/bench/run crashes} kills 300. */
class CrashRecoveryTest {
    private static final long SEED = 20;

    @TempDir
    private Path folder;

    @Test
    void aKilledWindowOpensAsItWasAtMostTwoSecondsBefore() throws Exception {
        opensAsItWas(2);
    }

    @Test
    @Tag("exhaustive")
    void windowsKilledOneAfterTheOtherOpenAsTheyWere() throws Exception {
        opensAsItWas(4);
    }

    /** Every second window is killed while it writes. */
    private void opensAsItWas(int kills) throws Exception {
        var chain = new CrashChain(folder, SEED);
        chain.run(kills);
        assertEquals(List.of(), chain.faults());
        assertTrue(chain.duringWrites() > 0, "one of them was killed while it wrote");
    }
}
