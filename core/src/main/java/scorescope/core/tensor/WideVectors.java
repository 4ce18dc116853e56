package scorescope.core.tensor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether this processor and this Java compute on sixteen floats at once with {@code jdk.incubator.vector}.
 *
 * <p>The module is not named on the command line: there it switches off the archived module graph, and with it the
 * ahead-of-time cache, which doubles the time to the first frame. It is opened when the matrix library is, through
 * {@code jdk.internal.module.Modules.loadModule}, which the launcher exports to us; Java's own tools open theirs that way.
 * Where that fails, or the virtual machine was not told to compile such vectors ({@code EnableVectorSupport}, which
 * naming the module would do), or the processor's are shorter, everything is done by {@link OpenBlas} as well, only slower.
 */
final class WideVectors {
    private static final String MODULE = "jdk.incubator.vector";
    /** Calls between two looks at the clock. */
    private static final int ROUND = 50;
    /** Rounds after which the JIT has been asked for its best code (it counts 15,000 calls). */
    private static final int ENOUGH = 300;
    /** Nanoseconds of a call that tell compiled code: it takes 200, and before 10,000. */
    private static final long COMPILED = 2_000;

    private static final long PAUSE = 1_000_000;
    private static final long LONGEST = 5_000_000_000L;
    private static final int SHORT = 32;
    // Initialised after the constants that it uses.
    private static final boolean AVAILABLE = compiled() && !recorded() && opened() && sixteen();

    private WideVectors() {}

    /** The same during a run, so that equal inputs give equal bits. The first call takes most of a second. */
    static boolean available() {
        return AVAILABLE;
    }

    /** Otherwise each operation on vectors would be an object, a hundred times slower than plain loops. */
    private static boolean compiled() {
        return option("EnableVectorSupport").equals("true");
    }

    /** Java writes no ahead-of-time cache of a run that has opened a module late; none is needed to make one. */
    private static boolean recorded() {
        return !option("AOTCacheOutput").isEmpty();
    }

    /** What the virtual machine was told, empty if nothing, or if it knows no such option. */
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
     * Calls the kernels on little until the JIT has compiled them, about half a second. Before that they are a thousand
     * times slower than after, and the first learned field would be waited for much longer.
     */
    private static void rehearse() {
        float[] numbers = new float[2 * WideKernel.ROWS * WideKernel.SAMPLES];
        float[] result = new float[WideKernel.ROWS * WideKernel.SAMPLES];
        long begun = System.nanoTime();
        long fastest = Long.MAX_VALUE;
        for (int round = 0; fastest > COMPILED && System.nanoTime() - begun < LONGEST; round++) {
            if (round > ENOUGH) {
                // The compiler works on another thread: wait for it.
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
