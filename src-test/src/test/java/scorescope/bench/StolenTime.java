package scorescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Share of processor time that the host of a virtual machine gave to others during a measurement (Linux only). If it is
 * large, times are unreliable.
 */
final class StolenTime {
    private static final Path COUNTERS = Path.of("/proc/stat");
    /** Columns after the name: user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int COLUMNS = 8;

    private final long[] countersAtStart = counters();

    /** Prints the number of measurements whose median was taken, and the share since construction. */
    void print(String name, int runs) {
        System.out.printf(Locale.ROOT, "%s-runs %d%n", name, runs);
        print(name);
    }

    /** Prints the share since construction. */
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
