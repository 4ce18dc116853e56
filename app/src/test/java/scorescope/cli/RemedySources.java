package scorescope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scorescope.words.Words;

/**
 * All remedies of the program: in core the texts of its bundle, elsewhere the keys in the last argument of every refusal.
 */
final class RemedySources {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern REFUSAL = Pattern.compile("new BadInputException\\(");

    private RemedySources() {}

    /**
     * A literal of a remedy, or of its key.
     *
     * @param room folder of the source file
     * @param file name of the source file
     */
    record Piece(String room, String file, String text) {
        @Override
        public String toString() {
            return file + ": " + text;
        }
    }

    /** Keys of the remedies of core with this beginning. */
    static List<String> ofCore(String beginning) {
        return Words.bundle("core").keySet().stream()
                .filter(key -> key.startsWith(beginning)
                        && (key.endsWith(".remedy") || key.startsWith("core.io.file-remedy.")))
                .sorted()
                .toList();
    }

    /** Matches a remedy with any arguments. */
    static Pattern pattern(String key) {
        var text = Words.bundle(key.substring(0, key.indexOf('.'))).getString(key);
        return Pattern.compile(
                Stream.of(text.split("\\{\\d}", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** The literals of all sources in a folder and below. */
    static List<Piece> in(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            var found = new ArrayList<Piece>();
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> of(read(file))
                    .forEach(text -> found.add(new Piece(
                            String.valueOf(file.getParent()), file.getFileName().toString(), text))));
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The literals in the last argument of every refusal, and in constants used there. */
    private static List<String> of(String source) {
        var found = new ArrayList<String>();
        var refusal = REFUSAL.matcher(source);
        while (refusal.find()) {
            String last = lastArgument(source, refusal.end());
            var literal = LITERAL.matcher(last);
            boolean any = false;
            while (literal.find()) {
                any = true;
                if (literal.group(1).length() > 3) {
                    found.add(literal.group(1));
                }
            }
            if (!any && last.strip().matches("[A-Z_]+")) {
                var constant = Pattern.compile("String " + last.strip() + "\\s*=\\s*([^;]*);")
                        .matcher(source);
                if (constant.find()) {
                    var inside = LITERAL.matcher(constant.group(1));
                    while (inside.find()) {
                        found.add(inside.group(1));
                    }
                }
            }
        }
        return found;
    }

    private static String lastArgument(String source, int from) {
        int depth = 0;
        int start = from;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth-- == 0) {
                return source.substring(start, i);
            } else if (!quoted && c == ',' && depth == 0) {
                start = i + 1;
            }
        }
        return "";
    }
}
