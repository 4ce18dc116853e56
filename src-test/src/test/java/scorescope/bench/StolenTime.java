package scorescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much of the processors' time a virtual machine's host gave to others while something was measured (Linux;
 * elsewhere nothing is known). Where it is much, times say little.
 */
final class StolenTime {
    private static final Path COUNTERS = Path.of("/proc/stat");
    /** Columns after the name: user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int COLUMNS = 8;

    private final long[] countersAtStart = counters();

    /** Since this was made. */
    void print(String name) {
        long[] now = counters();
        long all = 0;
        for (int i = 0; i < COLUMNS; i++) {
            all += now[i] - countersAtStart[i];
        }
        if (all > 0) {
            double share = (now[COLUMNS - 1] - countersAtStart[COLUMNS - 1]) / (double) all;
            System.out.printf(Locale.ROOT, "%s-time-stolen %.1f %%%n", name, 100 * share);
        }
    }

    private static long[] counters() {
        var counters = new long[COLUMNS];
        if (Files.isReadable(COUNTERS)) {
            try {
                String[] words = Files.readAllLines(COUNTERS).getFirst().split(" +", 0);
                for (int i = 0; i < COLUMNS; i++) {
                    counters[i] = Long.parseLong(words[i + 1]);
                }
            } catch (IOException unknown) {
                return counters;
            }
        }
        return counters;
    }
}
