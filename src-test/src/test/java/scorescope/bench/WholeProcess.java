package scorescope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Resources of a process from start to end.
 *
 * @param megabytes largest resident memory; 0 if the system does not report it
 * @param fileMegabytes size of the file that it wrote
 */
record WholeProcess(double seconds, double megabytes, double fileMegabytes) {
    /**
     * Runs a command.
     *
     * @param made the file that it writes
     * @throws IOException if it fails
     */
    static WholeProcess run(List<String> command, Path made) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            double own = memory(process.toHandle());
            peak = Math.max(
                    peak,
                    Math.max(
                            own,
                            process.toHandle()
                                    .descendants()
                                    .mapToDouble(WholeProcess::memory)
                                    .max()
                                    .orElse(0)));
        }
        double seconds = 1e-9 * (System.nanoTime() - startNanos);
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with code " + process.exitValue());
        }
        return new WholeProcess(seconds, peak, 1e-6 * Files.size(made));
    }

    /** Largest resident memory of a process in MB; 0 if the system does not report it. */
    private static double memory(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    void say(String who) {
        System.out.printf(
                Locale.ROOT, "%s %.2f s, peak memory %.0f MB, file %.1f MB%n", who, seconds, megabytes, fileMegabytes);
    }
}
