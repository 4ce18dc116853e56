package scorescope.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.JavaProcess;
import scorescope.plot.export.ExportCatalog;
import scorescope.session.Venue;
import scorescope.session.VenueCatalog;

/**
 * The program in an invented language of longer words with accents, whose bundles are made here: a text of the window without
 * accents does not come from a bundle.
 */
final class PseudoLanguageTest {
    /** Arguments, subscripts and superscripts, which are not changed. */
    private static final Pattern UNTRANSLATED = Pattern.compile("\\{[^{}]*}|[_^]\\{[^{}]*}");

    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{[a-z][a-z0-9-]*}");

    /** A cut label shows the beginning of its text, which may end inside a word. */
    private static final Pattern CUT_OFF = Pattern.compile("\\p{Alpha}+\\.\\.\\.$");

    private static final Pattern ACCENT = Pattern.compile("[ñáéíóú]");

    private static final Pattern WORD = Pattern.compile("\\p{Alpha}{3,}");

    /** Names of the program, of formats and of venues, which are not translated. */
    private static final Set<String> NAMES = Stream.of(
                    Stream.of("Scorescope"),
                    ExportCatalog.formats().stream()
                            .map(format -> format.extension().toUpperCase(Locale.ROOT)),
                    VenueCatalog.all().stream().map(Venue::title))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    @TempDir
    private Path folder;

    @Test
    void allThatTheWindowSaysComesFromBundles() throws Exception {
        writeBundles();
        var said = said();
        assertTrue(said.stream().filter(PseudoLanguageTest::accented).count() > 100, said.toString());
        var english = said.stream()
                .filter(text -> !accented(text) && !NAMES.contains(text))
                .filter(text ->
                        WORD.matcher(CUT_OFF.matcher(text).replaceAll("")).find())
                .toList();
        assertTrue(english.isEmpty(), () -> english.size() + " texts in English:\n" + String.join("\n", english));
        var named = said.stream().filter(text -> PLACE.matcher(text).find()).toList();
        assertEquals(List.of(), named, "texts whose formulas are not written");
    }

    /** English with accents and longer words. */
    private static String pseudo(String english) {
        var untranslated = UNTRANSLATED.matcher(english);
        var text = new StringBuilder();
        int from = 0;
        while (untranslated.find()) {
            text.append(accents(english.substring(from, untranslated.start()))).append(untranslated.group());
            from = untranslated.end();
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
        return ACCENT.matcher(text).find();
    }

    private void writeBundles() throws IOException {
        var words = Files.createDirectories(folder.resolve("scorescope/words"));
        for (var bundle : Sources.BUNDLES) {
            var english = Words.bundle(bundle);
            var lines = new ArrayList<String>();
            for (var key : english.keySet()) {
                var text = english.getString(key);
                lines.add(key + "="
                        + (key.endsWith("-scale") ? text : pseudo(text))
                                .replace("\\", "\\\\")
                                .replace("\n", "\\n")
                                .replaceAll("^ ", "\\\\ "));
            }
            Files.write(words.resolve(bundle + "_en_XA.properties"), lines, StandardCharsets.UTF_8);
        }
        for (var notation :
                NotationCatalog.notations().subList(1, NotationCatalog.ids().size())) {
            Files.writeString(
                    words.resolve("notation-" + notation.id() + "_en_XA.properties"),
                    "notation-title=" + pseudo(notation.title()));
        }
        writeDeclared(words);
    }

    /** Writes the texts that core declares, by themselves as keys, and the names of parameters, made from their keys. */
    private void writeDeclared(Path words) throws IOException {
        var lines = new ArrayList<String>();
        var texts = Declared.ofCore();
        texts.addAll(Declared.names());
        for (var text : texts) {
            lines.add(text.replaceAll("([\\\\ :=#!])", "\\\\$1") + "="
                    + pseudo(text).replace("\\", "\\\\"));
        }
        Files.write(words.resolve("declared_en_XA.properties"), lines, StandardCharsets.UTF_8);
    }

    /** Texts of a window in a separate Java process with the invented language. */
    private List<String> said() throws IOException, InterruptedException {
        var command = JavaProcess.command(
                List.of("-Duser.language=en", "-Duser.country=XA", "-Dstdout.encoding=UTF-8"),
                folder + File.pathSeparator,
                List.of(PseudoWindow.class.getName()));
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            return failed.toString();
        }
    }
}
