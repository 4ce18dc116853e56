package scorescope.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs windows one after the other on the same folder and kills each at a random time, every second one while it writes. Each
 * must open without a message, with its predecessor's state of at most two seconds before the kill.
 */
public final class CrashChain {
    private static final long MOST_MILLIS = 2000;
    private static final long OPENING_SECONDS = 300;
    private static final String UNFINISHED = ".scorescope-";

    private final Path folder;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private int duringWrites;

    /** Largest age of a restored state at the kill, in milliseconds. */
    private long oldest;

    private long longestStall;
    private List<Moment> before = List.of();
    private long killed;

    /** A printed line of a window: its state from {@code millis} on. */
    private record Moment(long millis, long noise, long step) {}

    private record Opened(long noise, long step, long losses, String message) {}

    CrashChain(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
    }

    /** Arguments: number of kills (300) and seed. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("crashes-seed " + seed);
        var chain = new CrashChain(Files.createTempDirectory("crashes"), seed);
        chain.run(kills);
        chain.say(kills);
        System.exit(chain.faults().isEmpty() ? 0 : 1);
    }

    private void say(int kills) {
        System.out.println("crashes " + kills + "\ncrashes-during-writes " + duringWrites + "\ncrashes-oldest-state "
                + oldest + " ms\ncrashes-longest-stall " + longestStall + " ms\ncrashes-faults " + faults.size());
        faults.forEach(System.out::println);
    }

    /** Kills that many windows; one more is closed normally. */
    void run(int kills) throws Exception {
        for (int kill = 0; kill <= kills; kill++) {
            one(kill, kill < kills);
            if (kill % 20 == 19) {
                say(kill + 1);
            }
        }
        if (!files(folder).isEmpty()) {
            faults.add("left after a clean end: " + files(folder));
        }
    }

    /** Violations found. */
    List<String> faults() {
        return faults;
    }

    /** Number of windows killed while a file was being written. */
    int duringWrites() {
        return duringWrites;
    }

    private void one(int number, boolean kill) throws Exception {
        var log = Files.createTempFile("window", ".log");
        var process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var said = lines(log, process);
        check(number, opened(said));
        if (kill) {
            waitForTheMoment(number % 2 == 1, process);
            killed = System.currentTimeMillis();
            process.destroyForcibly();
            duringWrites += files(folder).stream().anyMatch(name -> name.contains(UNFINISHED)) ? 1 : 0;
        } else {
            process.getOutputStream().close();
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            faults.add(number + ": does not end");
        }
        before = moments(log);
        Files.delete(log);
    }

    /** Waits for a random time below three seconds and, if requested, until a file is being written. */
    private void waitForTheMoment(boolean writing, Process process) throws InterruptedException {
        boolean unused = process.waitFor(200 + random.nextInt(2800), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (writing
                && System.nanoTime() < end
                && files(folder).stream().noneMatch(name -> name.contains(UNFINISHED))) {
            Thread.sleep(1);
        }
    }

    private void check(int number, Opened opened) {
        if (!opened.message().isEmpty()) {
            faults.add(number + ": says " + opened.message());
        }
        if (opened.losses() != opened.step()) {
            faults.add(number + ": " + opened.losses() + " losses of " + opened.step() + " steps");
        }
        if (before.isEmpty()) {
            return;
        }
        // A state lasts until the next is printed; without processor time the window could not write.
        long noise = age(before.stream().filter(moment -> moment.noise() > opened.noise()));
        long step = age(before.stream().filter(moment -> moment.step() > opened.step()));
        oldest = Math.max(oldest, Math.max(noise, step));
        long stalled = stall();
        longestStall = Math.max(longestStall, stalled);
        if (Math.max(noise, step) > MOST_MILLIS + stalled) {
            faults.add(number + ": noise " + noise + " ms old, training " + step + " ms, longest stall " + stalled);
        }
    }

    private long age(Stream<Moment> later) {
        return later.findFirst().map(moment -> killed - moment.millis()).orElse(0L);
    }

    /** Longest time between two states, minus 0.2 s, in milliseconds. */
    private long stall() {
        long longest = killed - before.getLast().millis();
        for (int i = 1; i < before.size(); i++) {
            longest =
                    Math.max(longest, before.get(i).millis() - before.get(i - 1).millis());
        }
        return longest < 200 ? 0 : longest;
    }

    private List<String> command() {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--"))
                .toList());
        command.addAll(List.of(
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableVectorSupport",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                CrashedWindow.class.getName(),
                folder.toString()));
        return command;
    }

    private static List<String> lines(Path log, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPENING_SECONDS);
        while (true) {
            var lines = Files.readAllLines(log);
            if (lines.stream().anyMatch(line -> line.startsWith("at "))) {
                return lines;
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the window did not open: " + lines);
            }
            boolean unused = process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private static Opened opened(List<String> lines) {
        var words = lines.stream()
                .filter(line -> line.startsWith("opened "))
                .findFirst()
                .orElseThrow()
                .split(" ", 5);
        return new Opened(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]), words[4]);
    }

    /** Reads the printed states; the last line may be cut off by the kill. */
    private static List<Moment> moments(Path log) throws IOException {
        var text = Files.readString(log);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("at "))
                .map(line -> line.split(" "))
                .map(words -> new Moment(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])))
                .toList();
    }

    private static List<String> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of();
        }
    }
}
