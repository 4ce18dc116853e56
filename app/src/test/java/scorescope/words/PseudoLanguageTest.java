package scorescope.words;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.plot.layer.LayerCatalog;
import scorescope.session.FailureCatalog;
import scorescope.session.SessionParameters;

/**
 * The program in a language of longer words with accents, whose bundles are made here and found by Java's own rules: what
 * the window then says without an accent did not come from a bundle.
 */
final class PseudoLanguageTest {
    private static final List<String> BUNDLES =
            List.of("ui", "figure", "study", "help", "cli", "notation", "patch", "view", "window");

    /** Places to fill, sub- and superscripts: these stay. */
    private static final Pattern KEPT = Pattern.compile("\\{[^{}]*}|[_^]\\{[^{}]*}");

    private static final Pattern WORD = Pattern.compile("\\p{Alpha}{3,}");

    /** The name of the program. */
    private static final String PROGRAM = "Scorescope";

    @TempDir
    private Path folder;

    @Test
    void allThatTheWindowSaysComesFromBundles() throws Exception {
        writeBundles();
        var said = said();
        assertTrue(said.stream().filter(PseudoLanguageTest::accented).count() > 100, said.toString());
        var declared = declared();
        var english = said.stream()
                .filter(text -> !accented(text) && WORD.matcher(text).find())
                .filter(text -> !text.equals(PROGRAM) && !isDeclared(text.toLowerCase(Locale.ROOT), declared))
                .toList();
        assertTrue(english.isEmpty(), () -> english.size() + " texts in English:\n" + String.join("\n", english));
    }

    /** A label that has no room shows the beginning of its text. */
    private static boolean isDeclared(String text, Set<String> declared) {
        return text.endsWith("...")
                ? declared.stream().anyMatch(whole -> whole.startsWith(text.substring(0, text.length() - 3)))
                : declared.contains(text);
    }

    /** English with accents and longer words. */
    private static String pseudo(String english) {
        var kept = KEPT.matcher(english);
        var text = new StringBuilder();
        int from = 0;
        while (kept.find()) {
            text.append(accents(english.substring(from, kept.start()))).append(kept.group());
            from = kept.end();
        }
        return text.append(accents(english.substring(from))).toString();
    }

    private static String accents(String words) {
        return WORD.matcher(words)
                .replaceAll(word -> word.group()
                                .replaceAll("[aá]", "áá")
                                .replaceAll("e", "éé")
                                .replaceAll("i", "íí")
                                .replaceAll("o", "óó")
                                .replaceAll("u", "úú")
                        + "ñ");
    }

    private static boolean accented(String text) {
        return text.indexOf('ñ') >= 0;
    }

    private void writeBundles() throws IOException {
        var words = Files.createDirectories(folder.resolve("scorescope/words"));
        for (var bundle : BUNDLES) {
            var english = Words.bundle(bundle);
            var lines = new ArrayList<String>();
            for (var key : english.keySet()) {
                var text = english.getString(key);
                boolean symbol = key.startsWith("notation.symbol.") || key.startsWith("notation.scale.");
                lines.add(key + "="
                        + (symbol ? text : pseudo(text))
                                .replace("\\", "\\\\")
                                .replace("\n", "\\n")
                                .replaceAll("^ ", "\\\\ "));
            }
            Files.write(words.resolve(bundle + "_en_XA.properties"), lines, StandardCharsets.UTF_8);
        }
    }

    /**
     * What has no bundle yet: titles and help that core declares, names that are made of a parameter's key, failures of
     * sessions, and the names of notations.
     */
    private static Set<String> declared() {
        var declared = new HashSet<String>();
        for (var catalog : List.of(
                DensityCatalog.CATALOG,
                ProcessCatalog.CATALOG,
                ObjectiveCatalog.CATALOG,
                SamplerCatalog.CATALOG,
                StartCatalog.CATALOG)) {
            for (Kind<?> kind : catalog.kinds()) {
                add(declared, kind.title(), kind.help(), kind.title() + ". " + kind.help());
                kind.parameters().forEach(parameter -> add(declared, parameter));
            }
        }
        TrainingParameters.ALL.forEach(parameter -> add(declared, parameter));
        List.of(
                        SessionParameters.PARTICLES,
                        SessionParameters.SEED,
                        SessionParameters.LEVEL_COUNT,
                        SessionParameters.LEVEL_MAX,
                        SessionParameters.LEVEL_MIN)
                .forEach(parameter -> add(declared, parameter));
        for (var kind : LayerCatalog.CATALOG.kinds()) {
            kind.parameters().forEach(parameter -> add(declared, parameter));
        }
        FailureCatalog.ALL.forEach(failure -> add(declared, failure.title()));
        NotationCatalog.notations().forEach(notation -> add(declared, notation.title()));
        return declared;
    }

    private static void add(Set<String> declared, Parameter<?> parameter) {
        var name = parameter.name().replaceAll("([a-z])([A-Z])", "$1 $2");
        add(
                declared,
                parameter.help(),
                name,
                name + " " + parameter.symbol(),
                name + " " + parameter.symbol() + ", x",
                name + " " + parameter.symbol() + ", y",
                parameter.symbol() + ": " + parameter.help() + " In data units.",
                parameter.symbol().replace('_', ' '),
                parameter.symbol() + ": " + parameter.help());
        if (parameter instanceof Parameter.OneOf<?> choice) {
            choice.options()
                    .forEach(option -> add(
                            declared,
                            option.title(),
                            option.title() + ": " + option.help(),
                            option.title() + ", " + option.symbol(),
                            option.title() + ", " + option.symbol() + ": " + option.help()));
        }
    }

    private static void add(Set<String> declared, String... texts) {
        for (var text : texts) {
            text.lines().forEach(line -> declared.add(line.toLowerCase(Locale.ROOT)));
        }
    }

    /** Lines that a window of its own Java runtime says, in the pseudo-language. */
    private List<String> said() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of("-Duser.language=en", "-Duser.country=XA", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", folder + File.pathSeparator + classPath(), PseudoWindow.class.getName()));
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines()
                    .filter(line -> line.startsWith("SAID "))
                    .map(line -> line.substring(5))
                    .toList();
        }
        int code = process.waitFor();
        assertTrue(code == 0 && !lines.isEmpty(), () -> code + " " + read(errors));
        return lines;
    }

    /** Where this test's own classes come from: the loader's places if it tells them, else Java's class path. */
    private static String classPath() {
        return PseudoWindow.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            return failed.toString();
        }
    }
}
