package scorescope.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Processor time of the program and of its threads, which other work on the machine affects less than wall-clock time, and
 * memory allocated by all threads.
 */
final class FrameCost {
    private static final int NAMED = 6;

    private final long all = nanos();
    private final Map<String, Long> threads = byThread();
    private final long bytes = bytes();

    /** Milliseconds of the whole program since construction. */
    double millis() {
        return 1e-6 * (nanos() - all);
    }

    /** Prints kilobytes and milliseconds per frame since construction: of the whole program, and of the threads with most. */
    void print(String name, long frames) {
        BenchWindow.print(name + "-allocated-a-frame", (bytes() - bytes) / 1e3 / frames, "kB");
        BenchWindow.print(name + "-processor-time-a-frame", (nanos() - all) / 1e6 / frames, "ms");
        var spent = new HashMap<String, Long>();
        byThread().forEach((thread, nanos) -> spent.put(thread, nanos - threads.getOrDefault(thread, 0L)));
        spent.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(NAMED)
                .forEach(entry -> BenchWindow.print(
                        name + "-processor-time-a-frame-of-" + entry.getKey(), entry.getValue() / 1e6 / frames, "ms"));
    }

    private static long bytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private static long nanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Processor time by thread name; threads of one name are summed. */
    private static Map<String, Long> byThread() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        info -> info.getThreadName().replaceAll("[^A-Za-z]+", "-"),
                        Collectors.summingLong(info -> Math.max(0, threads.getThreadCpuTime(info.getThreadId())))));
    }
}
