import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Build step, run as a source file by the JDK that the build uses.
 *
 * <p>{@code Assemble LAUNCHERS JAR TARGET}: puts the program's jar beside its libraries, the launchers into bin,
 * and notes this JDK's home in lib/build-java, so that the launcher finds a Java 25 even where PATH has an older
 * one. {@code Assemble --start TARGET}: starts the assembled program with the launcher of this platform.
 */
final class Assemble {
    /** The oldest Java that runs the program. */
    private static final int JAVA = 25;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--start")) {
            System.exit(start(Path.of(arguments[1])));
        }
        Path target = Path.of(arguments[2]);
        assemble(Path.of(arguments[0]), Path.of(arguments[1]), target);
        if (Runtime.version().feature() >= JAVA && !isWindows()) {
            modernize(Path.of(arguments[0]), target.resolve("lib"));
            // Side by side: each keeps one core busy. What commands rehearse with the quick compiler is left to it
            // later,
            // which halves the processor time of a figure. G1 alone stores objects in the cache; other collectors read
            // them.
            var rehearsals = List.of(
                    Rehearsal.of(target, "commands.aot", "-XX:TieredStopAtLevel=1 -XX:+UseG1GC", "--version"),
                    // A help page alone: Java reads every class of a cache, and a page needs a third of those of the
                    // commands.
                    Rehearsal.of(
                            target,
                            "help.aot",
                            "-XX:TieredStopAtLevel=1 -XX:+UseG1GC -Dscorescope.rehearsal=false",
                            "--help"),
                    Rehearsal.of(target, "scorescope.aot", ""));
            for (var rehearsal : rehearsals) {
                rehearsal.await();
            }
        }
    }

    private static void assemble(Path launchers, Path jar, Path target) throws IOException {
        Path lib = Files.createDirectories(target.resolve("lib"));
        Path bin = Files.createDirectories(target.resolve("bin"));
        Files.copy(jar, lib.resolve("scorescope.jar"), StandardCopyOption.REPLACE_EXISTING);
        // A Maven that lost its toolchain runs this on its own, older JDK, which must not pass for the program's.
        if (Runtime.version().feature() >= JAVA) {
            Files.writeString(lib.resolve("build-java"), System.getProperty("java.home"));
        }
        for (String name : List.of("scorescope", "scorescope.cmd")) {
            Path copy = bin.resolve(name);
            Files.copy(launchers.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().setExecutable(true);
        }
    }

    /** In a process, since an older Java cannot even compile it. */
    private static void modernize(Path launchers, Path lib) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                launchers.resolve("Modernize.java").toString(),
                lib.toString());
        if (process.inheritIO().start().waitFor() != 0) {
            throw new IOException("the classes of picocli could not be written again");
        }
    }

    /**
     * A run of the program, headless, that keeps what Java learned of its classes and methods (JEP 483, 514, 515): later
     * starts read that instead. Where it cannot be made the program starts without, only slower.
     *
     * @param cache what it makes
     * @param home where it leaves unsaved work, which is nobody's
     */
    private record Rehearsal(Process process, Path cache, Path home) {
        /**
         * Starts the program with {@code words}.
         *
         * @param options of Java, parted by blanks
         */
        static Rehearsal of(Path target, String name, String options, String... words) throws IOException {
            Path cache = target.resolve("lib").resolve(name).toAbsolutePath();
            Files.deleteIfExists(cache);
            Path home = target.resolve("rehearsal-" + name);
            var command = new ArrayList<String>();
            command.add(target.resolve("bin/scorescope").toString());
            command.addAll(List.of(words));
            var process = new ProcessBuilder(command);
            process.environment()
                    .put(
                            "SCORESCOPE_JAVA_OPTS",
                            quoted("-XX:AOTCacheOutput=" + cache)
                                    + " -Dglass.platform=Headless -Dprism.order=sw -Dscorescope.rehearsal=true "
                                    + options
                                    + " "
                                    + quoted("-Dscorescope.home=" + home));
            process.environment().put("JAVA_HOME", System.getProperty("java.home"));
            process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return new Rehearsal(process.start(), cache, home);
        }

        void await() throws IOException, InterruptedException {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            deleteAll(home);
            if (!Files.exists(cache)) {
                System.out.println("no ahead-of-time cache " + cache.getFileName()
                        + " was made: the program will start without it, only slower");
            }
        }
    }

    /** One option of several in a variable, whatever blanks are in it. */
    private static String quoted(String option) {
        char mark = option.indexOf('"') < 0 ? '"' : '\'';
        return mark + option + mark;
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static int start(Path target) throws IOException, InterruptedException {
        boolean windows = isWindows();
        var command = new ArrayList<String>();
        if (windows) {
            command.addAll(List.of("cmd", "/c"));
        }
        command.add(target.resolve("bin")
                .resolve(windows ? "scorescope.cmd" : "scorescope")
                .toString());
        var program = new ProcessBuilder(command).inheritIO();
        // Without a display the program draws its opening view there instead of opening a window.
        program.environment()
                .merge(
                        "SCORESCOPE_JAVA_OPTS",
                        "-Dscorescope.picture=target/scorescope.png",
                        (old, picture) -> old + " " + picture);
        return program.start().waitFor();
    }
}
