package scorescope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javafx.beans.Observable;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.cli.Cli;
import scorescope.cli.WindowPictures;

/** The launcher in various environments, with a program that prints its options in place of Scorescope. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/main/launcher/scorescope");

    private static final String PROGRAM = """
            package scorescope;
            import java.nio.file.*;
            public class Scorescope {
                public static void main(String[] words) throws Exception {
                    var out = new java.io.PrintStream(System.out, true, "UTF-8");
                    out.println("here " + System.getProperty("user.dir"));
                    out.println("option " + System.getProperty("told"));
                    for (String word : words) {
                        out.println("word " + word + " " + (Files.exists(Path.of(word)) ? Files.readString(Path.of(word)) : "none"));
                    }
                    out.println(ModuleLayer.boot().findModule("javafx.controls").orElseThrow());
                }
            }
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.isDirectory(Path.of("/proc/self")));
        var source = shared.resolve("Scorescope.java");
        Files.writeString(source, PROGRAM);
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", shared.toString(), source.toString());
        assertEquals(0, code);
        try (var jar = new JarOutputStream(Files.newOutputStream(shared.resolve("scorescope.jar")))) {
            jar.putNextEntry(new JarEntry("scorescope/Scorescope.class"));
            jar.write(Files.readAllBytes(shared.resolve("scorescope/Scorescope.class")));
        }
    }

    /** Installs a program in a folder of that name, as the build does, with real modules. */
    private Path installed(String name) throws IOException, URISyntaxException {
        Path bin = installed(name, Path.of(System.getProperty("java.home")));
        Path modules = Files.createDirectories(bin.resolveSibling("../lib/javafx"));
        for (var of : List.of(Observable.class, Node.class, Control.class, SwingFXUtils.class)) {
            var jar = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
            Files.copy(jar, modules.resolve(jar.getFileName()));
        }
        return bin;
    }

    /** Installs a program, built by {@code java}, in a folder of that name. */
    private Path installed(String name, Path java) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name)).resolve("scorescope");
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(SCRIPT, home.resolve("bin/scorescope"));
        assertTrue(home.resolve("bin/scorescope").toFile().setExecutable(true));
        Files.copy(shared.resolve("scorescope.jar"), home.resolve("lib/scorescope.jar"));
        Files.writeString(home.resolve("lib/build-java"), java.toString());
        return home.resolve("bin/scorescope");
    }

    /** A Java 25 that only prints its options, one per line. */
    private Path java() throws IOException {
        Path java = folder.resolve("told");
        Files.createDirectories(java.resolve("bin"));
        Files.createDirectories(java.resolve("lib"));
        script(java, "printf '%s\\n' \"$@\"");
        Files.writeString(java.resolve("lib/modules"), "");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        return java;
    }

    private record Ran(int code, String said) {}

    private Ran run(Path program, Map<String, String> surroundings, Path here, String... words) throws Exception {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).directory(here.toFile());
        process.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG", "JAVA_HOME", "CDPATH"));
        surroundings.forEach((name, value) -> {
            if (value.isEmpty()) {
                process.environment().remove(name);
            } else {
                process.environment().put(name, value);
            }
        });
        var started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(started.waitFor(), said);
    }

    /** The first row is the case installed-under-an-umlaut. */
    @ParameterizedTest
    @CsvSource({"inst ü, LC_ALL=C", "λ: $HOME *, LANG=de_DE.ISO-8859-1", "'quo''te and \"quote\"', LC_ALL=C.UTF-8"})
    void itStartsWhereverItWasPutAndFindsFilesOfAnyName(String name, String locale) throws Exception {
        Path program = installed(name);
        Path here = Files.createDirectories(folder.resolve("work ö"));
        Files.writeString(here.resolve("pünkte λ.csv"), "found");
        var ran = run(program, surroundings(locale), here, "pünkte λ.csv", "a  b", "*");
        assertEquals(
                List.of(
                        "here " + here,
                        "option null",
                        "word pünkte λ.csv found",
                        "word a  b none",
                        "word * none",
                        "module javafx.controls"),
                ran.said.lines().toList());
        assertEquals(0, ran.code);
    }

    private static Map<String, String> surroundings(String... given) {
        var map = new TreeMap<String, String>();
        for (String one : given) {
            map.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with  two blanks", "ü λ 数", "a:b", ":", "a*", "-n"})
    void everyJarIsNamedWhateverTheFolderIsCalled(String name) throws Exception {
        Path program = installed(name, java());
        Files.createDirectories(program.resolveSibling("../lib/javafx"));
        Files.writeString(program.resolveSibling("../lib/javafx/one.jar"), "");
        Files.writeString(program.resolveSibling("../lib/second one.jar"), "");
        var output = run(program, surroundings("LC_ALL=C"), folder, "snapshot", "a b")
                .said
                .lines()
                .toList();
        String modules = output.get(output.indexOf("--module-path") + 1);
        String[] classes = output.get(output.indexOf("-cp") + 1).split(":", -1);
        assertTrue(modules.endsWith("/lib/javafx/one.jar") && modules.indexOf(':') < 0, modules);
        assertEquals(2, classes.length);
        assertTrue(classes[0].endsWith("/lib/scorescope.jar") && classes[1].endsWith("/lib/second one.jar"));
        assertEquals(
                List.of("scorescope.Scorescope", "snapshot", "a b"), output.subList(output.size() - 3, output.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HOME=", "HOME=/none such", "HOME=-P", "CDPATH=/:/tmp", "JAVA_HOME=", "PATH=", "PATH=/none such"
            })
    void itNeedsNothingOfItsSurroundings(String given) throws Exception {
        var ran = run(installed("a", java()), surroundings(given), folder, "presets");
        assertEquals(0, ran.code, ran.said);
        assertTrue(ran.said.endsWith("presets\n"), ran.said);
    }

    @Test
    void itIsFoundThroughLinksAndFromItsOwnFolder() throws Exception {
        Path program = installed("a", java());
        Path link = Files.createSymbolicLink(folder.resolve("linked"), Path.of("a/scorescope/bin/scorescope"));
        Path further = Files.createSymbolicLink(folder.resolve("further"), link);
        assertTrue(run(further, Map.of(), folder, "presets").said.endsWith("presets\n"));
        assertTrue(run(Path.of("./scorescope"), Map.of(), program.getParent(), "presets")
                .said
                .endsWith("presets\n"));
    }

    /** Folders that JAVA_HOME may name by mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "folder for java", "old", "pretender", "not executable"})
    void aJavaHomeThatIsNoneIsPassedOver(String kind) throws Exception {
        Path java = folder.resolve("java home");
        if (!kind.equals("missing")) {
            Files.createDirectories(java.resolve("bin"));
        }
        switch (kind) {
            case "folder for java" -> Files.createDirectories(java.resolve("bin/java"));
            case "old" -> script(java, "echo 'openjdk version \"21.0.2\"' >&2");
            case "pretender" -> {
                script(java, "exit 3");
                Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
            }
            case "not executable" -> Files.writeString(java.resolve("bin/java"), "");
            default -> {}
        }
        var ran = run(installed("a", java()), Map.of("JAVA_HOME", java.toString(), "PATH", "/usr/bin:/bin"), folder);
        assertEquals(0, ran.code, ran.said);
        assertTrue(ran.said.endsWith("scorescope.Scorescope\n"), ran.said);
    }

    private static void script(Path java, String body) throws IOException {
        Path file = java.resolve("bin/java");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "-Dtold=a* -Dother=1 => -Dtold=a*",
                "\"-Dtold=a b  c\" -Dother=1 => -Dtold=a b  c",
                "'-Dtold=a \"b\"' => -Dtold=a \"b\"",
                "-Dtold=\"a b\" => -Dtold=a b"
            })
    void optionsForJavaMayHoldBlanksAndStars(String options, String output) throws Exception {
        var ran = run(installed("a", java()), Map.of("SCORESCOPE_JAVA_OPTS", options), folder);
        assertTrue(ran.said.lines().toList().contains(output), ran.said);
    }

    /** no-temporary-folder: Java's warning would be a second line. */
    @Test
    void aMissingFolderForTemporaryFilesIsLeftToTheProgramToTell() throws Exception {
        var missing = run(installed("a", java()), Map.of("SCORESCOPE_JAVA_OPTS", "-Djava.io.tmpdir=/none"), folder);
        assertTrue(missing.said.contains("-Dscorescope.tmpdir=/none\n"), missing.said);
        assertTrue(!missing.said.contains("java.io.tmpdir"), missing.said);
        var there = run(installed("b", java()), Map.of("SCORESCOPE_JAVA_OPTS", "-Djava.io.tmpdir=/tmp -Da=b"), folder);
        assertTrue(there.said.contains("-Djava.io.tmpdir=/tmp\n-Da=b\n"), there.said);
    }

    /** Java does not start in a removed folder, and its own message does not say why. */
    @Test
    void aFolderThatWasRemovedIsSaidToBeGone() throws Exception {
        Path program = installed("a", java());
        Path removed = Files.createDirectories(folder.resolve("gone"));
        var ran = run(
                Path.of("/bin/sh"),
                Map.of(),
                removed,
                "-c",
                "rmdir ../gone && exec \"$0\" presets",
                program.toString());
        assertEquals(1, ran.code, ran.said);
        assertTrue(
                ran.said.endsWith(
                        "scorescope: the folder you are in was removed; change to another one, such as with cd ~\n"),
                ran.said);
        assertEquals(
                1, ran.said.lines().filter(line -> line.contains("scorescope:")).count(), ran.said);
    }

    @Test
    void commandsStartWithoutTheModulesOfTheWindow() throws Exception {
        Path program = installed("a", java());
        for (String command : Cli.names(WindowPictures.NONE)) {
            var options = run(program, Map.of(), folder, command).said;
            assertEquals(command.equals("snapshot"), options.contains("javafx.controls"), command + ": " + options);
        }
        assertTrue(run(program, Map.of(), folder).said.contains("javafx.controls"), "the window");
        assertTrue(run(program, Map.of(), folder, "six-panels").said.contains("javafx.controls"), "a recipe's window");
    }

    @Test
    void halfAProgramIsSaidToBeOne() throws Exception {
        Path program = installed("a", java());
        Files.delete(program.resolveSibling("../lib/scorescope.jar"));
        var ran = run(program, Map.of(), folder);
        assertEquals(1, ran.code);
        assertTrue(ran.said.contains("scorescope.jar is missing; unpack or build the program again"), ran.said);
    }
}
