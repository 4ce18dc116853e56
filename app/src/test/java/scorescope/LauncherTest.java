package scorescope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in surroundings that it did not choose, with a program in place of Scorescope that tells what it got. */
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
                    out.println(Class.forName("javafx.scene.control.Button").getModule());
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
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", shared.toString(), "-cp", fullClassPath(), source.toString());
        assertEquals(0, code);
        try (var jar = new JarOutputStream(Files.newOutputStream(shared.resolve("scorescope.jar")))) {
            jar.putNextEntry(new JarEntry("scorescope/Scorescope.class"));
            jar.write(Files.readAllBytes(shared.resolve("scorescope/Scorescope.class")));
        }
    }

    private static String fullClassPath() {
        return String.join(":", System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", ""));
    }

    /** A program in a folder of that name, as the build assembles it. */
    private Path installed(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name)).resolve("scorescope");
        Path modules = Files.createDirectories(home.resolve("lib/javafx"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(SCRIPT, home.resolve("bin/scorescope"));
        assertTrue(home.resolve("bin/scorescope").toFile().setExecutable(true));
        Files.createSymbolicLink(home.resolve("lib/scorescope.jar"), shared.resolve("scorescope.jar"));
        Files.writeString(home.resolve("lib/build-java"), System.getProperty("java.home"));
        for (String entry : fullClassPath().split(":", -1)) {
            var file = Path.of(entry);
            if (file.getFileName() != null && file.getFileName().toString().matches("javafx-.*-[a-z].*\\.jar")) {
                Path link = modules.resolve(file.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, file);
                }
            }
        }
        return home.resolve("bin/scorescope");
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

    /** The first is the case installed-under-an-umlaut. */
    @ParameterizedTest
    @CsvSource({
        "inst ü, LC_ALL=C",
        "λ 数, LANG=de_DE.ISO-8859-1",
        "plain, LC_CTYPE=POSIX",
        "with  two blanks, LC_ALL=C.UTF-8",
        "a:b, LC_ALL=C.UTF-8",
        "ü:b, LC_ALL=C",
        "'quo''te and \"quote\"', LC_ALL=C",
        "$HOME *, LC_ALL=C"
    })
    void itStartsWhereverItWasPutAndFindsFilesOfAnyName(String name, String locale) throws Exception {
        Path program = installed(name);
        Path here = Files.createDirectories(folder.resolve("work ö"));
        Files.writeString(here.resolve("pünkte λ.csv"), "found");
        var ran = run(
                program, Map.of(locale.split("=", 2)[0], locale.split("=", 2)[1]), here, "pünkte λ.csv", "a  b", "*");
        assertEquals(
                Stream.of(
                                "here " + here,
                                "option null",
                                "word pünkte λ.csv found",
                                "word a  b none",
                                "word * none",
                                "module javafx.controls")
                        .toList(),
                ran.said.lines().map(line -> line.replaceAll("@.*", "")).toList());
        assertEquals(0, ran.code);
    }

    @Test
    void itNeedsNoHome() throws Exception {
        var surroundings = new TreeMap<>(Map.of("HOME", "", "CDPATH", folder.toString()));
        assertEquals(0, run(installed("a"), surroundings, folder).code);
        assertEquals(0, run(installed("b"), Map.of("HOME", "/none such"), folder).code);
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
        var ran = run(installed("a"), Map.of("JAVA_HOME", java.toString()), folder);
        assertEquals(0, ran.code, ran.said);
    }

    private static void script(Path java, String body) throws IOException {
        Path file = java.resolve("bin/java");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dtold=a* -Dother=1 | a*",
                "\"-Dtold=a b  c\" -Dother=1 | a b  c",
                "'-Dtold=a \"b\"' | a \"b\"",
                "-Dtold=\"a b\" | a b"
            })
    void optionsForJavaMayHoldBlanksAndStars(String options, String told) throws Exception {
        var ran = run(installed("a"), Map.of("SCORESCOPE_JAVA_OPTS", options), folder);
        assertTrue(ran.said.contains("option " + told + "\n"), ran.said);
    }

    @Test
    void halfAProgramIsSaidToBeOne() throws Exception {
        Path program = installed("a");
        Files.delete(program.resolveSibling("../lib/scorescope.jar"));
        var ran = run(program, Map.of(), folder);
        assertEquals(1, ran.code);
        assertTrue(ran.said.contains("scorescope.jar is missing; unpack or build the program again"), ran.said);
    }
}
