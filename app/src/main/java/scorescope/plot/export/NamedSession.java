package scorescope.plot.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.StorageException;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Nearest;
import scorescope.session.Session;
import scorescope.session.codec.LinkText;
import scorescope.session.source.RecipeCatalog;
import scorescope.words.Words;

/**
 * Finds the session that an argument on the command line names: standard input, a link, a file, or a recipe. A file
 * takes precedence over a recipe.
 */
public final class NamedSession {
    /** The name of standard input. */
    public static final String STANDARD_INPUT = "-";

    private NamedSession() {}

    /** Whether an argument is a link, a file that exists or a recipe, so that it can name a session. */
    public static boolean exists(String name) {
        return LinkText.isLink(name)
                || isRecipe(name)
                || file(name).filter(Files::isRegularFile).isPresent();
    }

    /**
     * The session of that name with some keys overridden.
     *
     * @param overrides {@code KEY=VALUE} each
     * @param standardInput read whole if the name is {@link #STANDARD_INPUT}
     * @throws BadInputException if there is no session of that name, or it cannot be used, as it is with a panel or a
     * lane that names what cannot be read
     */
    public static Session read(String name, List<String> overrides, InputStream standardInput) {
        return SessionFile.resolvable(found(name, overrides, standardInput));
    }

    private static Session found(String name, List<String> overrides, InputStream standardInput) {
        var here = Path.of("").toAbsolutePath();
        if (name.equals(STANDARD_INPUT)) {
            return SessionFile.read(bytes(standardInput), here, Words.text("session.named.standard-input"), overrides);
        }
        if (LinkText.isLink(name)) {
            return SessionFile.read(LinkText.json(name), here, Words.text("session.link.place"), overrides);
        }
        var file = file(name);
        if (file.isPresent()) {
            return SessionFile.read(file.get(), overrides);
        }
        if (isRecipe(name)) {
            return SessionFile.read(
                    RecipeCatalog.CATALOG.create(Choice.of(name), name).text(), here, name, overrides);
        }
        throw new BadInputException(
                name,
                Words.text("session.named.nothing"),
                Words.text("session.named.nearest", Nearest.of(name, RecipeCatalog.CATALOG.ids())));
    }

    /**
     * A base name for files made from this session: its file name without extensions, the recipe's name, or else {@code
     * session}.
     */
    public static String stem(String name) {
        if (name.equals(STANDARD_INPUT) || LinkText.isLink(name)) {
            return "session";
        }
        String last = String.valueOf(Path.of(name).getFileName());
        int dot = last.indexOf('.', 1);
        return dot < 0 ? last : last.substring(0, dot);
    }

    private static boolean isRecipe(String name) {
        return RecipeCatalog.CATALOG.ids().contains(name);
    }

    /**
     * The file of that name; also one that does not exist but looks like a file because of an extension or a folder, so
     * that error messages are about files.
     */
    public static Optional<Path> file(String name) {
        try {
            var path = Path.of(name);
            boolean there = Files.exists(path) && !(isRecipe(name) && Files.isDirectory(path));
            return there || name.matches(".*[./\\\\].*") ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(InputStream standardInput) {
        try {
            return standardInput.readAllBytes();
        } catch (IOException failed) {
            throw StorageException.of(failed, Words.text("session.named.standard-input"), false)
                    .asBadInput();
        }
    }
}
