package scorescope.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The program's Java sources and their string literals. */
final class Sources {
    /** All bundles but those of notations. */
    static final List<String> BUNDLES = List.of(
            "ui", "figure", "film", "study", "help", "cli", "core", "notation", "patch", "session", "view", "window");

    private static final Path ROOT = Path.of("src/main/java/scorescope");
    private static final Path CORE = Path.of("../core/src/main/java/scorescope");
    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*+|/\\*(?s:.*?)\\*/|'(?:\\\\.|[^'\\\\])++'|\"((?:\\\\.|[^\"\\\\\\n])*+)\"");

    /** The beginning of a statement whose literals are formulas of a sampler's lines. */
    private static final Pattern STEP_FORMULA =
            Pattern.compile("\\blines\\b[.,]|new AffineFormulas\\(|String (?:DENOISED|scale) =");

    private Sources() {}

    /**
     * A string literal.
     *
     * @param file path below {@code scorescope}, with slashes
     * @param text source text with escapes
     * @param before the code in front of it, up to 200 characters
     */
    record Literal(String file, int line, String text, String before) {
        @Override
        public String toString() {
            return file + ":" + line + ": \"" + text + "\"";
        }
    }

    /** All literals of some packages and their subpackages, such as {@code ui}, without comments. */
    static List<Literal> literals(String... packages) {
        return below(ROOT, packages);
    }

    /** All literals of core. */
    static List<Literal> ofCore() {
        return below(CORE, "core");
    }

    /** The formulas of the lines that samplers write of their steps. */
    static List<String> stepFormulas() {
        return below(CORE, "core/sampling").stream()
                .filter(literal -> STEP_FORMULA
                        .matcher(literal.before().substring(literal.before().lastIndexOf(';') + 1))
                        .find())
                .map(Literal::text)
                .toList();
    }

    private static List<Literal> below(Path root, String... packages) {
        var found = new ArrayList<Literal>();
        for (var folder : packages) {
            try (var files = Files.walk(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file ->
                                found.addAll(of(root.relativize(file).toString().replace('\\', '/'), read(file))));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return found;
    }

    static List<Literal> of(String name, String source) {
        var found = new ArrayList<Literal>();
        var tokens = TOKEN.matcher(source);
        int line = 1;
        int counted = 0;
        while (tokens.find()) {
            for (; counted < tokens.start(); counted++) {
                line += source.charAt(counted) == '\n' ? 1 : 0;
            }
            if (tokens.group(1) != null) {
                var before = source.substring(Math.max(0, tokens.start() - 200), tokens.start());
                found.add(new Literal(name, line, tokens.group(1), before));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
