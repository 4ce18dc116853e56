package scorescope.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WideVectorsTest {
    /** A lost option of the launcher, or a Java without access to the module, would otherwise show as lower speed only. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void areFoundOnEveryProcessorThatHasThem() throws IOException {
        boolean present = Files.readString(Path.of("/proc/cpuinfo")).contains("avx512dq");
        assertEquals(present, WideVectors.available());
    }

    /** Vectors passed between methods that the JIT does not inline are objects, and whether it inlines differs from run to run. */
    @Test
    void kernelsPassNoVectorsToMethods() {
        for (var method : WideKernel.class.getDeclaredMethods()) {
            assertFalse(FloatVector.class.isAssignableFrom(method.getReturnType()), method.toString());
            for (var type : method.getParameterTypes()) {
                assertFalse(FloatVector.class.isAssignableFrom(type), method.toString());
            }
        }
    }
}
