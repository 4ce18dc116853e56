package scorescope.core.tensor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether this processor and this Java compute on sixteen floats at once with {@code jdk.incubator.vector}.
 *
 * <p>Naming the module on the command line would switch off the archived module graph and the ahead-of-time cache, which doubles
 * the time to the first frame. So the module is loaded together with the matrix library, through
 * {@code jdk.internal.module.Modules.loadModule}, which the launcher exports to this program. If that fails, if the virtual
 * machine does not compile such vectors ({@code EnableVectorSupport} is off), or if the processor's vectors are shorter,
 * {@link OpenBlas} does the same work more slowly.
 */
final class WideVectors {
    private static final String MODULE = "jdk.incubator.vector";
    /** Number of calls in one measured round. */
    private static final int ROUND = 50;
    /** Number of rounds after which the JIT compiles at its highest level (15,000 calls). */
    private static final int ENOUGH = 300;
    /** Nanoseconds of a call below which the code counts as compiled: compiled it takes 200, interpreted 10,000. */
    private static final long COMPILED = 2_000;

    private static final long PAUSE = 1_000_000;
    private static final long LONGEST = 5_000_000_000L;
    private static final int SHORT = 32;
    // Initialised after the constants that it uses.
    private static final boolean AVAILABLE = compiled() && !recorded() && opened() && sixteen();

    private WideVectors() {}

    /** Constant during a run, so that equal inputs give equal bits. The first call takes most of a second. */
    static boolean available() {
        return AVAILABLE;
    }

    /** Whether vector operations are compiled; if not, each allocates an object and is a hundred times slower than a plain loop. */
    private static boolean compiled() {
        return option("EnableVectorSupport").equals("true");
    }

    /** Whether an ahead-of-time cache is being recorded: Java writes none if a module was loaded during the run. */
    private static boolean recorded() {
        return !option("AOTCacheOutput").isEmpty();
    }

    /** The value of an option of the virtual machine; empty if it is not set or unknown. */
    private static String option(String name) {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Objects.requireNonNullElse(machine.getVMOption(name).getValue(), "");
        } catch (IllegalArgumentException noSuchOption) {
            return "";
        }
    }

    private static boolean opened() {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (ReflectiveOperationException notExported) {
            return false;
        }
    }

    private static boolean sixteen() {
        if (WideKernel.lanes() != WideKernel.LANES) {
            return false;
        }
        rehearse();
        return true;
    }

    /**
     * Calls the kernels on small inputs until the JIT has compiled them, about half a second. Interpreted they are a thousand times
     * slower, which would delay the first learned field.
     */
    private static void rehearse() {
        float[] numbers = new float[2 * WideKernel.ROWS * WideKernel.SAMPLES];
        float[] result = new float[WideKernel.ROWS * WideKernel.SAMPLES];
        long startNanos = System.nanoTime();
        long fastest = Long.MAX_VALUE;
        for (int round = 0; fastest > COMPILED && System.nanoTime() - startNanos < LONGEST; round++) {
            if (round > ENOUGH) {
                // Wait for the compiler, which runs on another thread.
                LockSupport.parkNanos(PAUSE);
            }
            long start = System.nanoTime();
            for (int call = 0; call < ROUND; call++) {
                WideKernel.tile(numbers, 0, 2, numbers, 0, numbers, 0, result, 0);
                WideKernel.silu(result, 0, SHORT);
            }
            fastest = Math.min(fastest, (System.nanoTime() - start) / ROUND);
        }
    }
}
