import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Build step, run as a source file by the JDK that the build uses.
 *
 * <p>{@code Assemble LAUNCHERS JAR TARGET}: puts the program's jar beside its libraries, the launchers into bin,
 * and notes this JDK's home in lib/build-java, so that the launcher finds a Java 25 even where PATH has an older
 * one. {@code Assemble --start TARGET}: starts the assembled program with the launcher of this platform.
 */
final class Assemble {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--start")) {
            System.exit(start(Path.of(arguments[1])));
        }
        assemble(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private static void assemble(Path launchers, Path jar, Path target) throws IOException {
        Path lib = Files.createDirectories(target.resolve("lib"));
        Path bin = Files.createDirectories(target.resolve("bin"));
        Files.copy(jar, lib.resolve("scorescope.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(lib.resolve("build-java"), System.getProperty("java.home"));
        for (String name : List.of("scorescope", "scorescope.cmd")) {
            Path copy = bin.resolve(name);
            Files.copy(launchers.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().setExecutable(true);
        }
    }

    private static int start(Path target) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
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
